import type {
  CompositeElementData,
  ElementType,
  ElementUseData,
  MaxData,
  SegmentData,
  SimpleElementData,
} from './standard-data.ts';
import { keyOf } from './tape.ts';

/** A data element of the standard; a composite has components and no type of its own. */
export interface ElementDefinition {
  /** Reference number, such as `353`, `C040` or `I06`. */
  readonly reference: string;
  readonly name: string;
  readonly type: ElementType | 'composite';
  /** Length in characters; for numbers without sign and decimal point. */
  readonly min: number;
  readonly max: number;
  /** Code and meaning; not every code of the list when `partial`. */
  readonly codes?: ReadonlyMap<string, string>;
  /** The codes as numbers, see `codeKey`. */
  readonly codeKeys?: ReadonlySet<number>;
  readonly partial: boolean;
  readonly components: readonly ElementUse[];
}

export interface ElementUse {
  readonly element: ElementDefinition;
  /** M mandatory, O optional, X subject to the segment's syntax rules. */
  readonly use: 'M' | 'O' | 'X';
  readonly max: number;
}

/** P all or none, R at least one, E at most one, C the first needs all others, L the first needs one of the others. */
export interface SyntaxRule {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  /** The bit of the first element. */
  readonly first: number;
  /** As the standard writes it, such as `P0102`. */
  readonly text: string;
  readonly elements: readonly number[];
  /** Bit n stands for element n; elements beyond 30 take part in no rule. */
  readonly mask: number;
}

export interface SegmentDefinition {
  readonly id: string;
  /** The id as a number, see `keyOf`. */
  readonly key: number;
  readonly name: string;
  /** Undefined where only the name is known: then its elements are not checked. */
  readonly elements?: readonly ElementUse[];
  readonly rules: readonly SyntaxRule[];
}

/** The segment id that a number stands for. */
export function idOf(key: number): string {
  return String.fromCharCode(key >> 16, (key >> 8) & 255, key & 255).replace('\u0000', '');
}

/** The number that a data element's limit stands for; absent is once. */
export function maxOf(max: MaxData | undefined): number {
  return max === undefined ? 1 : max === 'many' ? Number.POSITIVE_INFINITY : max;
}

/** Compiles element data; composites refer to simple elements. */
export function compileElements(
  data: readonly (readonly [string, SimpleElementData | CompositeElementData])[],
): ReadonlyMap<string, ElementDefinition> {
  const elements = new Map<string, ElementDefinition>();
  for (const [reference, element] of data) {
    if ('components' in element) continue;
    const { name, type, min, max, codes } = element;
    if (min > max) throw new Error(`Element ${reference}: its minimum length is greater than its maximum.`);
    const list = codes === undefined ? {} : codeList(codes.values);
    elements.set(reference, {
      reference,
      name,
      type,
      min,
      max,
      partial: codes?.partial ?? true,
      components: [],
      ...list,
    });
  }
  for (const [reference, element] of data) {
    if (!('components' in element)) continue;
    const components = usesOf(`Composite ${reference}`, element.components, elements);
    const { name } = element;
    elements.set(reference, {
      reference,
      name,
      type: 'composite',
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
      partial: true,
      components,
    });
  }
  return elements;
}

function codeList(values: Readonly<Record<string, string>>) {
  return { codes: new Map(Object.entries(values)), codeKeys: new Set(Object.keys(values).map(codeKey)) };
}

/** A code as a number, so that it can be looked up without making a string of it. */
export function codeKey(code: string): number {
  let key = 0;
  for (let at = 0; at < code.length; at += 1) key = key * 256 + code.charCodeAt(at);
  return key;
}

/** Compiles segment data against the elements they use. */
export function compileSegments(
  data: readonly (readonly [string, SegmentData])[],
  elements: ReadonlyMap<string, ElementDefinition>,
): ReadonlyMap<string, SegmentDefinition> {
  return new Map(
    data.map(([id, segment]) => {
      const uses = segment.elements && usesOf(`Segment ${id}`, segment.elements, elements);
      const rules = (segment.rules ?? []).map((text) => compileRule(id, text, uses?.length ?? 0));
      return [id, { id, key: keyOf(id), name: segment.name, rules, ...(uses && { elements: uses }) }];
    }),
  );
}

function usesOf(
  owner: string,
  uses: readonly ElementUseData[],
  elements: ReadonlyMap<string, ElementDefinition>,
): ElementUse[] {
  return uses.map(({ ref, use, max }) => {
    const element = elements.get(ref);
    if (element === undefined) throw new Error(`${owner} uses element ${ref}, which is not defined.`);
    return { element, use, max: maxOf(max) };
  });
}

function compileRule(id: string, text: string, count: number): SyntaxRule {
  const places = (text.slice(1).match(/\d\d/g) ?? []).map(Number);
  const last = Math.max(...places);
  if (places.length < 2 || last > count)
    throw new Error(`Segment ${id}: rule ${text} names an element that it does not have.`);
  const mask = places.filter((place) => place <= 30).reduce((bits, place) => bits | (1 << place), 0);
  return { kind: text[0] as SyntaxRule['kind'], first: 1 << places[0]!, text, elements: places, mask };
}
