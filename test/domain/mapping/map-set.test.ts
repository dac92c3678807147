import { describe, expect, it } from 'vitest';
import { mapSet } from '../../../services/domain/mapping/map-set.ts';
import { documentOf, fileText, inbound, mappingOf, profileOf, schemaErrors, setsOf } from './support.ts';

const threePl = profileOf('standard-3pl');
const carrier = profileOf('standard-carrier');

function mapWith(profile: typeof threePl, set: string, ...bodies: readonly string[]) {
  const mapping = mappingOf(profile, set);
  if (mapping.direction !== 'inbound') throw new Error('not inbound');
  return setsOf(documentOf(set, ...bodies)).map((read) => mapSet(read, mapping, { partnerZone: 'America/Chicago' }));
}

const line = 'LX*1\nW12*CC*2*2*0*EA*614141000036*SK*NG-LAMP';
const shipped = (body: string) => mapWith(threePl, '945', body)[0]!;

describe('an event', () => {
  it('is not made when a required field is missing; one finding says which, and where it is read', () => {
    const { events, findings } = shipped(`W06*F**20260303\nW27*M*BHFT\n${line}\nW03*2`);
    expect(events).toEqual([]);
    expect(findings).toMatchObject([
      {
        code: 'mapping.value-missing',
        level: 'business',
        segment: 'W06',
        position: 2,
        element: 2,
        expected: 'a value in W06-02',
        explanation: 'The document gives no `orderNumber`. It is read from W06-02. No event can be made without it.',
      },
    ]);
  });

  it('is not made with some of its lines: a line without a product holds it back', () => {
    const { events, findings } = shipped(
      `W06*F*WH/OUT/00009*20260303\nW27*M*BHFT\n${line}\nLX*2\nW12*CC*1*1*0*EA\nW03*3`,
    );
    expect(events).toEqual([]);
    expect(findings).toMatchObject([{ code: 'mapping.value-missing', segment: 'W12', position: 7, level: 'business' }]);
  });

  it('is not made without lines', () => {
    const { events, findings } = shipped('W06*F*WH/OUT/00009*20260303\nW27*M*BHFT\nW03*0');
    expect(events).toEqual([]);
    expect(findings).toMatchObject([{ code: 'mapping.value-missing', expected: 'a value in LX/W12' }]);
  });

  it('leaves out what the document does not speak of, without a word', () => {
    const { events, findings } = shipped(`W06*F*WH/OUT/00009*20260303\nW27*M*BHFT\n${line}\nW03*2`);
    expect(findings).toEqual([]);
    expect(schemaErrors('warehouse-order.shipped.v1', events[0]?.data)).toEqual([]);
    const { billOfLading, trackingNumber, parties, totals } = events[0]?.data ?? {};
    expect({ billOfLading, trackingNumber, parties, totals }).toEqual({ totals: { units: 2 } });
  });

  it('knows a cancelled line without a quantity as nothing shipped', () => {
    const { events } = shipped(`W06*F*WH/OUT/00009*20260303\nW27*M*BHFT\nLX*1\nW12*IC*5***EA**SK*NG-LAMP\nW03*0`);
    expect(events[0]?.data.lines).toMatchObject([{ status: 'cancelled', shipped: { value: 0, unit: 'each' } }]);
    expect(events[0]?.provenance['/lines/0/shipped/value']).toEqual({ ranges: [], mappingLine: expect.any(Number) });
  });

  it('combines the bytes of all the elements that a value came from', () => {
    const bytes = documentOf(
      '945',
      `W06*F*WH/OUT/00009*20260303\nG62*11*20260303*8*1645*CT\nW27*M*BHFT\n${line}\nW03*2`,
    );
    const mapping = mappingOf(threePl, '945');
    const [set] = setsOf(bytes);
    if (!set || mapping.direction !== 'inbound') throw new Error('no set');
    const origin = mapSet(set, mapping, {}).events[0]?.provenance['/shippedAt/utc'];
    const said = origin?.ranges.map(([start, end]) => Buffer.from(bytes.subarray(start, end)).toString());
    expect(said).toEqual(['20260303', '1645', 'CT']);
    expect(origin).toMatchObject({ place: 'G62-02', position: 3 });
  });

  it('takes UTF-8 text as it was meant and other bytes as Latin-1', () => {
    const order = (name: string) =>
      shipped(`W06*F*WH/OUT/00009*20260303\nN1*ST*${name}\nW27*M*BHFT\n${line}\nW03*2`).events[0]?.data.parties;
    expect(order(Buffer.from('Müller & Søn', 'utf8').toString('latin1'))).toMatchObject([{ name: 'Müller & Søn' }]);
    expect(order('Müller')).toMatchObject([{ name: 'Müller' }]);
  });

  it('is made for each status of a 214, with the stop, the reason and the place of its own', () => {
    const body = [
      'B10*PRO*WH/OUT/00009*BHFT',
      'LX*1',
      'AT7*X3*NS***20260303*0800*LT',
      'MS1*Joliet*IL*US',
      'AT7*SD*AF***20260303*0900*ES',
    ];
    const [result] = mapWith(carrier, '214', [...body, 'L11*1*QN'].join('\n'));
    expect(result?.events.map(({ data, time }) => [data.milestone, data.reason, data.stop, data.place, time])).toEqual([
      [
        'arrived-at-pickup',
        { code: 'NS', meaning: 'normal' },
        1,
        { city: 'Joliet', state: 'IL', country: 'US' },
        '2026-03-03T14:00:00Z',
      ],
      ['delayed', { code: 'AF', meaning: 'accident' }, 1, undefined, '2026-03-03T14:00:00Z'],
    ]);
  });
});

