import { describe, expect, it } from 'vitest';
import { checkGuide } from '../../../services/domain/guide/check-guide.ts';
import { compileGuides } from '../../../services/domain/guide/compile-guide.ts';
import { lintSet } from '../../../services/domain/lint/lint-set.ts';
import { check } from '../../../services/domain/x12/check.ts';
import { read } from '../../../services/domain/x12/read.ts';
import { compileStandards } from '../../../services/domain/x12/standard.ts';
import { bodies, bytesOf, interchange, isa } from '../x12/support.ts';
import { brief, found, guideOf, guideText, setOf } from './support.ts';

const good: readonly string[] = bodies['214'];
const without = (start: string) => good.filter((segment) => !segment.startsWith(start));
const replaced = (start: string, ...by: string[]) =>
  good.flatMap((segment) => (segment.startsWith(start) ? by : [segment]));
const segment = (path: string, rule: string) => `segments:\n  ${path}: ${rule}\n`;
const element = (place: string, rule: string) =>
  segment(
    place.slice(0, place.lastIndexOf('-')),
    `{ elements: { ${place.slice(place.lastIndexOf('-') + 1)}: ${rule} } }`,
  );

describe('a guide about segments and loops', () => {
  it('finds a required segment missing, at the place where it should stand, with I8', () => {
    expect(found(segment('LX/AT7/MS1', '{ use: required }'), without('MS1')).map(brief)).toEqual([
      {
        code: 'guide.segment-missing',
        segment: 'MS1',
        position: 9,
        expected: 'LX/AT7/MS1 (Equipment or shipment location)',
        ack: { ik304: 'I8' },
      },
    ]);
  });

  it('finds a required loop missing, and one that is there too seldom, with I7', () => {
    expect(found(segment('LX', '{ use: required }'), good.slice(0, 5)).map(brief)).toMatchObject([
      { code: 'guide.segment-missing', segment: 'LX', position: 7, ack: { ik304: 'I7' } },
    ]);
    const [finding] = found(segment('LX', '{ min: 2 }'), good);
    expect(brief(finding!)).toMatchObject({ segment: 'LX', position: 13, ack: { ik304: 'I7' } });
    expect(finding!.explanation).toContain('is there once only');
    expect(finding!.explanation).toContain('requires it 2 times');
  });

  it('finds what it does not use, with I4', () => {
    expect(found(segment('LX/AT7/MS2', '{ use: not-used }'), good).map(brief)).toMatchObject([
      { code: 'guide.segment-not-used', segment: 'MS2', position: 10, said: 'MS2*BHFT*TRL22*TL', ack: { ik304: 'I4' } },
    ]);
  });

  it('finds a segment and a loop too often, at the first one too many, with 5 and 4', () => {
    const twice = replaced('L11*SO1001', 'L11*SO1001*SI', 'L11*BOL1*BM', 'L11*BOL2*BM');
    expect(found(segment('L11[02=BM]', '{ max: 1 }'), twice).map(brief)).toMatchObject([
      { code: 'guide.segment-too-often', segment: 'L11', position: 5, said: 'L11*BOL2*BM', ack: { ik304: '5' } },
    ]);
    const loops = [...good, 'LX*2', 'AT7*D1*NS***20260131*0915*LT'];
    expect(found(segment('LX', '{ max: 1 }'), loops).map(brief)).toMatchObject([
      { code: 'guide.segment-too-often', segment: 'LX', position: 13, ack: { ik304: '4' } },
    ]);
  });

  it('counts in each loop for itself, and only in those that a qualifier means', () => {
    const shipper = segment('N1[01=SH]/N3', '{ use: required }');
    const parties = replaced('N3', 'N4*LIMA*OH*45801', 'N1*CN*HILLTOP STORES');
    expect(found(shipper, parties).map(brief)).toMatchObject([{ segment: 'N3', position: 5 }]);
    expect(found(segment('N1[01=CN]/N3', '{ use: required }'), good)).toEqual([]);
    expect(found(segment('N1[01!=SH]/N3', '{ use: required }'), parties).map(brief)).toMatchObject([
      { segment: 'N3', position: 7 },
    ]);
    const third = [
      ...good,
      'LX*2',
      'AT7*D1*NS***20260131*0915*LT',
      'LX*3',
      'AT7*CD*NS***20260131*1015*LT',
      'MS1*LIMA*OH',
    ];
    expect(found(segment('LX/AT7/MS1', '{ use: required }'), third).map(brief)).toMatchObject([{ position: 15 }]);
  });

  it('knows levels by their code, flat as they stand', () => {
    const body = bodies['856'];
    const labels = segment('HL[03=P]/MAN', '{ use: required }');
    expect(found(labels, body, '856')).toEqual([]);
    expect(
      found(
        labels,
        body.filter((one) => !one.startsWith('MAN')),
        '856',
      ).map(brief),
    ).toMatchObject([{ code: 'guide.segment-missing', segment: 'MAN', position: 13 }]);
    expect(found(segment('HL[03=T]', '{ use: required }'), body, '856').map(brief)).toMatchObject([
      { code: 'guide.segment-missing', segment: 'HL', ack: { ik304: 'I7' } },
    ]);
  });
});

