/** A GS1 key as read: digits only, and the check digit that it should have. */
export interface Gs1Key {
  readonly digits: string;
  readonly valid: boolean;
  /** The key with its right check digit. */
  readonly corrected: string;
}

/**
 * The GS1 check digit of the digits before it: weights 3, 1, 3, 1 … from the right.
 * @source GS1 General Specifications, check digit calculation; not Luhn
 */
export function gs1CheckDigit(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index++) {
    const weight = (body.length - index) % 2 === 1 ? 3 : 1;
    sum += weight * (body.charCodeAt(index) - 48);
  }
  return (10 - (sum % 10)) % 10;
}

const gtin = /^(\d{8}|\d{12,14})$/;
const gln = /^\d{13}$/;
/** With or without its application identifier 00, in brackets or not. */
const sscc = /^(?:\(00\)|00)?(\d{18})$/;

/** Reads a GTIN-8, -12, -13 or -14; undefined when it has another form. */
export function readGtin(text: string): Gs1Key | undefined {
  const digits = gtin.exec(text)?.[1];
  return digits === undefined ? undefined : toKey(digits);
}

/** Reads an SSCC-18, without the application identifier 00 that X12 `MAN*GM` puts before it. */
export function readSscc(text: string): Gs1Key | undefined {
  const digits = sscc.exec(text)?.[1];
  return digits === undefined ? undefined : toKey(digits);
}

/** Reads a GLN of 13 digits. */
export function readGln(text: string): Gs1Key | undefined {
  return gln.test(text) ? toKey(text) : undefined;
}

/** The reader of each kind of key. */
export const gs1Readers = { sscc: readSscc, gtin: readGtin, gln: readGln } as const;

function toKey(digits: string): Gs1Key {
  const body = digits.slice(0, -1);
  const corrected = `${body}${gs1CheckDigit(body)}`;
  return { digits, corrected, valid: corrected === digits };
}
