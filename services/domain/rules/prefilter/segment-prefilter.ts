import type { Path } from '../../language/path.ts';
import type { Assertion, Condition, LeafValue, Value } from '../../mapping/language/plan.ts';
import { inOrder } from '../../mapping/run/comparison.ts';
import { dayCode } from '../../mapping/run/day-code.ts';
import { dayNumberOf } from '../../x12/check/calendar.ts';
import { type Source, shortText } from '../../x12/read/tape.ts';
import { codeKey } from '../../x12/standard/segment-definition.ts';
import type { SegmentNode } from '../../x12/standard/set-definition.ts';
import { isKeyAt } from '../key-at.ts';
import { keyAt, longestKey, numberAt, passes, type TapeTest, tapeTest } from '../tape-test.ts';

/** Whether the segment at a place of the tape may break a rule. May say so for one that does not; never the other way round. */
export type SegmentPrefilter = (source: Source, index: number, receivedDay: number | undefined) => boolean;

/** Undefined where the segment alone tells nothing of the rule. */
export function segmentPrefilterOf({ each, when, that }: Assertion, node: SegmentNode): SegmentPrefilter | undefined {
  const filters = each!.steps
    .at(-1)!
    .filters.map(tapeTest)
    .filter((test) => test !== undefined);
  const there = filters.filter(({ component, keys, negated }) => !negated && component === undefined && !keys);
  const place: Place = { node, there: new Set(there.map(({ element }) => element)) };
  const broken = doubt(that, place, false);
  const applies = when && doubt(when, place, true);
  if (broken === undefined && applies === undefined && filters.length === 0) return undefined;
  return (source, index, receivedDay) =>
    passes(filters, source, index) &&
    (applies === undefined || applies(source, index, receivedDay)) &&
    (broken === undefined || broken(source, index, receivedDay));
}

/** What a segment is looked at as: its node, and the elements that are there for certain. */
interface Place {
  readonly node: SegmentNode;
  readonly there: ReadonlySet<number>;
}

/** A test that is true wherever the condition may have the outcome wanted; undefined where nothing is known. */
function doubt(condition: Condition, node: Place, wanted: boolean): SegmentPrefilter | undefined {
  switch (condition.kind) {
    case 'not':
      return doubt(condition.of, node, !wanted);
    case 'all':
    case 'any':
      return combined(condition, node, wanted);
    case 'present':
      return onValue(condition.value, node, () => true, wanted);
    case 'in':
      return oneOf(condition.value, node, condition.choices, wanted);
    case 'untrapped':
      // True for each value that is no trap: the trap is the case that is told apart.
      return oneOf(condition.value, node, [...condition.table.traps.keys()], !wanted);
    case 'valid':
      return onValue(condition.value, node, (...place) => isKeyAt(condition.key, ...place), wanted);
    case 'length':
      return onValue(condition.value, node, (...place) => textAt(...place).length === condition.characters, wanted);
    case 'same':
      return wanted ? alike(condition, node) : differ(condition, node);
    case 'daylight':
      return wanted ? undefined : daylight(condition, node);
    case 'order':
      return ordered(condition, node, wanted);
    case 'near':
      return wanted ? undefined : far(condition, node);
    default:
      return undefined;
  }
}

function combined(
  { kind, of }: { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] },
  node: Place,
  wanted: boolean,
): SegmentPrefilter | undefined {
  const parts = of.map((part) => doubt(part, node, wanted));
  const every = (kind === 'all') === wanted;
  const known = parts.filter((part) => part !== undefined);
  if (every) return known.length === 0 ? undefined : (...at) => known.every((part) => part(...at));
  return known.length < parts.length ? undefined : (...at) => known.some((part) => part(...at));
}

/** The element of the segment itself that a value reads; undefined for every other value. */
function elementOf(value: Value, node: Place): TapeTest | undefined {
  if (value.kind !== 'leaf' || value.source.kind !== 'path' || !isPlain(value)) return undefined;
  return ownElement(value.source.path, node);
}

/** The text of the document as it stands. */
function isPlain({ when, table, lookup, as, fallback, max }: LeafValue): boolean {
  if (when !== undefined || table !== undefined || lookup !== undefined) return false;
  return as === 'text' && fallback === undefined && max === undefined;
}

function ownElement({ origin, deep, steps, element, component }: Path, { node, there }: Place) {
  const { segment, loop } = node;
  const [step] = steps;
  if (origin !== 'here' || deep || steps.length !== 1 || element === undefined) return undefined;
  if (step!.name !== segment.id || step!.filters.length > 0) return undefined;
  // A value that is empty here could be read from another segment of the same id.
  const namesakes = loop.items.filter((item) =>
    'segment' in item ? item.segment === segment : item.id === segment.id,
  );
  if (namesakes.length > 1 && !(there.has(element) && component === undefined)) return undefined;
  return { element, component, keys: undefined, negated: false };
}

/** What fits a number as bytes and as characters alike. */
const shortAscii = new RegExp(`^[ -~]{1,${longestKey}}$`);

function oneOf(value: Value, node: Place, choices: readonly string[], wanted: boolean): SegmentPrefilter | undefined {
  const own = elementOf(value, node);
  if (own === undefined || !choices.every((choice) => shortAscii.test(choice))) return undefined;
  const keys = new Set(choices.map(codeKey));
  return (source, index) => keys.has(keyAt(source, index, own.element, own.component)) === wanted;
}

