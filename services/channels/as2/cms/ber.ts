import { malformed } from './cms-error.ts';

// Reads BER (X.690), definite and indefinite lengths, as a tree over the bytes. Nothing is copied. What a hostile message could blow up is bounded: depth, elements, tag and length forms.

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Tag of a context-specific element, constructed or primitive. */
export const context = (number: number): number => 0xa0 | number;
export const contextPrimitive = (number: number): number => 0x80 | number;

export interface Element {
  readonly tag: number;
  /** With tag and length. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  /** Of a constructed element. */
  readonly children: readonly Element[] | undefined;
}

const deepest = 24;
// Senders that stream cut their content into octet strings; 1 KB is the smallest piece seen. Certificates and the like need a few hundred elements.
const elementsBeside = 4000;
const bytesOfPiece = 256;

/** A tree of elements and the bytes that it lies in. */
export class Ber {
  readonly bytes: Buffer;
  readonly root: Element;
  #left: number;

  /** @throws CmsError `malformed` */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#left = elementsBeside + Math.ceil(bytes.length / bytesOfPiece);
    this.root = this.#read(0, bytes.length, 0);
    // Some senders let a line end follow.
    for (let at = this.root.end; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte !== 0x0d && byte !== 0x0a) throw malformed('Bytes follow the end of the structure.');
    }
  }

  content({ contentStart, contentEnd }: Element): Buffer {
    return this.bytes.subarray(contentStart, contentEnd);
  }

  whole({ start, end }: Element): Buffer {
    return this.bytes.subarray(start, end);
  }

  /** The pieces of an octet string, which is constructed where it was streamed; `tag` is the one it is read under. */
  pieces(element: Element): Buffer[] {
    if (!element.children) return [this.content(element)];
    return element.children.flatMap((child) => {
      if ((child.tag & ~0x20) !== tags.octetString) throw malformed('A streamed octet string holds something else.');
      return this.pieces(child);
    });
  }

  octets(element: Element): Buffer {
    const pieces = this.pieces(element);
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  }

  oid(element: Element): string {
    if (element.tag !== tags.oid) throw malformed('An object identifier is missing.');
    return oidOf(this.content(element));
  }

  /** A small number, as those of versions and lengths are. */
  small(element: Element): number {
    const content = this.content(element);
    if (element.tag !== tags.integer || content.length === 0 || content.length > 4 || content[0]! > 0x7f)
      throw malformed('A small number is missing.');
    return content.readUIntBE(0, content.length);
  }

  fields(element: Element, tag?: number): Fields {
    if ((tag !== undefined && element.tag !== tag) || !element.children)
      throw malformed(`An element ${hex(element.tag)} stands where ${hex(tag ?? tags.sequence)} must.`);
    return new Fields(element.children);
  }

  #read(at: number, limit: number, depth: number): Element {
    if (depth > deepest) throw malformed('The structure is nested too deep.');
    if (--this.#left < 0) throw malformed('The structure has too many elements.');
    if (at + 2 > limit) throw malformed('The structure is cut off.');
    const tag = this.bytes[at]!;
    if ((tag & 0x1f) === 0x1f) throw malformed('A tag of several bytes is in no structure of this kind.');
    const { length, contentStart } = this.#length(at + 1, limit);
    const isConstructed = (tag & 0x20) !== 0;
    if (length === undefined) {
      if (!isConstructed) throw malformed('A primitive element has no length.');
      const { children, end } = this.#untilMark(contentStart, limit, depth);
      return { tag, start: at, contentStart, contentEnd: end - 2, end, children };
    }
    const end = contentStart + length;
    if (end > limit) throw malformed('The structure is cut off.');
    const children = isConstructed ? this.#within(contentStart, end, depth) : undefined;
    return { tag, start: at, contentStart, contentEnd: end, end, children };
  }

  #within(from: number, end: number, depth: number): Element[] {
    const children: Element[] = [];
    for (let at = from; at < end; ) {
      const child = this.#read(at, end, depth + 1);
      children.push(child);
      at = child.end;
    }
    return children;
  }

  /** Elements up to the end-of-contents mark of an indefinite length. */
  #untilMark(from: number, limit: number, depth: number): { children: Element[]; end: number } {
    const children: Element[] = [];
    for (let at = from; ; ) {
      if (at + 2 > limit) throw malformed('The structure is cut off.');
      if (this.bytes[at] === 0 && this.bytes[at + 1] === 0) return { children, end: at + 2 };
      const child = this.#read(at, limit, depth + 1);
      children.push(child);
      at = child.end;
    }
  }

  #length(at: number, limit: number): { length: number | undefined; contentStart: number } {
    const first = this.bytes[at]!;
    if (first < 0x80) return { length: first, contentStart: at + 1 };
    if (first === 0x80) return { length: undefined, contentStart: at + 1 };
    const count = first & 0x7f;
    if (count > 4) throw malformed('A length is larger than anything that can be sent.');
    if (at + 1 + count > limit) throw malformed('The structure is cut off.');
    return { length: this.bytes.readUIntBE(at + 1, count), contentStart: at + 1 + count };
  }
}

/** The elements of a sequence, one after the other. */
export class Fields {
  readonly #elements: readonly Element[];
  #at = 0;

  constructor(elements: readonly Element[]) {
    this.#elements = elements;
  }

  next(tag?: number): Element {
    const element = this.#elements[this.#at];
    if (!element || (tag !== undefined && element.tag !== tag))
      throw malformed(`An element ${tag === undefined ? '' : `${hex(tag)} `}is missing.`);
    this.#at += 1;
    return element;
  }

  optional(...tag: readonly number[]): Element | undefined {
    const element = this.#elements[this.#at];
    if (!element || !tag.includes(element.tag)) return undefined;
    this.#at += 1;
    return element;
  }
}

const hex = (tag: number) => `0x${tag.toString(16).padStart(2, '0')}`;

function oidOf(content: Buffer): string {
  if (content.length === 0 || content.length > 32 || content.at(-1)! > 0x7f)
    throw malformed('An object identifier cannot be read.');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw malformed('An object identifier cannot be read.');
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const first = Math.min(Math.floor(arcs[0]! / 40), 2);
  return [first, arcs[0]! - first * 40, ...arcs.slice(1)].join('.');
}
