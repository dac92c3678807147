import type { Origin, Provenance } from '../../events.ts';
import { elementPlace } from '../../language/path.ts';
import { idOf } from '../../x12/standard/segment-definition.ts';

/** A field of an event as the mapping writes it: its JSON pointer, cut where the ordinals of lists stand in it, and the line that fills it. */
export interface Site {
  readonly pieces: readonly string[];
  readonly mappingLine: number;
}

/** Cells for the origins of a few dozen events: a piece of memory for each event would cost more than filling it. */
const chunkLength = 1 << 13;

/**
 * The origins of an event while it is built, as plain numbers; what is given up is cut off again. For each field: its site, its ordinals, how many
 * ranges, then the place (segment key and element, or a name below zero), the position, and each range.
 */
export class OriginTape {
  cells = new Float64Array(0);
  /** Where the event begins in the cells; it moves when they are full. */
  base = 0;
  /** How many numbers the event has so far. */
  top = 0;
  /** Ordinals of the lists around the field that is built. */
  readonly ordinals: number[] = [];
  /** Places that are no elements of segments. */
  readonly names: string[] = [];

  /** Begins the entry of a field inside that many lists, with room for so many ranges. What follows is a constant, or what a source keeps. */
  begin(site: number, depth: number, ranges: number): void {
    const needed = depth + 2 * ranges + entryLength;
    if (this.base + this.top + needed > this.cells.length) this.#makeRoom(needed);
    const { cells, ordinals, base } = this;
    let at = base + this.top;
    cells[at++] = site;
    for (let level = 0; level < depth; level += 1) cells[at++] = ordinals[level]!;
    this.top = at - base;
  }

  constant(): void {
    this.push(noSource);
  }

  push(number: number): void {
    this.cells[this.base + this.top++] = number;
  }

  /** The number that stands for a name as a place. */
  nameOf(name: string): number {
    return -this.names.push(name);
  }

  /** Hands over what was kept, and begins the next event. Holds nothing of the document. */
  take(sites: readonly Site[]): PackedOrigins {
    const { cells, base: from } = this;
    const to = from + this.top;
    const names = this.names.length === 0 ? none : [...this.names];
    this.base = to;
    this.clear();
    return { cells, from, to, sites, names };
  }

  /** Forgets what was kept of an event. */
  clear(): void {
    this.top = 0;
    if (this.names.length > 0) this.names.length = 0;
  }

  #makeRoom(needed: number): void {
    const larger = new Float64Array(Math.max(chunkLength, 2 * (this.top + needed)));
    larger.set(this.cells.subarray(this.base, this.base + this.top));
    this.cells = larger;
    this.base = 0;
  }
}

const none: readonly string[] = [];
/** Site, number of ranges, key, element and position. */
const entryLength = 5;
/** Stands instead of the number of ranges where a value came from nowhere. */
const noSource = -1;
/** An element as a place is its number times this, plus the number of the component where it is one: both have at most two digits. */
export const elementUnit = 128;

/** The origins of one event, between two places of cells that other events share. */
export interface PackedOrigins {
  readonly cells: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly sites: readonly Site[];
  readonly names: readonly string[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Spells origins out. */
export function unpackOrigins({ cells, from, to, sites, names }: PackedOrigins): Provenance {
  const record: Record<string, Origin> = {};
  for (let at = from; at < to; ) {
    const { pieces, mappingLine } = sites[cells[at++]!]!;
    let pointer = pieces[0]!;
    for (let piece = 1; piece < pieces.length; piece += 1) pointer += cells[at++]! + pieces[piece]!;
    const count = cells[at++]!;
    const ranges: [number, number][] = [];
    const origin: Writable<Origin> = { ranges, mappingLine };
    record[pointer] = origin;
    if (count === noSource) continue;
    const key = cells[at++]!;
    const element = cells[at++]!;
    const position = cells[at++]!;
    for (let nth = 0; nth < count; nth += 1) ranges.push([cells[at++]!, cells[at++]!]);
    if (key < 0) origin.place = names[-key - 1]!;
    else if (key > 0)
      origin.place = elementPlace(idOf(key), Math.floor(element / elementUnit), element % elementUnit || undefined);
    if (position > 0) origin.position = position;
  }
  return record;
}
