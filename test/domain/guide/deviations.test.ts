import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../services/domain/finding.ts';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import { agreedIn, readX12 } from '../../../services/domain/translate/read-x12.ts';
import { acknowledge } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { checkStream } from '../../../services/domain/x12/check/check-stream.ts';
import type { Interchange } from '../../../services/domain/x12/model.ts';
import { interchange, standards } from '../x12/support.ts';
import { faultsOf, good, guideOf, guideText, replaced, without } from './support.ts';

const noRules = new Map();

const documentOf = (body: readonly string[]) => Buffer.from(interchange({ set: '214', bodies: [body] }), 'latin1');

/** A document read with a guide, and held against it as the hub does. */
function judged(guideBody: string, body: readonly string[]) {
  const guide = guideOf(guideText(guideBody));
  const bytes = documentOf(body);
  const reading = readX12(bytes, { standards }, { guides: [guide] });
  const [held] = reading.interchanges.map((one) => lintInterchange(one, { guides: [guide], tradeRules: noRules }));
  const set = held!.groups[0]!.sets[0]!;
  return { set, interchange: held! };
}

const deviation = (lines: string) =>
  `deviations:\n  - name: As always\n    reason: Their system cannot do otherwise\n${lines
    .split('; ')
    .map((line) => `    ${line}\n`)
    .join('')}`;

const answerTo = (one: Interchange) =>
  Buffer.from(
    acknowledge(one, {
      controlNumbers: { interchange: '000000501', group: '31', set: '0001' },
      now: { date: '20260131', time: '1005' },
      includeAcceptedSets: true,
    }).functional!.bytes,
  ).toString('latin1');

const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('an agreed deviation', () => {
  const cases = {
    'a code that the list lacks': {
      agreed: deviation('place: LX/AT7-07; codes: [QQ]'),
      body: replaced('AT7*', 'AT7*X3*NS***20260130*0915*QQ'),
      code: 'x12.element.code-unknown',
    },
    'a longer value': {
      agreed: deviation('place: B10-02; length: 1..40'),
      body: replaced('B10*', 'B10*PRO1*SHIPMENTNUMBERWITHMORETHANTHIRTYCHARS*BHFT'),
      code: 'x12.element.too-long',
    },
    'a mandatory segment that is left out': {
      agreed: deviation('place: B10; left-out: true'),
      body: without('B10'),
      code: 'x12.segment.missing',
    },
    'a mandatory element that is left out': {
      agreed: deviation('place: B10-03; left-out: true'),
      body: replaced('B10*', 'B10*PRO1*SH1'),
      code: 'x12.element.missing',
    },
    'a segment in another place': {
      agreed: deviation('place: W12; stands-in: LX'),
      body: [...good, 'W12*CC*1'],
      code: 'x12.segment.not-in-set',
    },
  };

  for (const [name, { agreed, body, code }] of Object.entries(cases))
    it(`makes no fault of ${name}, and says that it was agreed`, () => {
      const before = judged('', body);
      expect(codesOf(before.set.findings)).toContain(code);
      const { set } = judged(agreed, body);
      expect(codesOf(set.findings)).toEqual(['guide.deviation-agreed']);
      expect(set.findings[0]).toMatchObject({
        level: 'note',
        explanation: expect.stringContaining('“As always”: Their system cannot do otherwise.'),
      });
      expect(set.findings[0]!.ack).toBeUndefined();
      expect(set.status).toBe('A');
    });

  it('leaves what it does not cover a fault', () => {
    const other = judged(deviation('place: LX/AT7-07; codes: [QX]'), cases['a code that the list lacks'].body);
    expect(codesOf(other.set.findings)).toContain('x12.element.code-unknown');
    const longer = judged(deviation('place: B10-02; length: 1..33'), cases['a longer value'].body);
    expect(codesOf(longer.set.findings)).toContain('x12.element.too-long');
    const elsewhere = judged(deviation('place: W12; stands-in: ST'), cases['a segment in another place'].body);
    expect(codesOf(elsewhere.set.findings)).toContain('x12.segment.not-in-set');
  });

  it('is counted where it occurs a thousand times, and still rejects nothing', () => {
    const lines = Array.from({ length: 1000 }, (_, nth) => [`LX*${nth + 2}`, 'AT7*X3*NS***20260130*0915*QQ']);
    const body = [...good, ...lines.flat()];
    const { set } = judged(cases['a code that the list lacks'].agreed, body);
    expect(new Set(codesOf(set.findings))).toEqual(new Set(['guide.deviation-agreed']));
    expect(set.findings.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(1000);
    expect(set.status).toBe('A');
  });

  it('is accepted in the 997, and without the agreement rejected', () => {
    const { agreed, body } = cases['a mandatory segment that is left out'];
    expect(answerTo(judged('', body).interchange)).toMatch(/AK5\*R.*AK9\*R/);
    expect(answerTo(judged(agreed, body).interchange)).toMatch(/AK5\*A~AK9\*A/);
  });

  it('holds in a stream too', async () => {
    const guide = guideOf(guideText(cases['a longer value'].agreed));
    const bytes = documentOf(cases['a longer value'].body);
    const found: string[] = [];
    async function* chunks() {
      yield bytes;
    }
    for await (const item of checkStream(chunks(), standards, { agreed: agreedIn([guide]) }))
      if (item.kind === 'set') found.push(...codesOf(item.set.findings));
    expect(found).toEqual(['guide.deviation-agreed']);
  });

  it('widens what the guide itself may say of the place', () => {
    const codes = 'segments:\n  LX/AT7: { elements: { 07: { codes: [QQ, LT] } } }\n';
    expect(faultsOf(guideText(codes))).toHaveLength(1);
    const { set } = judged(
      `${codes}${cases['a code that the list lacks'].agreed}`,
      replaced('AT7*', 'AT7*X3*NS***20260130*0915*QQ'),
    );
    expect(codesOf(set.findings)).toEqual(['guide.deviation-agreed']);
  });
});

describe('a deviation that cannot be', () => {
  const faulty = (lines: string) => faultsOf(guideText(deviation(lines))).join('\n');

  it('is told with its line', () => {
    expect(faulty('place: B10-02')).toContain('one thing that is allowed');
    expect(faulty('place: QQQ-02; codes: [A]')).toContain('no segment or loop QQQ');
    expect(faulty('place: B10-77; codes: [A]')).toContain('no element');
    expect(faulty('place: B10; codes: [A]')).toContain('are for an element');
    expect(faulty('place: LX/AT7; stands-in: ST')).toContain('its id alone');
    expect(faulty('place: W12; stands-in: B10')).toContain('is no loop');
    expect(faultsOf(guideText('deviations:\n  - { place: B10, left-out: true }\n')).join('\n')).toContain(
      'needs `name`',
    );
  });
});
