import { elementText } from '../read/element-text.ts';
import { keyOf, segmentKey } from '../read/tape.ts';
import type { TapePlace } from '../read/views.ts';
import { HL_DEPTH_LIMIT } from './tree.ts';

/** What an HL says of its place: HL-01, HL-02 and HL-03. */
export interface Level {
  readonly number: string;
  readonly parent: string;
  readonly code: string;
}

/** The level above an HL, by its place in the list. */
export interface LevelParent {
  /** Undefined: nothing is above it, or nothing that could be told. */
  readonly above: number | undefined;
  /** HL-02 names no HL before it: `order`, the level above was taken from the order of levels; `unclear`, that order does not tell it. */
  readonly from: 'number' | 'order' | 'unclear';
}

/**
 * Levels from the outermost to the innermost by BSN-05.
 * @source X12 data element 1005; edi-facts 1.8
 */
const orders: Readonly<Record<string, string>> = {
  '0001': 'SOTPQI',
  '0002': 'SOITPQ',
  '0003': 'STPQOI',
  '0004': 'SOI',
};

/**
 * The level above each HL: the one that HL-02 names, else the nearest one before it whose kind stands further out. Which kinds stand further out
 * `structure` (BSN-05) tells, or the document where it is plain: each new kind right behind the innermost one so far. Linear in the levels.
 */
export function levelParents(levels: readonly Level[], structure: () => string): LevelParent[] {
  let ranks: ReadonlyMap<string, number> | undefined;
  const byNumber = new Map<string, number>();
  const parents: LevelParent[] = [];
  for (const [nth, level] of levels.entries()) {
    const { number, parent } = level;
    const named = parent === '' ? undefined : byNumber.get(parent);
    if (!byNumber.has(number)) byNumber.set(number, nth);
    if (named !== undefined) {
      parents.push({ above: named, from: 'number' });
      continue;
    }
    if (nth === 0 || level.code === levels[0]!.code) {
      parents.push({ above: undefined, from: parent === '' ? 'number' : 'unclear' });
      continue;
    }
    ranks ??= ranksOf(levels, structure());
    parents.push(above(levels, parents, ranks, ranks.get(level.code)));
  }
  return parents;
}

const unclear: LevelParent = { above: undefined, from: 'unclear' };

function above(
  levels: readonly Level[],
  parents: readonly LevelParent[],
  ranks: ReadonlyMap<string, number>,
  rank: number | undefined,
): LevelParent {
  if (rank === undefined) return unclear;
  let at: number | undefined = parents.length - 1;
  for (let climbed = 0; at !== undefined && climbed < HL_DEPTH_LIMIT; climbed += 1) {
    if ((ranks.get(levels[at]!.code) ?? rank) < rank) return { above: at, from: 'order' };
    at = parents[at]!.above;
  }
  return unclear;
}

/** How far inside each kind of level stands; empty where neither BSN-05 nor the document tells. */
function ranksOf(levels: readonly Level[], structure: string): ReadonlyMap<string, number> {
  const order = orders[structure];
  if (order !== undefined && levels.every(({ code }) => code !== '' && order.includes(code)))
    return new Map([...order].map((code, rank) => [code, rank]));
  const ranks = new Map<string, number>();
  for (const [nth, { code }] of levels.entries()) {
    if (ranks.has(code)) continue;
    const before = nth === 0 ? undefined : ranks.get(levels[nth - 1]!.code);
    if (before !== undefined && before !== ranks.size - 1) return new Map();
    ranks.set(code, ranks.size);
  }
  return ranks;
}

const BSN = keyOf('BSN');

/** BSN-05 of a set on the tape, '' where it has none. */
export function structureOf({ source, first, last }: TapePlace): string {
  return first < last && segmentKey(source, first + 1) === BSN ? elementText(source, first + 1, 5) : '';
}

/** An HL of the tape. Its kind is read when it is asked for: where each HL-02 leads somewhere nobody does. */
export class TapeLevel implements Level {
  readonly number: string;
  readonly parent: string;
  readonly #place: TapePlace;
  readonly #index: number;

  constructor(place: TapePlace, index: number) {
    this.number = elementText(place.source, index, 1);
    this.parent = elementText(place.source, index, 2);
    this.#place = place;
    this.#index = index;
  }

  get code(): string {
    return elementText(this.#place.source, this.#index, 3);
  }
}
