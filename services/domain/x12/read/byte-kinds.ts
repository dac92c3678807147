/** Line breaks, blank and tab. */
export function isBlank(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 32 || byte === 9;
}

export function isLetterOrDigit(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

/** A letter, a digit or a blank: nothing that could delimit. */
export function isWordByte(byte: number): boolean {
  return isLetterOrDigit(byte) || byte === 32;
}

/** A byte inside a character of UTF-8. */
export function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** What may stand between segments: white space, NUL, and the end-of-file byte that some systems pad with. */
export function isFiller(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 32 || byte === 9 || byte === 0 || byte === 26;
}
