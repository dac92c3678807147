import { describe, expect, it } from 'vitest';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { documentOf, inbound, mappingOf, profileOf, schemaErrors, setsOf } from './support.ts';

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
    const received = origin?.ranges.map(([start, end]) => Buffer.from(bytes.subarray(start, end)).toString());
    expect(received).toEqual(['20260303', '1645', 'CT']);
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
    const milestones = result?.events.filter(({ type }) => type === 'shipment.milestone.v1');
    expect(milestones?.map(({ data, time }) => [data.milestone, data.reason, data.stop, data.place, time])).toEqual([
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

describe('a value that the event cannot take', () => {
  it('is left out with a finding: a stop 0, a key that is no SSCC', () => {
    const [status] = mapWith(
      carrier,
      '214',
      'B10*PRO*WH/OUT/00009*BHFT\nLX*1\nAT7*X3*NS***20260303*0800*LT\nMS1*Joliet*IL*US\nL11*0*QN',
    );
    expect(status?.events[0]?.data).not.toHaveProperty('stop');
    expect(status?.findings).toMatchObject([
      { code: 'mapping.number-invalid', segment: 'L11', received: '0', expected: 'whole number from 1 on' },
    ]);

    const marked = shipped(
      `W06*F*WH/OUT/00009*20260303\nW27*M*BHFT\n${line.replace('W12', 'MAN*GM*12345\nW12')}\nW03*2`,
    );
    expect(marked.events[0]?.data.lines).toMatchObject([{ product: { sku: 'NG-LAMP' } }]);
    expect(marked.findings).toMatchObject([
      { code: 'business.key-malformed', segment: 'MAN', received: '12345', expected: '18 digits' },
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

describe('an acknowledgement of what we sent', () => {
  it('says why a set and its group are not accepted, also where no segment is named', () => {
    for (const profile of [threePl, carrier]) {
      const [made] = mapWith(profile, '997', 'AK1*OW*7\nAK2*940*0001\nAK5*R*3*4\nAK9*R*1*1*0*5');
      expect(made!.events[0]!.data).toMatchObject({
        status: 'rejected',
        errorCodes: ['5'],
        sets: [{ set: '940', control: '0001', status: 'rejected', errorCodes: ['3', '4'] }],
      });
      expect(made!.findings).toEqual([]);
    }
  });
});

describe('a delivery', () => {
  const delivered = (remark: string) =>
    mapWith(
      carrier,
      '214',
      `B10*PRO*WH/OUT/1*BHFT\nLX*1\nAT7*D1*NS***20260303*0915*LT\nMS1*Madison*WI*US\nK1*${remark}`,
    )[0]!;

  it('has a remark as a remark, and a signature only where the remark says so', () => {
    const [milestone, delivery] = delivered('LEFT AT DOCK 4').events;
    expect(milestone!.data).toMatchObject({ remark: 'LEFT AT DOCK 4' });
    expect(delivery!.data).toMatchObject({ remark: 'LEFT AT DOCK 4' });
    expect(JSON.stringify([milestone, delivery])).not.toContain('signedBy');
    const signed = delivered('Signed by M KOWALSKI').events;
    expect(signed[0]!.data).toMatchObject({ proofOfDelivery: { signedBy: 'M KOWALSKI' } });
    expect(signed[1]!.data).toMatchObject({ signedBy: 'M KOWALSKI', remark: 'Signed by M KOWALSKI' });
  });
});

describe('a set of which no event is made', () => {
  const withAnswers = (each: string) =>
    inbound(`set: "214"
version: ["004010"]
emits: tender.answered.v1
each: ${each}
subject: B10-02
fields: { shipmentId: B10-02, answer: { const: accepted }, answerCode: AT7-01, references: { list: [] } }
`);
  const nothing = (each: string, body: string) => {
    const { events, findings, lost } = mapSet(setsOf(documentOf('214', body))[0]!, withAnswers(each));
    return [events, findings.filter(({ code }) => code.includes('nothing')).map((one) => [one.level, one.code]), lost];
  };
  const status = 'B10*P*S*BHFT\nLX*1\nAT7*X3*NS***20260130*0915*LT';

  it('wants a person where the loop that the mapping repeats for is not there at all', () => {
    expect(nothing('LX/AT7', 'B10*P*S*BHFT\nLX*1')).toEqual([[], [['business', 'mapping.nothing-found']], 1]);
  });

  it('may have nothing to tell where the loop is there and its filter leaves all of it out', () => {
    expect(nothing('LX/AT7[01=D1]', status)).toEqual([[], [['note', 'mapping.nothing-made']], undefined]);
    expect(nothing('LX/AT7', status)[1]).toEqual([]);
  });
});
