import { choiceFault } from './choice.ts';
import type { Place } from './fault.ts';
import { parseTreePath } from './tree-path.ts';

/**
 * Paths. In X12: `W06-02`, `N1[01=ST]/N4-01`, `LX/W12-03`, `^HL[03=O]/PRF-01` (nearest loop around us that fits),
 * `//HL[03=I]` (at any depth), `AK4-01.1` (component), `+MAN[01=CP]-02` and `-MAN[01=CP]-02` (in the segments behind or before the one that the nearest
 * `each` looks at, up to the next one that it looks at). In JSON: `purpose`, `product/sku`, `/parties[role=ship-to]/name`.
 * A leading `/` starts at the root, otherwise a path starts at what the nearest `each` is looking at. Other documents: `tree-path.ts`.
 */
export interface Path {
  readonly text: string;
  readonly origin: 'here' | 'root' | 'ancestor' | 'behind' | 'before';
  /** The first step is looked for at any depth. */
  readonly deep: boolean;
  readonly steps: readonly Step[];
  /** X12 only: the element of the last step's segment. */
  readonly element?: number;
  readonly component?: number;
  /** Where it is written; absent for a path that stands in no file. */
  readonly at?: Place;
  /** Behind and before only: the conditions of the `each` around it. */
  readonly until?: readonly Filter[];
  /** Documents only: the matches of an `each` that agree in this are looked at together. */
  readonly groupBy?: Path;
}

export interface Step {
  /** Loop or segment id in X12, property in JSON, element or `@attribute` in XML, column in CSV. */
  readonly name: string;
  readonly filters: readonly Filter[];
}

export interface Filter {
  /** Element number in X12, property in JSON. */
  readonly key: string;
  readonly element: number;
  readonly component?: number;
  /** Absent: the value need only be there (or, negated, not be there). */
  readonly values?: readonly string[];
  readonly negated: boolean;
}

/** X12 sets, the data of an event, or a document (JSON, XML, CSV). */
export type Dialect = 'x12' | 'json' | 'tree';

const longestPath = 200;
const mostSteps = 12;

/** Reads a path; a string answer says what is wrong with it. */
export function parsePath(text: string, dialect: Dialect): Path | string {
  if (dialect === 'tree') return parseTreePath(text);
  if (text.length > longestPath) return `A path may have at most ${longestPath} characters.`;
  const start = /^(\/\/|\/|\^|\+|-)?/.exec(text)?.[0] ?? '';
  if (dialect === 'json' && start !== '' && start !== '/') return `\`${start}\` is for X12 paths only.`;
  const parts = splitSteps(text.slice(start.length));
  if (typeof parts === 'string') return parts;
  if (parts.length > mostSteps) return `A path may have at most ${mostSteps} steps.`;
  if ((start === '+' || start === '-') && parts.length > 1)
    return `\`${start}\` looks at segments beside the one of the \`each\`, so nothing but a segment and its element follows it.`;
  const steps: Step[] = [];
  let element: number | undefined;
  let component: number | undefined;
  for (const [index, part] of parts.entries()) {
    const step = dialect === 'x12' ? parseX12Step(part, index === parts.length - 1) : parseJsonStep(part);
    if (typeof step === 'string') return step;
    steps.push(step.step);
    element = step.element;
    component = step.component;
  }
  return {
    text,
    origin: origins[start] ?? 'root',
    deep: start === '//',
    steps,
    ...(element === undefined ? {} : { element }),
    ...(component === undefined ? {} : { component }),
  };
}

const origins: Readonly<Record<string, Path['origin']>> = { '': 'here', '^': 'ancestor', '+': 'behind', '-': 'before' };

