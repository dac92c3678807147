import { describe, expect, it } from 'vitest';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { documentOf, inbound, setsOf } from './support.ts';

const head = 'set: "990"\nversion: "004010"\n';
const faultsOf = (yaml: string) =>
  compileMapping(head + yaml, 'shared.yaml').faults.map(
    ({ line, message, hint }) => `${line} ${message} ${hint ?? ''}`,
  );

describe('a shared value', () => {
  it('is compiled where it is used, and its provenance names the line where it is written', () => {
    const mapping = inbound(`${head}shared:
  carrier: { fields: { scac: B1-01 } }
  shipment: B1-02
emits: tender.answered.v1
subject: { use: shipment }
fields:
  shipmentId: { use: shipment }
  carrier: { use: carrier }
  answer: { const: accepted }
  answerCode: B1-04
  references: { each: N9, fields: { kind: { const: other }, value: N9-02 } }
`);
    const [set] = setsOf(documentOf('990', 'B1*BHFT*SHP-1*20260303*A'));
    const [event] = mapSet(set!, mapping).events;
    expect(event).toMatchObject({ subject: 'SHP-1', data: { shipmentId: 'SHP-1', carrier: { scac: 'BHFT' } } });
    expect(event?.provenance['/shipmentId']).toMatchObject({ place: 'B1-02', mappingLine: 5 });
    expect(event?.provenance['/carrier/scac']?.mappingLine).toBe(4);
  });

  it('that is misspelt, or of the wrong kind for its place, is a fault at its use', () => {
    const faults = faultsOf(`shared:
  carrier: { fields: { scac: B1-01 } }
emits: tender.answered.v1
subject: { use: carier }
fields:
  shipmentId: { use: carrier }
  answer: { const: accepted }
  answerCode: B1-04
  references: { each: N9, fields: { kind: { const: other }, value: N9-02 } }
`);
    expect(faults).toEqual([
      expect.stringMatching(/^4 The event expects a single value here/),
      expect.stringMatching(/^6 There is no shared value `carier`\. .*carrier/),
    ]);
  });

  it('cannot use itself, nor double itself without end', () => {
    const rest = 'emits: tender.answered.v1\nsubject: B1-02\nfields: { shipmentId: { use: a0 }, answerCode: B1-04 }\n';
    expect(
      faultsOf(`shared: { a0: { first: [{ use: a1 }] }, a1: { first: [{ use: a0 }] } }\n${rest}`).join(),
    ).toContain('The shared value `a0` uses itself and would never end.');
    const doubling = Array.from(
      { length: 60 },
      (_, n) => `  a${n}: { first: [{ use: a${n + 1} }, { use: a${n + 1} }] }`,
    );
    expect(faultsOf(`shared:\n${doubling.join('\n')}\n  a60: B1-02\n${rest}`).join()).toContain(
      'at most 3000 expressions',
    );
  });
});
