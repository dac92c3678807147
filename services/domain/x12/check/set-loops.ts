import { elementText } from '../read/element-text.ts';
import { keyOf, segmentKey } from '../read/tape.ts';
import type { Placement, TapePlace } from '../read/views.ts';
import { KeySet } from './key-set.ts';
import { levelParents, structureOf, TapeLevel } from './level-parents.ts';
import { HL_DEPTH_LIMIT, UNPLACED } from './tree.ts';

/** What is kept of each segment; from `LAST_OWN` on only of those that open a loop. Zero is "none": the ST is nobody's successor. */
const OWNER = 0;
const NEXT_OWN = 1;
const KEY = 2;
const LAST_OWN = 3;
const PARENT = 4;
const CHILD = 5;
const LAST_CHILD = 6;
const SIBLING = 7;
const KIND = 8;
const NEXT_KIND = 9;
const SAME = 10;
const LAST_SAME = 11;
const WIDTH = 12;

const HL = keyOf('HL');

/** Room for the loops of some hundred small sets: one piece of memory for each would cost more than filling it. Nothing is ever given back to it. */
const chunkLength = 1 << 14;
let chunk = new Int32Array(0);
let used = 0;

/** Where zeros begin in `chunk`, as many as asked for. */
function takeCells(length: number): number {
  if (used + length > chunk.length) {
    chunk = new Int32Array(Math.max(chunkLength, length));
    used = 0;
  }
  const start = used;
  used += length;
  return start;
}

/**
 * The loops of a checked set as numbers: segments count from 0, and a loop is called by the segment that opens it, the set itself by its ST.
 * HL loops hang below the HL that their HL02 names, other loops below the open occurrence of the loop around them. Made in one pass, without objects.
 */
export class SetLoops {
  readonly count: number;
  /** Which segments the set has at all, see `KeySet`. */
  readonly keys = new KeySet();
  readonly #cells: Int32Array;
  /** Where the first segment stands in the cells. */
  readonly #base: number;

  constructor(place: TapePlace, placement: Placement) {
    this.count = place.last - place.first + 1;
    this.#base = takeCells(this.count * WIDTH);
    this.#cells = chunk;
    this.#build(place, placement);
  }

  /** The loop that a segment belongs to, itself where it opens one; -1 where it has no place in the set. */
  owner(segment: number): number {
    return this.#cells[this.#base + segment * WIDTH + OWNER]!;
  }

  /** The segment's id as `keyOf` gives it. */
  key(segment: number): number {
    return this.#cells[this.#base + segment * WIDTH + KEY]!;
  }

  /** The next segment of the same loop, 0 after the last. The first one is the loop itself. */
  nextOwn(segment: number): number {
    return this.#cells[this.#base + segment * WIDTH + NEXT_OWN]!;
  }

  /** The loop around a loop; the set's own is 0, as the set. */
  parent(loop: number): number {
    return this.#cells[this.#base + loop * WIDTH + PARENT]!;
  }

  /** The first loop inside a loop, 0 where there is none. */
  child(loop: number): number {
    return this.#cells[this.#base + loop * WIDTH + CHILD]!;
  }

  /** The next loop inside the same loop, whatever it is called, 0 after the last. */
  sibling(loop: number): number {
    return this.#cells[this.#base + loop * WIDTH + SIBLING]!;
  }

  /** The first loop of that name inside a loop, 0 where there is none. Costs no more than there are different names. */
  childNamed(loop: number, key: number): number {
    const cells = this.#cells;
    const base = this.#base;
    let kind = cells[base + loop * WIDTH + KIND]!;
    while (kind !== 0 && cells[base + kind * WIDTH + KEY]! !== key) kind = cells[base + kind * WIDTH + NEXT_KIND]!;
    return kind;
  }

  /** The first of a loop's segments with that id from one of them on, -1 where there is none. Each that is looked at is taken from the steps. */
  ownNamed(from: number, key: number, steps: { left: number }): number {
    const cells = this.#cells;
    const base = this.#base;
    let segment = from;
    let looked = 1;
    for (;;) {
      const at = base + segment * WIDTH;
      if (cells[at + KEY] === key) break;
      segment = cells[at + NEXT_OWN]!;
      if (segment === 0) {
        segment = -1;
        break;
      }
      looked += 1;
    }
    steps.left -= looked;
    return segment;
  }

  /** The next loop of the same name inside the same loop, 0 after the last. */
  same(loop: number): number {
    return this.#cells[this.#base + loop * WIDTH + SAME]!;
  }

