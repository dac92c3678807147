import type { CelInput } from '../language/cel.ts';
import type { CelExpression, Value } from '../language/plan.ts';
import { cutTraces, firstTrace, type Run, report } from './run.ts';

const longestText = 4096;
/** Digits beyond this are noise of binary fractions. */
const decimals = 6;

type Evaluated = {
  readonly value: string | number | bigint | boolean;
  readonly there: number;
};

/**
 * The value of an expression as text, its traces on the stack; undefined where none of its variables is there, where a number is missing, and where it
 * fails.
 */
export function evaluateCel<S>(
  run: Run<S>,
  expression: CelExpression,
  read: (value: Value) => string | undefined,
): string | undefined {
  const mark = run.values.traced;
  const result = evaluate(run, expression, read);
  if (!result || (result.there === 0 && expression.variables.length > 0)) return cutTraces(run, mark);
  const { value } = result;
  const text = typeof value === 'number' ? plain(value) : String(value);
  if (text === '') return cutTraces(run, mark);
  if (text.length <= longestText) return text;
  fail(run, expression, `The result has ${text.length} characters; ${longestText} are allowed.`, mark);
  return cutTraces(run, mark);
}

/** Whether an expression is true. Text that is missing is empty; where a number is missing nothing is true. */
export function celHolds<S>(
  run: Run<S>,
  expression: CelExpression,
  read: (value: Value) => string | undefined,
): boolean {
  const mark = run.values.traced;
  const result = evaluate(run, expression, read);
  run.values.traced = mark;
  return result?.value === true;
}

function evaluate<S>(
  run: Run<S>,
  { program, variables, kind }: CelExpression,
  read: (value: Value) => string | undefined,
): Evaluated | undefined {
  run.budget.left -= program.nodes;
  if (run.budget.left < 0) return undefined;
  const inputs: Record<string, CelInput> = {};
  const mark = run.values.traced;
  let there = 0;
  for (const { name, value, type } of variables) {
    const found = read(value);
    if (found !== undefined) there++;
    if (found !== undefined && found.length > longestText) {
      const text = `\`${name}\` has ${found.length} characters; an expression takes ${longestText}.`;
      fail(run, { program, variables, kind }, text, mark);
      return undefined;
    }
    const input = toInput(found, type);
    if (input === undefined) return undefined;
    inputs[name] = input;
  }
  const { value, error } = { value: undefined, error: undefined, ...program.run(inputs) };
  if (error === undefined && value !== undefined) return { value, there };
  fail(run, { program, variables, kind }, error ?? 'It failed.', mark);
  return undefined;
}

function toInput(text: string | undefined, type: string): CelInput | undefined {
  if (type === 'string') return text ?? '';
  if (text === undefined || text === '') return undefined;
  const number = Number(text);
  if (type === 'double') return Number.isFinite(number) ? number : undefined;
  return Number.isSafeInteger(number) ? BigInt(number) : undefined;
}

function plain(value: number): string {
  const rounded = Number(value.toFixed(decimals));
  return String(rounded).includes('e') ? value.toFixed(decimals).replace(/\.?0+$/, '') : String(rounded);
}

function fail<S>(run: Run<S>, { program }: CelExpression, why: string, mark: number): void {
  const explanation = `The expression \`${program.text.slice(0, 80)}\` has no result here. ${why}`;
  report(run, { code: 'mapping.expression-failed', level: 'business', explanation }, firstTrace(run, mark));
}
