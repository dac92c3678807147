import { didYouMean, type Faults, type Place } from '../../language/fault.ts';
import { elementPlace, type Path } from '../../language/path.ts';
import type { ElementDefinition } from '../../x12/standard/segment-definition.ts';
import type { SetDefinition } from '../../x12/standard/set-definition.ts';
import type { Assertion, Condition, LeafValue, Mapping } from '../language/plan.ts';
import { type PlanVisitor, walkAssertions, walkMapping } from '../language/plan-walk.ts';
import { type DefinitionScope, headOf, rootScope, scopesOfPath } from '../report/definition-scope.ts';

/** What is wrong with a condition, and how it is written right. */
interface Blindness {
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * Tells the conditions of a mapping of X12 that can never hold in any of its versions, since no value of the element is what they compare with, and
 * those that look at the first of several segments only, though they do not say so.
 */
export function findBlindConditions(mapping: Mapping, definitions: readonly SetDefinition[], faults: Faults): void {
  if (mapping.direction === 'outbound' || mapping.reads) return;
  tellBlind(definitions, faults, (visitor) => walkMapping(mapping, visitor));
}

/** The same of rules, such as those of a guide. */
export function findBlindRules(
  rules: readonly Assertion[],
  definitions: readonly SetDefinition[],
  faults: Faults,
): void {
  tellBlind(definitions, faults, (visitor) => walkAssertions(rules, visitor));
}

function tellBlind(definitions: readonly SetDefinition[], faults: Faults, walk: (visitor: PlanVisitor) => void): void {
  // By place: the first version in which the condition sees something settles it.
  const found = new Map<string, { readonly at: Place; readonly blindness: Blindness | undefined }>();
  const see = (at: Place, what: string, blindness: Blindness | undefined): void => {
    const key = `${at.line}:${at.column}/${what}`;
    const known = found.get(key);
    if (known === undefined || known.blindness !== undefined) found.set(key, { at, blindness });
  };
  for (const definition of definitions) {
    const root = rootScope(definition);
    const scopesOf = (paths: readonly Path[]) =>
      paths.reduce<readonly DefinitionScope[]>((scopes, path) => scopesOfPath(path, scopes, root), [root]);
    walk({
      path: (path, _use, around) => seeFilters(path, scopesOf(around), root, see),
      leaf: (leaf, around) => seeTable(leaf, scopesOf(around), root, see),
      condition: (condition, around) => seeCondition(condition, scopesOf(around), root, see),
    });
  }
  for (const { at, blindness } of found.values()) if (blindness) faults.add(at, blindness.message, blindness.hint);
}

type See = (at: Place, what: string, blindness: Blindness | undefined) => void;

function seeFilters(path: Path, from: readonly DefinitionScope[], root: DefinitionScope, see: See): void {
  if (path.at === undefined) return;
  for (const [nth, { name, filters }] of path.steps.entries()) {
    if (filters.length === 0) continue;
    const heads = headsAt(path, nth, from, root);
    for (const { element, component, values = [] } of filters) {
      const elements = elementsOf(heads, element, component);
      if (elements.length === 0) continue;
      for (const value of values)
        see(path.at, `${nth}/${element}/${value}`, impossible(value, elementPlace(name, element, component), elements));
    }
  }
}

/** Codes of a table that stands in its place; one that others use may be for other elements. */
function seeTable(
  { source, table }: LeafValue,
  from: readonly DefinitionScope[],
  root: DefinitionScope,
  see: See,
): void {
  if (source.kind !== 'path' || table === undefined || table.name !== '' || source.path.at === undefined) return;
  const { path } = source;
  const elements = elementsOfPath(path, from, root);
  if (elements.length === 0) return;
  for (const code of table.codes.keys()) see(path.at!, `table/${code}`, impossible(code, placeOf(path), elements));
}

function seeCondition(condition: Condition, from: readonly DefinitionScope[], root: DefinitionScope, see: See): void {
  if (!('value' in condition) || condition.kind === 'present' || condition.value.kind !== 'leaf') return;
  const { source, table, lookup, as } = condition.value;
  if (source.kind !== 'path' || source.path.at === undefined) return;
  const { path } = source;
  const at = source.path.at;
  see(at, 'repeated', meetsSeveral(path, from, root) ? onlyFirst(condition, path) : undefined);
  const elements = elementsOfPath(path, from, root);
  if (elements.length === 0 || table || lookup || as !== 'text') return;
  if (condition.kind === 'in')
    for (const choice of condition.choices) see(at, choice, impossible(choice, placeOf(path), elements));
  if (condition.kind === 'length') {
    const fits = elements.some(({ min, max }) => condition.characters >= min && condition.characters <= max);
    const message = `${placeOf(path)} never has ${condition.characters} characters; by the standard it has ${range(elements[0]!)}.`;
    see(at, 'length', fits ? undefined : { message });
  }
}

/** Whether a path meets one of several segments or loops and does not say which. */
function meetsSeveral(path: Path, from: readonly DefinitionScope[], root: DefinitionScope): boolean {
  return path.steps.some(({ filters }, step) => {
    if (filters.length > 0 || (step === 0 && path.origin === 'ancestor')) return false;
    const reached = reachedAt(path, step, from, root);
    return reached.some(({ loop, segment }) => {
      if (from.some((scope) => scope.segment !== undefined && scope.segment === segment)) return false;
      return segment === undefined ? loop.max > 1 : segment.max > 1;
    });
  });
}

function onlyFirst(condition: Condition, { text, element = 1, component }: Path): Blindness {
  const segment = text.replace(/-\d\d?(\.\d+)?$/, '');
  const number = `${String(element).padStart(2, '0')}${component === undefined ? '' : `.${component}`}`;
  const any =
    condition.kind === 'in' ? [`\`${segment}[${number}=${condition.choices.join('|')}]\` for any of them`] : [];
  const each = `\`each: ${segment}\` around it for each of them`;
  const first = `\`value: { first: ["${text}"] }\` for the first`;
  return {
    message: `There may be several ${segment}, and \`${text}\` is that of the first only.`,
    hint: `write ${[...any, each, first].join(', ')}`,
  };
}

function reachedAt(path: Path, step: number, from: readonly DefinitionScope[], root: DefinitionScope) {
  const { element: _element, ...rest } = path;
  return scopesOfPath({ ...rest, steps: path.steps.slice(0, step + 1) }, from, root);
}

const headsAt = (path: Path, step: number, from: readonly DefinitionScope[], root: DefinitionScope) =>
  reachedAt(path, step, from, root)
    .map(headOf)
    .filter((head) => head !== undefined);

function elementsOfPath(path: Path, from: readonly DefinitionScope[], root: DefinitionScope): ElementDefinition[] {
  if (path.element === undefined) return [];
  return elementsOf(headsAt(path, path.steps.length - 1, from, root), path.element, path.component);
}

function elementsOf(
  heads: ReturnType<typeof headsAt>,
  element: number,
  component: number | undefined,
): ElementDefinition[] {
  return heads.flatMap(({ segment }) => {
    const whole = segment.elements?.[element - 1]?.element;
    const part = component === undefined ? whole : whole?.components[component - 1]?.element;
    return part === undefined || part.type === 'composite' ? [] : [part];
  });
}

const placeOf = (path: Path): string => elementPlace(path.steps.at(-1)?.name ?? '', path.element ?? 1, path.component);
const range = ({ min, max }: ElementDefinition): string =>
  min === max ? `${min} character${min === 1 ? '' : 's'}` : `${min} to ${max} characters`;
const isNumeric = ({ type }: ElementDefinition): boolean => /^(N\d?|R)$/.test(type);

/** Why no element of these ever says `text`; undefined where one may. */
function impossible(text: string, place: string, elements: readonly ElementDefinition[]): Blindness | undefined {
  let why: Blindness | undefined;
  for (const element of elements) {
    const { name, codes, partial, min, max, type } = element;
    const bare = `${place} (${name}) is never \`${text}\``;
    if (isNumeric(element)) {
      if (/^-?\d*\.?\d+$/.test(text)) return undefined;
      why ??= { message: `${bare}: it is a number.` };
    } else if (text.length < min || text.length > max) {
      why ??= { message: `${bare}: it has ${range(element)}.`, hint: codes && didYouMean(text, codes.keys()) };
    } else if (codes !== undefined && !partial && !codes.has(text)) {
      why ??= { message: `${bare}, which is none of its codes.`, hint: didYouMean(text, codes.keys()) };
    } else if (type === 'ID' && /[a-z]/.test(text) && codes?.has(text.toUpperCase())) {
      why ??= { message: `${bare}: codes have capital letters.`, hint: `write \`${text.toUpperCase()}\`` };
    } else return undefined;
  }
  return why;
}
