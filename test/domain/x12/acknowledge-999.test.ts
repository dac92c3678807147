import { describe, expect, it } from 'vitest';
import type { AckCodes, Finding } from '../../../services/domain/finding.ts';
import { compileGuides } from '../../../services/domain/guide/compile-guide.ts';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import { compileTradeRules } from '../../../services/domain/trade-rules/compile-trade-rules.ts';
import { groupStatus, setStatus } from '../../../services/domain/x12/check/status.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { Interchange } from '../../../services/domain/x12/model.ts';
import { withVerdict } from '../../../services/domain/x12/read/views.ts';
import { skipped } from '../../support/skipped.ts';
import { answer, body, only } from './acknowledged.ts';
import {
  bodies,
  changed,
  checked,
  corpus,
  corpusBytes,
  type GroupText,
  interchange,
  secondReader,
  standards,
  textOf,
} from './support.ts';

/** The interchange as it is when a guide has found this in its first set. */
function withGuide(text: string, ...found: readonly Partial<Finding>[]): Interchange {
  const one = only(text);
  const [group] = one.groups;
  const [set, ...others] = group!.sets;
  const findings: Finding[] = found.map((finding) => ({
    code: 'guide.test',
    level: 'guide',
    explanation: 'The guide wants something else.',
    ...finding,
  }));
  const all = [...set!.findings, ...findings];
  const guided = withVerdict(set!, all, setStatus(all));
  const sets = [guided, ...others];
  return { ...one, groups: [{ ...group!, sets, status: groupStatus({ sets, findings: group!.findings }) }] };
}

const good = interchange();
/** W12 of the good 945: segment 12, in loop W12. */
const line: Partial<Finding> = { segment: 'W12', position: 12, loop: 'W12', loopNumber: '0310' };

describe('a 999', () => {
  it('goes back to the sender like a 997, and says IK5 where that says AK5', () => {
    const { bytes, kind, groups } = answer(only(good)).functional!;
    expect(textOf(bytes)).toContain(
      '~GS*FA*NORTHGATE*BHFT*20260131*1005*31*X*004010~ST*999*0001~AK1*SW*1~AK2*945*0001~IK5*A~AK9*A*1*1*1~SE*6*0001~',
    );
    expect(kind).toBe('999');
    expect(groups).toEqual([{ functionalId: 'SW', control: '1', status: 'A', answeredBy: '0001' }]);
    expect(body(good)).toEqual(['AK1*SW*1', 'AK2*945*0001', 'IK5*A', 'AK9*A*1*1*1']);
  });

  it('leaves accepted sets out when the agreement says so', () => {
    expect(textOf(answer(only(good), '999', false).functional!.bytes)).toContain('~AK1*SW*1~AK9*A*1*1*1~');
  });

  it('quotes version and convention of what it answers from 005010 on, and names its own where conventions are used', () => {
    const answerTo = (version: string, convention: string) => {
      const text = interchange({ version, bodies: [bodies['945']] }).replace(
        '~ST*945*0001',
        `~ST*945*0001${convention}`,
      );
      return textOf(answer(only(text)).functional!.bytes);
    };
    const plain = answerTo('005010', '');
    expect(plain).toContain('*31*X*005010~ST*999*0001~AK1*SW*1*005010~AK2*945*0001~');
    const convention = answerTo('005010X900', '*005010X900');
    expect(convention).toContain(
      '*31*X*005010X231A1~ST*999*0001*005010X231A1~AK1*SW*1*005010X900~AK2*945*0001*005010X900~',
    );
    for (const text of [plain, convention]) expect(allFindings(checked(text))).toEqual([]);
  });

  it('answers each group with a set of its own, and groups of several versions in several groups', () => {
    const text = interchange([{ set: '945' }, { set: '214' }, { set: '990', version: '005010' }] satisfies GroupText[]);
    const { functional } = answer(only(text));
    expect(functional!.groups.map(({ functionalId, answeredBy }) => [functionalId, answeredBy])).toEqual([
      ['SW', '0001'],
      ['QM', '0002'],
      ['GF', '0003'],
    ]);
    expect(textOf(functional!.bytes).match(/GS\*FA\*.*?~/g)).toEqual([
      'GS*FA*NORTHGATE*BHFT*20260131*1005*31*X*004010~',
      'GS*FA*NORTHGATE*BHFT*20260131*1005*32*X*005010~',
    ]);
  });

  it.each(['997', '999'] as const)('is never the answer to a %s', (set) => {
    const acknowledged = [`AK1*OW*1`, 'AK2*940*0001', set === '997' ? 'AK5*A' : 'IK5*A', 'AK9*A*1*1*1'];
    const text = interchange({ set, functionalId: 'FA', bodies: [acknowledged] });
    expect(allFindings(checked(text))).toEqual([]);
    expect(answer(only(text)).functional).toBeUndefined();
    expect(answer(only(text), '997').functional).toBeUndefined();
  });
});

