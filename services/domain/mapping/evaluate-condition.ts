import { readGtin, readSscc } from './check-digit.ts';
import { evaluateText, type Text } from './evaluate-leaf.ts';
import type { Assertion, Condition, Value } from './plan.ts';
import { type Run, report } from './run.ts';
import type { Found } from './source.ts';

/** Whether a condition holds. Values that are not there equal nothing. */
export function holds<S>(run: Run<S>, condition: Condition, scope: S): boolean {
  switch (condition.kind) {
    case 'present':
      return look(run, condition.value, scope) !== undefined;
    case 'exists':
      return run.source.count(condition.path, scope) > 0;
    case 'in': {
      const text = look(run, condition.value, scope)?.text;
      return text !== undefined && condition.choices.includes(text);
    }
    case 'same': {
      const left = look(run, condition.left, scope)?.text;
      const right = look(run, condition.right, scope)?.text;
      return left !== undefined && right !== undefined && isSame(left, right);
    }
    case 'valid': {
      const text = look(run, condition.value, scope)?.text;
      if (text === undefined) return false;
      return (condition.key === 'sscc' ? readSscc(text) : readGtin(text))?.valid === true;
    }
    case 'length':
      return look(run, condition.value, scope)?.text.length === condition.characters;
    case 'unique':
      return repeated(run, condition, scope) === undefined;
    case 'not':
      return !holds(run, condition.of, scope);
    case 'all':
      return condition.of.every((part) => holds(run, part, scope));
    case 'any':
      return condition.of.some((part) => holds(run, part, scope));
  }
}

/** Conditions look at values without complaining about them; the field that takes the value does that. */
function look<S>(run: Run<S>, value: Value, scope: S): Text | undefined {
  const before = run.findings.length;
  const text = evaluateText(run, value, scope);
  run.findings.length = before;
  return text;
}

function isSame(left: string, right: string): boolean {
  if (left === right) return true;
  const [a, b] = [Number(left), Number(right)];
  return left !== '' && right !== '' && Number.isFinite(a) && a === b;
}

/** The first value that stands there a second time. */
function repeated<S>(run: Run<S>, condition: Condition & { kind: 'unique' }, scope: S): Found | undefined {
  const seen = new Set<string>();
  return run.source.readAll(condition.path, scope).find((found) => {
    const key =
      condition.as === 'sscc' ? readSscc(found.text) : condition.as === 'gtin' ? readGtin(found.text) : undefined;
    const text = key?.digits ?? found.text;
    if (seen.has(text)) return true;
    seen.add(text);
    return false;
  });
}

/** Turns a broken assertion into a finding at the value it speaks of. */
export function checkAssertion<S>(run: Run<S>, assertion: Assertion, scope: S): void {
  if (assertion.when && !holds(run, assertion.when, scope)) return;
  if (holds(run, assertion.that, scope)) return;
  const { code, level, explain: explanation } = assertion;
  const { that } = assertion;
  if (that.kind === 'unique') {
    const twice = repeated(run, that, scope);
    report(run, { code, level, explanation, ...(twice ? { said: twice.text } : {}) }, twice?.trace);
    return;
  }
  const inner = that.kind === 'not' ? that.of : that;
  // Two values can be compared only where both are there.
  if (inner.kind === 'same' && (!look(run, inner.left, scope) || !look(run, inner.right, scope))) return;
  const subject = inner.kind === 'same' ? inner.left : 'value' in inner ? inner.value : undefined;
  const said = subject && look(run, subject, scope);
  const expected = expectedBy(run, inner, that.kind === 'not', scope);
  report(
    run,
    { code, level, explanation, ...(said ? { said: said.text } : {}), ...(expected === undefined ? {} : { expected }) },
    said?.traces[0],
  );
}

function expectedBy<S>(run: Run<S>, condition: Condition, negated: boolean, scope: S): string | undefined {
  if (condition.kind === 'in') return `${negated ? 'anything but ' : ''}${condition.choices.join(', ')}`;
  if (condition.kind !== 'same' || negated) return undefined;
  return look(run, condition.right, scope)?.text;
}
