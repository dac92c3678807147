import { classify } from '../x12/read/classify.ts';

/** What the first bytes of a document say it is: X12, one of the others, or none that the hub could read. */
export type Shape = 'x12' | 'json' | 'xml' | 'csv' | 'other';

const [I, S, A] = [0x49, 0x53, 0x41];
const headerBytes = 106;
/** Where the separator stands again in an ISA, whose elements have fixed widths. */
const separators = [6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

/** Tells by its bytes what a document is made of. Text that is neither X12 nor JSON nor XML may be CSV. */
export function shapeOf(bytes: Uint8Array): Shape {
  const at = firstVisible(bytes);
  const first = bytes[at];
  if (first === 0x7b || first === 0x5b) return 'json';
  const { code } = classify(bytes);
  if (first === 0x3c) return code === 'x12.document.html' ? 'other' : 'xml';
  if (holdsInterchange(bytes, at)) return 'x12';
  return code === 'x12.document.not-x12' || code === 'x12.document.fragment' ? 'csv' : 'other';
}

/** Behind a byte order mark and blanks. */
function firstVisible(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && bytes[at]! <= 32) at += 1;
  return at;
}

/** Whether it begins with an ISA, as far as it is there, or holds a whole one further on. */
export function holdsInterchange(bytes: Uint8Array, from = 0): boolean {
  if (bytes[from] === I && bytes[from + 1] === S && bytes[from + 2] === A) return true;
  for (let at = bytes.indexOf(I, from); at >= 0 && at + headerBytes <= bytes.length; at = bytes.indexOf(I, at + 1)) {
    if (bytes[at + 1] !== S || bytes[at + 2] !== A) continue;
    const separator = bytes[at + 3];
    if (separators.every((place) => bytes[at + place] === separator)) return true;
  }
  return false;
}
