import type { FaultSink } from './fault-sink.ts';
import { ruleFaults } from './rule-check.ts';
import type { ElementDefinition, ElementUse, SegmentDefinition } from './segment-definition.ts';
import type { Source } from './tape.ts';
import { latin1 } from './tape.ts';
import { type ForbiddenBytes, type ValueFault, valueFault } from './value-check.ts';
import { reportValue } from './value-report.ts';

/** Checks the elements of segments of one interchange: presence, length, type, codes, syntax rules. */
export class ElementChecker {
  readonly #source: Source;
  readonly #forbidden: ForbiddenBytes;

  constructor(source: Source) {
    this.#source = source;
    const { component, repetition } = source.delimiters;
    this.#forbidden = { component: byteOf(component), repetition: byteOf(repetition) };
  }

  /** Checks the segment at `index` of the tape. */
  check(index: number, definition: SegmentDefinition, loop: string | undefined, sink: FaultSink): void {
    const uses = definition.elements;
    if (uses === undefined) return;
    const { marks, starts } = this.#source.tape;
    const at = starts[index]!;
    const count = starts[index + 1]! - at - 2;
    const known = uses.length;
    let present = 0;
    for (let element = 1; element <= known; element += 1) {
      const start = element <= count ? marks[at + element]! + 1 : 0;
      const end = element <= count ? marks[at + element + 1]! : 0;
      const use = uses[element - 1]!;
      if (start === end) {
        if (use.use === 'M') this.#missing(index, element, definition, loop, sink);
        continue;
      }
      if (element <= 30) present |= 1 << element;
      this.#value(index, element, start, end, use, definition, loop, sink);
    }
    if (count > known) this.#surplus(index, at, count, definition, loop, sink);
    if (definition.rules.length > 0) ruleFaults(index, present, count, definition, loop, sink);
  }

  #value(
    index: number,
    element: number,
    start: number,
    end: number,
    use: ElementUse,
    definition: SegmentDefinition,
    loop: string | undefined,
    sink: FaultSink,
  ): void {
    const { bytes } = this.#source.tape;
    const { repetition } = this.#forbidden;
    if (repetition >= 0 && has(bytes, start, end, repetition)) {
      this.#repeated(index, element, start, end, use, definition, loop, sink);
      return;
    }
    if (use.element.type === 'composite') {
      this.#components(index, element, start, end, use.element, definition, loop, sink);
      return;
    }
    const fault = this.#faultOf(start, end, use.element);
    if (fault !== undefined)
      reportValue(
        { index, element, start, end, definition: use.element, segment: definition, loop, source: this.#source },
        fault,
        sink,
      );
  }

  #faultOf(start: number, end: number, element: ElementDefinition): ValueFault | undefined {
    const { bytes } = this.#source.tape;
    if (!this.#source.wrapped) return valueFault(bytes, start, end, element, this.#forbidden);
    const text = latin1(bytes, start, end).replace(/[\r\n]+/g, '');
    return valueFault(
      Uint8Array.from(text, (char) => char.charCodeAt(0)),
      0,
      text.length,
      element,
      this.#forbidden,
    );
  }

  #repeated(
    index: number,
    element: number,
    start: number,
    end: number,
    use: ElementUse,
    definition: SegmentDefinition,
    loop: string | undefined,
    sink: FaultSink,
  ): void {
    const parts = split(this.#source.tape.bytes, start, end, this.#forbidden.repetition);
    if (parts.length > use.max && sink.wants(definition.key, element)) {
      sink.element('x12.element.too-many-repetitions', index, element, start, end, {
        loop,
        reference: use.element.reference,
        expected: use.max === 1 ? 'one value' : `at most ${use.max} repetitions`,
        explanation: `${placeName(definition, element)} (${use.element.name}) has ${parts.length} repetitions and may have ${use.max}. Send the rest elsewhere, or use another repetition separator.`,
        ack: { ak304: '8', ak403: '3' },
      });
      return;
    }
    const once = { ...use, max: 1 };
    for (const [from, to] of parts) {
      if (from === to) continue;
      if (use.element.type === 'composite')
        this.#components(index, element, from, to, use.element, definition, loop, sink);
      else this.#value(index, element, from, to, once, definition, loop, sink);
    }
  }

  #components(
    index: number,
    element: number,
    start: number,
    end: number,
    composite: ElementDefinition,
    definition: SegmentDefinition,
    loop: string | undefined,
    sink: FaultSink,
  ): void {
    const { bytes } = this.#source.tape;
    const { component } = this.#forbidden;
    const parts = component < 0 ? [[start, end] as const] : split(bytes, start, end, component);
    if (parts.length > composite.components.length && sink.wants(definition.key, element)) {
      sink.element('x12.element.too-many-components', index, element, start, end, {
        loop,
        reference: composite.reference,
        expected: `at most ${composite.components.length} components`,
        explanation: `${placeName(definition, element)} (${composite.name}) has ${parts.length} components and may have ${composite.components.length}. Take the surplus out.`,
        ack: { ak304: '8', ak403: '3' },
      });
    }
    for (const [nth, use] of composite.components.entries()) {
      const [from, to] = parts[nth] ?? [end, end];
      const place = {
        index,
        element,
        component: nth + 1,
        start: from,
        end: to,
        definition: use.element,
        segment: definition,
        loop,
        source: this.#source,
      };
      if (from === to) {
        if (use.use === 'M') this.#missing(index, element, definition, loop, sink, { component: nth + 1, use });
        continue;
      }
      const fault = this.#faultOf(from, to, use.element);
      if (fault !== undefined) reportValue(place, fault, sink);
    }
  }

  #missing(
    index: number,
    element: number,
    definition: SegmentDefinition,
    loop: string | undefined,
    sink: FaultSink,
    part?: { component: number; use: ElementUse },
  ): void {
    if (!sink.wants(definition.key, element)) return;
    const [offset, end] = sink.show(index).rangeOf(element);
    const wanted = (part?.use ?? definition.elements![element - 1]!).element;
    const where = placeName(definition, element, part?.component);
    sink.element('x12.element.missing', index, element, offset, end, {
      loop,
      component: part?.component,
      reference: wanted.reference,
      expected: wanted.name,
      explanation: `${where} (${wanted.name}) is mandatory and is empty. Fill it in.`,
      ack: { ak304: '8', ak403: '1' },
    });
  }

  #surplus(
    index: number,
    at: number,
    count: number,
    definition: SegmentDefinition,
    loop: string | undefined,
    sink: FaultSink,
  ): void {
    const { marks } = this.#source.tape;
    const known = definition.elements!.length;
    for (let element = known + 1; element <= count; element += 1) {
      const start = marks[at + element]! + 1;
      const end = marks[at + element + 1]!;
      if (start === end || !sink.wants(definition.key, element)) continue;
      const [, last] = sink.show(index).range;
      sink.element('x12.element.too-many', index, element, start, end, {
        loop,
        expected: `at most ${known} elements`,
        explanation: `${definition.id} has ${count} elements and may have ${known}. Take ${placeName(definition, element)} out.`,
        corrected: sink.replaced(index, marks[at + known + 1]!, last, ''),
        ack: { ak304: '8', ak403: '3' },
      });
      return;
    }
  }
}

/** An element's place as people write it, such as `AT7-02` or `AK4-01.1`. */
export function placeName(definition: SegmentDefinition, element: number, component?: number): string {
  return `${definition.id}-${String(element).padStart(2, '0')}${component === undefined ? '' : `.${component}`}`;
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
