// What a scripted partner says in scenarios of the tiers should and resilience: segments of a set, and what is done to the interchange around them.

export interface Trouble {
  readonly functional: string;
  readonly segments: readonly string[];
  /** Changes the whole interchange. */
  readonly change?: (text: string) => string;
}

/** By scenario and frame; a frame that is not there is said as `usual` says it. */
type Says = Readonly<Record<string, Readonly<Record<string, (number: string) => Trouble>>>>;

const short = (number: string) => number.slice(-6);

interface At {
  readonly stop?: number;
  readonly day?: string;
  readonly minute?: number;
  readonly signed?: boolean;
}

const status = (number: string, at7: string, { stop, day = '20261122', minute = 10, signed }: At = {}): Trouble => ({
  functional: 'QM',
  segments: [
    'ST*214*0001',
    `B10*PRO-${short(number)}*${number}*BHFT`,
    ...['N1*SH*Northgate Outfitters*92*NG', 'N3*2200 Canal Road', 'N4*Joliet*IL*60435*US'],
    ...['N1*CN*Test Dock Madison*92*TD-2', 'N3*418 Orchard Lane', 'N4*Madison*WI*53703*US'],
    'LX*1',
    `AT7*${at7}*${day}*00${String(minute).padStart(2, '0')}*LT`,
    'MS1*Madison*WI*US',
    ...(stop ? [`L11*${stop}*QN`] : []),
    ...(signed ? ['K1*SIGNED BY R ALVAREZ'] : []),
  ],
});

const answer = (number: string, code: string, { scac = 'BHFT', more = [] as readonly string[] } = {}): Trouble => ({
  functional: 'GF',
  segments: ['ST*990*0001', `B1*${scac}*${number}*20261123*${code}`, ...more],
});

const invoice = (number: string, of: { id?: string; kind?: string; currency?: string } = {}): Trouble => ({
  functional: 'IM',
  segments: [
    'ST*210*0001',
    `B3**${of.id ?? `INV-${short(number)}`}*${number}*PP**20261123*129600*${of.kind ?? ''}***BHFT`,
    ...(of.currency ? [`C3*${of.currency}`] : []),
    ...(of.kind === 'BD' || of.kind === 'RB' ? ['K1*Detention was left out'] : []),
    ...['N1*BT*Northgate Outfitters*92*NG', 'N1*SH*Test Dock Joliet*92*TD-1', 'N1*CN*Test Dock Madison*92*TD-2'],
    ...['LX*1', 'L5*1*Palletised goods', 'L0*1***18400*G***22*PLT**L', 'L1*1*1200*FR*120000****400'],
    ...['LX*2', 'L1*2***9600****405', 'L3*18400*G***129600******22*L'],
  ],
});

const usualStatuses: Readonly<Record<string, (number: string) => Trouble>> = {
  'arrived-pickup': (number) => status(number, 'X3*NS**', { stop: 1, minute: 10 }),
  'departed-pickup': (number) => status(number, 'AF*NS**', { stop: 1, minute: 20 }),
  'en-route': (number) => status(number, 'X6*NS**', { minute: 25 }),
  'arrived-terminal': (number) => status(number, 'X4*NS**', { minute: 26 }),
  'left-terminal': (number) => status(number, 'P1*NS**', { minute: 27 }),
  'arrived-delivery': (number) => status(number, 'X1*NS**', { stop: 2, minute: 30 }),
  delivered: (number) => status(number, 'D1*NS**', { stop: 2, minute: 40, signed: true }),
};