describe('the tree of an 856', () => {
  const levels = (...lines: readonly string[]) =>
    mapWith(threePl, '856', ['BSN*00*ASN-1*20260304*1510', ...lines].join('\n'))[0]!;

  it('gives an item the order, pallet and carton above it and not those beside it', () => {
    const { events } = levels(
      'HL*1**S',
      'HL*2*1*O\nPRF*P00001',
      'HL*3*2*T\nMAN*GM*00006141410000001002',
      'HL*4*3*P\nMAN*GM*00006141410000002016',
      'HL*5*4*I\nLIN**SK*NG-LAMP\nSN1**1*EA',
      'HL*6*1*O\nPRF*P00002',
      'HL*7*6*I\nLIN**UP*614141000012*VN*V-7\nSN1**2*EA',
    );
    expect(events[0]?.data.items).toEqual([
      {
        purchaseOrder: 'P00001',
        product: { sku: 'NG-LAMP' },
        quantity: { value: 1, unit: 'each', unitCode: 'EA' },
        package: { sscc: '006141410000002016', kind: 'carton' },
        pallet: { sscc: '006141410000001002', kind: 'pallet' },
      },
      {
        purchaseOrder: 'P00002',
        product: { gtin: '614141000012', vendorSku: 'V-7' },
        quantity: { value: 2, unit: 'each', unitCode: 'EA' },
      },
    ]);
  });

  it('may be as deep as the document is long', () => {
    const depth = 20_000;
    const chain = Array.from({ length: depth }, (_, index) => `HL*${index + 2}*${index + 1}*P`);
    const { events, findings } = levels(
      'HL*1**S',
      ...chain,
      `HL*${depth + 2}*${depth + 1}*I\nLIN**SK*NG-LAMP\nSN1**1*EA`,
    );
    expect(events[0]?.data.items).toHaveLength(1);
    expect(findings.filter(({ level }) => level === 'business')).toEqual([]);
  });
});

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
      return findings.map((finding) => [finding.level, finding.position, finding.said]);
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
    const mapping = mappingOf(threePl, '945');
    if (mapping.direction !== 'inbound') throw new Error('not inbound');
    const [set] = setsOf(documentOf('945', `W06*F*WH/OUT/00009*20260303\nW27*M*BHFT\n${lines.join('\n')}\nW03*4000`));
    const tight = { ...mapping, size: mapping.size / 5 };
    expect(mapSet(set!, tight).events).toHaveLength(1);
  });
});
