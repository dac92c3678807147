import { describe, expect, it } from 'vitest';
import { checked, codesOf, findingOf, interchange, isa } from './support.ts';

/** The text as a program writes it that knows UTF-8 only: one character per byte. */
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const accepted = (text: string) => checked(text).interchanges[0]?.groups[0]?.sets.map(({ status }) => status);

describe('delimiters that are not as they should be', () => {
  it.each(['¦', '§', '€'])('a terminator %s in UTF-8 is read by, and named with its bytes', (char) => {
    const text = utf8(interchange().replaceAll('~', char));
    expect(accepted(text)).toEqual(['A']);
    const finding = findingOf(checked(text), 'x12.interchange.terminator-bytes');
    const size = Buffer.byteLength(char);
    expect(finding).toMatchObject({ level: 'note', offset: 105, end: 105 + size });
    expect(finding.explanation).toContain(`"${char}", which has ${size} bytes in UTF-8`);
    expect(codesOf(checked(text))).toEqual(['x12.interchange.terminator-bytes']);
  });

  it('a terminator of one byte beyond ASCII is right', () => {
    expect(codesOf(checked(interchange().replaceAll('~', '¦')))).toEqual([]);
  });

  it('a component separator of two bytes is named, and nothing is said of an empty ISA16', () => {
    const reading = checked(utf8(interchange({}, undefined, isa({ 16: '¦' }))));
    expect(codesOf(reading)).toEqual(['x12.interchange.delimiters']);
    expect(findingOf(reading, 'x12.interchange.delimiters')).toMatchObject({
      element: 16,
      received: 'element *, component ¦, terminator ~',
      explanation: expect.stringContaining('ISA16 is "¦", which has several bytes in UTF-8'),
    });
    expect(reading.interchanges[0]!.groups[0]!.status).toBe('A');
  });

  it('an element separator of two bytes is named, and no value is made of half a character', () => {
    const reading = checked(utf8(interchange().replaceAll('*', '¦')));
    expect(reading.interchanges).toEqual([]);
    expect(reading.findings).toMatchObject([
      { code: 'x12.interchange.delimiters', offset: 3, end: 5, explanation: expect.stringContaining('"¦"') },
    ]);
  });

  it.each([' ', '  '])('blanks (%j) before the terminator of the ISA are told, and the rest is read', (blank) => {
    const reading = checked(interchange({}, undefined, isa() + blank));
    expect(codesOf(reading)).toEqual(['x12.interchange.terminator-blank']);
    expect(reading.interchanges[0]).toMatchObject({ status: 'E', groups: [{ status: 'A' }] });
  });

  it('a blank before a line break that ends the ISA is told, and the line break ends the segments', () => {
    const reading = checked(interchange({}, undefined, `${isa()} `).replaceAll('~', '\n'));
    expect(codesOf(reading)).toEqual(['x12.interchange.terminator-blank']);
    expect(reading.interchanges[0]!.groups[0]!.status).toBe('A');
  });

  it('blanks before every terminator are no part of the values', () => {
    const reading = checked(interchange().replaceAll('~', ' ~\n'));
    expect(codesOf(reading)).toEqual(['x12.interchange.terminator-blank']);
    expect(reading.interchanges[0]!.groups[0]!.sets[0]!.segments[1]!.text(4)).toBe('SHIP77');
  });

  it.each(['', '\n'])('doubled terminators are one remark, whatever follows them (%j)', (newline) => {
    const reading = checked(interchange().replaceAll('~', `~~${newline}`));
    expect([...new Set(codesOf(reading))]).toEqual(['x12.interchange.empty-segments']);
    expect(reading.interchanges[0]).toMatchObject({ status: 'A', groups: [{ status: 'A' }] });
  });

  it('counts them in words', () => {
    const said = (text: string) => findingOf(checked(text), 'x12.interchange.empty-segments').explanation;
    expect(said(interchange().replace('~', '~~'))).toContain('An empty segment was skipped');
    expect(said(interchange().replace('~', '~~~'))).toContain('2 empty segments were skipped');
  });

  it('a doubled terminator in a second interchange is its own remark', () => {
    const twice = interchange().replaceAll('~', '~~');
    expect(checked(twice + twice).findings).toHaveLength(2);
  });
});

describe('the width of an ISA element', () => {
  it('is told at the element', () => {
    const finding = findingOf(
      checked(interchange({}, undefined, isa({ 8: 'NORTHGATE' }))),
      'x12.interchange.header-width',
    );
    expect(finding).toMatchObject({
      element: 8,
      offset: 54,
      end: 63,
      received: 'NORTHGATE',
      expected: '15 characters',
    });
    expect(finding.explanation).toContain('ISA08 has 9 characters');
  });

  it('counts bytes, and says so where fifteen characters have seventeen', () => {
    const text = utf8(interchange({}, undefined, isa({ 8: 'NÖRTHGÄTE      ' })));
    const finding = findingOf(checked(text), 'x12.interchange.header-width');
    expect(finding).toMatchObject({
      element: 8,
      offset: 54,
      end: 71,
      received: 'NÖRTHGÄTE      ',
      expected: '15 bytes',
    });
    expect(finding.explanation).toContain('15 characters in 17 bytes');
    expect(finding.corrected).toBeUndefined();
    expect(accepted(text)).toEqual(['A']);
  });
});

describe('numbers and qualifiers of the envelope', () => {
  it('the same GS06 twice between the same applications is told of the second group, another kind of group may have it', () => {
    const groups = checked(interchange([{ control: '7' }, { set: '214', control: '7' }, { control: '7' }]))
      .interchanges[0]!.groups;
    expect(groups.map(({ status, findings }) => [status, findings.map(({ code }) => code)])).toEqual([
      ['A', []],
      ['A', []],
      ['E', ['x12.group.control-duplicate']],
    ]);
  });

  it.each([5, 7])('ISA%i with a qualifier that the standard does not know is told in a remark', (element) => {
    const reading = checked(interchange({}, undefined, isa({ [element]: 'QQ' })));
    expect(findingOf(reading, 'x12.interchange.qualifier-unknown')).toMatchObject({
      element,
      level: 'note',
      received: 'QQ',
    });
    expect(reading.interchanges[0]!.status).toBe('A');
    for (const known of ['01', '02', '08', '12', '14', 'ZZ'])
      expect(codesOf(checked(interchange({}, undefined, isa({ [element]: known }))))).toEqual([]);
  });
});

describe('what 005010 has codes of its own for', () => {
  it.each([
    ['too many repetitions', 'B10*PRO77*SHIP77*BHFT', 'MS1*DAY^TON*OH*US', '12'],
    ['too many components', 'B10*PRO77*SHIP77*BHFT', 'MS1*DAY>TON*OH*US', '13'],
  ])('%s', (_, head, line, code) => {
    const body = [head, 'LX*1', 'AT7*X1*NS***20260130*0915*LT', line];
    const newer = interchange(
      { set: '214', version: '005010', bodies: [body] },
      undefined,
      isa({ 11: '^', 12: '00501' }),
    );
    const found = checked(newer).interchanges[0]!.groups[0]!.sets[0]!.findings;
    expect(found.map(({ segment, ack }) => [segment, ack?.ak403])).toContainEqual(['MS1', code]);
    if (code === '12') return;
    const older = checked(interchange({ set: '214', bodies: [body] }));
    expect(older.interchanges[0]!.groups[0]!.sets[0]!.findings.map(({ ack }) => ack?.ak403)).toContain('3');
  });
});
