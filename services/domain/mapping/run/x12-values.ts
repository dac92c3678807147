import { keyAt } from '../../rules/tape-test.ts';
import type { Segment } from '../../x12/model.ts';
import { Span } from '../../x12/read/tape.ts';
import { type PlacedSet, type Placement, TapeSegment } from '../../x12/read/views.ts';
import { elementUnit, type OriginTape } from './origin-tape.ts';
import { receivedText } from './received-text.ts';
import type { Budget, PairCodes, Trace, ValueSource } from './source.ts';
import { rankOf, type X12Path } from './x12-path.ts';
import { X12Search } from './x12-search.ts';

/** A trace is segment x this + element x `elementUnit` + component. */
const segmentUnit = elementUnit * elementUnit;

type Want = 'first' | 'all' | 'pair' | 'place';

/** Reads the values of a checked set from the tape. */
export class X12Values extends X12Search implements ValueSource<number> {
  readonly traces: number[] = [];
  traced = 0;
  readonly written = true;
  readonly #set: PlacedSet;
  readonly #span: Span;
  /** What is searched for and what was found, so that no function need be made for each search. */
  #want: Want = 'first';
  #path!: X12Path;
  #text: string | undefined;
  #texts: string[] = [];
  #pair!: PairCodes;
  #rank = 0;
  #trace = 0;

  constructor(set: PlacedSet, placement: Placement, budget: Budget) {
    const { place } = set;
    super(place, placement, budget);
    this.#set = set;
    const { marks, starts } = place.source.tape;
    this.#span = new Span(place.source, marks[starts[place.first]!]!, marks[starts[place.last + 1]! - 1]!);
  }

  read(path: X12Path, scope: number): string | undefined {
    if (!this.loops.keys.mayHave(path.ids)) return undefined;
    if (path.plain) return this.#readOwn(path, scope);
    this.#text = undefined;
    this.#search('first', path, scope);
    return this.#text;
  }

  /** The same for an element of a segment of our own loop, which most paths name. */
  #readOwn(path: X12Path, scope: number): string | undefined {
    const { loops, budget } = this;
    if (budget.left < 0) return undefined;
    const { element, key } = path;
    const owner = loops.owner(scope);
    if (owner !== scope && loops.key(scope) === key) return this.#readElement(scope, element);
    for (let from = owner; ; ) {
      const segment = loops.ownNamed(from, key, budget);
      if (segment < 0) break;
      const text = budget.left < 0 ? undefined : this.#readElement(segment, element);
      if (text !== undefined) return text;
      from = loops.nextOwn(segment);
      if (from === 0) break;
    }
    for (let loop = loops.childNamed(owner, key); loop !== 0; loop = loops.same(loop)) {
      budget.left -= 1;
      const text = budget.left < 0 ? undefined : this.#readElement(loop, element);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #readElement(segment: number, element: number): string | undefined {
    const text = this.#textAt(segment, element, 0);
    if (text !== undefined) this.#push(segment, element, 0);
    return text;
  }

  readAll(path: X12Path, scope: number): readonly string[] {
    this.#texts = [];
    this.#search('all', path, scope);
    return this.#texts;
  }

  scopes(path: X12Path, scope: number): readonly number[] {
    return this.find(path, scope);
  }

  count(path: X12Path, scope: number): number {
    if (path.path.element === undefined) return this.find(path, scope).length;
    const mark = this.traced;
    const { length } = this.readAll(path, scope);
    this.traced = mark;
    return length;
  }

  has(path: X12Path, scope: number): boolean {
    this.#trace = -1;
    this.#search('place', path, scope);
    return this.#trace >= 0;
  }

  indexOf(_scope: number, turn: number): number {
    return turn;
  }

  moment(): undefined {
    return undefined;
  }

