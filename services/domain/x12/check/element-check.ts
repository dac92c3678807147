import type { LoopPlace } from '../fault.ts';
import type { FaultSink } from '../fault-sink.ts';
import type { Source } from '../read/tape.ts';
import {
  type ElementDefinition,
  type ElementUse,
  type SegmentDefinition,
  weakerBasis,
} from '../standard/segment-definition.ts';
import { type CheckedSegment, placeName } from './checked-segment.ts';
import { keepsRules, ruleFaults } from './rule-check.ts';
import { type ForbiddenBytes, type ValueFault, valueFault } from './value-check.ts';
import { reportValue } from './value-report.ts';

const BLANK = 32;

const MISSING = { ak304: '8', ak403: '1' } as const;
const TOO_MANY = { ak304: '8', ak403: '3' } as const;
/** From 005010 on AK403 and IK403 tell what there is too much of. @source X12 005010, element 723 */
const TOO_MANY_BEFORE_5010 = { repetitions: TOO_MANY, components: TOO_MANY };
const TOO_MANY_SINCE_5010 = {
  repetitions: { ak304: '8', ak403: '12' },
  components: { ak304: '8', ak403: '13' },
} as const;

/** Checks the elements of segments of one interchange: presence, length, type, codes, syntax rules. */
export class ElementChecker {
  readonly #source: Source;
  readonly #forbidden: ForbiddenBytes;
  readonly #tooMany: typeof TOO_MANY_BEFORE_5010 | typeof TOO_MANY_SINCE_5010;

  /** `version` is that of the group, such as `005010`. */
  constructor(source: Source, version: string) {
    this.#source = source;
    this.#tooMany = version >= '005010' ? TOO_MANY_SINCE_5010 : TOO_MANY_BEFORE_5010;
    const { component, repetition } = source.delimiters;
    this.#forbidden = { component: byteOf(component), repetition: byteOf(repetition) };
  }

