import type { FindingRoom } from '../finding-list.ts';
import { passes } from '../rules/tape-test.ts';
import { UNPLACED } from '../x12/check/tree.ts';
import { FaultSink, type FoundInSet } from '../x12/fault-sink.ts';
import { type Source, segmentKey } from '../x12/read/tape.ts';
import type { Placement, TapePlace } from '../x12/read/views.ts';
import type { LoopNode, SegmentNode } from '../x12/standard/set-definition.ts';
import { checkElements } from './check-elements.ts';
import type { Guide, Scope, SegmentRule } from './guide.ts';
import { type GuideFindingCode, guideFindings } from './guide-findings.ts';
import { codesOf, demand, nameOf, times } from './guide-words.ts';
import type { KnownFaults } from './known-faults.ts';

/** Holds sets against one guide, one after the other: one walk over the placed segments of the tape. */
export class GuideChecker {
  readonly #guide: Guide;
  #sink!: FaultSink<GuideFindingCode>;
  /** Occurrences so far, by rule. */
  readonly #counts: Int32Array;
  /** First segment of the open occurrence, by scope; -1 where none is open. */
  readonly #openers: Int32Array;
  #place!: TapePlace;
  #placement!: Placement;
  #source!: Source;
  #current!: LoopNode;
  #known!: KnownFaults;

  constructor(guide: Guide) {
    this.#guide = guide;
    this.#counts = new Int32Array(guide.uses.length);
    this.#openers = new Int32Array(guide.scopes.length);
  }

