import type { Condition, Conversion, Value } from '../language/plan.ts';
import { gs1Readers } from './check-digit.ts';
import { inOrder, isNear, numberIn, roundingOf } from './comparison.ts';
import { dayCode } from './day-code.ts';
import { celHolds } from './evaluate-cel.ts';
import { misplacedLevels } from './misplaced-levels.ts';
import type { Prepared, ReadText, Test } from './prepared.ts';
import type { Run } from './run.ts';

/** Makes the test of a condition. Values that are not there equal nothing. */
export function prepareTest<S>(condition: Condition, prepared: Prepared<S>): Test<S> {
  switch (condition.kind) {
    case 'present': {
      const read = quietly(condition.value, prepared);
      return (run, scope) => read(run, scope) !== undefined;
    }
    case 'exists': {
      const path = prepared.bind(condition.path);
      return (run, scope) => run.values.has(path, scope);
    }
    case 'in': {
      const { choices } = condition;
      return prepareText(condition.value, prepared, (text) => choices.includes(text), true);
    }
    case 'same':
      return prepareSame(condition, prepared);
    case 'order': {
      const [left, right] = [quietly(condition.left, prepared), quietly(condition.right, prepared)];
      const holds = inOrder[condition.order];
      return (run, scope) => {
        const one = numberIn(left(run, scope));
        const other = one === undefined ? undefined : numberIn(right(run, scope));
        return one !== undefined && other !== undefined && holds(one, other);
      };
    }
    case 'near': {
      const read = quietly(condition.value, prepared);
      return (run, scope) => isNear(read(run, scope), condition, run.context.receivedDay);
    }
    case 'valid': {
      const read = gs1Readers[condition.key];
      return prepareText(condition.value, prepared, (text) => read(text)?.valid === true);
    }
    case 'untrapped': {
      const { traps } = condition.table;
      const trapped = prepareText(condition.value, prepared, (text) => traps.has(text));
      return (run, scope) => !trapped(run, scope);
    }
    case 'daylight': {
      const [code, day] = [quietly(condition.value, prepared), quietly(condition.date, prepared)];
      return (run, scope) => {
        const received = code(run, scope);
        const when = received === undefined ? undefined : day(run, scope);
        return received === undefined || when === undefined || dayCode(received, when, condition.zones) === undefined;
      };
    }
    case 'levels':
      return (run, scope) => misplacedLevels(run.source, condition.parents, scope).length === 0;
    case 'cel': {
      const readers = new Map(condition.variables.map(({ value }) => [value, quietly(value, prepared)]));
      return (run, scope) => celHolds(run, condition, (value) => readers.get(value)!(run, scope));
    }
    case 'length':
      return prepareText(condition.value, prepared, (text) => text.length === condition.characters);
    case 'unique': {
      const path = prepared.bind(condition.path);
      return (run, scope) => {
        const mark = run.values.traced;
        const texts = run.values.readAll(path, scope);
        run.values.traced = mark;
        return texts.length < 2 || isUnique(texts, condition.as);
      };
    }
    default:
      return prepareLogic(condition, prepared);
  }
}

function prepareSame<S>(condition: Condition & { kind: 'same' }, prepared: Prepared<S>): Test<S> {
  const { within = 0 } = condition;
  const [left, right] = [quietly(condition.left, prepared), quietly(condition.right, prepared)];
  return (run, scope) => {
    const one = left(run, scope);
    const other = one === undefined ? undefined : right(run, scope);
    if (one === undefined || other === undefined) return false;
    return isSame(one, other, within === 'rounding' ? roundingIn(run, condition, scope) : within);
  };
}

/** What rounding explains, of a `same` whose right side is a sum of products. */
export function roundingIn<S>(run: Run<S>, { left, right }: Condition & { kind: 'same' }, scope: S): number {
  if (right.kind !== 'leaf' || right.source.kind !== 'sum' || right.source.times === undefined) return 0;
  const { path, times } = right.source;
  const products = run.source
    .readAll(path, scope)
    .map(({ text, trace }) => [text, trace.segment?.text(times).trim() ?? ''] as const);
  return roundingOf(products, (left.kind === 'leaf' ? left.decimals : undefined) ?? 0);
}

function prepareLogic<S>(condition: Condition & { kind: 'not' | 'all' | 'any' }, prepared: Prepared<S>): Test<S> {
  if (condition.kind === 'not') {
    const test = prepared.test(condition.of);
    return (run, scope) => !test(run, scope);
  }
  const parts = condition.of.map((part) => prepared.test(part));
  const settling = condition.kind === 'any';
  return (run, scope) => {
    for (let nth = 0; nth < parts.length; nth += 1) if (parts[nth]!(run, scope) === settling) return settling;
    return !settling;
  };
}

/** With `says` a value that passes has said what it had to say: what follows is made because of it. */
function prepareText<S>(value: Value, prepared: Prepared<S>, test: (text: string) => boolean, says = false): Test<S> {
  const read = prepared.text(value);
  return (run, scope) => {
    const { values } = run;
    const mark = values.traced;
    run.quiet += 1;
    const text = read(run, scope);
    run.quiet -= 1;
    const passes = text !== undefined && test(text);
    if (passes && says) values.used(mark, values.traced);
    values.traced = mark;
    return passes;
  };
}

/** Conditions look at values without complaining about them; the field that takes the value does that. */
function quietly<S>(value: Value, prepared: Prepared<S>): ReadText<S> {
  const read = prepared.text(value);
  return (run, scope) => {
    const mark = run.values.traced;
    run.quiet += 1;
    const text = read(run, scope);
    run.quiet -= 1;
    run.values.traced = mark;
    return text;
  };
}

/** Below this, two amounts differ by the rounding of the computer only. */
const noise = 1e-9;

function isSame(left: string, right: string, within: number): boolean {
  if (left === right) return true;
  const [a, b] = [Number(left), Number(right)];
  return left !== '' && right !== '' && Number.isFinite(a) && (a === b || Math.abs(a - b) <= within + noise * within);
}

function isUnique(texts: readonly string[], as: Conversion): boolean {
  const seen = new Set<string>();
  for (const text of texts) seen.add(comparedAs(as, text));
  return seen.size === texts.length;
}

/** What of a value is compared: the digits of a key, the whole of any other. */
export function comparedAs(as: Conversion, text: string): string {
  return as === 'sscc' || as === 'gtin' ? (gs1Readers[as](text)?.digits ?? text) : text;
}
