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
  return checkDigitOf(body, body.length);
}

/** -1 where one of the characters is no digit. */
function checkDigitOf(digits: string, length: number): number {
  let sum = 0;
  for (let index = 0; index < length; index++) {
    const digit = digits.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    sum += (length - index) % 2 === 1 ? 3 * digit : digit;
  }
  return (10 - (sum % 10)) % 10;
}

const gtinLengths: ReadonlySet<number> = new Set([8, 12, 13, 14]);
const glnLength = 13;
const ssccLength = 18;

/** Reads a GTIN-8, -12, -13 or -14; undefined when it has another form. */
export function readGtin(text: string): Gs1Key | undefined {
  return gtinLengths.has(text.length) ? toKey(text) : undefined;
}

/** Reads an SSCC-18, with or without its application identifier 00 (in brackets or not), which X12 `MAN*GM` puts before it. */
export function readSscc(text: string): Gs1Key | undefined {
  const prefix = text.length - ssccLength;
  if (prefix === 0) return toKey(text);
  const named = (prefix === 2 && text.startsWith('00')) || (prefix === 4 && text.startsWith('(00)'));
  return named ? toKey(text.slice(prefix)) : undefined;
}

/** Reads a GLN of 13 digits. */
export function readGln(text: string): Gs1Key | undefined {
  return text.length === glnLength ? toKey(text) : undefined;
}

/** The reader of each kind of key. */
export const gs1Readers = { sscc: readSscc, gtin: readGtin, gln: readGln } as const;

/** Undefined where one of the characters is no digit. */
function toKey(digits: string): Gs1Key | undefined {
  const last = digits.length - 1;
  const right = checkDigitOf(digits, last);
  const received = digits.charCodeAt(last) - 48;
  if (right < 0 || received < 0 || received > 9) return undefined;
  if (received === right) return { digits, corrected: digits, valid: true };
  return { digits, corrected: `${digits.slice(0, -1)}${right}`, valid: false };
}
