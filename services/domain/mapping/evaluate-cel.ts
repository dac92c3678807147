import type { CelInput } from './cel.ts';
import type { Text } from './evaluate-leaf.ts';
import type { CelExpression, Value } from './plan.ts';
import { type Run, report } from './run.ts';
import type { Trace } from './source.ts';

const longestText = 4096;
/** Digits beyond this are noise of binary fractions. */
const decimals = 6;

type Evaluated = {
  readonly value: string | number | bigint | boolean;
  readonly traces: readonly Trace[];
  readonly there: number;
};

/** The value of an expression as text; undefined where none of its variables is there, where a number is missing, and where it fails. */
export function evaluateCel<S>(
  run: Run<S>,
  expression: CelExpression,
  read: (value: Value) => Text | undefined,
): Text | undefined {
  const result = evaluate(run, expression, read);
  if (!result || (result.there === 0 && expression.variables.length > 0)) return undefined;
  const { value, traces } = result;
  const text = typeof value === 'number' ? plain(value) : String(value);
  if (text === '') return undefined;
  if (text.length <= longestText) return { text, traces };
  fail(run, expression, `The result has ${text.length} characters; ${longestText} are allowed.`, traces);
  return undefined;
}

/** Whether an expression is true. Text that is missing is empty; where a number is missing nothing is true. */
export function celHolds<S>(run: Run<S>, expression: CelExpression, read: (value: Value) => Text | undefined): boolean {
  return evaluate(run, expression, read)?.value === true;
}

function evaluate<S>(
  run: Run<S>,
  { program, variables, kind }: CelExpression,
  read: (value: Value) => Text | undefined,
): Evaluated | undefined {
  run.budget.left -= program.nodes;
  if (run.budget.left < 0) return undefined;
  const inputs: Record<string, CelInput> = {};
  const traces: Trace[] = [];
  let there = 0;
  for (const { name, value, type } of variables) {
    const found = read(value);
    if (found) {
      there++;
      traces.push(...found.traces);
    }
    if (found && found.text.length > longestText) {
      const text = `\`${name}\` has ${found.text.length} characters; an expression takes ${longestText}.`;
      fail(run, { program, variables, kind }, text, traces);
      return undefined;
    }
    const input = toInput(found?.text, type);
    if (input === undefined) return undefined;
    inputs[name] = input;
  }
  const { value, error } = { value: undefined, error: undefined, ...program.run(inputs) };
  if (error === undefined && value !== undefined) return { value, traces, there };
  fail(run, { program, variables, kind }, error ?? 'It failed.', traces);
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

function fail<S>(run: Run<S>, { program }: CelExpression, why: string, traces: readonly Trace[]): void {
  const explanation = `The expression \`${program.text.slice(0, 80)}\` has no result here. ${why}`;
  report(run, { code: 'mapping.expression-failed', level: 'business', explanation }, traces[0]);
}