const carrier: Says = {
  'advice-rejected': {
    advice: (number) => ({
      functional: 'AG',
      segments: [
        ...[
          'ST*824*0001',
          `BGN*00*ADV-${short(number)}*20261123`,
          `OTI*TR*SI*${number}*NORTHGATE*BHFT*20261123**1*0001*204*004010`,
        ],
        'TED*007*Postal code of stop 2 is missing*N4*14*3',
      ],
    }),
  },
  'tender-wrong-scac': { answer: (number) => answer(number, 'A', { scac: 'ZZZZ' }) },
  'tender-stop-reason': { answer: (number) => answer(number, 'A', { more: ['S5*1*LOAD'] }) },
  'tender-unknown-stop': { answer: (number) => answer(number, 'A', { more: ['S5*9*UL'] }) },
  'status-three-stops': {
    'first-drop': (number) => status(number, 'D1*NS**', { stop: 2, minute: 40, signed: true }),
    'second-drop': (number) => status(number, 'D1*NS**', { stop: 3, minute: 50, signed: true }),
  },
  'status-unknown-stop': { status: (number) => status(number, 'X3*NS**', { stop: 9 }) },
  'status-corrected': {
    first: (number) => status(number, 'X3*NS**'),
    second: (number) => status(number, 'X3*NS**', { minute: 20 }),
  },
  'status-older': {
    newer: (number) => status(number, 'X6*NS**'),
    older: (number) => status(number, 'AF*NS**', { day: '20261121' }),
  },
  'status-drop-first': {
    arrived: (number) => status(number, 'X1*NS**', { stop: 2, minute: 30 }),
    departed: (number) => status(number, 'AF*NS**', { stop: 1, minute: 20 }),
  },
  'status-appointment-moved': {
    first: (number) => status(number, '**AB*NA', { stop: 2 }),
    second: (number) => status(number, '**AB*NA', { stop: 2, minute: 20 }),
  },
  'status-no-reason': { status: (number) => status(number, 'X3***') },
  'status-and-appointment': { status: (number) => status(number, 'X3*NS*AA*NA') },
  'status-without-tender': { status: (number) => status(number, 'X3*NS**') },
  'status-out-of-order': {
    delivered: (number) => status(number, 'D1*NS**', { minute: 40, signed: true }),
    arrived: (number) => status(number, 'X1*NS**', { minute: 30 }),
  },
  'status-reversal': {
    delivered: (number) => status(number, 'D1*NS**', { signed: true }),
    cancelled: (number) => status(number, 'CA*NS**', { minute: 20 }),
  },
  'status-future': { status: (number) => status(number, 'X3*NS**', { day: '20261126' }) },
  'status-unknown-code': { status: (number) => status(number, 'ZZ*NS**') },
  'status-twice': {
    first: (number) => status(number, 'X3*NS**'),
    second: (number) => status(number, 'X3*NS**'),
  },
  'invoice-balance-due': { invoice: (number) => invoice(number, { kind: 'BD' }) },
  'invoice-currency': { invoice: (number) => invoice(number, { currency: 'CAD' }) },
  'invoice-void': {
    invoice: (number) => invoice(number, { id: `I-${short(number)}` }),
    void: (number) => invoice(number, { id: `V-${short(number)}`, kind: 'CA' }),
    rebill: (number) => invoice(number, { id: `R-${short(number)}`, kind: 'RB' }),
  },
  'invoice-twice': {
    first: (number) => invoice(number, { id: `I-${short(number)}` }),
    second: (number) => invoice(number, { id: `I-${short(number)}` }),
  },
  'invoice-before-delivery': { invoice: (number) => invoice(number) },
};

interface Picked {
  readonly status: string;
  readonly ordered: number;
  readonly shipped: number;
  readonly more?: readonly string[];
}
const jackets: Picked = { status: 'CC', ordered: 10, shipped: 10 };
const lamps: Picked = { status: 'CC', ordered: 4, shipped: 4 };

function shipment(
  number: string,
  picked: readonly Picked[] = [jackets, lamps],
  of: { unit?: string; total?: number } = {},
) {
  const products = ['614141000012*SK*NG-JACKET-M', '614141000036*SK*NG-LAMP'];
  const sum = picked.reduce((total, { shipped }) => total + shipped, 0);
  return {
    functional: 'SW',
    segments: [
      'ST*945*0001',
      `W06*F*${number}*20261123*S-${short(number)}`,
      ...['N1*ST*Test Shop Madison*92*TS-1', 'N3*418 Orchard Lane', 'N4*Madison*WI*53703*US'],
      ...[`N9*BM*BOL-${short(number)}`, 'G62*11*20261123*8*0005*LT', 'W27*LT*BHFT*Blue Heron Freight*PP'],
      ...picked.flatMap(({ status: state, ordered, shipped, more = [] }, nth) => [
        `LX*${nth + 1}`,
        `W12*${state}*${ordered}*${shipped}*${ordered - shipped}*${of.unit ?? 'EA'}*${products[nth]}`,
        `N9*LI*${nth + 1}`,
        ...more,
      ]),
      `W03*${of.total ?? sum}`,
    ],
  };
}

const receipt = (number: string, of: { condition?: string; total?: number; id?: string } = {}): Trouble => ({
  functional: 'RE',
  segments: [
    'ST*944*0001',
    `W17*F*20261123*${of.id ?? `R-${short(number)}`}*${number}`,
    ...['N1*WH*Quayside Logistics Joliet*92*QS-JOL', 'N3*2200 Canal Road', 'N4*Joliet*IL*60435*US'],
    ...['W07*20*EA*614141000012*SK*NG-JACKET-M', 'N9*LI*1'],
    ...(of.condition ? [`W13*2*EA*${of.condition}`] : []),
    ...['W07*12*EA*614141000029*SK*NG-BOOT-42', 'N9*LI*2'],
    `W14*${of.total ?? 32}`,
  ],
});