describe('what a guide finds', () => {
  const segmentCodes = ['I4', 'I6', 'I7', 'I8', 'I9'];
  const elementCodes = ['I6', 'I9', 'I10', 'I11', 'I12', 'I13'];

  it.each(segmentCodes)('is told with IK304 %s, the loop by its number, and the set accepted with errors', (ik304) => {
    expect(body(withGuide(good, { ...line, ack: { ik304 } }))).toEqual([
      'AK1*SW*1',
      'AK2*945*0001',
      `IK3*W12*12*0310*${ik304}`,
      'IK5*E*I5',
      'AK9*E*1*1*1',
    ]);
  });

  it.each(elementCodes)('is told with IK403 %s, the element and a copy of what it said', (ik403) => {
    expect(body(withGuide(good, { ...line, element: 1, reference: '368', ack: { ik403 } }))).toEqual([
      'AK1*SW*1',
      'AK2*945*0001',
      'IK3*W12*12*0310*8',
      `IK4*1*368*${ik403}*CC`,
      'IK5*E*I5',
      'AK9*E*1*1*1',
    ]);
  });

  it('rejects the set where the guide says so, and with it the group', () => {
    const ack: AckCodes = { ik304: 'I6', ik501: 'R' };
    expect(body(withGuide(good, { ...line, ack })).slice(-2)).toEqual(['IK5*R*I5', 'AK9*R*1*1*0']);
    expect(body(withGuide(good, { segment: 'ST', position: 1, ack: { ik502: 'I6', ik501: 'R' } })).slice(1)).toEqual([
      'AK2*945*0001',
      'IK5*R*I6',
      'AK9*R*1*1*0',
    ]);
    const two = interchange({ bodies: [bodies['945'], bodies['945']] });
    expect(body(withGuide(two, { ...line, ack })).at(-1)).toBe('AK9*P*2*2*1');
  });

  it('stands beside the faults of the standard: one IK3 for a segment, elements in their order, both codes for the set', () => {
    const text = changed('945', { W12: 'W12*CC*12*12**CAX**VN*SKU-1' });
    const found = withGuide(
      text,
      { ...line, element: 8, reference: '234', ack: { ik403: 'I12' } },
      { ...line, element: 1, reference: '368', ack: { ik403: 'I6' } },
      { segment: 'N9', position: 7, ack: { ik304: 'I7' } },
    );
    const lines = body(found);
    expect(lines.slice(2)).toEqual([
      'IK3*N9*7**I7',
      expect.stringMatching(/^IK3\*W12\*12\*\d*\*8$/),
      'IK4*1*368*I6*CC',
      'IK4*5*355*5*CAX',
      'IK4*8*234*I12*SKU-1',
      'IK5*E*5*I5',
      'AK9*E*1*1*1',
    ]);
  });

  it('is never in a 997, which accepts what only the guide has noted, unless the guide rejects the set: with a code', () => {
    const noted = withGuide(
      good,
      { ...line, element: 1, ack: { ik403: 'I6' } },
      { ...line, ack: { ik304: 'I4', ik502: 'I6' } },
    );
    expect(noted.groups[0]!.status).toBe('E');
    expect(body(noted, '997')).toEqual(['AK1*SW*1', 'AK2*945*0001', 'AK5*A', 'AK9*A*1*1*1']);
    expect(answer(noted, '997').functional!.groups).toMatchObject([{ status: 'A' }]);
    expect(answer(noted, '999').functional!.groups).toMatchObject([{ status: 'E' }]);
    const refused = withGuide(good, { ...line, ack: { ik304: 'I6', ik501: 'R' } });
    expect(body(refused, '997')).toEqual(['AK1*SW*1', 'AK2*945*0001', 'AK5*R*5', 'AK9*R*1*1*0']);
    const both = withGuide(changed('945', { W27: 'W27*M*BHFTX' }), { ...line, ack: { ik304: 'I4' } });
    expect(body(both, '997').slice(2)).toEqual(['AK3*W27*9**8', 'AK4*2*140*5*BHFTX', 'AK5*E*5', 'AK9*E*1*1*1']);
  });

  it('is told in a 997 with the nearest codes of the standard where the guide rejects the set', () => {
    const text = `guide: Test
set: "214"
version: "004010"
enforce: reject
segments:
  B10: { elements: { 01: { length: 1..4 }, 02: { codes: [SHIP78] } } }
  L11: { elements: { 03: { use: required } } }
  LX/AT7/MS2: { use: not-used }
`;
    const { guides, faults } = compileGuides([{ file: 'g.yaml', reference: 'test/214', text }], standards);
    expect(faults).toEqual([]);
    const one = lintInterchange(only(interchange({ set: '214' })), { guides, tradeRules: new Map() });
    expect(body(one, '997')).toEqual([
      'AK1*QM*1',
      'AK2*214*0001',
      'AK3*B10*2**8',
      'AK4*1*127*5*PRO77',
      'AK4*2*145*7*SHIP77',
      'AK3*L11*3**8',
      'AK4*3*352*1',
      'AK3*MS2*10*0205*2',
      'AK5*R*5',
      'AK9*R*1*1*0',
    ]);
  });

  it('has at most five codes for a set, those of the standard first', () => {
    const codes = ['23', 'I6', '7', '6', '4', '3'];
    const lines = body(
      withGuide(good, ...codes.map((ik502) => ({ ack: { ik502 } })), { ...line, ack: { ik304: 'I6' } }),
    );
    expect(lines.at(-2)).toBe('IK5*E*3*4*6*7*23');
  });

  it('that stands in no segment is an error of the set without a place', () => {
    expect(body(withGuide(good, { ack: { ik304: 'I6' } })).slice(1)).toEqual(['AK2*945*0001', 'IK5*E', 'AK9*E*1*1*1']);
  });
});

