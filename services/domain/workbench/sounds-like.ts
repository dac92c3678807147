/** What the trade writes in different ways, each as one word. */
const same: Readonly<Record<string, string>> = {
  qty: 'quantity',
  quantities: 'quantity',
  no: 'number',
  num: 'number',
  nbr: 'number',
  nr: 'number',
  desc: 'description',
  descr: 'description',
  wt: 'weight',
  zip: 'postal',
  postcode: 'postal',
  zipcode: 'postal',
  province: 'state',
  tel: 'phone',
  telephone: 'phone',
  addr: 'address',
  ref: 'reference',
  refs: 'reference',
  references: 'reference',
  uom: 'unit',
  units: 'unit',
  item: 'sku',
  article: 'sku',
  ean: 'gtin',
  upc: 'gtin',
  batch: 'lot',
  serials: 'serial',
  po: 'order',
  orders: 'order',
  bol: 'lading',
  lading: 'lading',
  comment: 'note',
  comments: 'note',
  notes: 'note',
  instructions: 'note',
  ctry: 'country',
  shipto: 'ship',
  tracking: 'tracking',
};

/** Words that say nothing by themselves. */
const weak = new Set([
  'code',
  'value',
  'id',
  'name',
  'of',
  'the',
  'or',
  'and',
  'identification',
  'identifier',
  'qualifier',
  'measurement',
  'number',
  'free',
  'form',
  'text',
  'message',
  'type',
]);

/** The words of a name, such as `shipTo/postalCode` or "State or Province Code", in one form. */
export function wordsOf(name: string): ReadonlySet<string> {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part.length > 1);
  return new Set(parts.map((part) => same[part] ?? part));
}

/** How far two names mean the same, from 0 to 1: the share of their words that they have in common; at least one of these must say something. */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = [...first].filter((word) => second.has(word));
  if (!common.some((word) => !weak.has(word))) return 0;
  const strong = (words: ReadonlySet<string>) => Math.max(1, [...words].filter((word) => !weak.has(word)).length);
  const shared = common.filter((word) => !weak.has(word)).length;
  return shared / Math.max(strong(first), strong(second));
}