/** A test of the value at an element; an empty value passes no test. */
function onValue(
  value: Value,
  node: Place,
  test: (source: Source, index: number, element: number) => boolean,
  wanted: boolean,
): SegmentPrefilter | undefined {
  const place = placeOf(value, node);
  if (place === undefined) return undefined;
  return (source, index) => {
    const element = place(source, index);
    return (element > 0 && test(source, index, element)) === wanted;
  };
}

/** The element of the segment itself in which a value stands, 0 where it is empty: always the same one, or the one behind a qualifier. */
function placeOf(value: Value, node: Place): ((source: Source, index: number) => number) | undefined {
  const own = elementOf(value, node);
  if (own !== undefined) {
    if (own.component !== undefined) return undefined;
    return (source, index) => (keyAt(source, index, own.element, undefined) === 0 ? 0 : own.element);
  }
  if (value.kind !== 'leaf' || value.source.kind !== 'pair' || !isPlain(value)) return undefined;
  const { of, at, codes } = value.source;
  if (ownElement({ ...of, element: 1 }, node) === undefined) return undefined;
  if (!codes.every((code) => shortAscii.test(code))) return undefined;
  const keys = codes.map(codeKey);
  return (source, index) => {
    let best = 0;
    let bestRank = keys.length;
    for (const element of at) {
      const rank = keys.indexOf(keyAt(source, index, element, undefined));
      if (rank < 0 || rank >= bestRank || keyAt(source, index, element + 1, undefined) === 0) continue;
      best = element + 1;
      bestRank = rank;
    }
    return best;
  };
}

/** Two codes of the segment that may be the same; numbers can be the same in several ways, so those are always looked at. */
function alike({ left, right }: Condition & { kind: 'same' }, node: Place): SegmentPrefilter | undefined {
  const [a, b] = [elementOf(left, node), elementOf(right, node)];
  if (a === undefined || b === undefined) return undefined;
  return (source, index) => {
    const key = keyAt(source, index, a.element, a.component);
    const other = keyAt(source, index, b.element, b.component);
    return key !== 0 && other !== 0 && (key === other || key < 0 || other < 0 || isNumberLike(key));
  };
}

const lettersFrom = 65;

/** The first character is no letter. */
function isNumberLike(key: number): boolean {
  let first = key;
  while (first > 255) first = Math.floor(first / 256);
  return first < lettersFrom;
}

/** Two numbers that are not the same, as far as the tape can tell. */
function differ({ left, right }: Condition & { kind: 'same' }, node: Place): SegmentPrefilter | undefined {
  const [a, b] = [numberOf(left, node), numberOf(right, node)];
  if (a === undefined || b === undefined) return undefined;
  return (source, index) => {
    const [one, other] = [a(source, index), b(source, index)];
    return one === undefined || other === undefined || !(Math.abs(one - other) <= noise);
  };
}

/** Below this, two numbers differ by the rounding of the computer only. */
const noise = 1e-9;

function ordered({ order, left, right }: Condition & { kind: 'order' }, node: Place, wanted: boolean) {
  const [a, b] = [numberOf(left, node), numberOf(right, node)];
  if (a === undefined || b === undefined) return undefined;
  const holds = inOrder[order];
  return (source: Source, index: number): boolean => {
    const [one, other] = [a(source, index), b(source, index)];
    if (one === undefined || other === undefined) return !wanted;
    return Number.isNaN(one + other) || holds(one, other) === wanted;
  };
}

/** The number at an element or of a constant; NaN where the tape cannot tell. */
function numberOf(value: Value, node: Place): ((source: Source, index: number) => number | undefined) | undefined {
  if (value.kind === 'leaf' && value.source.kind === 'const') {
    const number = Number(value.source.text);
    return () => number;
  }
  if (value.kind === 'leaf' && value.source.kind === 'minus') {
    const [a, b] = value.source.of.map((side) => numberOf(side, node));
    if (a === undefined || b === undefined) return undefined;
    return (source, index) => {
      const [one, other] = [a(source, index), b(source, index)];
      return one === undefined || other === undefined ? undefined : one - other;
    };
  }
  const own = elementOf(value, node);
  if (own === undefined || own.component !== undefined) return undefined;
  return (source, index) => numberAt(source, index, own.element);
}

function far({ value, past, future }: Condition & { kind: 'near' }, node: Place): SegmentPrefilter | undefined {
  const own = elementOf(value, node);
  if (own === undefined || own.component !== undefined) return undefined;
  return (source, index, receivedDay) => {
    if (receivedDay === undefined) return false;
    const digits = numberAt(source, index, own.element);
    if (digits === undefined) return false;
    const day = dayNumberOf(digits, digits < 1_000_000);
    return day === undefined || day < receivedDay - past || day > receivedDay + future;
  };
}

function daylight(condition: Condition & { kind: 'daylight' }, node: Place): SegmentPrefilter | undefined {
  const code = elementOf(condition.value, node);
  const day = elementOf(condition.date, node);
  if (code === undefined || day === undefined) return undefined;
  const { zones } = condition;
  const keys = new Set([...zones.codes.keys()].map(codeKey));
  return (source, index) =>
    keys.has(keyAt(source, index, code.element, undefined)) &&
    dayCode(textAt(source, index, code.element), textAt(source, index, day.element), zones) !== undefined;
}

function textAt(source: Source, index: number, element: number): string {
  const { marks, starts } = source.tape;
  const at = starts[index]!;
  if (element > starts[index + 1]! - at - 2) return '';
  const start = marks[at + element]! + 1;
  const end = marks[at + element + 1]!;
  return start === end ? '' : shortText(source, start, end).trim();
}