/** Splits at slashes outside brackets. */
function splitSteps(text: string): string[] | string {
  const parts: string[] = [];
  let current = '';
  let inside = false;
  for (const character of text) {
    if (character === '[') {
      if (inside) return 'A `[` may not stand inside another.';
      inside = true;
    } else if (character === ']') {
      inside = false;
    }
    if (character === '/' && !inside) {
      parts.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  if (inside) return 'A `[` is not closed.';
  parts.push(current);
  return parts.some((part) => part === '') ? 'A step of the path is empty.' : parts;
}

interface ParsedStep {
  readonly step: Step;
  readonly element?: number;
  readonly component?: number;
}

const x12Step = /^([A-Z][A-Z0-9]{1,2})((?:\[[^\]]*\])*)(?:-(\d{1,2})(?:\.(\d{1,2}))?)?$/;

function parseX12Step(part: string, last: boolean): ParsedStep | string {
  const match = x12Step.exec(part);
  if (!match) return `\`${part}\` is not a segment or loop such as \`W12\`, \`N1[01=ST]\` or \`W12-03\`.`;
  const [, name = '', brackets = '', element, component] = match;
  if (element !== undefined && !last) return `Only the last step of a path names an element, not \`${part}\`.`;
  const filters = parseFilters(brackets, 'x12');
  if (typeof filters === 'string') return filters;
  if (element === undefined) return { step: { name, filters } };
  if (Number(element) === 0) return 'Elements count from 01.';
  return {
    step: { name, filters },
    element: Number(element),
    ...(component === undefined ? {} : { component: Number(component) }),
  };
}

const jsonStep = /^([A-Za-z][A-Za-z0-9]*)((?:\[[^\]]*\])*)$/;

function parseJsonStep(part: string): ParsedStep | string {
  const match = jsonStep.exec(part);
  if (!match) return `\`${part}\` is not a field such as \`orderNumber\` or \`parties[role=ship-to]\`.`;
  const filters = parseFilters(match[2] ?? '', 'json');
  return typeof filters === 'string' ? filters : { step: { name: match[1] ?? '', filters } };
}

const x12Filter = /^(\d{1,2})(?:\.(\d{1,2}))?(?:(!?=)([^=]*))?$/;
const jsonFilter = /^([A-Za-z][A-Za-z0-9]*)(?:(!?=)([^=]*))?$/;

/** `[01=ST|SH,03!=ZZ][04]`: all must hold; a bare element must be there, `!04` must not. */
function parseFilters(brackets: string, dialect: Dialect): Filter[] | string {
  const filters: Filter[] = [];
  for (const [, inner = ''] of brackets.matchAll(/\[([^\]]*)\]/g)) {
    for (const condition of inner.split(',')) {
      const filter = parseFilter(condition.trim(), dialect);
      if (typeof filter === 'string') return filter;
      filters.push(filter);
    }
  }
  return filters;
}

function parseFilter(condition: string, dialect: Dialect): Filter | string {
  const absent = condition.startsWith('!');
  const body = absent ? condition.slice(1) : condition;
  const match = (dialect === 'x12' ? x12Filter : jsonFilter).exec(body);
  if (!match) return `\`[${condition}]\` is not a condition such as \`[01=ST]\`, \`[01!=ST|SH]\` or \`[04]\`.`;
  const key = match[1] ?? '';
  const component = dialect === 'x12' ? match[2] : undefined;
  const [operator, values] = dialect === 'x12' ? [match[3], match[4]] : [match[2], match[3]];
  if (absent && operator !== undefined) return `Write \`${key}!=…\` instead of \`!${key}=…\`.`;
  if (operator !== undefined && values?.split('|').some((value) => value.trim() === ''))
    return `\`[${condition}]\` compares with nothing.`;
  const choices = values?.split('|') ?? [];
  const odd = choices.map(choiceFault).find(Boolean);
  if (odd) {
    const meant = choices.map((choice) => choiceFault(choice)?.meant ?? choice).join('|');
    return `${odd.message} Write \`[${body.slice(0, body.indexOf('=') + 1)}${meant}]\`.`;
  }
  return {
    key,
    element: dialect === 'x12' ? Number(key) : 0,
    negated: absent || operator === '!=',
    ...(component === undefined ? {} : { component: Number(component) }),
    ...(values === undefined ? {} : { values: values.split('|') }),
  };
}

/** The place a path reads, for people: `W12-03`. */
export function placeOfPath(path: Path): string {
  const name = path.steps.at(-1)?.name ?? '';
  if (path.element === undefined) return path.text;
  return elementPlace(name, path.element, path.component);
}

/** `W12-03`, or `AK4-01.1` for a component. */
export function elementPlace(segment: string, element: number, component?: number): string {
  const tail = component === undefined ? '' : `.${component}`;
  return `${segment}-${String(element).padStart(2, '0')}${tail}`;
}
