import { describe, expect, it } from 'vitest';
import { read } from '../../../services/domain/x12/read/read.ts';
import { withVerdict } from '../../../services/domain/x12/read/views.ts';
import { bodies, bytesOf, checked, codesOf, firstSet, interchange, isa } from './support.ts';

const readText = (text: string) => read(bytesOf(text));

describe('reading an interchange', () => {
  it('finds envelopes, sets and segments with their bytes', () => {
    const text = interchange([{ set: '945', bodies: [bodies['945'], bodies['945']] }, { set: '214' }]);
    const { interchanges, findings } = readText(text);
    expect(findings).toEqual([]);
    const [only] = interchanges;
    expect(only).toMatchObject({
      sender: { qualifier: 'ZZ', id: 'BHFT' },
      receiver: { qualifier: 'ZZ', id: 'NORTHGATE' },
      control: '000000001',
      version: '00401',
      usage: 'T',
      ackRequested: false,
      status: 'A',
      delimiters: { element: '*', component: '>', terminator: '~' },
      range: [0, text.length],
    });
    expect(only!.groups.map(({ functionalId, control, sets }) => [functionalId, control, sets.length])).toEqual([
      ['SW', '1', 2],
      ['QM', '2', 1],
    ]);
    const set = firstSet({ interchanges, findings });
    expect([set.code, set.control, set.status, set.findings]).toEqual(['945', '0001', 'A', []]);
    expect(text.slice(...set.range)).toBe(['ST*945*0001', ...bodies['945'], 'SE*16*0001'].join('~'));
    for (const [nth, segment] of set.segments.entries()) {
      expect(segment.position).toBe(nth + 1);
      expect(text.slice(...segment.range).split('*')[0]).toBe(segment.id);
      for (let element = 1; element <= segment.count; element += 1)
        expect(text.slice(...segment.rangeOf(element))).toBe(segment.text(element));
    }
  });

  it('gives components and repetitions with their bytes, and nothing beyond what is there', () => {
    const header = isa({ 11: '^', 12: '00501' });
    const text = interchange({ bodies: [['REF*A>B^C*X']] }, undefined, header);
    const segment = firstSet(readText(text)).segments[1]!;
    expect([
      segment.text(1),
      segment.text(1, 1),
      segment.text(1, 2),
      segment.text(1, undefined, 2),
      segment.text(1, 1, 2),
    ]).toEqual(['A>B^C', 'A', 'B', 'C', 'C']);
    expect([segment.text(1, 3), segment.text(1, 1, 3), segment.text(3), segment.text(0), segment.text(9, 1)]).toEqual([
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(text.slice(...segment.rangeOf(1, 2))).toBe('B');
    expect(segment.rangeOf(3)).toEqual([segment.range[1], segment.range[1]]);
    expect(segment.rangeOf(1, 3)[0]).toBe(segment.rangeOf(1, 3)[1]);
  });

  it('takes a caret for data before 00402 and for the repetition separator after', () => {
    const old = firstSet(readText(interchange({ bodies: [['REF*A^B']] }))).segments[1]!;
    expect(old.text(1, 1, 2)).toBe('');
    expect(old.text(1, 1, 1)).toBe('A^B');
    expect(readText(interchange({})).interchanges[0]!.delimiters.repetition).toBeUndefined();
  });

  it.each([
    ['newlines after terminators', interchange().replaceAll('~', '~\n')],
    ['CRLF after terminators', interchange().replaceAll('~', '~\r\n')],
    ['newlines as terminators', interchange().replaceAll('~', '\n')],
    ['CRLF as terminators', interchange().replaceAll('~', '\r\n')],
    [
      'control characters as delimiters',
      interchange().replaceAll('~', '\x15').replaceAll('*', '\x1d').replaceAll('>', '\x1f'),
    ],
    ['a tilde as element separator', interchange().replaceAll('~', '\n').replaceAll('*', '~')],
    ['blanks, NUL and end-of-file bytes around it', `\r\n  ${interchange()}\r\n\0\x1a`],
  ])('reads %s without a finding', (_, text) => {
    const reading = readText(text);
    expect(codesOf(reading)).toEqual([]);
    expect(firstSet(reading).segments.map(({ id }) => id)).toEqual([
      'ST',
      ...bodies['945'].map((segment) => segment.split('*')[0]),
      'SE',
    ]);
    expect(firstSet(reading).segments[1]!.text(2)).toBe('SO1001');
  });

  it('reads a file that is wrapped at 80 columns, with places in the wrapped bytes', () => {
    const plain = interchange();
    const wrapped = plain.replace(/.{80}/g, '$&\r\n');
    const reading = readText(wrapped);
    expect(codesOf(reading)).toEqual(['x12.interchange.wrapped']);
    const [first, second] = [firstSet(readText(plain)), firstSet(reading)];
    expect(second.segments.map((s) => [s.id, s.text(1), s.text(2)])).toEqual(
      first.segments.map((s) => [s.id, s.text(1), s.text(2)]),
    );
    expect(wrapped.slice(...second.segments[1]!.range)).toContain('W06');
  });

  it('reads several interchanges, each with its own delimiters', () => {
    const reading = readText(
      `${interchange()}\n${interchange({ set: '214' }).replaceAll('*', '|').replaceAll('~', '!')}`,
    );
    expect(
      reading.interchanges.map(({ delimiters, groups }) => [
        delimiters.element,
        delimiters.terminator,
        groups[0]!.sets[0]!.code,
      ]),
    ).toEqual([
      ['*', '~', '945'],
      ['|', '!', '214'],
    ]);
    expect(codesOf(reading)).toEqual([]);
  });

  it.each(['ISA*X', 'ISA', 'ISA*1*2*3*4*5*6'])('takes the segment %s in a set for one of the set', (segment) => {
    const reading = readText(interchange({ bodies: [['NTE*GEN*A', segment, 'NTE*GEN*B']] }));
    expect(reading.interchanges).toHaveLength(1);
    expect(firstSet(reading).segments.map(({ id }) => id)).toEqual(['ST', 'NTE', 'ISA', 'NTE', 'SE']);
    expect(codesOf(reading)).toEqual([]);
  });

  it('takes a header of another width where a trailer is missing for the next interchange', () => {
    const loose = 'ISA*00* *00* *02*BHFT*ZZ*NORTHGATE*260130*0930*U*00401*000000002*0*T*>~IEA*0*000000002~';
    const reading = readText(`${isa()}~${loose}`);
    expect(reading.interchanges.map(({ control }) => control)).toEqual(['000000001', '000000002']);
  });

  it('takes ISA inside data for data', () => {
    const reading = readText(interchange({ bodies: [['NTE*GEN*ISA*00', 'NTE*GEN*SEE ISA AND IEA']] }));
    expect([reading.interchanges.length, codesOf(reading)]).toEqual([1, []]);
  });

  it.each([
    ['delimiters and envelopes', 'IEA*1*x~GS*~ISA*'],
    ['a whole interchange', interchange({ set: '214' })],
    ['line breaks', 'one\ntwo\r\n'],
  ])('reads binary data by its length, whatever it holds: %s', (_, data) => {
    const reading = readText(interchange({ bodies: [[`BIN*${data.length}*${data}`, 'NTE**END']] }));
    expect(codesOf(reading)).toEqual([]);
    expect(firstSet(reading).segments.map(({ id, count }) => [id, count])).toEqual([
      ['ST', 2],
      ['BIN', 2],
      ['NTE', 2],
      ['SE', 2],
    ]);
    expect(firstSet(reading).segments[1]!.text(2)).toBe(data);
  });

  it('keeps TA1 segments, and the groups beside them', () => {
    const reading = readText(
      interchange({}, ([first, ...rest]) => [first!, 'TA1*000000009*260130*0930*A*000', ...rest]),
    );
    expect(reading.interchanges[0]!.acknowledgements.map((ta1) => ta1.text(1))).toEqual(['000000009']);
    expect([reading.interchanges[0]!.groups.length, codesOf(reading)]).toEqual([1, []]);
  });

  it('keeps bytes beyond ASCII as Latin-1, one character per byte', () => {
    const reading = readText(interchange({ bodies: [['N1*ST*CAF\xe9 \x80\x9f']] }));
    expect(firstSet(reading).segments[1]!.text(2)).toBe('CAF\xe9 \x80\x9f');
  });

  it('gives a checked set with another verdict everything that the set had', () => {
    const set = firstSet(checked(interchange()));
    const copy = withVerdict(set, [], 'R');
    expect([copy.code, copy.control, copy.range, copy.segments, copy.tree, copy.status]).toEqual([
      set.code,
      set.control,
      set.range,
      set.segments,
      set.tree,
      'R',
    ]);
    expect(copy.tree!.loops).toHaveLength(3);
  });

  it('reads hierarchies, elements and segments without limits of its own', () => {
    const long = 'X'.repeat(1_000_000);
    const reading = readText(interchange({ bodies: [[`NTE**${long}`, `NTE${'*A'.repeat(50_000)}`]] }));
    expect(firstSet(reading).segments[1]!.text(2)).toHaveLength(1_000_000);
    expect(firstSet(reading).segments[2]!.count).toBe(50_000);
  });
});
