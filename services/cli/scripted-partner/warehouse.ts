import { day, type Said, short, type Turn } from './said.ts';

/** A line of a shipment, as it was picked. */
export interface Picked {
  readonly status: string;
  readonly product?: { readonly sku: string; readonly gtin?: string };
  readonly ordered: number;
  readonly shipped: number;
  readonly lot?: string;
}

const ordered = [
  { gtin: '614141000012', sku: 'NG-JACKET-M' },
  { gtin: '614141000036', sku: 'NG-LAMP' },
] as const;

/** A 945 of an order. @param picked of the products of the test order, where they name none */
export function shipment(number: string, picked: readonly Picked[], shipmentId = `S-${short(number)}`): Said {
  const total = picked.reduce((sum, { shipped }) => sum + shipped, 0);
  return {
    functional: 'SW',
    segments: [
      'ST*945*0001',
      `W06*F*${number}*${day()}*${shipmentId}`,
      'N1*ST*Test Shop Madison*92*TS-1',
      'N3*418 Orchard Lane',
      'N4*Madison*WI*53703*US',
      `N9*BM*BOL-${short(number)}`,
      `G62*11*${day()}*8*0005*LT`,
      'W27*LT*BHFT*Blue Heron Freight*PP',
      ...picked.flatMap(({ status: state, ordered: wanted, shipped, lot, product }, nth) => {
        const { sku, gtin = '' }: NonNullable<Picked['product']> = product ?? ordered[nth]!;
        return [
          `LX*${nth + 1}`,
          `W12*${state}*${wanted}*${shipped}*${wanted - shipped}*EA*${gtin}*SK*${sku}`,
          `N9*LI*${nth + 1}`,
          ...(lot ? [`N9*LT*${lot}*${shipped}`] : []),
        ];
      }),
      `W03*${total}`,
    ],
  };
}

function receipt(number: string, got: readonly (readonly [quantity: number, condition?: string])[]): Said {
  const products = [
    ['614141000012', 'NG-JACKET-M'],
    ['614141000029', 'NG-BOOT-42'],
  ];
  return {
    functional: 'RE',
    segments: [
      'ST*944*0001',
      `W17*F*${day()}*R-${short(number)}*${number}`,
      'N1*WH*Quayside Logistics Joliet*92*QS-JOL',
      'N3*2200 Canal Road',
      'N4*Joliet*IL*60435*US',
      ...got.flatMap(([quantity, condition], nth) => [
        `W07*${quantity}*EA*${products[nth]![0]}*SK*${products[nth]![1]}`,
        `N9*LI*${nth + 1}`,
        ...(condition ? [`W13*2*EA*${condition}`] : []),
      ]),
      `W14*${got.reduce((sum, [quantity]) => sum + quantity, 0)}`,
    ],
  };
}

const withCheckDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, nth) => total + Number(digit) * (nth % 2 === 0 ? 3 : 1), 0);
  return digits + ((10 - (sum % 10)) % 10);
};

function announcement(number: string, control: number): Said {
  const sscc = (nth: number) => withCheckDigit(`00614141${String((control % 10_000_000) * 10 + nth).padStart(9, '0')}`);
  return {
    functional: 'SH',
    segments: [
      'ST*856*0001',
      `BSN*00*A-${short(number)}*${day()}*0005`,
      'HL*1**S',
      'TD1*PLT*1****G*310*LB',
      'TD5*B*2*BHFT*M*Blue Heron Freight',
      `REF*BM*BOL-${short(number)}`,
      `DTM*011*${day()}*0005*CT`,
      `DTM*017*${day(2)}*0900*CT`,
      'N1*SF*Fernhill Textiles*92*V2001',
      'N3*77 Mill Street',
      'N4*Lowell*MA*01852*US',
      'N1*ST*Quayside Logistics Joliet*92*QS-JOL',
      'N3*2200 Canal Road',
      'N4*Joliet*IL*60435*US',
      'HL*2*1*O',
      `PRF*${number}`,
      'HL*3*2*T',
      `MAN*GM*00${sscc(1)}`,
      'HL*4*3*P',
      `MAN*GM*00${sscc(2)}`,
      'HL*5*4*I',
      'LIN*1*SK*NG-JACKET-M*UP*614141000012',
      'SN1*1*20*EA',
      'PID*F****Alpine jacket M',
      'CTT*5',
    ],
  };
}

