/** Fields of events that hold numbers by which people look for a document. */
export const numberFields: ReadonlySet<string> = new Set([
  'adjustmentNumber',
  'adviceNumber',
  'appointmentNumber',
  'billOfLading',
  'carrierReference',
  'customerOrder',
  'groupControl',
  'invoiceNumber',
  'orderNumber',
  'purchaseOrder',
  'receiptNumber',
  'releaseNumber',
  'returnAuthorization',
  'sellerOrderNumber',
  'shipmentId',
  'snapshotNumber',
  'sscc',
  'through',
  'tracking',
  'trackingNumber',
  'trackingThrough',
]);

/** The numbers in an event's data: orders, bills of lading, PROs, SSCCs, tracking numbers and further references. */
export function numbersIn(data: unknown): readonly string[] {
  const found = new Set<string>();
  addNumbers(found, data, false);
  return [...found];
}

function addNumbers(found: Set<string>, data: unknown, inReferences: boolean): void {
  if (Array.isArray(data)) {
    for (const one of data) addNumbers(found, one, inReferences);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'string') addNumbers(found, value, key === 'references');
    else if (numberFields.has(key) || (inReferences && key === 'value')) found.add(value);
  }
}

const longest = 60;
/** Numbers of one document by which it is found; a shipment of more packages is found by the first of them. */
const mostOfDocument = 20_000;

/** A text as numbers are compared: capitals and digits only. */
const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
const withoutZeros = (text: string): string => text.replace(/^0+/, '');

/**
 * What a document with these numbers is found by, each once: the number itself, its last part where that is a serial number (`00042` of `WH/OUT/00042`), and both
 * without leading zeros.
 */
export function searchForms(numbers: Iterable<string>): readonly string[] {
  const forms = new Set<string>();
  for (const number of numbers) {
    const [, serial = ''] = /[^A-Z0-9]([0-9]{3,})$/.exec(number.toUpperCase()) ?? [];
    for (const form of [plain(number), serial])
      for (const one of [form, withoutZeros(form)]) if (one !== '') forms.add(one.slice(0, longest));
    if (forms.size >= mostOfDocument) break;
  }
  return [...forms];
}

/** The forms that what is sought may begin: as it is and without leading zeros; none where it has neither letter nor digit. */
export function soughtForms(words: string): readonly string[] {
  const form = plain(words).slice(0, longest);
  return [...new Set([form, withoutZeros(form)])].filter((one) => one !== '');
}