describe('the situation', () => {
  it('is told beside an element that a rule of the standard wants, and only in the 999', () => {
    const text = changed('945', { W12: 'W12*CC*12*12**CA**VN' });
    expect(body(text).slice(3, 5)).toEqual([
      'IK4*8*234*2',
      expect.stringMatching(/^CTX\*SITUATIONAL TRIGGER\*W12\*12\*\d*\*7\*235$/),
    ]);
    expect(body(text, '997').some((segment) => segment.startsWith('CTX'))).toBe(false);
  });

  it('is told beside a segment or element that a condition of the guide wants', () => {
    const trigger = { segment: 'W06', position: 2, element: 1, component: 2, reference: '514' };
    const lines = body(
      withGuide(
        good,
        { ...line, ack: { ik304: 'I6' }, trigger: { ...trigger, loopNumber: '0100' } },
        { ...line, element: 3, reference: '382', ack: { ik403: 'I9' }, trigger },
        { ...line, segment: 'G69', position: 13, ack: { ik304: 'I9' }, trigger: { segment: 'W12', position: 12 } },
      ),
    );
    expect(lines.slice(2, -2)).toEqual([
      'IK3*W12*12*0310*I6',
      'CTX*SITUATIONAL TRIGGER*W06*2*0100*1>2*514',
      'IK3*W12*12*0310*8',
      'IK4*3*382*I9*12',
      'CTX*SITUATIONAL TRIGGER*W06*2**1>2*514',
      'IK3*G69*13*0310*I9',
      'CTX*SITUATIONAL TRIGGER*W12*12',
    ]);
  });

  it('comes with the findings of a guide whose rule has a condition, loops by their numbers', () => {
    const text = `guide: Test
set: "214"
version: "004010"
rules:
  - { each: LX/AT7, when: { value: AT7-01, is: X3 }, that: MS1-04, code: guide.longitude, explain: An arrival has its longitude. }
  - { when: { all: [L11, { value: B10-03, is: BHFT }] }, that: { value: B10-01, is: PRO78 }, code: guide.reference, explain: PRO78 only. }
`;
    const { guides } = compileGuides([{ file: 'g.yaml', reference: 'test/214', text }], standards);
    const { tradeRules } = compileTradeRules(new Map());
    const one = lintInterchange(only(interchange({ set: '214' })), { guides, tradeRules });
    expect(body(one).slice(2, -2)).toEqual([
      'IK3*B10*2**8',
      'IK4*1*127*I6*PRO77',
      'CTX*SITUATIONAL TRIGGER*L11*3',
      'IK3*MS1*9*0205*8',
      'IK4*4*1654*I9',
      'CTX*SITUATIONAL TRIGGER*AT7*8*0205*1*1650',
    ]);
  });

  it('is told ten times at most beside one segment', () => {
    const trigger = { segment: 'W06', position: 2 };
    const found = Array.from({ length: 12 }, () => ({ ...line, ack: { ik304: 'I6' }, trigger }));
    expect(body(withGuide(good, ...found)).filter((segment) => segment.startsWith('CTX'))).toHaveLength(10);
  });
});

describe.skipIf(corpus === undefined)(
  skipped('whatever is answered with a 999', corpus === undefined && '../shared/corpus is not here'),
  () => {
    it('every 999 to every file of the corpus is without a fault, and node-x12 reads it', () => {
      let answers = 0;
      for (const entry of corpus ?? []) {
        for (const one of checked(corpusBytes(entry)).interchanges) {
          const { functional, findings } = answer(one);
          expect(findings, entry.file).toEqual([]);
          if (!functional) continue;
          answers += 1;
          const again = allFindings(checked(functional.bytes)).filter(({ level }) => level !== 'note');
          expect(again, entry.file).toEqual([]);
          if (one.delimiters.terminator.length === 1)
            expect(secondReader(textOf(functional.bytes)).length, entry.file).toBe(functional.groups.length);
        }
      }
      expect(answers).toBeGreaterThan(100);
    });
  },
);
