import { describe, expect, it } from 'vitest';
import { collectFaults } from '../../../services/domain/language/fault.ts';
import { findLostPaths, findLostPathsOfRules } from '../../../services/domain/mapping/run/lost-paths.ts';
import { inbound, standards, tradeRules } from './support.ts';

const definitionsOf = (set: string, versions = ['004010', '005010']) =>
  versions
    .map((version) => standards.forVersion(version)?.definition.sets.get(set))
    .filter((definition) => definition !== undefined);

const lostIn = (yaml: string, versions?: string[]) => {
  const mapping = inbound(yaml);
  const faults = collectFaults('test.yaml');
  findLostPaths(mapping, definitionsOf(mapping.set, versions), faults);
  return faults.list.map(({ line, column, message, hint }) => [`${line}:${column}`, message, hint]);
};

const status = (fields: string) => `set: '214'
version: '004010'
shared:
  remark: { first: [K1-01, ^LX/K1-01] }
emits: shipment.milestone.v1
each: LX/AT7
subject: /B10-02
fields:
  shipmentId: /B10-02
  milestone: { const: other }
  statusCode: { use: remark }
  at: { moment: { date: AT7-05 } }
${fields}`;

describe('paths that lead nowhere', () => {
  it('are told where they stand, with what was probably meant', () => {
    const found = lostIn(
      status(`  carrierReference: { first: [/B10-12, B11-01] }
  place: { fields: { city: MS9-01, state: ^L5/L5-01, country: MS1-03.7 } }
  references: { each: "LX/N9[09=X]", fields: { kind: { const: other }, value: N9-02 } }
  parties: { each: "/N1[07=X]", fields: { role: { const: carrier }, id: N3-01 } }`),
    );
    expect(found).toEqual([
      ['13:31', 'B10 has 7 elements, so there is no B10-12.', undefined],
      ['13:40', 'There is no segment or loop B11 in the AT7 loop.', undefined],
      ['14:28', 'There is no segment or loop MS9 in the AT7 loop.', 'did you mean `MS1`?'],
      ['14:43', 'There is no loop L5 around this.', 'a `/` at the beginning starts at the set'],
      ['15:23', 'There is no segment or loop LX in the AT7 loop.', 'it stands at `/LX`'],
      ['16:20', 'N1 has 6 elements, so there is no N1-07.', undefined],
    ]);
  });

  it('are not those that one of the versions knows, or one of the places that share a value', () => {
    const references = '  references: { list: [] }';
    expect(lostIn(status(references))).toEqual([]);
    expect(lostIn(status(references), ['005010'])).toEqual([]);
    // In 004010 a K1 stands in the LX only.
    expect(lostIn(status(references), ['004010'])).toEqual([
      ['4:21', 'There is no segment or loop K1 in the AT7 loop.', expect.stringContaining('K1')],
    ]);
  });

  it('are told of pairs, whose qualifiers stand behind the last element', () => {
    const answer = (at: string) => `set: '990'
version: '004010'
emits: tender.answered.v1
subject: B1-02
fields:
  shipmentId: { pair: { of: B1, at: [${at}], codes: [A] } }
  answer: { const: other }
  answerCode: B1-04
  references: { list: [] }
`;
    expect(lostIn(answer('1, 3'))).toEqual([]);
    expect(lostIn(answer('1, 33'))).toMatchObject([['6:29', expect.stringMatching(/^B1 has \d elements/), undefined]]);
  });

  it('are none in our trade rules', () => {
    for (const [set, { rules, hints, once }] of tradeRules) {
      const faults = collectFaults(set);
      // Rules of data elements are made for the segments that have them.
      for (const { rules: own } of [rules, hints, once])
        findLostPathsOfRules(
          own.filter(({ elements }) => elements === undefined),
          definitionsOf(set),
          faults,
        );
      expect(faults.list).toEqual([]);
    }
  });
});
