import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { bodies, bytesOf, checked, codesOf, findingOf, interchange, isa } from './support.ts';

const readText = (text: string) => read(bytesOf(text));

describe('a document that is not X12 gets one finding that says what to do', () => {
  const gzip = '\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03';
  it.each([
    ['nothing', '', 'x12.document.empty'],
    ['white space', ' \r\n\t', 'x12.document.empty'],
    ['a byte order mark alone', '\xef\xbb\xbf', 'x12.document.empty'],
    ['HTML', '<!DOCTYPE html><html><body>Sign in</body></html>', 'x12.document.html'],
    ['XML', '<?xml version="1.0"?><order/>', 'x12.document.xml'],
    ['JSON', '{"order": 1}', 'x12.document.json'],
    ['a JSON list', '[{"order": 1}]', 'x12.document.json'],
    ['EDIFACT with UNA', "UNA:+.? 'UNB+UNOA:1+S+R+260130:0930+1'", 'x12.document.edifact'],
    ['EDIFACT without UNA', "UNB+UNOA:1+S+R+260130:0930+1'UNH+1+DESADV:D:96A:UN'", 'x12.document.edifact'],
    ['gzip', gzip, 'x12.document.binary'],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3', 'x12.document.binary'],
    [
      'noise',
      Array.from({ length: 300 }, (_, n) => String.fromCharCode((n * 89) % 256)).join(''),
      'x12.document.binary',
    ],
    ['UTF-16', '\xff\xfeI\0S\0A\0*\0', 'x12.document.encoding'],
    ['EBCDIC', '\xc9\xe2\xc1\x5c\xf0\xf0', 'x12.document.encoding'],
    ['a set without envelope', 'ST*945*0001~W06*F*1~SE*3*0001~', 'x12.document.fragment'],
    ['a comma separated table', 'order,quantity\n1,2\n', 'x12.document.not-x12'],
    ['a text about ISABELLA', 'ISABELLA WENT TO GS*', 'x12.document.not-x12'],
  ])('%s', (_, text, code) => {
    const { interchanges, findings } = readText(text);
    expect(interchanges).toEqual([]);
    const faults = findings.filter(({ level }) => level !== 'note');
    expect(faults.map((finding) => finding.code)).toEqual([code]);
    expect(faults[0]!.explanation).toMatch(/\b(Send|send|Save|save|fetch|Fetch|look|Look)\b/);
  });
});

