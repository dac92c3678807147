import type { Origin, Provenance } from '../../events.ts';
import type { ByteRange } from '../../x12/model.ts';

/** A value of a rendered document and where it came from. */
export interface RenderedValue {
  /** JSON pointer into the document, or `row/column` of a CSV table, rows counted from 1 below the header. */
  readonly place: string;
  /** Bytes of the document; of a text without its quotes. */
  readonly range: ByteRange;
  /** JSON pointers into the event's data, as many as were combined; empty for a constant. */
  readonly pointers: readonly string[];
  readonly mappingLine: number;
}

/** Puts a document together and knows at which byte it is. */
export class DocumentWriter {
  readonly #parts: string[] = [];
  readonly values: RenderedValue[] = [];
  #bytes = 0;

  raw(text: string): void {
    this.#parts.push(text);
    this.#bytes += utf8Length(text);
  }

  /** Text that stands for a value, between `before` and `after`, which are not part of it. */
  value(text: string, around: string, origin: Omit<RenderedValue, 'range'>): void {
    this.raw(around);
    const start = this.#bytes;
    this.raw(text);
    this.values.push({ ...origin, range: [start, this.#bytes] });
    this.raw(around);
  }

  bytes(): Uint8Array {
    return new TextEncoder().encode(this.#parts.join(''));
  }
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    if (code < 0x80) continue;
    // Each half of a pair has two of the four bytes.
    length += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return length;
}

/** Where the fields of an event came to stand in a document that was written of it, by their pointers: the mirror of what reading gives. */
export function writtenProvenance(values: readonly RenderedValue[]): Provenance {
  const found = new Map<string, Origin>();
  for (const { place, range, pointers, mappingLine } of values) {
    for (const pointer of pointers) {
      const before = found.get(pointer);
      found.set(
        pointer,
        before ? { ...before, ranges: [...before.ranges, range] } : { ranges: [range], place, mappingLine },
      );
    }
  }
  return Object.fromEntries(found);
}
