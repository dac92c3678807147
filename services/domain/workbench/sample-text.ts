/** A text of a screen as the bytes that a mapping is run on, with the way back: what is found in bytes is shown in characters. */
export interface SampleText {
  readonly bytes: Uint8Array;
  /** Character of the text at a byte. */
  charAt(byte: number): number;
}

const itself = (byte: number) => byte;

/** @param byteWise a character is a byte, as in X12 and in documents in Latin-1; where the text has others too it becomes UTF-8 */
export function sampleText(text: string, byteWise: boolean): SampleText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is which characters need more than a byte
  const isAscii = /^[\x00-\x7f]*$/.test(text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
  if (isAscii || (byteWise && /^[\x00-\xff]*$/.test(text)))
    return { bytes: Buffer.from(text, 'latin1'), charAt: itself };
  const bytes = Buffer.from(text, 'utf8');
  return { bytes, charAt: charactersOf(bytes) };
}

/** The characters (UTF-16 units) at which bytes of UTF-8 stand. */
export function charactersOf(bytes: Uint8Array): (byte: number) => number {
  const places = new Uint32Array(bytes.length + 1);
  let place = 0;
  for (const [at, byte] of bytes.entries()) {
    // What goes on with a character stands where the character ends.
    if (at > 0 && (byte & 0xc0) !== 0x80) place += bytes[leadOf(bytes, at - 1)]! >= 0xf0 ? 2 : 1;
    places[at] = place;
  }
  places[bytes.length] = bytes.length === 0 ? 0 : place + (bytes[leadOf(bytes, bytes.length - 1)]! >= 0xf0 ? 2 : 1);
  return (byte) => places[Math.max(0, Math.min(byte, bytes.length))]!;
}

/** The first byte of the character that a byte belongs to. */
function leadOf(bytes: Uint8Array, at: number): number {
  let lead = at;
  while (lead > 0 && (bytes[lead]! & 0xc0) === 0x80) lead -= 1;
  return lead;
}
