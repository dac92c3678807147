import { describe, expect, it } from 'vitest';
import { checkGuide } from '../../../services/domain/guide/check-guide.ts';
import { compileGuides } from '../../../services/domain/guide/compile-guide.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { compileStandards } from '../../../services/domain/x12/standard/standard.ts';
import { bytesOf, interchange, isa } from '../x12/support.ts';
import { brief, element, found, good, guideText, replaced, without } from './support.ts';

describe('a guide about elements', () => {
  it('finds a required element empty, with I9', () => {
    expect(found(element('B10-05', '{ use: required }'), good).map(brief)).toEqual([
      {
        code: 'guide.element-missing',
        segment: 'B10',
        position: 2,
        element: 5,
        received: '',
        expected: 'B10-05 (Reference qualifier)',
        ack: { ik304: '8', ik403: 'I9' },
      },
    ]);
  });

  it('finds an element that it does not use, with I10 and the segment without it', () => {
    expect(found(element('B10-01', '{ use: not-used }'), good).map(brief)).toMatchObject([
      { code: 'guide.element-not-used', received: 'PRO77', corrected: 'B10**SHIP77*BHFT', ack: { ik403: 'I10' } },
    ]);
  });

  it('finds a code that it does not use, with I6, and the right one where only one can be meant', () => {
    expect(found(element('LX/AT7-01', '{ codes: [D1, X1] }'), good).map(brief)).toMatchObject([
      { code: 'guide.element-code', received: 'X3', expected: 'D1, X1', ack: { ik304: '8', ik403: 'I6' } },
    ]);
    expect(found(element('B10-03', '{ codes: [BHFQ] }'), good).map(brief)).toMatchObject([
      { corrected: 'B10*PRO77*SHIP77*BHFQ' },
    ]);
    expect(found(element('B10-02', '{ codes: [SHIP77, LONGERTHANSIX] }'), good)).toEqual([]);
  });

  it('finds a length and characters that it does not allow, with I12', () => {
    expect(found(element('B10-02', '{ length: 8 }'), good).map(brief)).toMatchObject([
      { code: 'guide.element-length', received: 'SHIP77', expected: '8 characters', ack: { ik403: 'I12' } },
    ]);
    expect(found(element('B10-02', '{ length: 6 }'), good)).toEqual([]);
    expect(found(element('B10-02', '{ characters: digits }'), good).map(brief)).toMatchObject([
      { code: 'guide.element-characters', expected: 'digits only', ack: { ik403: 'I12' } },
    ]);
    expect(
      found(element('B10-03', '{ characters: upper }'), replaced('B10', 'B10*PRO77*SHIP77*Bhft')).map(brief),
    ).toMatchObject([{ code: 'guide.element-characters', corrected: 'B10*PRO77*SHIP77*BHFT' }]);
    expect(found(element('B10-02', '{ characters: alphanumeric }'), good)).toEqual([]);
  });

  it('counts digits of a number without sign and point', () => {
    const weight = replaced('AT8', 'AT8*G*L*-240.5*12');
    expect(found(element('LX/AT8-03', '{ length: 4 }'), weight)).toEqual([]);
    expect(found(element('LX/AT8-03', '{ length: 1..3 }'), weight).map(brief)).toMatchObject([
      { expected: '1 to 3 digits' },
    ]);
  });

  it('looks into components', () => {
    const body = (place: string) => [
      'AK1*OW*1',
      'AK2*940*0001',
      'AK3*W01*3**8',
      `AK4*${place}*1*7*X`,
      'AK5*E',
      'AK9*E*1*1*1',
    ];
    const place = (rule: string) => element('AK2/AK3/AK4-01.2', rule);
    expect(found(place('{ use: not-used }'), body('2>1'), '997').map(brief)).toMatchObject([
      {
        code: 'guide.element-not-used',
        segment: 'AK4',
        element: 1,
        component: 2,
        received: '1',
        ack: { ik403: 'I10' },
      },
    ]);
    expect(found(place('{ use: required }'), body('2'), '997').map(brief)).toMatchObject([
      { code: 'guide.element-missing', element: 1, component: 2, ack: { ik403: 'I9' } },
    ]);
    expect(found(place('{ codes: [2] }'), body('2>1'), '997').map(brief)).toMatchObject([
      { received: '1', expected: '2' },
    ]);
    expect(found(place('{ length: 1 }'), body('2>1'), '997')).toEqual([]);
  });

  it('finds its own rule broken, at the element that is missing or wrong, with I9, I13 and I6', () => {
    const rule = (that: string) =>
      `rules:\n  - { each: LX/AT7, when: { value: AT7-01, is: X3 }, that: ${that}, code: guide.own, explain: Ours. }\n`;
    expect(found(rule('AT7-04'), good).map(brief)).toMatchObject([
      { code: 'guide.own', segment: 'AT7', position: 8, element: 4, ack: { ik304: '8', ik403: 'I9' } },
    ]);
    expect(found(rule('{ absent: AT7-07 }'), good).map(brief)).toMatchObject([{ element: 7, ack: { ik403: 'I13' } }]);
    expect(found(rule('{ value: AT7-07, is: ET }'), good).map(brief)).toMatchObject([
      { element: 7, received: 'LT', expected: 'ET', ack: { ik403: 'I6' } },
    ]);
    expect(found(rule('MS1-04'), good).map(brief)).toMatchObject([{ segment: 'MS1', position: 9, element: 4 }]);
    expect(found(rule('MS1'), without('MS1')).map(brief)).toMatchObject([
      { segment: 'AT7', position: 8, ack: { ik304: 'I6' } },
    ]);
    expect(found(rule('{ absent: MS1 }'), good).map(brief)).toMatchObject([{ position: 9, ack: { ik304: 'I9' } }]);
    expect(found(rule('MS1-01'), good)).toEqual([]);
  });
});

