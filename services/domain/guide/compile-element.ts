import { didYouMean, type Faults } from '../language/fault.ts';
import { elementPlace } from '../language/path.ts';
import { largest, smallest } from '../lists.ts';
import { longestKey } from '../rules/tape-test.ts';
import {
  codeKey,
  type ElementDefinition,
  type ElementUse,
  type SegmentDefinition,
} from '../x12/standard/segment-definition.ts';
import type { Deviation, ElementRule } from './guide.ts';
import type { ElementText } from './read-guide.ts';

/** Holds what a guide says about an element against the standard; what is unknown or wider is a fault. */
export function compileElement(
  text: ElementText,
  segment: SegmentDefinition,
  faults: Faults,
  agreed: readonly Deviation[] = [],
): ElementRule | undefined {
  const place = elementPlace(segment.id, text.element, text.component);
  const found = standardUse(text, segment, place, faults);
  if (found === undefined) return undefined;
  const { element, use, max } = found;
  const wider = (at: { line: number; column: number }, what: string) =>
    faults.add(at, `${place} (${element.name}) ${what}; a guide may only narrow.`);
  const here = agreed.filter((one) => one.element === text.element && one.component === text.component);
  const isLeftOut = here.some(({ allows }) => allows.kind === 'left-out');
  if (text.use && text.use.value !== 'required' && use === 'M' && !isLeftOut)
    wider(text.use.at, 'is mandatory by the standard');
  checkLength(text, widened(element, here), wider);
  if (text.repeat && text.repeat.value > max)
    wider(text.repeat.at, max === 1 ? 'may not be repeated' : `may be repeated ${max} times`);
  if (text.characters && !['AN', 'ID'].includes(element.type))
    faults.add(text.characters.at, `${place} is no text, so its characters are settled already.`);
  checkCodes(text, element, place, faults, here);
  const codes = text.codes?.value.map(({ value }) => value);
  const short = codes?.every((code) => code.length <= longestKey);
  return {
    element: text.element,
    component: text.component,
    // What the standard demands itself, the standard's check reports.
    use: text.use?.value === 'required' && use === 'M' ? 'optional' : (text.use?.value ?? 'optional'),
    min: text.length?.value.min ?? 0,
    max: text.length?.value.max ?? Number.POSITIVE_INFINITY,
    codes: codes && new Set(codes),
    codeKeys: codes && short ? new Set(codes.map(codeKey)) : undefined,
    characters: text.characters?.value,
    repeat: text.repeat?.value ?? Number.POSITIVE_INFINITY,
    numeric: /^(N\d|R)$/.test(element.type),
    note: text.note,
  };
}

function standardUse(
  text: ElementText,
  segment: SegmentDefinition,
  place: string,
  faults: Faults,
): ElementUse | undefined {
  const { elements } = segment;
  if (elements === undefined) {
    faults.add(text.at, `The elements of ${segment.id} are not known here, so a guide cannot speak of them.`);
    return undefined;
  }
  const use = elements[text.element - 1];
  if (use === undefined) {
    faults.add(text.at, `${segment.id} has ${elements.length} elements, so there is no ${place}.`);
    return undefined;
  }
  const { element } = use;
  if (text.component === undefined) {
    if (element.type === 'composite' && (text.length || text.codes || text.characters)) {
      faults.add(text.at, `${place} has components.`, `write \`${text.key}.1\` for the first of them`);
      return undefined;
    }
    return use;
  }
  const component = element.components[text.component - 1];
  if (component !== undefined) return component;
  const known = element.components.length;
  faults.add(
    text.at,
    known === 0
      ? `${segment.id}-${text.key.slice(0, 2)} has no components.`
      : `${place} is beyond the ${known} components of the element.`,
  );
  return undefined;
}

function checkLength(
  { length }: ElementText,
  { min, max }: { readonly min: number; readonly max: number },
  wider: (at: { line: number; column: number }, what: string) => void,
): void {
  if (length && (length.value.min < min || length.value.max > max))
    wider(length.at, `has ${min === max ? min : `${min} to ${max}`} characters by the standard`);
}

/** The lengths of the standard with those that were agreed beside it. */
function widened({ min, max }: ElementDefinition, agreed: readonly Deviation[]): { min: number; max: number } {
  const lengths = agreed.flatMap(({ allows }) => (allows.kind === 'length' ? [allows] : []));
  return {
    min: smallest(
      lengths.map((one) => one.min),
      min,
    ),
    max: largest(
      lengths.map((one) => one.max),
      max,
    ),
  };
}

function checkCodes(
  { codes }: ElementText,
  element: ElementDefinition,
  place: string,
  faults: Faults,
  agreed: readonly Deviation[],
): void {
  for (const { value, at } of codes?.value ?? []) {
    if (agreed.some(({ allows }) => allows.kind === 'codes' && allows.codes.has(value))) continue;
    if (element.codes && !element.partial && !element.codes.has(value))
      faults.add(at, `${value} is no code of ${place} (${element.name}).`, didYouMean(value, element.codes.keys()));
    else if (element.type === 'ID' && (value.length < element.min || value.length > element.max))
      faults.add(at, `${value} does not have the length of ${place}, ${element.min} to ${element.max}.`);
  }
}
