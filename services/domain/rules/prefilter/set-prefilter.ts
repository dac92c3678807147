import type { Path } from '../../language/path.ts';
import type { Assertion, Condition, Value } from '../../mapping/language/plan.ts';
import { inOrder } from '../../mapping/run/comparison.ts';
import { codeKey } from '../../x12/standard/segment-definition.ts';
import type { SegmentNode } from '../../x12/standard/set-definition.ts';
import { nodesOf } from '../rule-nodes.ts';
import { keyAt, longestKey, passes, type TapeTest, tapeTest } from '../tape-test.ts';
import {
  amountCounter,
  type Counter,
  firstKeyCounter,
  type LevelWalk,
  levelsCounter,
  levelWalk,
  repeatsCounter,
} from './counters.ts';

export type { Counter } from './counters.ts';

/** A rule of a whole set, judged by what was counted on the tape. May doubt a set that keeps it; never the other way round. */
export interface SetPrefilter {
  readonly counters: readonly Counter[];
  mayBeBroken(): boolean;
}

/** What the rules of a prefilter share. */
export interface Shared {
  walk?: LevelWalk;
}

/** Undefined where only the loops can tell. */
export function setPrefilterOf(
  { when, that }: Assertion,
  nodes: readonly SegmentNode[],
  shared: Shared,
): SetPrefilter | undefined {
  const counters: Counter[] = [];
  const making = { nodes, counters, shared };
  const broken = outcome(that, false, making);
  const applies = when && outcome(when, true, making);
  if (broken === undefined && applies === undefined) return undefined;
  return { counters, mayBeBroken: () => (applies === undefined || applies()) && (broken === undefined || broken()) };
}

interface Making {
  readonly nodes: readonly SegmentNode[];
  readonly counters: Counter[];
  readonly shared: Shared;
}

/** A question that is true wherever the condition may have the outcome wanted; undefined where nothing is known. */
function outcome(condition: Condition, wanted: boolean, making: Making): (() => boolean) | undefined {
  switch (condition.kind) {
    case 'not':
      return outcome(condition.of, !wanted, making);
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => outcome(part, wanted, making));
      const known = parts.filter((part) => part !== undefined);
      if ((condition.kind === 'all') === wanted)
        return known.length === 0 ? undefined : () => known.every((part) => part());
      return known.length < parts.length ? undefined : () => known.some((part) => part());
    }
    case 'present':
      return present(condition.value, wanted, making);
    case 'in':
      return among(condition.value, condition.choices, wanted, making);
    case 'same':
      return wanted ? undefined : differ(condition, making);
    case 'order':
      return ordered(condition, wanted, making);
    case 'unique':
      return wanted ? undefined : repeats(condition.path, making);
    case 'levels':
      return wanted ? undefined : misplaced(condition.parents, making);
    default:
      return undefined;
  }
}

/** Where a path of the whole set reads: nodes and the conditions on their segments. Undefined where the loops around them matter. */
interface Place {
  readonly nodes: readonly SegmentNode[];
  readonly tests: readonly TapeTest[];
  readonly element: number;
}

function placeOf({ ...path }: Path, { nodes }: Making): Place | undefined {
  const filtered = path.steps.slice(0, -1).some(({ filters }) => filters.length > 0);
  const nested = path.steps.length > 1 && path.steps.some(({ name }) => name === 'HL');
  if (filtered || nested || path.component !== undefined) return undefined;
  const found = nodesOf(path, nodes);
  const { filters } = path.steps.at(-1)!;
  const tests = filters.map(tapeTest).filter((test) => test !== undefined);
  if (found === undefined || tests.length < filters.length) return undefined;
  return { nodes: found, tests, element: path.element ?? 1 };
}

function pathOf(value: Value): Path | undefined {
  if (value.kind !== 'leaf' || value.when || value.table || value.lookup || value.fallback !== undefined)
    return undefined;
  return value.source.kind === 'path' && value.as === 'text' ? value.source.path : undefined;
}

