import type { Finding } from './finding.ts';
import { classify } from './x12/read/classify.ts';
import { read } from './x12/read/read.ts';

const [I, S, A] = [0x49, 0x53, 0x41];

// An ISA has a fixed length; what ends before that can hold no interchange.
const headerBytes = 106;

/**
 * Tells without reading all of it whether a document can be X12 at all.
 * @returns undefined when an ISA is in it somewhere, else the finding that says what it looks like, or that its ISA is cut off.
 */
export function sniffDocument(bytes: Uint8Array): Finding | undefined {
  const at = firstHeader(bytes);
  if (at === undefined) return classify(bytes);
  if (bytes.length - at >= headerBytes) return undefined;
  const { interchanges, findings } = read(bytes);
  return interchanges.length > 0 ? undefined : findings.find(({ level }) => level === 'standard');
}

/** Where an `ISA` stands, followed by a byte that can be a separator; junk before it is the reader's affair. */
function firstHeader(bytes: Uint8Array): number | undefined {
  for (let at = bytes.indexOf(I); at >= 0; at = bytes.indexOf(I, at + 1)) {
    if (bytes[at + 1] === S && bytes[at + 2] === A && isSeparator(bytes[at + 3])) return at;
  }
  return undefined;
}

function isSeparator(byte: number | undefined): boolean {
  if (byte === undefined || byte === 0 || byte === 0x20) return false;
  return !/[0-9A-Za-z]/.test(String.fromCharCode(byte));
}
