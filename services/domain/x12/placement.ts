import type { FaultSink } from './fault-sink.ts';
import type { PlacedRoom } from './placed-room.ts';
import { idOf, type SegmentDefinition } from './segment-definition.ts';
import { type LoopNode, opener, type SegmentNode, type SetDefinition, type Step } from './set-definition.ts';
import type { VersionDefinition } from './standard.ts';
import { keyOf, segmentKey } from './tape.ts';
import { strayIn } from './tree.ts';
import type { TapePlace } from './views.ts';

const SE = keyOf('SE');

/**
 * Finds the place of each segment of a set in its definition and reports what is unknown, unexpected, out of order, missing or too many.
 * What follows from an earlier fault is not reported again. One instance serves all sets of a kind in a group, one after the other.
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
  /** The segment before had no place. */
  #lost = false;
  /** A loop whose first segment is missing, misspelt or misplaced: what belongs to it follows from that and is not reported. */
  #orphan: LoopNode | undefined;
  #lostKey = 0;

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
    this.#lost = false;
    this.#orphan = undefined;
    this.#loopRuns.fill(0);
    const { source, first, last } = place;
    this.#put(first, this.#current.index);
    for (let index = first + 1; index <= last; index += 1) {
      const key = segmentKey(source, index);
      if (this.#orphan !== undefined && isDirectItem(this.#orphan, key)) continue;
      this.#orphan = undefined;
      const step = this.#definition.next(this.#current, key, false);
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
        else if (this.#run === step.node.max + 1) this.#tooOften(index, step.node);
      }
    }
    if (taken.missing.length > 0) for (const node of taken.missing) this.#missing(index, node);
    if (taken.node !== this.#current || taken.again) {
      this.#run = 1;
      if (taken.node.place === 0) this.#countLoop(index, taken);
    }
    this.#current = taken.node;
    this.#lost = false;
    this.#put(index, taken.node.index);
  }

  #countLoop(index: number, { node, again }: Step): void {
    const { loop } = node;
    const runs = again ? this.#loopRuns[loop.index]! + 1 : 1;
    this.#loopRuns[loop.index] = runs;
    if (runs !== loop.max + 1 || !this.#sink.wants(node.segment.key)) return;
    const id = node.segment.id;
    this.#sink.segment('x12.segment.loop-too-often', index, {
      loop,
      expected: `at most ${loop.max} ${id} loops here`,
      explanation: `The ${id} loop (${loop.name}) occurs more than ${loop.max} times. Send the rest in another set.`,
      ack: { ak304: '4' },
    });
  }

  #tooOften(index: number, node: SegmentNode): void {
    const { id, name, key } = node.segment;
    if (!this.#sink.wants(key)) return;
    const times = node.max === 1 ? 'once' : `${node.max} times`;
    this.#sink.segment('x12.segment.too-often', index, {
      loop: loopAround(node),
      expected: `at most ${node.max} ${id} here`,
      explanation: `Segment ${id} (${name}) may stand here ${times} at most. Take the surplus out.`,
      ack: { ak304: '5' },
    });
  }

  #missing(index: number, node: SegmentNode): void {
    const { id, name, key } = node.segment;
    if (this.#lost && resembles(idOf(this.#lostKey), id)) return;
    if (this.#standsElsewhere(node) || !this.#sink.wants(key)) return;
    this.#sink.gap('x12.segment.missing', index, id, {
      loop: loopAround(node),
      expected: `${id} (${name})`,
      explanation: `Mandatory segment ${id} (${name}) is missing before this place. Add it.`,
      ack: { ak304: '3' },
    });
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
    if (home !== undefined) this.#put(index, strayIn(home.loop.index));
    if (known !== undefined && home === undefined)
      this.#orphan = this.#definition.nodes.find((node) => node.segment.key === key)?.loop;
    if (this.#sink.wants(key)) this.#explain(index, key, known, home);
    this.#lost = true;
    this.#lostKey = key;
  }

  #explain(index: number, key: number, known: SegmentDefinition | undefined, home: SegmentNode | undefined): void {
    if (known === undefined) this.#unknown(index);
    else if (home !== undefined) this.#outOfOrder(index, known, home);
    else if (this.#definition.keys.has(key)) this.#unexpected(index, known);
    else {
      this.#sink.segment('x12.segment.not-in-set', index, {
        expected: `a segment of the ${this.#definition.code}`,
        explanation: `Segment ${known.id} (${known.name}) is not part of the ${this.#definition.code}. Take it out.`,
        ack: { ak304: '6' },
      });
    }
  }

  #unknown(index: number): void {
    const { id } = this.#sink.show(index);
    const meant = this.#definition.nodes.find((node) => resembles(id, node.segment.id) && this.#reachable(node));
    if (meant?.place === 0) this.#orphan = meant.loop;
    const hint = meant === undefined ? '' : ` Perhaps ${meant.segment.id} (${meant.segment.name}) is meant.`;
    this.#sink.segment('x12.segment.unknown', index, {
      expected: meant === undefined ? 'a segment id of the standard' : meant.segment.id,
      explanation: `"${id}" is no segment of the standard ${this.#version.version}.${hint || ' Correct it or take it out.'}`,
      corrected: meant === undefined ? undefined : this.#sink.renamed(index, meant.segment.id),
      ack: { ak304: '1' },
    });
  }

  #reachable(node: SegmentNode): boolean {
    return this.#definition.next(this.#current, node.segment.key, false) !== undefined;
  }

  #outOfOrder(index: number, { id, name }: SegmentDefinition, home: SegmentNode): void {
    this.#sink.segment('x12.segment.out-of-order', index, {
      loop: loopAround(home),
      expected: `${id} before ${this.#current.segment.id}`,
      explanation: `Segment ${id} (${name}) comes too late: its place is before ${this.#current.segment.id}. Move it there.`,
      ack: { ak304: '7' },
    });
  }

  #unexpected(index: number, { id, name, key }: SegmentDefinition): void {
    const use = this.#definition.nodes.find((node) => node.segment.key === key)!;
    const outer = opener(use.place === 0 && use.loop.parent !== undefined ? use.loop.parent : use.loop).segment.id;
    this.#sink.segment('x12.segment.unexpected', index, {
      expected: `${outer} before it`,
      explanation: `Segment ${id} (${name}) belongs to a loop that begins with ${outer}, and no such loop is open here. Put ${outer} before it.`,
      ack: { ak304: '2' },
    });
  }
}

/** The use of the segment in one of the loops that are open at this place. */
function openLoopWith(current: SegmentNode, key: number): SegmentNode | undefined {
  for (let loop: SegmentNode['loop'] | undefined = current.loop; loop !== undefined; loop = loop.parent) {
    const node = loop.items.find((item): item is SegmentNode => 'segment' in item && item.segment.key === key);
    if (node !== undefined) return node;
  }
  return undefined;
}

function isDirectItem(loop: LoopNode, key: number): boolean {
  return loop.items.some((item) => 'segment' in item && item.segment.key === key);
}

function loopAround(node: SegmentNode): LoopNode | undefined {
  return node.loop.parent === undefined ? undefined : node.loop;
}

/** One letter differs, is missing, or is added. */
function resembles(said: string, id: string): boolean {
  if (said === id || said.length === 0) return false;
  if (said.toUpperCase() === id) return true;
  if (said.length === id.length) return [...said].filter((char, at) => char !== id[at]).length === 1;
  const [short, long] = said.length < id.length ? [said, id] : [id, said];
  if (long.length - short.length !== 1 || short.length < 2) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
