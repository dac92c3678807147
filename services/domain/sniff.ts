import type { Finding } from './finding.ts';
import { classify } from './x12/classify.ts';

const [I, S, A] = [0x49, 0x53, 0x41];

/**
 * Tells without reading it whether a document can be X12 at all.
 * @returns undefined when an ISA is in it somewhere, else the finding that says what it looks like.
 */
export function sniffDocument(bytes: Uint8Array): Finding | undefined {
  return holdsHeader(bytes) ? undefined : classify(bytes);
}

/** An `ISA` followed by a byte that can be a separator; junk before it is the reader's affair. */
function holdsHeader(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(I); at >= 0; at = bytes.indexOf(I, at + 1)) {
    if (bytes[at + 1] === S && bytes[at + 2] === A && isSeparator(bytes[at + 3])) return true;
  }
  return false;
}

function isSeparator(byte: number | undefined): boolean {
  if (byte === undefined || byte === 0 || byte === 0x20) return false;
  return !/[0-9A-Za-z]/.test(String.fromCharCode(byte));
}
