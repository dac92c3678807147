let control = 700_000;

interface Envelope {
  readonly from: string;
  readonly group: string;
  readonly segments: readonly string[];
  /** Further sets of the same group. */
  readonly more?: readonly (readonly string[])[];
}

function interchange({ from, group, segments, more = [] }: Envelope): string {
  control += 1;
  const [qualifier, id] = from.split(' ') as [string, string];
  const sets = [segments, ...more].flatMap(([first, ...rest], at) => {
    const set = String(at + 1).padStart(4, '0');
    return [first!.replace(/0001$/, set), ...rest, `SE*${rest.length + 2}*${set}`];
  });
  return `${[
    `ISA*00*          *00*          *${qualifier}*${id.padEnd(15)}*ZZ*NORTHGATE      *260303*0910*U*00401*${String(control).padStart(9, '0')}*0*P*>`,
    `GS*${group}*${id}*NORTHGATE*20260303*0910*${control}*X*004010`,
    ...sets,
    `GE*${more.length + 1}*${control}`,
    `IEA*1*${String(control).padStart(9, '0')}`,
  ].join('~')}~`;
}

export interface SaidLine {
  readonly sku: string;
  readonly quantity: number;
  readonly sscc?: string;
  readonly lot?: string;
}

const shipTo = ['N3*418 Orchard Lane', 'N4*Madison*WI*53703*US'];

export interface SaidShipment {
  readonly transfer: string;
  readonly lines: readonly SaidLine[];
  readonly tracking: string;
}

/** A 945 of the demo's warehouse. */
export const x945 = (transfer: string, lines: readonly SaidLine[], tracking = `TRK${Date.now()}`): string =>
  x945s([{ transfer, lines, tracking }]);

/** Several in one file. */
export function x945s(all: readonly SaidShipment[]): string {
  const [segments, ...more] = all.map(segmentsOf945);
  return interchange({ from: 'ZZ QUAYSIDE', group: 'SW', segments: segments!, more });
}

const segmentsOf945 = ({ transfer, lines, tracking }: SaidShipment): readonly string[] => [
  'ST*945*0001',
  `W06*F*${transfer}*20260303*SHP-1**PO-1`,
  'N1*ST*Larkfield Sports*92*C1001',
  ...shipTo,
  'N1*SF*Quayside Logistics Joliet*92*QS-JOL',
  ...['N3*2200 Canal Road', 'N4*Joliet*IL*60435*US'],
  `N9*2I*${tracking}`,
  'G62*11*20260303*8*1645*LT',
  'W27*M*BHFT*Blue Heron Freight*PP',
  ...lines.flatMap(({ sku, quantity, sscc, lot }, at) => [
    `LX*${at + 1}`,
    ...(sscc ? [`MAN*GM*00${sscc}`] : []),
    `W12*CC*${quantity}*${quantity}*0*EA**SK*${sku}`,
    ...(lot ? [`N9*LT*${lot}*${quantity}`] : []),
  ]),
  `W03*${lines.reduce((sum, { quantity }) => sum + quantity, 0)}`,
];

/** An 856 of the demo's warehouse: one pallet with one product. */
export const x856 = (order: string, { sku, quantity, sscc }: SaidLine): string =>
  interchange({
    from: 'ZZ QUAYSIDE',
    group: 'SH',
    segments: [
      'ST*856*0001',
      `BSN*00*ASN-${order}-${control}*20260304*1510`,
      'HL*1**S',
      'TD1*PLT*1****G*310*LB',
      'TD5*B*2*BHFT*M*Blue Heron Freight',
      ...['REF*BM*BOL-1', `REF*CN*PRO-${order}`, 'DTM*011*20260304*1500*CT', 'DTM*017*20260306*0900*CT'],
      ...['N1*SF*Fernhill Textiles*92*V2001', 'N3*77 Mill Street', 'N4*Lowell*MA*01852*US'],
      ...['N1*ST*Quayside Logistics Joliet*92*QS-JOL', 'N3*2200 Canal Road', 'N4*Joliet*IL*60435*US'],
      ...['HL*2*1*O', `PRF*${order}`, 'HL*3*2*P', `MAN*GM*00${sscc}`],
      ...['HL*4*3*I', `LIN*1*SK*${sku}`, `SN1*1*${quantity}*EA`, 'CTT*4'],
    ],
  });

/** A 214 of the demo's carrier: the load has left. */
export const x214 = (transfer: string, minute = 20): string =>
  interchange({
    from: '02 BHFT',
    group: 'QM',
    segments: [
      'ST*214*0001',
      `B10*PRO-4410071*${transfer}*BHFT`,
      ...['LX*1', `AT7*AF*NS***20260303*18${String(minute).padStart(2, '0')}*LT`, 'MS1*Joliet*IL*US'],
    ],
  });
