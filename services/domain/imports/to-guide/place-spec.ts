import { append } from '../../lists.ts';
import { keyOf } from '../../x12/read/tape.ts';
import { type LoopNode, opener, type SegmentNode, type SetDefinition } from '../../x12/standard/set-definition.ts';
import { openerOf, type SpecItem, type SpecLoop, type SpecSegment, type SpecSet } from '../spec.ts';

/** A segment of a specification at its place in the set of the standard. */
export interface PlacedUse {
  readonly segment: SpecSegment;
  /** The loop of the specification that it opens. */
  readonly opens?: SpecLoop;
  readonly node: SegmentNode;
  /** The standard's loop that it opens. */
  readonly loop?: LoopNode;
  readonly children: PlacedUse[];
}

/** A segment that the standard has elsewhere, or not at all. */
export interface MisplacedUse {
  readonly segment: SpecSegment;
  /** Where the specification has it. */
  readonly within: LoopNode;
}

export interface PlacedSpec {
  readonly uses: readonly PlacedUse[];
  readonly misplaced: readonly MisplacedUse[];
}

/** Finds the place of each segment of a specification in the standard's set. */
export function placeSpec(set: SpecSet, definition: SetDefinition): PlacedSpec {
  const placer = new Placer(definition);
  return set.nested ? placer.nested(set.items) : placer.flat(set.items.filter((item) => item.kind === 'segment'));
}

class Placer {
  readonly #definition: SetDefinition;
  readonly #misplaced: MisplacedUse[] = [];

  constructor(definition: SetDefinition) {
    this.#definition = definition;
  }

  nested(items: readonly SpecItem[]): PlacedSpec {
    return { uses: this.#within(items, this.#definition.root), misplaced: this.#misplaced };
  }

  /** Items of one loop. What stands in a loop that is none in the standard stands in the loop around it. */
  #within(items: readonly SpecItem[], loop: LoopNode): PlacedUse[] {
    const uses: PlacedUse[] = [];
    let from = loop === this.#definition.root ? 0 : 1;
    for (const item of items) {
      const id = item.kind === 'segment' ? item.id : openerOf(item);
      const found = id === undefined ? undefined : itemNamed(loop, id, from, item.kind === 'loop');
      const first = item.kind === 'segment' ? item : firstSegment(item);
      if (first === undefined) continue;
      if (found === undefined) {
        if ((item.use ?? first.use) === 'not-used') continue;
        this.#misplaced.push({ segment: first, within: loop });
        if (item.kind === 'loop') append(uses, this.#within(restOf(item), loop));
        continue;
      }
      from = found.place;
      const inner = 'segment' in found ? undefined : found;
      const use: PlacedUse = {
        segment: first,
        ...(item.kind === 'loop' && { opens: item }),
        node: opener(found),
        ...(inner && { loop: inner }),
        children: item.kind === 'loop' && inner ? this.#within(restOf(item), inner) : [],
      };
      uses.push(use);
      if (item.kind === 'loop' && !inner) append(uses, this.#within(restOf(item), loop));
    }
    return uses;
  }

  /** Segments one after the other: they go where the standard would place them in a document. */
  flat(segments: readonly SpecSegment[]): PlacedSpec {
    const uses: PlacedUse[] = [];
    const open = new Map<LoopNode, PlacedUse>();
    let current = opener(this.#definition.root);
    for (const segment of segments) {
      const step = this.#definition.next(current, keyOf(segment.id), false);
      if (step === undefined) {
        this.#misplaced.push({ segment, within: current.loop });
        continue;
      }
      const { node } = step;
      current = node;
      const opens = node.place === 0 && node.loop.parent !== undefined;
      const outer = opens ? node.loop.parent! : node.loop;
      const use: PlacedUse = { segment, node, ...(opens && { loop: node.loop }), children: [] };
      if (opens) {
        open.set(node.loop, use);
        for (const loop of open.keys()) if (loop.parent === node.loop) open.delete(loop);
      }
      const parent = outer.parent === undefined ? undefined : open.get(outer);
      (parent?.children ?? uses).push(use);
    }
    return { uses, misplaced: this.#misplaced };
  }
}

/** The item of a loop with this id, behind the last one or anywhere; a loop where the specification has one. */
function itemNamed(loop: LoopNode, id: string, from: number, wantsLoop: boolean): SegmentNode | LoopNode | undefined {
  const named = loop.items.filter(
    (item) => opener(item).segment.id === id && (item.place > 0 || loop.parent === undefined),
  );
  const behind = named.filter(({ place }) => place >= from);
  const best = (list: readonly (SegmentNode | LoopNode)[]) =>
    list.find((item) => !('segment' in item) === wantsLoop) ?? list[0];
  return best(behind) ?? best(named);
}

function firstSegment(loop: SpecLoop): SpecSegment | undefined {
  const [first] = loop.items;
  return first === undefined || first.kind === 'segment' ? first : firstSegment(first);
}

/** What stands in a loop behind the segment that opens it. */
function restOf({ items }: SpecLoop): readonly SpecItem[] {
  const [first, ...rest] = items;
  return first?.kind === 'loop' ? [...restOf(first), ...rest] : rest;
}