const stock = (id: string, of: { kind?: string; quantity?: number; sku?: string; day?: string } = {}): Trouble => ({
  functional: 'IB',
  segments: [
    'ST*846*0001',
    `BIA*${of.kind ?? '00'}*MB*${id}*${of.day ?? '20261122'}*0005`,
    ...['N1*WH*Quayside Logistics Joliet*92*QS-JOL', 'N3*2200 Canal Road', 'N4*Joliet*IL*60435*US'],
    of.sku ? `LIN*1*SK*${of.sku}` : 'LIN*1*SK*NG-JACKET-M*UP*614141000012',
    `QTY*17*${of.quantity ?? 120}*EA`,
    `QTY*33*${of.quantity ?? 104}*EA`,
    'CTT*1',
  ],
});

const withCheckDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, nth) => total + Number(digit) * (nth % 2 === 0 ? 3 : 1), 0);
  return digits + ((10 - (sum % 10)) % 10);
};

let serial = 0;
function label(): string {
  serial += 1;
  return withCheckDigit(`00614141${String(serial).padStart(9, '0')}`);
}

function announcement(
  number: string,
  of: { id?: string; kind?: string; labels?: readonly [string, string]; parent?: string } = {},
): Trouble {
  const [pallet, carton] = of.labels ?? [label(), label()];
  return {
    functional: 'SH',
    segments: [
      'ST*856*0001',
      `BSN*${of.kind ?? '00'}*${of.id ?? `A-${short(number)}`}*20261122*0005`,
      ...['HL*1**S', 'TD1*PLT*1****G*310*LB', 'TD5*B*2*BHFT*M*Blue Heron Freight', `REF*BM*BOL-${short(number)}`],
      ...['DTM*011*20261122*0005*CT', 'DTM*017*20261124*0900*CT'],
      ...['N1*SF*Fernhill Textiles*92*V2001', 'N3*77 Mill Street', 'N4*Lowell*MA*01852*US'],
      ...['N1*ST*Quayside Logistics Joliet*92*QS-JOL', 'N3*2200 Canal Road', 'N4*Joliet*IL*60435*US'],
      ...['HL*2*1*O', `PRF*${number}`, 'HL*3*2*T', `MAN*GM*00${pallet}`, 'HL*4*3*P', `MAN*GM*00${carton}`],
      ...[`HL*5*${of.parent ?? '4'}*I`, 'LIN*1*SK*NG-JACKET-M*UP*614141000012', 'SN1*1*20*EA'],
      ...['PID*F****Alpine jacket M', 'CTT*5'],
    ],
  };
}

const wrongDigit = (digits: string): string => digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10);

const warehouse: Says = {
  'order-serials': {
    shipped: (number) =>
      shipment(number, [jackets, { ...lamps, more: [1, 2, 3, 4].map((nth) => `N9*SE*SN-${short(number)}-${nth}`) }]),
  },
  'order-unknown-item': {
    shipped: (number) => shipment(number, [jackets, { status: 'IC', ordered: 4, shipped: 0 }]),
  },
  'order-substituted': { shipped: (number) => shipment(number, [jackets, { ...lamps, status: 'CS' }]) },
  'order-totals-wrong': { shipped: (number) => shipment(number, [jackets, lamps], { total: 15 }) },
  'order-unit-trap': { shipped: (number) => shipment(number, [jackets, lamps], { unit: 'CS' }) },
  'receipt-hold': { received: (number) => receipt(number, { condition: '09' }) },
  'receipt-totals-wrong': { received: (number) => receipt(number, { total: 33 }) },
  'receipt-unannounced': { received: (number) => receipt(number) },
  'receipt-twice': { first: (number) => receipt(number), second: (number) => receipt(number) },
  'stock-changes': {
    whole: (number) => stock(number),
    change: (number) => stock(`${number}A`, { kind: '04' }),
  },
  'stock-negative': { snapshot: (number) => stock(number, { quantity: -3 }) },
  'stock-unknown-item': { snapshot: (number) => stock(number, { sku: 'NG-NO-SUCH-ITEM' }) },
  'stock-twice': { first: (number) => stock(number), second: (number) => stock(number) },
  'stock-older': {
    newer: (number) => stock(number),
    older: (number) => stock(`${number}A`, { day: '20261121' }),
  },
  'asn-part': {
    first: (number) => announcement(number),
    second: (number) => announcement(number, { id: `B-${short(number)}` }),
  },
  'asn-replace': {
    first: (number) => announcement(number),
    replacement: (number) => announcement(number, { kind: '05' }),
  },
  'asn-cancel': { first: (number) => announcement(number), cancel: (number) => announcement(number, { kind: '01' }) },
  'asn-orphan': { announced: (number) => announcement(number, { parent: '9' }) },
  'asn-sscc-twice': {
    announced: (number) => {
      const one = label();
      return announcement(number, { labels: [one, one] });
    },
  },
  'asn-bad-sscc': { announced: (number) => announcement(number, { labels: [label(), wrongDigit(label())] }) },
  'asn-twice': { first: (number) => announcement(number), second: (number) => announcement(number) },
  'asn-late': { received: (number) => receipt(number), announced: (number) => announcement(number) },
};

