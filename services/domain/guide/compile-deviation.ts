import type { Faults } from '../language/fault.ts';
import { parsePath } from '../language/path.ts';
import { passes, tapeTest } from '../rules/tape-test.ts';
import type { Allowed } from '../x12/check/agreed.ts';
import { keyOf } from '../x12/read/tape.ts';
import type { ElementDefinition, SegmentDefinition } from '../x12/standard/segment-definition.ts';
import type { LoopNode, SetDefinition } from '../x12/standard/set-definition.ts';
import type { Deviation } from './guide.ts';
import { placePath } from './place-path.ts';
import type { DeviationText } from './read-deviations.ts';

/** Holds an agreed deviation against the standard; what leads nowhere is a fault. */
export function compileDeviation(
  text: DeviationText,
  definition: SetDefinition,
  faults: Faults,
): Deviation | undefined {
  return text.standsIn ? compileElsewhere(text, definition, faults) : compileHere(text, definition, faults);
}

function meansOf({ place }: DeviationText): Deviation['means'] {
  const tests = place.steps
    .at(-1)!
    .filters.map(tapeTest)
    .filter((test) => test !== undefined);
  return (source, index) => passes(tests, source, index);
}

const said = ({ name, reason, place }: DeviationText) => ({ name, reason: sentence(reason), place: place.text });

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A segment in another place, which the set may not even have. */
function compileElsewhere(text: DeviationText, definition: SetDefinition, faults: Faults): Deviation | undefined {
  const { value, at } = text.standsIn!;
  const { steps, element } = text.place;
  if (element !== undefined || steps.length > 1) {
    faults.add(text.at, '`stands-in` is for a segment: its place is its id alone, such as `N9`.');
    return undefined;
  }
  const loop = value === 'ST' ? definition.root : loopOf(value, definition, at, faults);
  if (loop === undefined) return undefined;
  return {
    ...said(text),
    nodes: [],
    key: keyOf(steps[0]!.name),
    means: meansOf(text),
    element: undefined,
    component: undefined,
    allows: { kind: 'stands-in', loop },
  };
}

function loopOf(
  text: string,
  definition: SetDefinition,
  at: { line: number; column: number },
  faults: Faults,
): LoopNode | undefined {
  const path = parsePath(text, 'x12');
  const placed = typeof path === 'string' ? undefined : placePath(path, definition, at, faults);
  if (typeof path === 'string') faults.add(at, path);
  if (placed?.isLoop) return placed.nodes[0]!.loop;
  if (placed) faults.add(at, `\`${text}\` is no loop.`, 'write ST for the set itself');
  return undefined;
}

function compileHere(text: DeviationText, definition: SetDefinition, faults: Faults): Deviation | undefined {
  const { place } = text;
  const placed = placePath(place, definition, text.at, faults);
  if (placed === undefined) return undefined;
  const { segment } = placed.nodes[0]!;
  const found = place.element === undefined ? undefined : elementOf(text, segment, faults);
  if (place.element !== undefined && found === undefined) return undefined;
  const allows = allowed(text, found, faults);
  if (allows === undefined) return undefined;
  return {
    ...said(text),
    nodes: placed.nodes,
    key: segment.key,
    means: meansOf(text),
    element: place.element,
    component: place.component,
    allows,
  };
}

function elementOf(
  { place: { element = 0, component, text }, at }: DeviationText,
  { id, elements }: SegmentDefinition,
  faults: Faults,
): ElementDefinition | undefined {
  const use = elements?.[element - 1];
  const found = component === undefined ? use : use?.element.components[component - 1];
  if (found === undefined) faults.add(at, `${id} has no element that \`${text}\` names.`);
  return found?.element;
}

function allowed(text: DeviationText, element: ElementDefinition | undefined, faults: Faults): Allowed | undefined {
  const { codes, length, leftOut, max, at } = text;
  const refuse = (message: string): undefined => {
    faults.add(at, message);
    return undefined;
  };
  if (leftOut) return { kind: 'left-out' };
  if (max !== undefined) return element ? refuse('`max` is for segments and loops.') : { kind: 'max' };
  if (element === undefined) return refuse('`codes` and `length` are for an element, such as `LX/W12-05`.');
  if (element.type === 'composite') return refuse(`${text.place.text} has components; name one of them, such as .1.`);
  if (length) return { kind: 'length', ...length, numeric: /^(N\d|R)$/.test(element.type) };
  return codes && { kind: 'codes', codes: new Set(codes.map(({ value }) => value)) };
}