  pair(path: X12Path, codes: PairCodes, scope: number): string | undefined {
    this.#pair = codes;
    this.#rank = codes.codes.length;
    this.#text = undefined;
    this.#search('pair', path, scope);
    if (this.#text === undefined) return undefined;
    this.traces[this.traced++] = this.#trace;
    this.marks.add(segmentOf(this.#trace), elementOf(this.#trace) - 1, 0);
    return this.#text;
  }

  used(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.#mark(this.traces[at]!);
  }

  #mark(trace: number): void {
    this.marks.add(segmentOf(trace), elementOf(trace), trace % elementUnit);
  }

  /** Where the value of a path would stand; undefined where not even its segment is there. */
  locate(path: X12Path, scope: number): Trace | undefined {
    if (!this.has(path, scope)) return undefined;
    const { element, component } = path.path;
    return {
      segment: this.segmentAt(this.#trace),
      ...(element === undefined ? {} : { element }),
      ...(component === undefined ? {} : { component }),
    };
  }

  traceOf(trace: number): Trace {
    const segment = this.segmentAt(segmentOf(trace));
    const element = elementOf(trace);
    const component = trace % elementUnit;
    return component === 0 ? { segment, element } : { segment, element, component };
  }

  /** The segment as an object, for findings. */
  segmentAt(segment: number): Segment {
    return this.#set.segments[segment]!;
  }

  #view(segment: number): TapeSegment {
    return new TapeSegment(this.#span, this.first + segment, segment + 1);
  }

  keep(tape: OriginTape, from: number, to: number): void {
    const { marks, starts, origin } = this.source.tape;
    const { cells, base } = tape;
    let next = base + tape.top;
    cells[next++] = to - from;
    for (let at = from; at < to; at += 1) {
      const trace = this.traces[at]!;
      const segment = segmentOf(trace);
      const rest = trace - segment * segmentUnit;
      this.marks.add(segment, rest >> elementBits, rest & (elementUnit - 1));
      if (at === from) {
        cells[next++] = this.keyOf(segment);
        cells[next++] = rest;
        cells[next++] = segment + 1;
      }
      if ((rest & (elementUnit - 1)) === 0) {
        const mark = starts[this.first + segment]! + (rest >> elementBits);
        cells[next++] = origin + marks[mark]! + 1;
        cells[next++] = origin + marks[mark + 1]!;
      } else {
        const [start, end] = this.#view(segment).rangeOf(Math.floor(rest / elementUnit), rest % elementUnit);
        cells[next++] = start;
        cells[next++] = end;
      }
    }
    tape.top = next - base;
  }

  #search(want: Want, path: X12Path, scope: number): void {
    this.#want = want;
    this.#path = path;
    this.visit(path, scope);
  }

  protected see(segment: number): boolean {
    const { element, component } = this.#path;
    switch (this.#want) {
      case 'first':
        this.#text = this.#textAt(segment, element, component);
        if (this.#text === undefined) return false;
        this.#push(segment, element, component);
        return true;
      case 'all': {
        const text = this.#textAt(segment, element, component);
        if (text === undefined) return false;
        this.#push(segment, element, component);
        this.#texts.push(text);
        return false;
      }
      case 'pair':
        return this.#seePairs(segment);
      case 'place':
        this.#trace = segment;
        return true;
    }
  }

  #push(segment: number, element: number, component: number): void {
    this.traces[this.traced++] = segment * segmentUnit + element * elementUnit + component;
  }

  #seePairs(segment: number): boolean {
    const { at, codes, keys } = this.#pair;
    for (let nth = 0; nth < at.length; nth += 1) {
      const element = at[nth]!;
      const rank = keys
        ? rankOf(keys, keyAt(this.source, this.first + segment, element, undefined))
        : codes.indexOf(this.bareText(segment, element, undefined));
      if (rank < 0 || rank >= this.#rank) continue;
      const text = this.#textAt(segment, element + 1, 0);
      if (text === undefined) continue;
      this.#text = text;
      this.#rank = rank;
      this.#trace = segment * segmentUnit + (element + 1) * elementUnit;
    }
    return this.#rank === 0;
  }

  protected bareText(segment: number, element: number, component: number | undefined): string {
    return this.#view(segment).text(element, component).trim();
  }

  /** The value of an element, or of a component of it, without blanks around it; undefined where nothing is left. */
  #textAt(segment: number, element: number, component: number): string | undefined {
    const { tape, wrapped } = this.source;
    const { marks, starts, bytes } = tape;
    const at = starts[this.first + segment]!;
    if (element > starts[this.first + segment + 1]! - at - 2) return undefined;
    const start = marks[at + element]! + 1;
    const end = marks[at + element + 1]!;
    if (start === end) return undefined;
    if (component !== 0) return receivedText(this.#view(segment).text(element, component));
    if (wrapped || isBlank(bytes[start]!) || isBlank(bytes[end - 1]!)) return receivedText(this.#span.cut(start, end));
    for (let place = start; place < end; place += 1) {
      if (bytes[place]! > 127) return receivedText(this.#span.cut(start, end));
    }
    return this.#span.cut(start, end);
  }
}

const elementBits = Math.log2(elementUnit);
const segmentBits = Math.log2(segmentUnit);

/** A shift where the number allows it: a division takes several times as long, and each field needs one. */
function segmentOf(trace: number): number {
  return trace <= 0x7fffffff ? trace >> segmentBits : Math.floor(trace / segmentUnit);
}

function elementOf(trace: number): number {
  return Math.floor(trace / elementUnit) % elementUnit;
}

function isBlank(byte: number): boolean {
  return byte <= 32;
}
