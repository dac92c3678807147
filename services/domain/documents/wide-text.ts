/** Text of two or four bytes a character, which nothing here reads. */
export interface WideText {
  readonly encoding: 'UTF-16' | 'UTF-32';
  readonly holds: 'X12' | 'JSON' | 'XML' | 'text';
}

const marks = [
  { bytes: [0x00, 0x00, 0xfe, 0xff], width: 4, low: 3 },
  { bytes: [0xff, 0xfe, 0x00, 0x00], width: 4, low: 0 },
  { bytes: [0xff, 0xfe], width: 2, low: 0 },
  { bytes: [0xfe, 0xff], width: 2, low: 1 },
] as const;
const lookedAt = 64;

/** Tells UTF-16 and UTF-32 by their byte order mark, or by the zeros around the first characters, which are ASCII in whatever a partner sends (RFC 4627, section 3). */
export function wideTextOf(bytes: Uint8Array): WideText | undefined {
  const mark = marks.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  if (mark) return { encoding: encodingOf(mark.width), holds: holdsOf(textOf(bytes, mark.bytes.length, mark)) };
  for (const unmarked of marks) {
    const text = textOf(bytes, 0, unmarked);
    const isAscii = /^[\t\n\r -~]{2,}$/.test(text.slice(0, 8));
    if (isAscii) return { encoding: encodingOf(unmarked.width), holds: holdsOf(text) };
  }
  return undefined;
}

const encodingOf = (width: 2 | 4) => (width === 2 ? 'UTF-16' : 'UTF-32');

/** The first characters; one that is not ASCII is shown as U+FFFD. */
function textOf(bytes: Uint8Array, from: number, { width, low }: { readonly width: number; readonly low: number }) {
  let text = '';
  for (let at = from; at + width <= bytes.length && text.length < lookedAt; at += width) {
    const character = bytes.subarray(at, at + width);
    const isNarrow = character.every((byte, place) => (place === low ? byte > 0 && byte < 0x80 : byte === 0));
    text += isNarrow ? String.fromCharCode(character[low]!) : '\ufffd';
  }
  return text;
}

function holdsOf(text: string): WideText['holds'] {
  const begin = text.trimStart();
  if (begin.startsWith('ISA')) return 'X12';
  if (/^[[{]/.test(begin)) return 'JSON';
  return begin.startsWith('<') ? 'XML' : 'text';
}

/** What to tell of such a document. */
export const wideTextFault = ({ encoding, holds }: WideText): string =>
  `The document is ${holds === 'text' ? 'text' : holds} in ${encoding}. Send it as UTF-8.`;