  /** `known`: what the standard's check found in the set; what follows from it is not reported again. `listed` is the room for what is found. */
  check(place: TapePlace, placement: Placement, known: KnownFaults, listed: FindingRoom): FoundInSet {
    const { definition, usesOf, scopes } = this.#guide;
    this.#place = place;
    this.#placement = placement;
    this.#source = place.source;
    this.#known = known;
    this.#sink = new FaultSink(listed, guideFindings);
    this.#current = definition.root;
    this.#counts.fill(0);
    this.#openers.fill(-1);
    this.#openers[0] = place.first;
    this.#sink.begin(place);
    const { placed, from } = placement;
    for (let index = place.first + 1; index <= place.last; index += 1) {
      const at = placed[from + index - place.first]!;
      if (at === UNPLACED) continue;
      const node = at < UNPLACED ? this.#strayAt(index, at) : definition.nodes[at]!;
      if (node === undefined) continue;
      if (at > UNPLACED && (node.loop !== this.#current || node.place === 0)) this.#move(node, index);
      const uses = usesOf[node.index]!;
      if (uses.length > 0) this.#apply(uses, node, index);
    }
    for (let loop: LoopNode | undefined = this.#current; loop?.parent; loop = loop.parent)
      this.#close(loop, place.last);
    this.#closeScope(scopes[0]!, place.last);
    return this.#sink.take();
  }

  /** The node that a segment out of order belongs to. */
  #strayAt(index: number, at: number): SegmentNode | undefined {
    const loop = this.#guide.definition.loops[-2 - at];
    const key = segmentKey(this.#source, index);
    return loop?.items.find((item): item is SegmentNode => 'segment' in item && item.segment.key === key);
  }

  #move(node: SegmentNode, index: number): void {
    const { loop } = node;
    while (this.#current !== loop && !isInside(loop, this.#current)) {
      this.#close(this.#current, index);
      this.#current = this.#current.parent!;
    }
    if (node.place > 0 || loop.parent === undefined) return;
    if (this.#current === loop) this.#close(loop, index);
    this.#current = loop;
    for (const scope of this.#guide.scopesOf[loop.index]!) {
      const open = this.#openers[scope.parent!.index]! >= 0 && passes(scope.tests, this.#source, index);
      this.#openers[scope.index] = open ? index : -1;
      if (open) for (const use of scope.uses) this.#counts[use.index] = 0;
    }
  }

  #close(loop: LoopNode, index: number): void {
    for (const scope of this.#guide.scopesOf[loop.index]!) this.#closeScope(scope, index);
  }

  #closeScope(scope: Scope, index: number): void {
    if (this.#openers[scope.index]! < 0) return;
    for (const use of scope.uses) if (this.#counts[use.index]! < use.min) this.#missing(use, scope, index);
    this.#openers[scope.index] = -1;
  }

  #apply(uses: readonly SegmentRule[], node: SegmentNode, index: number): void {
    for (const use of uses) {
      if (this.#openers[use.scope.index]! < 0 || !passes(use.tests, this.#source, index)) continue;
      const count = this.#counts[use.index]! + 1;
      this.#counts[use.index] = count;
      if (use.notUsed) this.#notUsed(use, node, index);
      else if (count === use.max + 1) this.#tooOften(use, node, index);
      if (use.elements.length === 0 || use.notUsed) continue;
      const position = index - this.#place.first + 1;
      const faulty = (element: number) => this.#known.hasElement(position, element);
      checkElements({ source: this.#source, index, node, guide: this.#guide, sink: this.#sink, faulty }, use.elements);
    }
  }

  #missing(use: SegmentRule, scope: Scope, index: number): void {
    const node = use.nodes[0]!;
    const { id, key } = node.segment;
    if (this.#known.hasSegment(id)) return;
    const found = this.#counts[use.index]!;
    const what = found === 0 ? 'is missing' : `is there ${times(found)} only`;
    const where = scope.parent === undefined ? '' : ` in the ${scope.loop.id} loop that ends here`;
    const ack = codesOf(this.#guide, { ik304: use.isLoop ? 'I7' : 'I8' }, { ak304: '3' });
    this.#sink.gap('guide.segment-missing', ack, { index: this.#gapOf(use, scope, index), key }, id, () => ({
      loop: node.loop.parent === undefined ? undefined : node.loop,
      expected: use.min === 1 ? nameOf(use) : `${nameOf(use)} at least ${times(use.min)}`,
      explanation: `${capital(nameOf(use))} ${what}${where}; ${demand(this.#guide, use.min === 1 ? 'requires it' : `requires it ${times(use.min)}`, use.note)}`,
    }));
  }

  /** The segment that stands where the missing one should: the first behind its place, else the one that ended the loop. */
  #gapOf({ nodes }: SegmentRule, scope: Scope, end: number): number {
    const node = nodes[0]!;
    const place = node.loop === scope.loop ? node.place : node.loop.place;
    const { definition, placed, from } = this.#placement;
    for (let index = this.#openers[scope.index]! + 1; index < end; index += 1) {
      const at = placed[from + index - this.#place.first]!;
      if (at >= 0 && itemPlace(definition.nodes[at]!, scope.loop) > place) return index;
    }
    return end;
  }

  #notUsed(use: SegmentRule, node: SegmentNode, index: number): void {
    const { id, key } = node.segment;
    if (this.#known.hasSegment(id)) return;
    this.#sink.segment(
      'guide.segment-not-used',
      codesOf(this.#guide, { ik304: 'I4' }, { ak304: '2' }),
      { index, key },
      () => ({
        loop: node.loop.parent === undefined ? undefined : node.loop,
        expected: `no ${use.path.text}`,
        explanation: `${capital(nameOf(use))} is there; ${demand(this.#guide, 'does not use it', use.note)}`,
      }),
    );
  }

  #tooOften(use: SegmentRule, node: SegmentNode, index: number): void {
    const code = use.isLoop ? '4' : '5';
    const ack = codesOf(this.#guide, { ik304: code }, { ak304: code });
    this.#sink.segment('guide.segment-too-often', ack, { index, key: node.segment.key }, () => ({
      loop: node.loop.parent === undefined ? undefined : node.loop,
      expected: `${use.path.text} at most ${times(use.max)}`,
      explanation: `${capital(nameOf(use))} is there more than ${times(use.max)}; ${demand(this.#guide, `allows it ${times(use.max)}`, use.note)}`,
    }));
  }
}

/** Whether a loop stands inside another, at any depth. */
function isInside(loop: LoopNode, outer: LoopNode): boolean {
  for (let around = loop.parent; around !== undefined; around = around.parent) if (around === outer) return true;
  return false;
}

/** The place among the items of `loop` under which a node stands; -1 outside of it. */
function itemPlace(node: SegmentNode, loop: LoopNode): number {
  if (node.loop === loop) return node.place;
  let inner: LoopNode | undefined = node.loop;
  while (inner !== undefined && inner.parent !== loop) inner = inner.parent;
  return inner?.place ?? -1;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
