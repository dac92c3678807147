import type { Path } from '../../language/path.ts';
import type { Assertion, Condition, Value } from '../language/plan.ts';
import { gs1Readers } from './check-digit.ts';
import { numberIn, orderWords, windowText } from './comparison.ts';
import { dayCode } from './day-code.ts';
import { evaluateText, type Text } from './evaluate-leaf.ts';
import { misplacedLevels } from './misplaced-levels.ts';
import { comparedAs, roundingIn } from './prepare-test.ts';
import { correctedSegment, placeName, type Run, report, traceOfMissing } from './run.ts';
import type { Found, Trace } from './source.ts';

/** Whether a condition holds. Values that are not there equal nothing. */
export function holds<S>(run: Run<S>, condition: Condition, scope: S): boolean {
  return run.prepared.test(condition)(run, scope);
}

/** Conditions look at values without complaining about them; the field that takes the value does that. */
function look<S>(run: Run<S>, value: Value, scope: S): Text | undefined {
  run.quiet += 1;
  const text = evaluateText(run, value, scope);
  run.quiet -= 1;
  return text;
}

/** The time code that is right on the day instead of the one that stands there. */
function meantOnDay<S>(run: Run<S>, { value, date, zones }: Condition & { kind: 'daylight' }, scope: S) {
  const code = look(run, value, scope)?.text;
  const day = look(run, date, scope)?.text;
  return code === undefined || day === undefined ? undefined : dayCode(code, day, zones);
}

/** Values that stand there another time. */
function repeated<S>(run: Run<S>, condition: Condition & { kind: 'unique' }, scope: S): Found[] {
  const seen = new Set<string>();
  return run.source.readAll(condition.path, scope).filter((found) => {
    const text = comparedAs(condition.as, found.text);
    if (seen.has(text)) return true;
    seen.add(text);
    return false;
  });
}

/** Turns a broken assertion into findings at the values it speaks of. */
export function checkAssertion<S>(run: Run<S>, assertion: Assertion, scope: S): void {
  if (assertion.when && !holds(run, assertion.when, scope)) return;
  reportBroken(run, assertion, assertion.that, scope);
}

/** Reports a condition that should hold, each part of it that does not. */
function reportBroken<S>(run: Run<S>, assertion: Assertion, that: Condition, scope: S): void {
  if (holds(run, that, scope)) return;
  if (that.kind === 'all') {
    for (const part of that.of) reportBroken(run, assertion, part, scope);
    return;
  }
  const { code, level, explain: explanation } = assertion;
  if (that.kind === 'unique' || that.kind === 'levels') {
    const places =
      that.kind === 'unique' ? repeated(run, that, scope) : misplacedLevels(run.source, that.parents, scope);
    for (const { text, trace, expected } of places as (Found & { expected?: string })[])
      report(run, { code, level, explanation, received: text, ...(expected === undefined ? {} : { expected }) }, trace);
    return;
  }
  const inner = that.kind === 'not' ? that.of : that;
  if (!isComparable(run, inner, scope)) return;
  const subject = subjectOf(inner);
  const received = subject && look(run, subject, scope);
  const trace = received?.traces[0] ?? traceOfMissing(run, pathOf(inner, subject), scope);
  const advice = that.kind === 'not' ? { expected: notExpected(that.of) } : adviceOn(run, that, scope, received, trace);
  const { because, ...rest } = { because: undefined, ...advice };
  report(
    run,
    {
      code,
      level,
      explanation: because === undefined ? explanation : `${explanation} ${because}`,
      ...defined({ received: subject && asWritten(received?.text, subject) }),
      ...defined(rest),
    },
    trace,
  );
}

/** Two values can be compared only where both are there. */
function isComparable<S>(run: Run<S>, condition: Condition, scope: S): boolean {
  if (condition.kind === 'any') return condition.of.some((part) => isComparable(run, part, scope));
  if (condition.kind !== 'same' && condition.kind !== 'order') return true;
  const sides = [condition.left, condition.right].map((value) => look(run, value, scope)?.text);
  return sides.every((text) => (condition.kind === 'same' ? text !== undefined : numberIn(text) !== undefined));
}

/** The value that a condition speaks of, if it speaks of one; of an expression the first. */
function subjectOf(condition: Condition): Value | undefined {
  if (condition.kind === 'same' || condition.kind === 'order') return condition.left;
  if (condition.kind === 'any') return condition.of[0] && subjectOf(condition.of[0]);
  if (condition.kind === 'cel') return condition.variables[0]?.value;
  return 'value' in condition ? condition.value : undefined;
}

const keyForms = { sscc: '18 digits', gtin: '8, 12, 13 or 14 digits', gln: '13 digits' } as const;

function pathOf(condition: Condition, subject: Value | undefined): Path | undefined {
  if (condition.kind === 'exists') return condition.path;
  return subject?.kind === 'leaf' && subject.source.kind === 'path' ? subject.source.path : undefined;
}

interface Advice {
  readonly expected?: string | undefined;
  readonly corrected?: string | undefined;
  readonly because?: string | undefined;
}

function notExpected(condition: Condition): string | undefined {
  return condition.kind === 'in' ? `anything but ${condition.choices.join(', ')}` : undefined;
}

/** What would have kept the condition. */
function adviceOn<S>(
  run: Run<S>,
  condition: Condition,
  scope: S,
  received: Text | undefined,
  trace: Trace | undefined,
): Advice {
  const written = (text: string, because?: string): Advice => ({
    expected: text,
    corrected: correctedSegment(trace, text),
    because,
  });
  switch (condition.kind) {
    case 'in':
      return { expected: condition.choices.join(', ') };
    case 'same': {
      const expected = asWritten(look(run, condition.right, scope)?.text, condition.left);
      if (condition.within !== 'rounding') return { expected };
      const most = Number(roundingIn(run, condition, scope).toFixed(4));
      return { expected, because: `Rounded prices explain a difference of at most ${most}.` };
    }
    case 'order': {
      const right = look(run, condition.right, scope);
      const number = asWritten(right?.text, condition.left);
      if (number === undefined) return {};
      const where = right?.traces.length === 1 ? ` (${placeName(right.traces[0])})` : '';
      return { expected: `${orderWords[condition.order]} ${number}${where}` };
    }
    case 'near':
      return run.context.receivedDay === undefined ? {} : { expected: windowText(condition, run.context.receivedDay) };
    case 'any': {
      const wanted = condition.of.map((part) => adviceOn(run, part, scope, received, trace).expected);
      return { expected: [...new Set(wanted.filter((text) => text !== undefined))].join(' or ') || undefined };
    }
    case 'valid': {
      const key = received && gs1Readers[condition.key](received.text);
      return key
        ? written(received.text.slice(0, -1) + key.corrected.slice(-1))
        : { expected: keyForms[condition.key] };
    }
    case 'untrapped': {
      const trap = received && condition.table.traps.get(received.text);
      if (!trap) return {};
      const where = placeName(trace) ?? 'A value';
      return written(
        trap.meant,
        `${where} says ${received.text}. ${trap.because} Write ${trap.meant} if that is meant.`,
      );
    }
    case 'daylight': {
      const meant = meantOnDay(run, condition, scope);
      return meant === undefined ? {} : written(meant);
    }
    default:
      return {};
  }
}

/** A number as the value that it should equal is written: with implied decimals. */
function asWritten(text: string | undefined, like: Value): string | undefined {
  if (text === undefined || like.kind !== 'leaf' || like.decimals === undefined) return text;
  return String(Math.round(Number(text) * 10 ** like.decimals));
}

function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
