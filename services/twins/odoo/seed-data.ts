/** The demo company: fictional throughout. Quantities of the first orders are those that the sample documents of the two partners speak of. */

export const products = [
  {
    code: 'NG-JACKET-M',
    name: 'Alpine jacket M',
    barcode: '0614141000012',
    weight: 0.9,
    price: 189,
    cost: 84,
    tracking: 'none',
  },
  {
    code: 'NG-BOOT-42',
    name: 'Trail boot 42',
    barcode: '0614141000029',
    weight: 1.4,
    price: 149,
    cost: 66,
    tracking: 'lot',
  },
  { code: 'NG-LAMP', name: 'Camp lamp', barcode: '0614141000036', weight: 0.35, price: 39, cost: 14, tracking: 'none' },
] as const;
export type ProductCode = (typeof products)[number]['code'];

export const lots = ['LOT-2601', 'LOT-2602', 'LOT-2603'] as const;

export const states = [
  ['Wisconsin', 'WI'],
  ['Illinois', 'IL'],
  ['New York', 'NY'],
  ['Colorado', 'CO'],
  ['Oregon', 'OR'],
] as const;
type StateCode = (typeof states)[number][1];

interface Address {
  readonly name: string;
  readonly ref: string;
  readonly street: string;
  readonly city: string;
  readonly state: StateCode;
  readonly zip: string;
  readonly phone: string;
}

export const ownAddress: Omit<Address, 'name'> = {
  ref: 'NORTHGATE',
  street: '77 Ridge Street',
  city: 'Albany',
  state: 'NY',
  zip: '12207',
  phone: '+1 518 555 0100',
};

export const warehouseAddress: Address = {
  name: 'Quayside Logistics Joliet',
  ref: 'QS-JOL',
  street: '2200 Canal Road',
  city: 'Joliet',
  state: 'IL',
  zip: '60435',
  phone: '+1 815 555 0110',
};

export const customers: readonly Address[] = [
  {
    name: 'Larkfield Sports',
    ref: 'C1001',
    street: '418 Orchard Lane',
    city: 'Madison',
    state: 'WI',
    zip: '53703',
    phone: '+1 608 555 0121',
  },
  {
    name: 'Summit & Stream',
    ref: 'C1002',
    street: '9 Quarry Road',
    city: 'Boulder',
    state: 'CO',
    zip: '80302',
    phone: '+1 303 555 0132',
  },
  {
    name: 'Fernbrook Outdoor',
    ref: 'C1003',
    street: '1160 Alder Avenue',
    city: 'Portland',
    state: 'OR',
    zip: '97205',
    phone: '+1 503 555 0143',
  },
];

export const vendor: Address = {
  name: 'Tidewater Textile Works',
  ref: 'V2001',
  street: '31 Loom Street',
  city: 'Rochester',
  state: 'NY',
  zip: '14604',
  phone: '+1 585 555 0154',
};

/** Those that the company deals with beside its customers and the vendor of its goods. */
export const contacts = {
  carrier: {
    name: 'Blue Heron Freight',
    ref: 'BHFT',
    street: '500 Depot Road',
    city: 'Madison',
    state: 'WI',
    zip: '53704',
    phone: '+1 608 555 0165',
  },
  warehouse: {
    name: 'Quayside Logistics',
    ref: 'QS',
    street: '2200 Canal Road',
    city: 'Joliet',
    state: 'IL',
    zip: '60435',
    phone: '+1 815 555 0110',
  },
  buyer: {
    name: 'Marlowe Outdoor Market',
    ref: 'MKT',
    street: '12 Harbor Square',
    city: 'Albany',
    state: 'NY',
    zip: '12202',
    phone: '+1 518 555 0176',
  },
} as const satisfies Readonly<Record<string, Address>>;

/** What the warehouse does for the company, ordered once for the month: it is billed as it was ordered. */
export const services = [
  { code: 'WH-HANDLING', name: 'Handling per unit', cost: 1.25, quantity: 14 },
  { code: 'WH-STORAGE', name: 'Pallet storage, month', cost: 9.5, quantity: 3 },
] as const;
export const serviceOrder = 'P00100';

/** The internal reference of a carrier's delivery product is its SCAC: the feed reads it from there. */
export const carriers = [
  {
    name: 'Blue Heron Freight',
    scac: 'BHFT',
    price: 75,
    trackingUrl: 'https://track.blueheron.example/<shipmenttrackingnumber>',
  },
  {
    name: 'Kestrel Parcel',
    scac: 'KSTP',
    price: 12,
    trackingUrl: 'https://kestrel.example/t/<shipmenttrackingnumber>',
  },
] as const;

export type Lines = readonly (readonly [ProductCode, number])[];

const firstOrders: readonly Lines[] = [
  [
    ['NG-JACKET-M', 10],
    ['NG-LAMP', 4],
  ],
  [['NG-BOOT-42', 12]],
  [['NG-LAMP', 6]],
  [
    ['NG-LAMP', 5],
    ['NG-JACKET-M', 3],
  ],
  [['NG-LAMP', 2]],
];

/** What the nth order (from 0) is for. */
export function orderLines(n: number): Lines {
  return (
    firstOrders[n] ?? [
      [products[n % 3]!.code, 2 + (n % 5)],
      [products[(n + 1) % 3]!.code, 1 + (n % 3)],
    ]
  );
}

const firstPurchases: readonly Lines[] = [
  [
    ['NG-JACKET-M', 20],
    ['NG-BOOT-42', 12],
  ],
  [['NG-LAMP', 60]],
];

/** What the nth purchase order (from 0) is for. */
export function purchaseLines(n: number): Lines {
  return firstPurchases[n] ?? [[products[n % 3]!.code, 10 * (n + 1)]];
}
