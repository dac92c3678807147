import type { FaultSink } from '../fault-sink.ts';
import { keyOf, segmentKey } from '../read/tape.ts';
import type { TapePlace } from '../read/views.ts';
import type { SegmentDefinition } from '../standard/segment-definition.ts';
import { type LoopNode, opener, type SegmentNode, type SetDefinition, type Step } from '../standard/set-definition.ts';
import type { VersionDefinition } from '../standard/standard.ts';
import type { PlacedRoom } from './placed-room.ts';
import {
  reportLoopTooOften,
  reportMissing,
  reportNotInSet,
  reportOutOfOrder,
  reportTooOften,
  reportUnexpected,
  reportUnknown,
} from './placement-report.ts';
import { resembles } from './resembles.ts';
import { strayIn } from './tree.ts';

const SE = keyOf('SE');

/** What an unknown segment probably is, and whether the set needs it there: it is mandatory, or the next segment fits only behind it. */
interface Meant {
  readonly segment: SegmentDefinition;
  readonly step: Step;
  readonly needed: boolean;
}

/** Guesses about unknown segments that are remembered; hostile documents invent more. */
const MOST_GUESSES = 500;

/** Where to go on should the segments after a misplaced one not fit behind it. */
interface Return {
  readonly node: SegmentNode;
  /** The misplaced segment; while what follows hangs on it, going back there is preferred. */
  readonly from: SegmentNode;
  preferred: boolean;
}

/**
 * Finds the place of each segment of a set in its definition and reports what is unknown, unexpected, out of order, missing or too many.
 * What follows from an earlier fault is not reported again: a misplaced segment is taken as if what it needs were there, and what follows may go on
 * behind it or where the set was before. One instance serves all sets of a kind in a group, one after the other.
 */
export class Placer {
  readonly #definition: SetDefinition;
  readonly #version: VersionDefinition;
  readonly #room: PlacedRoom;
  readonly #loopRuns: Int32Array;
  #place!: TapePlace;
  #sink!: FaultSink;
  #current: SegmentNode;
  #run = 1;
  #return: Return | undefined;
  readonly #guesses = new Map<string, Meant | undefined>();

  constructor(definition: SetDefinition, version: VersionDefinition, room: PlacedRoom) {
    this.#definition = definition;
    this.#version = version;
    this.#room = room;
    this.#loopRuns = new Int32Array(definition.loops.length);
    this.#current = opener(definition.root);
  }

  /** Places the segments of one set, for which there is room. */
  run(place: TapePlace, sink: FaultSink): void {
    this.#place = place;
    this.#sink = sink;
    this.#current = opener(this.#definition.root);
    this.#run = 1;
    this.#return = undefined;
    this.#loopRuns.fill(0);
    const { source, first, last } = place;
    this.#put(first, this.#current.index);
    for (let index = first + 1; index <= last; index += 1) {
      const key = segmentKey(source, index);
      let step = this.#definition.next(this.#current, key, false);
      if (this.#return !== undefined) step = this.#orReturn(step, key, this.#return);
      if (step === undefined) this.#misplaced(index, key);
      else this.#take(index, key, step);
    }
  }

  #put(index: number, where: number): void {
    this.#room.placed[index - this.#room.base] = where;
  }

  #take(index: number, key: number, step: Step): void {
    let taken = step;
    if (step.node === this.#current && !step.again) {
      this.#run += 1;
      if (this.#run > step.node.max) {
        const past = this.#definition.next(this.#current, key, true);
        if (past !== undefined && past.missing.length === 0) taken = past;
        else if (this.#run === step.node.max + 1) reportTooOften(this.#sink, index, step.node, this.#definition);
      }
    }
    if (taken.missing.length > 0) for (const node of taken.missing) this.#missing(index, node);
    if (taken.node !== this.#current || taken.again) {
      this.#run = 1;
      if (taken.node.place === 0) this.#countLoop(index, taken);
    }
    this.#current = taken.node;
    this.#put(index, taken.node.index);
  }

