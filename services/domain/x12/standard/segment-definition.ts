import { largest } from '../../lists.ts';
import { keyOf } from '../read/tape.ts';
import { withKnown } from './known-codes.ts';
import type {
  CompositeElementData,
  ElementType,
  ElementUseData,
  MaxData,
  SegmentData,
  SimpleElementData,
} from './standard-data.ts';

/**
 * Of what a version inherits and nobody compared: the version that it rests on. What breaks such a definition is a note and no fault.
 * `ONE_SOURCE` of what one public source says of the version itself: then it is a fault only where the well-known versions around find the same one.
 * Absent: the version's own data say it.
 */
export interface Resting {
  readonly basis?: string;
}

/** The basis of what is known from one public source only. */
export const ONE_SOURCE = 'one source';

/** The weaker of two bases: another version is weaker than one source of the version itself. */
export function weakerBasis(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (one === ONE_SOURCE && other !== undefined) ? other : one;
}

/** A data element of the standard; a composite has components and no type of its own. `basis` is that of type, length and components. */
export interface ElementDefinition extends Resting {
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
export interface SyntaxRule extends Resting {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  /** The bit of the first element. */
  readonly first: number;
  /** As the standard writes it, such as `P0102`. */
  readonly text: string;
  readonly elements: readonly number[];
  /** Bit n stands for element n; elements beyond 30 take part in no rule. */
  readonly mask: number;
}

/** `basis` is that of its list of elements; a segment whose elements are not known has none. */
export interface SegmentDefinition extends Resting {
  readonly id: string;
  /** The id as a number, see `keyOf`. */
  readonly key: number;
  readonly name: string;
  /** Undefined where only the name is known: then its elements are not checked. */
  readonly elements?: readonly ElementUse[];
  /** Number of the last mandatory element, 0 where there is none. */
  readonly lastMandatory: number;
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

/** Hears what is wrong with an element or segment; all of it is told, and compiling goes on. */
export type Refuse = (key: string, message: string) => void;

/** The basis of an entry, in the form that its definition has it. */
export function restingOn(basis: ReadonlyMap<string, string>, key: string): Resting {
  const version = basis.get(key);
  return version === undefined ? {} : { basis: version };
}

/** Compiles element data; composites refer to simple elements. `bases` has the versions that elements rest on. */
export function compileElements(
  data: ReadonlyMap<string, SimpleElementData | CompositeElementData>,
  bases: ReadonlyMap<string, string>,
  refuse: Refuse,
): ReadonlyMap<string, ElementDefinition> {
  const elements = new Map<string, ElementDefinition>();
  for (const [reference, element] of data) {
    if ('components' in element) continue;
    const { name, type, min, max, codes } = element;
    if (min > max) refuse(reference, `Element ${reference}: its minimum length is greater than its maximum.`);
    checkCodes(reference, element, refuse);
    const list = codes === undefined ? {} : codeList(withKnown(codes));
    elements.set(reference, {
      reference,
      name,
      type,
      min,
      max,
      partial: codes?.partial ?? true,
      components: [],
      ...list,
      ...restingOn(bases, reference),
    });
  }
  for (const [reference, element] of data) {
    if (!('components' in element)) continue;
    const components = usesOf(`Composite ${reference}`, element.components, elements, (message) =>
      refuse(reference, message),
    );
    const { name } = element;
    elements.set(reference, {
      reference,
      name,
      type: 'composite',
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
      partial: true,
      components,
      ...restingOn(bases, reference),
    });
  }
  return elements;
}

/** A sentence names so many codes. */
const MOST_CODES = 10;

function checkCodes(reference: string, { type, min, max, codes }: SimpleElementData, refuse: Refuse): void {
  if (codes === undefined) return;
  if (type !== 'ID')
    refuse(reference, `Element ${reference} has a code list and is of type ${type}. Only ID elements have codes.`);
  if (min > max) return;
  const odd = Object.keys(codes.values).filter((code) => code.length < min || code.length > max);
  if (odd.length === 0) return;
  const length = min === max ? `${min}` : `${min} to ${max}`;
  const some = odd.slice(0, MOST_CODES).join(', ') + (odd.length > MOST_CODES ? ' and others' : '');
  refuse(reference, `Element ${reference} takes ${length} characters, and these codes have more or less: ${some}.`);
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

/** Compiles segment data against the elements they use. `bases` has the versions that lists of elements and syntax rules rest on. */
export function compileSegments(
  data: ReadonlyMap<string, SegmentData>,
  elements: ReadonlyMap<string, ElementDefinition>,
  bases: { readonly segments: ReadonlyMap<string, string>; readonly rules: ReadonlyMap<string, string> },
  refuse: Refuse,
): ReadonlyMap<string, SegmentDefinition> {
  return new Map(
    [...data].map(([id, segment]) => {
      const say = (message: string) => refuse(id, message);
      const uses = segment.elements && usesOf(`Segment ${id}`, segment.elements, elements, say);
      const count = segment.elements?.length ?? 0;
      const ruleResting = restingOn(bases.rules, id);
      const rules = (segment.rules ?? []).flatMap((text) => compileRule(id, text, count, ruleResting, say) ?? []);
      const lastMandatory = (uses?.findLastIndex(({ use }) => use === 'M') ?? -1) + 1;
      const definition = {
        id,
        key: keyOf(id),
        name: segment.name,
        lastMandatory,
        rules,
        ...restingOn(bases.segments, id),
      };
      return [id, uses ? { ...definition, elements: uses } : definition];
    }),
  );
}

function usesOf(
  owner: string,
  uses: readonly ElementUseData[],
  elements: ReadonlyMap<string, ElementDefinition>,
  refuse: (message: string) => void,
): ElementUse[] {
  return uses.flatMap(({ ref, use, max }) => {
    const element = elements.get(ref);
    if (element !== undefined) return { element, use, max: maxOf(max) };
    refuse(`${owner} uses element ${ref}, which is not defined.`);
    return [];
  });
}

function compileRule(
  id: string,
  text: string,
  count: number,
  resting: Resting,
  refuse: (message: string) => void,
): SyntaxRule | undefined {
  const places = (text.slice(1).match(/\d\d/g) ?? []).map(Number);
  const last = largest(places);
  if (places.length < 2 || last > count) {
    refuse(`Segment ${id}: rule ${text} names an element that it does not have.`);
    return undefined;
  }
  const mask = places.filter((place) => place <= 30).reduce((bits, place) => bits | (1 << place), 0);
  return { kind: text[0] as SyntaxRule['kind'], first: 1 << places[0]!, text, elements: places, mask, ...resting };
}
