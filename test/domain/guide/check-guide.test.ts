import { describe, expect, it } from 'vitest';
import { checkGuide } from '../../../services/domain/guide/check-guide.ts';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import { lintSet } from '../../../services/domain/lint/lint-set.ts';
import { bodies, checked, interchange, isa } from '../x12/support.ts';
import { brief, element, found, good, guideOf, guideText, replaced, segment, setOf, without } from './support.ts';

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
      {
        code: 'guide.segment-not-used',
        segment: 'MS2',
        position: 10,
        received: 'MS2*BHFT*TRL22*TL',
        ack: { ik304: 'I4' },
      },
    ]);
  });

  it('finds a segment and a loop too often, at the first one too many, with 5 and 4', () => {
    const twice = replaced('L11*SO1001', 'L11*SO1001*SI', 'L11*BOL1*BM', 'L11*BOL2*BM');
    expect(found(segment('L11[02=BM]', '{ max: 1 }'), twice).map(brief)).toMatchObject([
      { code: 'guide.segment-too-often', segment: 'L11', position: 5, received: 'L11*BOL2*BM', ack: { ik304: '5' } },
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
      const set = lintSet(setOf('214', good), { guides: [guide], tradeRules: new Map() });
      return [set.status, set.findings[0]!.ack];
    };
    expect(statusOf('')).toEqual(['E', { ik304: 'I4' }]);
    expect(statusOf('enforce: reject\n')).toEqual(['R', { ik304: 'I4', ak304: '2', ik502: 'I5', ik501: 'R' }]);
  });

  it('is listed ten times at most for the same place, and the rest are counted', () => {
    const many = [
      ...good,
      ...Array.from({ length: 30 }, (_, nth) => [`LX*${nth + 2}`, 'AT7*D1*NS***20260131*0915*LT']).flat(),
    ];
    const all = found(segment('LX/AT7/MS1', '{ use: required }'), many);
    expect(all.map(({ code }) => code)).toEqual(Array(11).fill('guide.segment-missing'));
    expect(all.at(-1)).toMatchObject({
      count: 20,
      explanation: expect.stringContaining('20 more of this kind are not listed (30 in all)'),
    });
  });
});

describe('a guide for another version', () => {
  it('says nothing of a set that was checked by other definitions', () => {
    const guide = guideOf(guideText(segment('LX/AT7/MS2', '{ use: not-used }')));
    expect(checkGuide(setOf('214', good), guide).findings).toHaveLength(1);
    expect(checkGuide(setOf('214', good, '005010'), guide).findings).toEqual([]);
    expect(checkGuide(setOf('990', bodies['990']), guide).findings).toEqual([]);
  });

  it('leaves a remark, so that nobody takes the set for one that was held against it', () => {
    const guide = guideOf(guideText(segment('LX/AT7/MS2', '{ use: not-used }')));
    const linter = { guides: [guide], tradeRules: new Map() };
    const text = interchange(
      { set: '214', version: '005010', bodies: [[...good]] },
      undefined,
      isa({ 11: '^', 12: '00501' }),
    );
    const [group] = lintInterchange(checked(text).interchanges[0]!, linter).groups;
    const remark = group!.sets[0]!.findings.find(({ code }) => code === 'guide.version-other');
    expect(remark).toMatchObject({
      level: 'note',
      segment: 'ST',
      position: 1,
      received: '005010',
      expected: '004010',
      explanation: expect.stringContaining('is for 004010, and this group is in 005010: no guide was held against'),
    });
    const other = lintSet(setOf('990', bodies['990']), linter);
    expect(other.findings).toEqual([]);
  });
});