  /** Checks the segment at `index` of the tape. */
  check(index: number, definition: SegmentDefinition, loop: LoopPlace | undefined, sink: FaultSink): void {
    const uses = definition.elements;
    if (uses === undefined) return;
    const { bytes, marks, starts } = this.#source.tape;
    const at = starts[index]!;
    const count = starts[index + 1]! - at - 2;
    const plain = this.#forbidden.repetition < 0 && !this.#source.wrapped;
    let present = 0;
    const last = Math.max(Math.min(count, uses.length), definition.lastMandatory);
    for (let element = 1; element <= last; element += 1) {
      const start = element <= count ? marks[at + element]! + 1 : 0;
      const end = element <= count ? marks[at + element + 1]! : 0;
      const use = uses[element - 1]!;
      if (start === end || (bytes[start] === BLANK && use.use === 'M' && isBlank(bytes, start, end))) {
        if (use.use === 'M') this.#missing({ index, definition, loop, sink }, element, use.element);
        continue;
      }
      if (element <= 30) present |= 1 << element;
      // The common case is decided here, without an object for the segment.
      if (
        plain &&
        use.element.type !== 'composite' &&
        valueFault(bytes, start, end, use.element, this.#forbidden) === undefined
      )
        continue;
      this.#value({ index, definition, loop, sink }, element, start, end, use);
    }
    if (count > uses.length) this.#surplus({ index, definition, loop, sink }, at, count);
    if (!keepsRules(definition, present)) ruleFaults({ index, definition, loop, sink }, present, count);
  }

  /** Checks that the segment at `index` of the tape has no surplus elements; the rest of it is judged elsewhere. */
  checkCount(index: number, definition: SegmentDefinition, sink: FaultSink): void {
    const { starts } = this.#source.tape;
    const count = starts[index + 1]! - starts[index]! - 2;
    if (count > (definition.elements?.length ?? count))
      this.#surplus({ index, definition, loop: undefined, sink }, starts[index]!, count);
  }

  #value(segment: CheckedSegment, element: number, start: number, end: number, use: ElementUse): void {
    const { repetition } = this.#forbidden;
    if (repetition >= 0 && has(this.#source.tape.bytes, start, end, repetition))
      this.#repeated(segment, element, start, end, use);
    else if (use.element.type === 'composite') this.#components(segment, element, start, end, use.element);
    else this.#simple(segment, element, undefined, start, end, use.element);
  }

  #simple(
    segment: CheckedSegment,
    element: number,
    component: number | undefined,
    start: number,
    end: number,
    definition: ElementDefinition,
    basis = weakerBasis(segment.definition.basis, definition.basis),
  ): void {
    const found = this.#faultOf(start, end, definition);
    if (found === undefined) return;
    const ack = found === 'too-many-components' ? this.#tooMany.components : undefined;
    reportValue(segment, { element, component, start, end, definition, source: this.#source, basis }, found, ack);
  }

  #faultOf(start: number, end: number, element: ElementDefinition): ValueFault | undefined {
    const { bytes } = this.#source.tape;
    if (!this.#source.wrapped) return valueFault(bytes, start, end, element, this.#forbidden);
    const text = bytes.subarray(start, end).filter((byte) => byte !== 10 && byte !== 13);
    return valueFault(text, 0, text.length, element, this.#forbidden);
  }

  #repeated(
    segment: CheckedSegment,
    element: number,
    start: number,
    end: number,
    { element: definition, max }: ElementUse,
  ): void {
    const parts = split(this.#source.tape.bytes, start, end, this.#forbidden.repetition);
    if (parts.length > max) {
      const { index, loop, sink } = segment;
      const { key, basis } = segment.definition;
      const at = { index, key, element, basis };
      sink.element('x12.element.too-many-repetitions', this.#tooMany.repetitions, at, () => ({
        loop,
        reference: definition.reference,
        expected: max === 1 ? 'one value' : `at most ${max} repetitions`,
        explanation: `${placeName(segment.definition, element)} (${definition.name}) has ${parts.length} repetitions and may have ${max}. Send the rest elsewhere, or use another repetition separator.`,
      }));
      return;
    }
    for (const [from, to] of parts) {
      if (from === to) continue;
      if (definition.type === 'composite') this.#components(segment, element, from, to, definition);
      else this.#simple(segment, element, undefined, from, to, definition);
    }
  }

  #components(
    segment: CheckedSegment,
    element: number,
    start: number,
    end: number,
    composite: ElementDefinition,
  ): void {
    const { component } = this.#forbidden;
    const parts = component < 0 ? [[start, end] as const] : split(this.#source.tape.bytes, start, end, component);
    const { length } = composite.components;
    const basis = weakerBasis(segment.definition.basis, composite.basis);
    if (parts.length > length) {
      const { index, definition, loop, sink } = segment;
      const at = { index, key: definition.key, element, basis };
      sink.element('x12.element.too-many-components', this.#tooMany.components, at, () => ({
        start,
        end,
        loop,
        reference: composite.reference,
        expected: `at most ${length} components`,
        explanation: `${placeName(definition, element)} (${composite.name}) has ${parts.length} components and may have ${length}. Take the surplus out.`,
      }));
    }
    for (const [nth, use] of composite.components.entries()) {
      const [from, to] = parts[nth] ?? [end, end];
      if (from !== to)
        this.#simple(segment, element, nth + 1, from, to, use.element, weakerBasis(basis, use.element.basis));
      else if (use.use === 'M') this.#missing(segment, element, use.element, nth + 1, basis);
    }
  }

  #missing(
    { index, definition, loop, sink }: CheckedSegment,
    element: number,
    wanted: ElementDefinition,
    component?: number,
    basis = definition.basis,
  ): void {
    sink.element('x12.element.missing', MISSING, { index, key: definition.key, element, component, basis }, () => ({
      loop,
      reference: wanted.reference,
      expected: wanted.name,
      explanation: `${placeName(definition, element, component)} (${wanted.name}) is mandatory and is empty. Fill it in.`,
    }));
  }

  #surplus({ index, definition, loop, sink }: CheckedSegment, at: number, count: number): void {
    const { marks } = this.#source.tape;
    const known = definition.elements!.length;
    for (let element = known + 1; element <= count; element += 1) {
      const start = marks[at + element]! + 1;
      const end = marks[at + element + 1]!;
      if (start === end) continue;
      const last = marks[at + count + 1]!;
      const place = { index, key: definition.key, element, basis: definition.basis };
      sink.element('x12.element.too-many', TOO_MANY, place, () => ({
        loop,
        expected: known === 1 ? 'one element' : `at most ${known} elements`,
        explanation: `${definition.id} has ${count} elements and may have ${known}. Take out what follows ${placeName(definition, known)}.`,
        corrected: sink.replaced(index, marks[at + known + 1]!, last, ''),
      }));
      return;
    }
  }
}

/** A mandatory element of blanks says nothing. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] !== BLANK) return false;
  return true;
}

function byteOf(delimiter: string | undefined): number {
  return delimiter === undefined || delimiter === '' ? -1 : delimiter.charCodeAt(0);
}

function has(bytes: Uint8Array, start: number, end: number, byte: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === byte) return true;
  return false;
}

function split(bytes: Uint8Array, start: number, end: number, byte: number): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && bytes[at] !== byte) continue;
    parts.push([from, at]);
    from = at + 1;
  }
  return parts;
}