function present(value: Value, wanted: boolean, making: Making): (() => boolean) | undefined {
  const path = pathOf(value);
  const place = path && placeOf(path, making);
  if (place === undefined) return undefined;
  const { nodes, tests, element } = place;
  let seen = false;
  making.counters.push({
    nodes,
    begin: () => {
      seen = false;
    },
    see(source, index) {
      if (!seen && keyAt(source, index, element, undefined) !== 0 && passes(tests, source, index)) seen = true;
    },
  });
  return () => seen === wanted;
}

function among(value: Value, choices: readonly string[], wanted: boolean, making: Making): (() => boolean) | undefined {
  const path = pathOf(value);
  const place = path && placeOf(path, making);
  if (place === undefined || choices.some((choice) => choice.length > longestKey)) return undefined;
  const counter = firstKeyCounter(place.nodes, place.tests, place.element);
  making.counters.push(counter);
  const keys = new Set(choices.map(codeKey));
  return () => keys.has(counter.key()) === wanted;
}

function differ(
  { left, right, within = 0 }: Condition & { kind: 'same' },
  making: Making,
): (() => boolean) | undefined {
  // What rounding explains is for those who read the loops.
  const most = within === 'rounding' ? 0 : within;
  const [a, b] = [left, right].map((value) => amountOf(value, making));
  if (a === undefined || b === undefined) return undefined;
  return () => {
    const [one, other] = [a(), b()];
    // Two amounts are compared only where both are there.
    return one !== undefined && other !== undefined && !(Math.abs(one - other) <= most);
  };
}

function ordered({ order, left, right }: Condition & { kind: 'order' }, wanted: boolean, making: Making) {
  const [a, b] = [left, right].map((value) => amountOf(value, making));
  if (a === undefined || b === undefined) return undefined;
  const holds = inOrder[order];
  return (): boolean => {
    const [one, other] = [a(), b()];
    if (one === undefined || other === undefined) return !wanted;
    return Number.isNaN(one + other) || holds(one, other) === wanted;
  };
}

/** An element, a sum or a count; undefined where the tape cannot tell it. */
function amountOf(value: Value, making: Making): (() => number | undefined) | undefined {
  if (value.kind !== 'leaf' || value.when || value.table || value.lookup || value.fallback !== undefined)
    return undefined;
  const { source, as, decimals = 0 } = value;
  if (as !== 'text' && as !== 'number') return undefined;
  if (source.kind === 'const') {
    const constant = Number(source.text);
    return () => constant;
  }
  if (source.kind !== 'path' && source.kind !== 'sum' && source.kind !== 'count') return undefined;
  const place = placeOf(source.path, making);
  if (place === undefined) return undefined;
  const times = source.kind === 'sum' ? source.times : undefined;
  const how = source.kind === 'count' && source.path.element === undefined ? 'segments' : source.kind;
  const counter = amountCounter(place.nodes, place.tests, place.element, times, how);
  making.counters.push(counter);
  const scale = 10 ** decimals;
  return () => {
    const amount = counter.amount();
    return amount === undefined ? undefined : amount / scale;
  };
}

function repeats(path: Path, making: Making): (() => boolean) | undefined {
  const place = placeOf(path, making);
  if (place === undefined) return undefined;
  const counter = repeatsCounter(place.nodes, place.tests, place.element);
  making.counters.push(counter);
  return () => counter.isRepeated();
}

function misplaced(parents: ReadonlyMap<string, readonly string[]>, making: Making): (() => boolean) | undefined {
  const { shared, counters } = making;
  if (shared.walk === undefined) {
    shared.walk = levelWalk(making.nodes.filter(({ segment }) => segment.id === 'HL'));
    counters.push(shared.walk);
  }
  const counter = levelsCounter(shared.walk, parents);
  if (counter === undefined) return undefined;
  making.counters.push(counter);
  return () => counter.isMisplaced();
}