  /** The step from behind a misplaced segment, or the one from where the set was before it. */
  #orReturn(step: Step | undefined, key: number, back: Return): Step | undefined {
    const other = this.#definition.next(back.node, key, false);
    const isBetter =
      other !== undefined &&
      (step === undefined ||
        other.missing.length < step.missing.length ||
        (back.preferred && other.missing.length === step.missing.length));
    if (isBetter) {
      this.#return = undefined;
      this.#current = back.node;
      return other;
    }
    if (step !== undefined && (back.from.place > 0 || !isInside(step.node, back.from.loop))) back.preferred = false;
    return step;
  }

  #countLoop(index: number, { node, again }: Step): void {
    const { loop } = node;
    const runs = again ? this.#loopRuns[loop.index]! + 1 : 1;
    this.#loopRuns[loop.index] = runs;
    if (runs === loop.max + 1) reportLoopTooOften(this.#sink, index, node, this.#definition);
  }

  #missing(index: number, node: SegmentNode): void {
    if (!this.#standsElsewhere(node)) reportMissing(this.#sink, index, node, this.#definition);
  }

  /** A mandatory segment that stands at a wrong place is reported there. Only asked outside loops, so that it is asked once. */
  #standsElsewhere({ segment, loop }: SegmentNode): boolean {
    const { key } = segment;
    if (key === SE || loop.parent !== undefined) return false;
    if (this.#definition.nodes.filter((node) => node.segment.key === key).length !== 1) return false;
    for (let index = this.#place.first; index <= this.#place.last; index += 1) {
      if (segmentKey(this.#place.source, index) === key) return true;
    }
    return false;
  }

  #misplaced(index: number, key: number): void {
    const known = this.#version.segmentsByKey.get(key);
    const home = openLoopWith(this.#current, key);
    if (known === undefined) this.#unknown(index, key);
    else if (!this.#definition.keys.has(key)) {
      reportNotInSet(this.#sink, index, known, this.#definition, this.#current.loop);
    } else if (home !== undefined) this.#outOfOrder(index, home);
    else this.#unexpected(index, key);
  }

  #outOfOrder(index: number, home: SegmentNode): void {
    reportOutOfOrder(this.#sink, index, home, this.#current, this.#definition);
    this.#put(index, home.place === 0 ? home.index : strayIn(home.loop.index));
    this.#goTo(home, true);
  }

  /** A segment of a loop that is not open: it is taken as if the segment that opens it had been there. */
  #unexpected(index: number, key: number): void {
    const { node, missing } = this.#nearestUse(key);
    reportUnexpected(this.#sink, index, node, this.#definition, this.#current.loop);
    for (const passed of missing) this.#missing(index, passed);
    this.#put(index, node.index);
    this.#goTo(node, false);
  }

  #goTo(node: SegmentNode, preferred: boolean): void {
    this.#return = { node: this.#current, from: node, preferred };
    this.#current = node;
    this.#run = 1;
  }

  /** The use of a segment that needs the fewest loops to be opened for it, and the mandatory segments that are passed over on the way to the first of those. */
  #nearestUse(key: number): { readonly node: SegmentNode; readonly missing: readonly SegmentNode[] } {
    const uses = this.#definition.nodes.filter((node) => node.segment.key === key);
    let best: { node: SegmentNode; missing: readonly SegmentNode[]; loops: number } | undefined;
    for (const node of uses) {
      let loop = node.place === 0 ? node.loop.parent : node.loop;
      for (let loops = 1; loop !== undefined; loops += 1, loop = loop.parent) {
        if (best !== undefined && loops >= best.loops) break;
        const first = opener(loop);
        const step = this.#definition.next(this.#current, first.segment.key, false);
        if (step?.node === first) best = { node, missing: step.missing, loops };
      }
    }
    return best ?? { node: uses[0]!, missing: [] };
  }

  #unknown(index: number, key: number): void {
    const meant = this.#meant(index);
    const { version } = this.#version;
    const { basis } = this.#definition;
    reportUnknown(this.#sink, { index, key, basis }, version, meant?.segment, meant?.needed ?? false);
    if (meant?.needed !== true) return;
    for (const node of meant.step.missing) this.#missing(index, node);
    this.#goTo(meant.step.node, false);
  }

  /** What an unknown segment probably is; the same for all that stand at the same place before the same segment. */
  #meant(index: number): Meant | undefined {
    const received = this.#sink.show(index).id;
    const { source, last } = this.#place;
    const next = index < last ? segmentKey(source, index + 1) : 0;
    const known = `${this.#current.index} ${next} ${received}`;
    if (this.#guesses.has(known)) return this.#guesses.get(known);
    const meant = this.#guess(received, next);
    if (this.#guesses.size < MOST_GUESSES) this.#guesses.set(known, meant);
    return meant;
  }

  #guess(received: string, next: number): Meant | undefined {
    const without = this.#definition.next(this.#current, next, false);
    let best: (Meant & { readonly rank: number }) | undefined;
    for (const { segment } of this.#definition.nodes) {
      if (best?.segment === segment || !resembles(received, segment.id)) continue;
      const step = this.#definition.next(this.#current, segment.key, false);
      if (step === undefined) continue;
      const behind = this.#definition.next(step.node, next, false);
      const isDemanded = step.node.mandatory && step.node.place > 0 && step.node !== this.#current;
      const helps = behind !== undefined && behind.missing.length <= (without?.missing.length ?? behind.missing.length);
      const needed = helps && (isDemanded || without === undefined);
      const rank = step.missing.length * 4 + (behind === undefined ? 2 : 0) + (needed ? 0 : 1);
      if (best === undefined || rank < best.rank) best = { segment, step, needed, rank };
    }
    return best;
  }
}

/** The use of the segment in one of the loops that are open at this place, or as the first one of a loop directly inside those. */
function openLoopWith(current: SegmentNode, key: number): SegmentNode | undefined {
  for (let loop: LoopNode | undefined = current.loop; loop !== undefined; loop = loop.parent) {
    const node = loop.items.map(opener).find(({ segment }) => segment.key === key);
    if (node !== undefined) return node;
  }
  return undefined;
}

function isInside(node: SegmentNode, outer: LoopNode): boolean {
  for (let loop: LoopNode | undefined = node.loop; loop !== undefined; loop = loop.parent)
    if (loop === outer) return true;
  return false;
}