describe('a guide about repetitions', () => {
  // No element of the sets at hand repeats, so the standard here is one of its own.
  const tiny = compileStandards([
    { version: '005010', elements: { 127: { name: 'Number', type: 'AN', min: 1, max: 9 } } },
    {
      version: '005010',
      segments: {
        ST: { name: 'Header' },
        ABC: { name: 'Numbers', elements: [{ ref: '127', use: 'O', max: 3 }] },
        SE: { name: 'Trailer' },
      },
    },
    {
      ...{ version: '005010', set: '945', functionalId: 'SW', name: 'Tiny' },
      body: [
        { segment: 'ST', use: 'M' },
        { segment: 'ABC', use: 'O' },
        { segment: 'SE', use: 'M' },
      ],
    },
  ]);
  const foundIn = (rule: string, value: string) => {
    const text = guideText(`segments:\n  ABC: { elements: { 01: ${rule} } }\n`, '945', '005010');
    const { guides } = compileGuides([{ file: 'g', reference: 'test/g', text }], tiny);
    const document = interchange(
      { version: '005010', bodies: [[`ABC*${value}`]] },
      undefined,
      isa({ 11: '^', 12: '00501' }),
    );
    const [set] = check(read(bytesOf(document)), tiny).interchanges[0]!.groups[0]!.sets;
    return checkGuide(set!, guides[0]!).findings.map(brief);
  };

  it('finds one too many, with 3', () => {
    expect(foundIn('{ repeat: 2 }', 'A^B')).toEqual([]);
    expect(foundIn('{ repeat: 2 }', 'A^B^C')).toMatchObject([
      { code: 'guide.element-repetitions', received: 'A^B^C', expected: 'at most 2', ack: { ik304: '8', ik403: '3' } },
    ]);
  });

  it('looks at each one', () => {
    expect(foundIn('{ codes: [A, B] }', 'A^B')).toEqual([]);
    expect(foundIn('{ codes: [A, B] }', 'A^C^B')).toMatchObject([{ code: 'guide.element-code', received: 'C' }]);
    expect(foundIn('{ length: 1 }', 'A^BB')).toMatchObject([{ code: 'guide.element-length', received: 'BB' }]);
  });
});
