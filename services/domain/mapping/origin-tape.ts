import type { Origin, Provenance } from '../events.ts';
import { idOf } from '../x12/segment-definition.ts';
import { elementPlace } from './path.ts';

/** A field of an event as the mapping writes it: its JSON pointer, cut where the ordinals of lists stand in it, and the line that fills it. */
export interface Site {
  readonly pieces: readonly string[];
  readonly mappingLine: number;
}

/**
 * The origins of an event while it is built, as plain numbers; what is given up is cut off again. For each field: its site, its ordinals, how many
 * ranges, then the place (segment key and element, or a name below zero), the position, and each range.
 */
export class OriginTape {
  cells: number[] = [];
  top = 0;
  /** Ordinals of the lists around the field that is built. */
  readonly ordinals: number[] = [];
  /** Places that are no elements of segments. */
  readonly names: string[] = [];

  /** Begins the entry of a field inside that many lists. What follows is a constant, or what a source keeps. */
  begin(site: number, depth: number): void {
    const { cells, ordinals } = this;
    let { top } = this;
    cells[top++] = site;
    for (let level = 0; level < depth; level += 1) cells[top++] = ordinals[level]!;
    this.top = top;
  }

  constant(): void {
    this.push(noSource);
  }

  push(number: number): void {
    this.cells[this.top++] = number;
  }

  /** The number that stands for a name as a place. */
  nameOf(name: string): number {
    return -this.names.push(name);
  }

  /** What was kept since the tape was empty. Holds nothing of the document. */
  packed(sites: readonly Site[]): () => Provenance {
    const cells = this.cells.slice(0, this.top);
    const names = this.names.length === 0 ? none : [...this.names];
    return () => unpack(cells, sites, names);
  }

  clear(): void {
    this.top = 0;
    if (this.names.length > 0) this.names.length = 0;
    if (this.cells.length > mostKept) this.cells = [];
  }
}

const none: readonly string[] = [];
/** Room that is kept for the next event; one event in thousands needs more. */
const mostKept = 1 << 16;
/** Stands instead of the number of ranges where a value came from nowhere. */
const noSource = -1;
/** An element as a place is its number times this, plus the number of the component where it is one: both have at most two digits. */
export const elementUnit = 128;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function unpack(cells: readonly number[], sites: readonly Site[], names: readonly string[]): Provenance {
  const record: Record<string, Origin> = {};
  for (let at = 0; at < cells.length; ) {
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