const full: readonly Picked[] = [
  { status: 'CC', ordered: 10, shipped: 10 },
  { status: 'CC', ordered: 4, shipped: 4 },
];

/** What a warehouse says at its turn. */
export function warehouseSays({ scenario, frame, number, control }: Turn): Said {
  const by: Readonly<Record<string, () => Said>> = {
    'warehouse-refused': () => {
      const said = shipment(number, full);
      return { ...said, segments: said.segments.map((one) => one.replace('W12*CC*10*10', 'W12*CC*10*TEN')) };
    },
    'order-short': () => shipment(number, [full[0]!, { status: 'CP', ordered: 4, shipped: 1 }]),
    'order-backorder': () =>
      frame === 'first-wave'
        ? shipment(number, [{ status: 'BP', ordered: 10, shipped: 6 }, full[1]!])
        : shipment(number, [{ status: 'CC', ordered: 4, shipped: 4 }], `S2-${short(number)}`),
    'order-zero': () =>
      shipment(
        number,
        full.map((line) => ({ ...line, status: 'IC', shipped: 0 })),
      ),
    'order-lots': () => shipment(number, [{ ...full[0]!, lot: 'LOT-2601' }, full[1]!]),
    'order-change': () => shipment(number, [{ status: 'CC', ordered: 6, shipped: 6 }, full[1]!]),
    'receipt-exact': () => receipt(number, [[20], [12]]),
    'receipt-short': () => receipt(number, [[18, '02'], [12]]),
    'receipt-over': () => receipt(number, [[22, '03'], [12]]),
    'receipt-damaged': () => receipt(number, [[20, '01'], [12]]),
    'stock-adjusted': () => ({
      functional: 'AW',
      segments: [
        'ST*947*0001',
        `W15*${day()}*${number}*${number}`,
        'N1*WH*Quayside Logistics Joliet*92*QS-JOL',
        'N3*2200 Canal Road',
        'N4*Joliet*IL*60435*US',
        'W19*AU*-2*EA*614141000036*SK*NG-LAMP',
      ],
    }),
    'stock-snapshot': () => ({
      functional: 'IB',
      segments: [
        'ST*846*0001',
        `BIA*00*MB*${number}*${day()}*0005`,
        'N1*WH*Quayside Logistics Joliet*92*QS-JOL',
        'N3*2200 Canal Road',
        'N4*Joliet*IL*60435*US',
        'LIN*1*SK*NG-JACKET-M*UP*614141000012',
        'QTY*17*120*EA',
        'QTY*33*104*EA',
        'CTT*1',
      ],
    }),
    'asn-complete': () => announcement(number, control),
    'purchase-order': () => ({
      functional: 'PO',
      segments: [
        'ST*850*0001',
        `BEG*00*NE*${number}**${day()}`,
        'N1*BY*Quayside Logistics*92*QS',
        'N1*ST*Larkfield Sports*92*C1001',
        'N3*418 Orchard Lane',
        'N4*Madison*WI*53703*US',
        'PO1*1*10*EA*64.5*PE*SK*NG-JACKET-M*UP*614141000012',
        'PO1*2*4*EA*18*PE*SK*NG-LAMP',
        'CTT*2*14',
      ],
    }),
    'invoice-services': () => ({
      functional: 'IN',
      segments: [
        'ST*810*0001',
        `BIG*${day()}*${number}**P-${short(number)}***DI`,
        'N1*RI*Quayside Logistics*92*QS',
        'IT1*1*14*EA*1.25*PE*SK*WH-HANDLING',
        'TDS*1750',
        'CTT*1',
      ],
    }),
  };
  return by[scenario]?.() ?? shipment(number, full);
}