describe('a guide about elements', () => {
  it('finds a required element empty, with I9', () => {
    expect(found(element('B10-05', '{ use: required }'), good).map(brief)).toEqual([
      {
        code: 'guide.element-missing',
        segment: 'B10',
        position: 2,
        element: 5,
        said: '',
        expected: 'B10-05 (Reference qualifier)',
        ack: { ik304: '8', ik403: 'I9' },
      },
    ]);
  });

  it('finds an element that it does not use, with I10 and the segment without it', () => {
    expect(found(element('B10-01', '{ use: not-used }'), good).map(brief)).toMatchObject([
      { code: 'guide.element-not-used', said: 'PRO77', corrected: 'B10**SHIP77*BHFT', ack: { ik403: 'I10' } },
    ]);
  });

  it('finds a code that it does not use, with I6, and the right one where only one can be meant', () => {
    expect(found(element('LX/AT7-01', '{ codes: [D1, X1] }'), good).map(brief)).toMatchObject([
      { code: 'guide.element-code', said: 'X3', expected: 'D1, X1', ack: { ik304: '8', ik403: 'I6' } },
    ]);
    expect(found(element('B10-03', '{ codes: [BHFQ] }'), good).map(brief)).toMatchObject([
      { corrected: 'B10*PRO77*SHIP77*BHFQ' },
    ]);
    expect(found(element('B10-02', '{ codes: [SHIP77, LONGERTHANSIX] }'), good)).toEqual([]);
  });

  it('finds a length and characters that it does not allow, with I12', () => {
    expect(found(element('B10-02', '{ length: 8 }'), good).map(brief)).toMatchObject([
      { code: 'guide.element-length', said: 'SHIP77', expected: '8 characters', ack: { ik403: 'I12' } },
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
      { code: 'guide.element-not-used', segment: 'AK4', element: 1, component: 2, said: '1', ack: { ik403: 'I10' } },
    ]);
    expect(found(place('{ use: required }'), body('2'), '997').map(brief)).toMatchObject([
      { code: 'guide.element-missing', element: 1, component: 2, ack: { ik403: 'I9' } },
    ]);
    expect(found(place('{ codes: [2] }'), body('2>1'), '997').map(brief)).toMatchObject([{ said: '1', expected: '2' }]);
    expect(found(place('{ length: 1 }'), body('2>1'), '997')).toEqual([]);
  });

  it('finds its own rule broken, at the element that is missing or wrong, with I9, I13 and I6', () => {
    const rule = (that: string) =>
      `rules:\n  - { each: LX/AT7, when: { value: AT7-01, is: X3 }, that: ${that}, code: guide.own, explain: Ours. }\n`;
    expect(found(rule('AT7-08'), good).map(brief)).toMatchObject([
      { code: 'guide.own', segment: 'AT7', position: 8, element: 8, ack: { ik304: '8', ik403: 'I9' } },
    ]);
    expect(found(rule('{ absent: AT7-07 }'), good).map(brief)).toMatchObject([{ element: 7, ack: { ik403: 'I13' } }]);
    expect(found(rule('{ value: AT7-07, is: ET }'), good).map(brief)).toMatchObject([
      { element: 7, said: 'LT', expected: 'ET', ack: { ik403: 'I6' } },
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
    return checkGuide(set!, guides[0]!).map(brief);
  };

  it('finds one too many, with 3', () => {
    expect(foundIn('{ repeat: 2 }', 'A^B')).toEqual([]);
    expect(foundIn('{ repeat: 2 }', 'A^B^C')).toMatchObject([
      { code: 'guide.element-repetitions', said: 'A^B^C', expected: 'at most 2', ack: { ik304: '8', ik403: '3' } },
    ]);
  });

  it('looks at each one', () => {
    expect(foundIn('{ codes: [A, B] }', 'A^B')).toEqual([]);
    expect(foundIn('{ codes: [A, B] }', 'A^C^B')).toMatchObject([{ code: 'guide.element-code', said: 'C' }]);
    expect(foundIn('{ length: 1 }', 'A^BB')).toMatchObject([{ code: 'guide.element-length', said: 'BB' }]);
  });
});

describe('a finding of a guide', () => {
  it('has level guide, names the guide, quotes its note, and never carries a code of a 997', () => {
    const all = found(segment('LX/AT7', '{ elements: { 01: { codes: [D1], note: Only deliveries. } } }'), good);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ level: 'guide', loop: 'AT7', reference: '1650' });
    expect(all[0]!.explanation).toBe(
      'AT7-01 (Shipment status code) says X3; the guide “Test guide” (test/g) uses only D1 there: Only deliveries.',
    );
    expect(Object.keys(all[0]!.ack!)).toEqual(['ik304', 'ik403']);
  });

  it('does not say again what the standard has found: a missing, misspelt or wrong value', () => {
    expect(found(element('B10-03', '{ use: required, length: 2..3 }'), replaced('B10', 'B10*PRO77*SHIP77'))).toEqual(
      [],
    );
    expect(found(element('B10-03', '{ codes: [BHFT] }'), replaced('B10', 'B10*PRO77*SHIP77*BHFT9'))).toEqual([]);
    expect(found(segment('LX/AT7/MS1', '{ use: required }'), replaced('MS1', 'MSI*DAYTON*OH*US'))).toEqual([]);
    expect(found(segment('B10', '{ use: required }'), without('B10'))).toEqual([]);
    const reason = 'rules: [{ each: LX/AT7, that: AT7-02, code: guide.reason, explain: x }]\n';
    expect(found(reason, replaced('AT7', 'AT7*X3****20260130*0915*LT'))).toEqual([]);
    expect(found(reason, replaced('AT7', 'AT7***AA*NA*20260130*0915*LT'))).toHaveLength(1);
  });

  it('rejects the set where the guide is enforced, and leaves it accepted with errors where it is not', () => {
    const statusOf = (head: string) => {
      const guide = guideOf(guideText(segment('LX/AT7/MS2', '{ use: not-used }'), '214', '004010', head));
      const set = lintSet(setOf('214', good), { guides: [guide], traps: new Map() });
      return [set.status, set.findings[0]!.ack];
    };
    expect(statusOf('')).toEqual(['E', { ik304: 'I4' }]);
    expect(statusOf('enforce: reject\n')).toEqual(['R', { ik304: 'I4', ik502: 'I5', ik501: 'R' }]);
  });

  it('is listed ten times at most for the same place, and the rest are counted', () => {
    const many = [
      ...good,
      ...Array.from({ length: 30 }, (_, nth) => [`LX*${nth + 2}`, 'AT7*D1*NS***20260131*0915*LT']).flat(),
    ];
    const all = found(segment('LX/AT7/MS1', '{ use: required }'), many);
    expect(all.map(({ code }) => code)).toEqual([...Array(10).fill('guide.segment-missing'), 'x12.set.findings-cut']);
    expect(all.at(-1)!.explanation).toContain('20 further');
  });
});

describe('a guide for another version', () => {
  it('says nothing of a set that was checked by other definitions', () => {
    const guide = guideOf(guideText(segment('LX/AT7/MS2', '{ use: not-used }')));
    expect(checkGuide(setOf('214', good), guide)).toHaveLength(1);
    expect(checkGuide(setOf('214', good, '005010'), guide)).toEqual([]);
    expect(checkGuide(setOf('990', bodies['990']), guide)).toEqual([]);
  });
});
