import { describe, expect, it } from 'vitest';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { documentOf, fileText, inbound, mappingOf, profileOf, setsOf } from './support.ts';

const acknowledged = (fields: string) => `set: '997'
version: '004010'
emits: document.acknowledged.v1
subject: AK1-02
fields:
  groupControl: AK1-02
  functionalId: AK1-01
  status: { const: rejected }
  statusCode: AK9-01
${fields}`;
const group = (count: number) =>
  [
    'AK1*SW*1',
    ...Array.from({ length: count }, (_, index) => `AK2*945*${index + 1}\nAK5*A`),
    `AK9*A*${count}*${count}*${count}`,
  ].join('\n');

describe('the language', () => {
  const dataOf = (yaml: string, body: string, context = {}) =>
    mapSet(setsOf(documentOf('997', body))[0]!, inbound(yaml), context);

  it('counts, sums, joins, numbers and takes values of the context', () => {
    const { events } = dataOf(
      acknowledged(`  sets: { each: AK2, fields: { set: { join: [AK2-01, AK2-02], with: '#' }, control: { index: true }, status: { const: accepted }, statusCode: { context: answer, default: '?' } } }
  counts: { fields: { included: { count: AK2 }, received: { sum: AK2-02 }, accepted: { from: AK9-04, when: { value: AK9-01, is: A } } } }`),
      group(3),
      { values: { answer: 'fine' } },
    );
    expect(events[0]?.data).toMatchObject({
      sets: [
        { set: '945#1', control: '1', statusCode: 'fine' },
        { set: '945#2', control: '2', statusCode: 'fine' },
        { set: '945#3', control: '3', statusCode: 'fine' },
      ],
      counts: { included: 3, received: 6, accepted: 3 },
    });
  });

  it('puts lists one behind the other, provenance included', () => {
    const { events } = dataOf(
      acknowledged(`  sets:
    list:
      - fields: { set: AK1-01, control: AK1-02, status: { const: accepted }, statusCode: AK9-01 }
      - { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { const: accepted }, statusCode: AK5-01 } }`),
      group(2),
    );
    expect(events[0]?.data.sets).toMatchObject([{ control: '1', set: 'SW' }, { control: '1' }, { control: '2' }]);
    expect(
      ['/sets/0/control', '/sets/1/control', '/sets/2/control'].map((pointer) => events[0]?.provenance[pointer]?.place),
    ).toEqual(['AK1-02', 'AK2-02', 'AK2-02']);
  });

  it('complains about a code that its table does not know as loudly as the table says', () => {
    const level = (unmapped: string) => {
      const { events, findings } = dataOf(
        acknowledged(
          `  sets: { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { from: AK5-01, table: { R: rejected }, otherwise: accepted, unmapped: ${unmapped} }, statusCode: AK5-01 } }`,
        ),
        group(2),
      );
      expect(events[0]?.data.sets).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
      const about = findings.filter(({ code }) => code === 'mapping.code-unmapped');
      return about.map((finding) => [finding.level, finding.position, finding.received]);
    };
    expect(level('silent')).toEqual([]);
    expect(level('note')).toEqual([
      ['note', 4, 'A'],
      ['note', 6, 'A'],
    ]);
    expect(level('business')).toEqual([
      ['business', 4, 'A'],
      ['business', 6, 'A'],
    ]);
  });

  it('makes several kinds of events of one set', () => {
    const one = (type: string, rest: string) => `  - emits: ${type}\n    subject: AK1-02\n${rest}`;
    const { events } = dataOf(
      `set: '997'
version: '004010'
events:
${one('tender.answered.v1', '    each: AK2\n    when: { value: AK2-02, in: ["2", "3"] }\n    fields: { shipmentId: AK2-02, answer: { const: other }, answerCode: AK5-01, references: { each: AK3, fields: { kind: { const: other }, value: AK3-01 } } }')}
${one('shipment.milestone.v1', '    fields: { milestone: { const: other }, statusCode: AK9-01, at: { moment: { date: AK1-02 } }, references: { each: AK3, fields: { kind: { const: other }, value: AK3-01 } } }')}
`,
      group(3).replace('AK1*SW*1', 'AK1*SW*20260303'),
    );
    expect(events.map(({ type, data }) => [type, data.shipmentId])).toEqual([
      ['tender.answered.v1', '2'],
      ['tender.answered.v1', '3'],
      ['shipment.milestone.v1', undefined],
    ]);
    expect(events[0]?.data.references).toEqual([]);
  });

  it('writes an object of constants alone, and leaves one out that a document could have filled and did not', () => {
    const answered = (fields: string) =>
      dataOf(
        `set: '997'
version: '004010'
emits: tender.answered.v1
subject: AK1-02
fields:
  shipmentId: AK1-02
  answer: { const: other }
  answerCode: AK9-01
  references: { list: [] }
${fields}`,
        group(1),
      ).events[0]?.data;
    expect(answered('  carrier: { fields: { scac: { const: BHFT } } }')).toEqual({
      shipmentId: '1',
      answer: 'other',
      answerCode: 'A',
      references: [],
      carrier: { scac: 'BHFT' },
    });
    for (const fields of ['scac: { const: BHFT }, name: AK9-05', 'scac: { const: BHFT, when: AK9-05 }'])
      expect(answered(`  carrier: { fields: { ${fields} } }`)).not.toHaveProperty('carrier');
  });

  it('says so when there is no definition of the set', () => {
    const [set] = setsOf(documentOf('997', group(1)));
    if (!set) throw new Error('no set');
    const { code, control, range, segments } = set;
    const bare = { code, control, range, segments, findings: [], status: 'A' } as const;
    expect(mapSet(bare, inbound(fileText('partners/standard-3pl/mappings/997-in.yaml')))).toMatchObject({
      events: [],
      findings: [{ code: 'mapping.no-definition' }],
    });
  });
});

describe('cost', () => {
  it('of a run that multiplies is stopped with a finding and nothing made of it', () => {
    const greedy = inbound(
      acknowledged(
        `  sets: { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { const: accepted }, statusCode: { sum: /AK2-02 } } }`,
      ),
    );
    const { events, findings } = mapSet(setsOf(documentOf('997', group(3000)))[0]!, greedy);
    expect(events).toEqual([]);
    expect(findings).toMatchObject([{ code: 'mapping.cost-limit', level: 'business' }]);
  });

  it('of our mappings stays below a fifth of the limit on large documents', () => {
    const lines = Array.from(
      { length: 2000 },
      (_, index) =>
        `LX*${index + 1}\nMAN*GM*00006141410000000012\nW12*CC*2*2*0*EA*614141000036*SK*NG-LAMP\nN9*LT*L${index}*2`,
    );
    const mapping = mappingOf(profileOf('standard-3pl'), '945');
    if (mapping.direction !== 'inbound') throw new Error('not inbound');
    const [set] = setsOf(documentOf('945', `W06*F*WH/OUT/00009*20260303\nW27*M*BHFT\n${lines.join('\n')}\nW03*4000`));
    const tight = { ...mapping, size: mapping.size / 5 };
    expect(mapSet(set!, tight).events).toHaveLength(1);
  });
});
