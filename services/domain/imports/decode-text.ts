import { NotReadable } from './spec.ts';

/** Text of an uploaded file, in whatever encoding it was saved. */
export interface DecodedText {
  readonly text: string;
  /** How the bytes stand for characters, where it is not UTF-8. */
  readonly encoding?: 'UTF-16' | 'Latin-1';
}

/** Decodes UTF-8, UTF-16 with or without its mark, and Latin-1, which everything else is taken for. @throws NotReadable for what is no text */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  const head = bytes.subarray(0, 2000);
  const zerosAt = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (head.length >= 8 && zerosAt(1) > head.length / 4) return utf16(bytes, 'utf-16le');
  if (head.length >= 8 && zerosAt(0) > head.length / 4) return utf16(bytes, 'utf-16be');
  if (bytes.includes(0))
    throw new NotReadable('a binary file', 'The file is no text: it has zero bytes. Export it as CSV, XLSX or SEF.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('latin1').decode(bytes), encoding: 'Latin-1' };
  }
}

const utf16 = (bytes: Uint8Array, label: string): DecodedText => ({
  text: new TextDecoder(label).decode(bytes),
  encoding: 'UTF-16',
});
