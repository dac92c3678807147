import type { ElementDefinition, ElementUse } from '../../x12/standard/segment-definition.ts';
import type { SegmentNode } from '../../x12/standard/set-definition.ts';
import { type Notes, type Origin, type SpecElement, type SpecSegment, shortText } from '../spec.ts';
import { type DraftElement, type GuideDraft, placeOf } from './guide-draft.ts';

/** Writes what a specification says of elements, where it differs from the standard. */
export class ElementWriter {
  readonly #draft: GuideDraft;
  readonly #notes: Notes;
  readonly #isPartial: boolean;

  constructor(draft: GuideDraft, notes: Notes, isPartial: boolean) {
    this.#draft = draft;
    this.#notes = notes;
    this.#isPartial = isPartial;
  }

  /** @param told the element that a condition of the path speaks of already */
  write(
    { id, elements, origin }: SpecSegment,
    node: SegmentNode,
    path: string,
    bare: string,
    told: number | undefined,
  ): void {
    if (elements === undefined || elements.length === 0) return;
    const uses = node.segment.elements;
    if (uses === undefined) {
      this.#notes.lost(
        origin,
        `The elements of ${id} are not known here, so what the file says of them is not in the guide.`,
      );
      return;
    }
    const named = new Set(elements.map(({ position }) => position));
    for (const element of elements) this.#element(element, uses, path, bare, element.position === told);
    if (this.#isPartial) return;
    for (const [index, _use] of uses.entries())
      if (!named.has(index + 1))
        this.#element({ position: index + 1, use: 'not-used', notes: [], origin }, uses, path, bare, false);
  }

  /** Only which codes an element may have. */
  codesOnly(
    path: string,
    bare: string,
    { segment }: SegmentNode,
    position: number,
    codes: readonly string[],
    origin: Origin,
  ): void {
    const use = segment.elements?.[position - 1];
    if (use) this.#codes({ path, bare, position, component: undefined, origin }, use.element, codes);
  }

  #element(spec: SpecElement, uses: readonly ElementUse[], path: string, bare: string, isTold: boolean): void {
    const { position, component, use, max, notes, origin } = spec;
    const at: At = { path, bare, position, component, origin };
    const whole = uses[position - 1];
    const found = component === undefined ? whole : whole?.element.components[component - 1];
    if (found === undefined) {
      if (use !== 'not-used')
        this.#notes.lost(
          origin,
          `${placeOf(path, position, component)} does not exist in the standard, so it is not in the guide.`,
        );
      return;
    }
    const { element } = found;
    const entry = () => this.#entry(at);
    if (use === 'required' && found.use !== 'M') entry().use = 'required';
    if ((use === 'not-used' || use === 'optional') && found.use === 'M') this.#leftOut(at, element, use === 'optional');
    if (use === 'not-used') {
      entry().use = 'not-used';
      return;
    }
    if (element.type !== 'composite') {
      this.#length(at, spec, element);
      if (spec.codes && spec.codes.length > 0 && !isTold) this.#codes(at, element, spec.codes);
    }
    if (max !== undefined && max < found.max) entry().repeat = max;
    else if (max !== undefined && max > found.max)
      this.#notes.lost(
        origin,
        `${placeOf(path, position, component)} may be repeated ${max} times in the file and ${found.max === 1 ? 'not at all' : `${found.max} times`} in the standard; the guide keeps the standard.`,
      );
    const note = shortText(notes.join(' '));
    if (note !== '') entry().note = note;
  }

  #entry({ path, position, component, origin }: At): DraftElement {
    return this.#draft.element(path, position, component, origin);
  }

  #leftOut(at: At, { name }: ElementDefinition, isOptional: boolean): void {
    const place = placeOf(at.bare, at.position, at.component);
    const reason = isOptional ? 'The specification does not demand it.' : 'The specification does not use it.';
    this.#draft.deviate({ name: `${place} (${name}) is left out`, reason, place, 'left-out': true }, at.origin);
  }

  /** Codes have the length that they have; a length is written where the standard's is another. */
  #length(at: At, { length, codes }: SpecElement, { min, max, type, name }: ElementDefinition): void {
    if (length === undefined || (type === 'ID' && codes !== undefined)) return;
    if (length.min === min && length.max === max) return;
    // A date or time has the lengths that the standard gives it.
    if ((type === 'DT' || type === 'TM') && length.min >= min && length.max <= max && length.min !== length.max) return;
    const text = length.min === length.max ? `${length.min}` : `${length.min}..${length.max}`;
    if (length.min < min || length.max > max) {
      const place = placeOf(at.bare, at.position, at.component);
      const standard = min === max ? `${min}` : `${min} to ${max}`;
      const reason = `The specification has ${length.min === length.max ? length.min : `${length.min} to ${length.max}`}, the standard ${standard}.`;
      this.#draft.deviate({ name: `${place} (${name}) of another length`, reason, place, length: text }, at.origin);
    }
    if (length.min > min || length.max < max || length.max > max) this.#entry(at).length = text;
  }

  #codes(at: At, element: ElementDefinition, codes: readonly string[]): void {
    const own = [...new Set(codes)];
    const isComplete = element.codes !== undefined && !element.partial;
    const odd = own.filter((code) => {
      if (isComplete) return !element.codes!.has(code);
      return (
        element.type === 'ID' && !element.codes?.has(code) && (code.length < element.min || code.length > element.max)
      );
    });
    const isWhole = isComplete && odd.length === 0 && own.length === element.codes!.size;
    if (isWhole) return;
    if (odd.length > 0) {
      const place = placeOf(at.bare, at.position, at.component);
      const name = `${place} (${element.name}): ${odd.slice(0, 6).join(', ')}${odd.length > 6 ? ' …' : ''}`;
      this.#draft.deviate(
        { name, reason: 'The specification uses codes that the standard does not list.', place, codes: odd },
        at.origin,
      );
    }
    this.#entry(at).codes = own;
  }
}

interface At {
  readonly path: string;
  /** Without conditions. */
  readonly bare: string;
  readonly position: number;
  readonly component: number | undefined;
  readonly origin: Origin;
}