/** The same document for all envelopes: a 945, which any warehouse sends. */
const enveloped = (change: (text: string) => string) => ({
  document: (number: string): Trouble => ({ ...shipment(number), change }),
});
const usualControl = (text: string): string => /ISA(\*[^*]*){12}\*(\d{9})/.exec(text)![2]!;

let reused = '';
const envelopes: Says = {
  'envelope-line-breaks': enveloped((text) => text.replaceAll('~', '~\r\n')),
  'envelope-separators': enveloped((text) => text.replaceAll('*', '|')),
  'envelope-newline-terminator': enveloped((text) => text.replaceAll('~', '\n')),
  'envelope-segment-count': enveloped((text) => text.replace(/SE\*\d+\*/, 'SE*99*')),
  'envelope-control-mismatch': enveloped((text) => text.replace(/IEA\*1\*\d+/, 'IEA*1*000000001')),
  'envelope-standards-id': enveloped((text) => text.replace('*U*00401*', '*X*00401*')),
  'envelope-repetition': enveloped((text) => text.replace('*U*00401*', '*^*00401*')),
  'envelope-truncated': enveloped((text) => text.slice(0, text.indexOf('~SE*') + 1)),
  'envelope-repeated': {
    first: (number) => ({
      ...shipment(number),
      change: (text) => {
        reused = usualControl(text);
        return text;
      },
    }),
    document: (number) => ({
      ...shipment(`${number}`, [jackets, { ...lamps, status: 'CP', shipped: 3 }]),
      change: (text) => text.replaceAll(usualControl(text), reused),
    }),
  },
  'envelope-partly': {
    document: (number) => ({
      ...shipment(number),
      change: (text) => {
        const set = /ST\*945\*0001~.*?SE\*\d+\*0001~/s.exec(text)![0];
        const bad = set.replaceAll('*0001~', '*0002~').replace('W12*CC*10*10', 'W12*CC*10*TEN');
        return text.replace(set, set + bad).replace(/GE\*1\*/, 'GE*2*');
      },
    }),
  },
  'envelope-groups': {
    document: (number) => ({
      ...shipment(number),
      change: (text) => {
        const group = /GS\*.*?GE\*1\*(\d+)~/s.exec(text)!;
        const as = (nth: number) =>
          group[0]
            .replaceAll(`*${group[1]}~`, `*${group[1]}${nth}~`)
            .replace(`*${group[1]}*X*`, `*${group[1]}${nth}*X*`)
            .replace(/\*S-/, `*S${nth}-`);
        const bad = as(2).replace('W12*CC*10*10', 'W12*CC*10*TEN');
        return text.replace(group[0], as(1) + bad + as(3)).replace('IEA*1*', 'IEA*3*');
      },
    }),
  },
  'envelope-gap': enveloped((text) => {
    const control = usualControl(text);
    return text.replaceAll(control, String(Number(control) + 100_000).padStart(9, '0'));
  }),
  'envelope-ta1': enveloped((text) => text.replace('~GS*', '~TA1*000000001*261122*1200*A*000~GS*')),
};

const scripts: Says = { ...carrier, ...warehouse, ...envelopes };

/** Scenarios that there are words for. */
export const scripted: ReadonlySet<string> = new Set(Object.keys(scripts));

/** What the partner says at its turn. */
export function troubleSays({ scenario, frame, number }: { scenario: string; frame: string; number: string }): Trouble {
  const says = scripts[scenario]?.[frame] ?? usualStatuses[frame];
  if (says) return says(number);
  return /^(tender|status|invoice)/.test(scenario) ? answer(number, 'A') : shipment(number);
}