  #build(place: TapePlace, placement: Placement): void {
    const { definition, placed, from } = placement;
    const cells = this.#cells;
    const { nodes } = definition;
    const open: number[] = [0];
    let levels: Levels | undefined;
    for (let segment = 0, own = this.#base; segment < this.count; segment += 1, own += WIDTH) {
      const at = placed[from + segment]!;
      if (at === UNPLACED) {
        cells[own + OWNER] = -1;
      } else if (at < UNPLACED) {
        cells[own + KEY] = segmentKey(place.source, place.first + segment);
        this.keys.add(cells[own + KEY]!);
        this.#addOwn(open[-2 - at] ?? 0, segment);
      } else {
        const { loop, segment: definition, place: nth } = nodes[at]!;
        cells[own + KEY] = definition.key;
        this.keys.add(definition.key);
        if (nth === 0 && loop.parent !== undefined) {
          let around = open[loop.parent.index] ?? 0;
          if (definition.key === HL) {
            levels ??= new Levels(place, placement);
            around = levels.above(segment, around);
          }
          this.#addLoop(around, segment);
          open[loop.index] = segment;
        } else {
          this.#addOwn(open[loop.index] ?? 0, segment);
        }
      }
    }
  }

  #addOwn(loop: number, segment: number): void {
    const cells = this.#cells;
    const base = this.#base;
    const last = base + loop * WIDTH + LAST_OWN;
    cells[base + segment * WIDTH + OWNER] = loop;
    if (segment !== loop) cells[base + cells[last]! * WIDTH + NEXT_OWN] = segment;
    cells[last] = segment;
  }

  #addLoop(parent: number, loop: number): void {
    const cells = this.#cells;
    const base = this.#base;
    const above = base + parent * WIDTH;
    const own = base + loop * WIDTH;
    cells[own + OWNER] = loop;
    cells[own + LAST_OWN] = loop;
    cells[own + PARENT] = parent;
    if (cells[above + CHILD] === 0) cells[above + CHILD] = loop;
    else cells[base + cells[above + LAST_CHILD]! * WIDTH + SIBLING] = loop;
    cells[above + LAST_CHILD] = loop;
    cells[own + LAST_SAME] = loop;
    const kind = this.#kindOf(above, loop, cells[own + KEY]!);
    if (kind === loop) return;
    cells[base + cells[base + kind * WIDTH + LAST_SAME]! * WIDTH + SAME] = loop;
    cells[base + kind * WIDTH + LAST_SAME] = loop;
  }

  /** The first loop of that name inside the loop whose cells begin at `above`; the loop itself where there was none. */
  #kindOf(above: number, loop: number, key: number): number {
    const cells = this.#cells;
    const base = this.#base;
    let at = above + KIND;
    for (let kind = cells[at]!; kind !== 0; kind = cells[at]!) {
      if (cells[base + kind * WIDTH + KEY] === key) return kind;
      at = base + kind * WIDTH + NEXT_KIND;
    }
    cells[at] = loop;
    return loop;
  }
}

/** The levels of one set: each hangs below the one that its HL02 names, or that the order of levels puts it below. */
class Levels {
  readonly #place: TapePlace;
  readonly #placement: Placement;
  readonly #byNumber = new Map<string, OpenLevel>();
  /** The HL above each HL by the order of levels; worked out when an HL02 first leads nowhere. */
  #byOrder: ReadonlyMap<number, number> | undefined;
  readonly #open = new Map<number, OpenLevel>();
  #isFirst = true;

  constructor(place: TapePlace, placement: Placement) {
    this.#place = place;
    this.#placement = placement;
  }

  /** The HL that this one hangs below, `around` where there is none. */
  above(segment: number, around: number): number {
    const { source, first } = this.#place;
    const named = this.#byNumber.get(elementText(source, first + segment, 2));
    const above = named ?? (this.#isFirst ? undefined : this.#ordered(segment));
    this.#isFirst = false;
    const depth = (above?.depth ?? 0) + 1;
    const number = elementText(source, first + segment, 1);
    const level = above !== undefined && depth > HL_DEPTH_LIMIT ? above : { loop: segment, depth };
    if (!this.#byNumber.has(number)) this.#byNumber.set(number, level);
    this.#open.set(segment, level);
    return above?.loop ?? around;
  }

  #ordered(segment: number): OpenLevel | undefined {
    this.#byOrder ??= this.#workOut();
    const above = this.#byOrder.get(segment);
    return above === undefined ? undefined : this.#open.get(above);
  }

  #workOut(): ReadonlyMap<number, number> {
    const { definition, placed, from } = this.#placement;
    const { first, last } = this.#place;
    const segments: number[] = [];
    for (let segment = 0; segment <= last - first; segment += 1)
      if (placed[from + segment] === definition.level?.index) segments.push(segment);
    const levels = segments.map((segment) => new TapeLevel(this.#place, first + segment));
    const above = new Map<number, number>();
    for (const [nth, parent] of levelParents(levels, () => structureOf(this.#place)).entries())
      if (parent.above !== undefined) above.set(segments[nth]!, segments[parent.above]!);
    return above;
  }
}

interface OpenLevel {
  readonly loop: number;
  readonly depth: number;
}
