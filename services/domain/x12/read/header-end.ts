import { isBlank, isContinuation } from './byte-kinds.ts';

/** Segments that may follow an ISA. */
const FOLLOWERS = ['GS', 'TA1', 'IEA', 'ISB', 'ISE', 'ISX'];
/** Where a fixed ISA ends: its component separator stands at byte 104. */
const COMPONENT_AT = 104;
/** A line is looked at no further than this. */
const LINE_BYTES = 1000;

/** Where the component separator and the terminator stand: at their fixed places, unless what follows shows that one of them is missing or doubled. */
export function closing(bytes: Uint8Array, start: number, after: number, separator: number) {
  // The usual case first: fixed places, a GS right behind them.
  if (
    after === start + COMPONENT_AT &&
    bytes[after + 5] !== undefined &&
    !isBlank(bytes[after]!) &&
    !isBlank(bytes[after + 1]!)
  ) {
    const ascii = bytes[after]! < 0x80 && bytes[after + 1]! < 0x80;
    if (ascii && bytes[after + 4] === separator && startsWith(bytes, after + 2, 'GS'))
      return { component: after, terminator: after + 1 };
  }
  const between = beforeFollower(bytes, after, separator);
  const fixed = { component: after, terminator: after + 1 };
  if (between === undefined) return fixed;
  const visible: number[] = [];
  for (let at = after; at < between; at += 1) if (!isBlank(bytes[at]!)) visible.push(at);
  if (visible.length === 0) return between > after ? { component: -1, terminator: after } : fixed;
  const lastVisible = visible[visible.length - 1]!;
  if (startsWide(bytes, after)) {
    // A component separator of several bytes is none; a terminator of several bytes in its place is one.
    const next = visible.find((at) => at > after && !isContinuation(bytes[at]));
    return { component: -1, terminator: next ?? after };
  }
  const wide = visible.find((at) => startsWide(bytes, at));
  if (wide !== undefined) return { component: visible[0] === wide ? -1 : visible[0]!, terminator: wide };
  const [first, second] = visible;
  const isDoubled = visible.length > 2 && visible.every((at, nth) => nth === 0 || bytes[at] === bytes[second!]);
  const isPadded = first === after && second !== undefined && isPadding(bytes, after + 1, second);
  if (isDoubled || isPadded) return { component: first!, terminator: second! };
  const widthFits = after === start + COMPONENT_AT;
  if (visible.length === 1 && between > after + 1) {
    // `*>` + newline: component and newline terminator, unless the next lines end with this character too.
    const endsLines = lineEndsWith(bytes, between, bytes[lastVisible]!);
    if (endsLines) return { component: -1, terminator: lastVisible };
    let terminator = lastVisible + 1;
    while (terminator < between - 1 && isPadding(bytes, terminator, terminator + 1)) terminator += 1;
    return { component: lastVisible, terminator };
  }
  if (visible.length === 1) return { component: -1, terminator: lastVisible };
  if (visible.length === 2 && widthFits) return fixed;
  return { component: visible[0]!, terminator: lastVisible };
}

/** A character of several bytes of UTF-8 begins here. */
function startsWide(bytes: Uint8Array, at: number): boolean {
  return bytes[at]! >= 0xc2 && isContinuation(bytes[at + 1]);
}

/** Blanks, one or more, and nothing else stand there; a tab may be the terminator itself. */
function isPadding(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== 32) return false;
  return to > from;
}

/** The component separator at `after` and the terminator behind it are ASCII, and the next segment follows: nothing else can be meant. */
export function closesPlainly(bytes: Uint8Array, after: number, separator: number): boolean {
  const between = beforeFollower(bytes, after, separator);
  if (between === undefined || between < after + 2) return false;
  for (let at = after; at < between; at += 1)
    if (at < after + 2 ? isBlank(bytes[at]!) || bytes[at]! >= 0x80 : !isBlank(bytes[at]!)) return false;
  return true;
}

function beforeFollower(bytes: Uint8Array, after: number, separator: number): number | undefined {
  for (let at = after; at < Math.min(after + 12, bytes.length); at += 1) {
    for (const id of FOLLOWERS) {
      if (bytes[at + id.length] === separator && startsWith(bytes, at, id)) return at;
    }
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, at: number, id: string): boolean {
  for (let nth = 0; nth < id.length; nth += 1) if (bytes[at + nth] !== id.charCodeAt(nth)) return false;
  return true;
}

function lineEndsWith(bytes: Uint8Array, from: number, byte: number): boolean {
  const limit = Math.min(bytes.length, from + LINE_BYTES);
  let at = from;
  while (at < limit && bytes[at] !== 10) at += 1;
  while (at > from && isBlank(bytes[at - 1]!)) at -= 1;
  return bytes[at - 1] === byte;
}