describe('an interchange that is broken', () => {
  it.each([4, 17, 50, 90, 103])('is refused with the place when its ISA stops after %i bytes', (length) => {
    const reading = readText(interchange().slice(0, length));
    expect(reading.interchanges).toEqual([]);
    expect(findingOf(reading, 'x12.interchange.header-incomplete')).toMatchObject({ segment: 'ISA', offset: 0 });
  });

  it('loses nothing when another interchange follows in the same file', () => {
    const good = interchange({ set: '214' });
    for (const cut of [60, 140, 190, 260, 400]) {
      const reading = checked(interchange().slice(0, cut) + good);
      const last = reading.interchanges.at(-1)!;
      expect([cut, last.status, last.groups[0]!.sets[0]!.code, last.groups[0]!.sets[0]!.status]).toEqual([
        cut,
        'A',
        '214',
        'A',
      ]);
      expect(allFindings(reading).some(({ level }) => level === 'standard')).toBe(true);
    }
  });

  it('is read after junk, and the junk is shown', () => {
    const reading = readText(`Dear partner,\n${interchange()}-- \nregards`);
    expect(reading.interchanges).toHaveLength(1);
    expect(reading.findings.map(({ code, offset, received }) => [code, offset, received])).toEqual([
      ['x12.document.junk', 0, 'Dear partner,\n'],
      ['x12.document.junk', interchange().length + 14, '-- \nregards'],
    ]);
  });

  it.each([
    ['IEA', 'x12.interchange.trailer-missing', 'R', 'R'],
    ['GE', 'x12.group.trailer-missing', 'A', 'R'],
    ['SE', 'x12.set.trailer-missing', 'A', 'R'],
  ])('is read to its end without %s, and the loss is reported once', (id, code, interchangeStatus, groupStatus) => {
    const reading = checked(interchange({}, (segments) => segments.filter((segment) => !segment.startsWith(`${id}*`))));
    const faults = allFindings(reading).filter(({ level }) => level === 'standard');
    expect(faults.map((finding) => finding.code)).toEqual([code]);
    const [only] = reading.interchanges;
    expect([only!.status, only!.groups[0]!.status, only!.groups[0]!.sets[0]!.segments.length]).toEqual([
      interchangeStatus,
      groupStatus,
      id === 'SE' ? 15 : 16,
    ]);
  });

  it('rejects the set with a wrong count and keeps the good one beside it', () => {
    const text = interchange({ bodies: [bodies['945'], bodies['945']] }, (segments) =>
      segments.map((s) => (s === 'SE*16*0002' ? 'SE*15*0002' : s)),
    );
    const [group] = checked(text).interchanges[0]!.groups;
    expect([group!.status, group!.sets.map(({ status }) => status)]).toEqual(['P', ['A', 'R']]);
    expect(findingOf(checked(text), 'x12.set.segment-count')).toMatchObject({
      received: '15',
      expected: '16',
      corrected: 'SE*16*0002',
      ack: { ak502: '4' },
    });
  });

  it('names both control numbers when they differ', () => {
    const swap = (from: string, to: string) =>
      checked(interchange({}, (segments) => segments.map((s) => (s === from ? to : s))));
    expect(findingOf(swap('SE*16*0001', 'SE*16*0009'), 'x12.set.control-mismatch')).toMatchObject({
      received: '0009',
      expected: '0001',
      ack: { ak502: '3' },
    });
    expect(findingOf(swap('GE*1*1', 'GE*1*7'), 'x12.group.control-mismatch')).toMatchObject({
      received: '7',
      expected: '1',
      ack: { ak905: '4' },
    });
    expect(findingOf(swap('IEA*1*000000001', 'IEA*1*000000002'), 'x12.interchange.control-mismatch')).toMatchObject({
      received: '000000002',
      ack: { ta105: '001' },
    });
  });

  it('takes the sets of a rejected group or interchange with it, and says so', () => {
    const group = checked(interchange({}, (segments) => segments.map((s) => (s === 'GE*1*1' ? 'GE*2*1' : s))));
    expect(codesOf(group).sort()).toEqual(['x12.group.set-count', 'x12.set.envelope-rejected']);
    expect(group.interchanges[0]!.groups[0]!.sets[0]!.status).toBe('R');
    const whole = checked(
      interchange({}, undefined, isa({ 13: 'ABCDEFGHI' })).replace('IEA*1*000000001', 'IEA*1*ABCDEFGHI'),
    );
    expect([whole.interchanges[0]!.status, whole.interchanges[0]!.groups[0]!.status]).toEqual(['R', 'R']);
  });

  it('is read when its ISA has not the fixed width', () => {
    const short = 'ISA*00* *00* *02*BHFT*ZZ*NORTHGATE*260130*0930*U*00401*000000001*0*T*>';
    const reading = checked(interchange({}, undefined, short));
    expect(reading.interchanges[0]).toMatchObject({ sender: { qualifier: '02', id: 'BHFT' }, status: 'E' });
    expect(findingOf(reading, 'x12.interchange.header-width')).toMatchObject({ element: 2, expected: '10 characters' });
    expect(reading.interchanges[0]!.groups[0]!.status).toBe('A');
  });

  it('finds the terminator when ISA16 was left out', () => {
    const reading = checked(interchange({}, undefined, isa({ 16: '' })).replaceAll('~', '~\n'));
    expect(codesOf(reading)).toEqual(['x12.interchange.delimiters', 'x12.interchange.header-width']);
    expect(reading.interchanges[0]!.groups[0]!.status).toBe('A');
  });

  it('costs no more than its length when every byte starts something', () => {
    for (const text of [
      'ISA*'.repeat(50_000),
      `${isa()}~${'GS*'.repeat(100_000)}`,
      `${interchange().slice(0, 200)}${'~'.repeat(300_000)}`,
      `${isa()}~${'ST~SE~'.repeat(20_000)}`,
    ]) {
      expect(() => checked(text)).not.toThrow();
    }
  });
});
