import {
  type ASTNode,
  TypeError as CelTypeError,
  Environment,
  EvaluationError,
  ParseError,
} from '@marcbachmann/cel-js';
import { didYouMean } from '../../language/fault.ts';

/** Types of the variables and results that mappings use. */
export type CelType = 'string' | 'int' | 'double' | 'bool';
export type CelInput = string | number | bigint;

/** An expression, parsed and typed once. */
export interface CelProgram {
  readonly text: string;
  readonly type: CelType;
  /** Size of the syntax tree: what a run costs. */
  readonly nodes: number;
  /** Names of the variables that occur in it. */
  readonly uses: ReadonlySet<string>;
  /** The result, or what went wrong as a plain sentence; never throws. */
  run(variables: Readonly<Record<string, CelInput>>): CelResult;
}
export type CelResult =
  | { readonly value: string | number | bigint | boolean; readonly error?: undefined }
  | { readonly error: string };

/** Why an expression is refused: offset into its text, and what was probably meant. */
export interface CelFault {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

const longestExpression = 500;
const limits = { maxAstNodes: 150, maxDepth: 16, maxListElements: 64, maxMapEntries: 1, maxCallArguments: 4 };

/** What expressions may call. Nothing here repeats, matches patterns or makes text longer than its operands together. */
const functions = new Set(['size', 'int', 'double', 'string']);
const methods = new Set([
  ...['size', 'contains', 'startsWith', 'endsWith', 'indexOf', 'lastIndexOf'],
  ...['substring', 'trim', 'lowerAscii', 'upperAscii'],
]);
const operators = new Set([
  ...['value', 'id', 'call', 'rcall', 'list', '?:', '||', '&&', '!_', '-_'],
  ...['!=', '==', 'in', '+', '-', '*', '/', '%', '<', '<=', '>', '>='],
]);
const types: readonly string[] = ['string', 'int', 'double', 'bool'] satisfies CelType[];

const base = new Environment({ limits });

/**
 * Parses and types a CEL expression over the given variables, or tells what is wrong with it. Refused beside mistakes: what has no place in
 * a mapping or no bound, such as macros over lists, `matches`, dates and dynamic types.
 * @source github.com/google/cel-spec; the subset of partners/README.md
 */
export function compileCel(text: string, variables: ReadonlyMap<string, CelType>): CelProgram | CelFault {
  if (text.length > longestExpression) {
    const message = `An expression may have at most ${longestExpression} characters; this one has ${text.length}.`;
    return { offset: 0, message, hint: 'put its parts into fields of their own, or use tables and conditions' };
  }
  try {
    const environment = base.clone();
    for (const [name, type] of variables) environment.registerVariable(name, type);
    const parsed = environment.parse(text);
    const size = { nodes: 0, uses: new Set<string>() };
    const refused = refusal(parsed.ast, size, false);
    if (refused) return refused;
    const { valid, type, error } = parsed.check();
    if (!valid) return faultOf(error, text, variables);
    if (type === undefined || !types.includes(type)) {
      return {
        offset: 0,
        message: `The expression gives ${type ?? 'nothing'}; a value is a text, a number, true or false.`,
      };
    }
    return { text, type: type as CelType, ...size, run: (values) => evaluate(parsed, values) };
  } catch (error) {
    return faultOf(error, text, variables);
  }
}

function evaluate(
  parsed: (variables: Record<string, CelInput>) => unknown,
  values: Record<string, CelInput>,
): CelResult {
  try {
    const value = parsed(values);
    if (typeof value === 'number' && !Number.isFinite(value)) return { error: 'The result is no number.' };
    if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'bigint' ||
      typeof value === 'boolean'
    )
      return { value };
    return { error: 'The result is no text and no number.' };
  } catch (error) {
    const summary = error instanceof EvaluationError || error instanceof CelTypeError ? error.summary : 'It failed.';
    return { error: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}${summary.endsWith('.') ? '' : '.'}` };
  }
}

/** Counts the tree and finds the first thing in it that is not allowed. The parser has bounded its depth. */
function refusal(node: ASTNode, size: { nodes: number; uses: Set<string> }, inside: boolean): CelFault | undefined {
  size.nodes++;
  const at = node.range.start;
  if (!operators.has(node.op)) {
    return {
      offset: at,
      message: `\`${node.input.slice(at, node.range.end)}\` has no place in a mapping's expression.`,
    };
  }
  if (node.op === 'value') return undefined;
  if (node.op === 'id') {
    size.uses.add(node.args);
    return undefined;
  }
  if (node.op === 'list' && !inside) {
    return { offset: at, message: 'A list can only stand behind `in`.', hint: 'write `a in ["X", "Y"]`' };
  }
  if (node.op === 'call' || node.op === 'rcall') {
    const [name] = node.args;
    const known = node.op === 'call' ? functions : methods;
    if (!known.has(name)) return unknownFunction(name, known, at);
  }
  for (const child of childrenOf(node)) {
    const found = refusal(child, size, node.op === 'in' && child === node.args[1]);
    if (found) return found;
  }
  return undefined;
}

function unknownFunction(name: string, known: ReadonlySet<string>, offset: number): CelFault {
  if (name === 'matches') {
    const hint = 'use startsWith, endsWith, contains, size, or a condition with `length` or `check`';
    return { offset, message: '`matches` is not available: a pattern can take for ever on some texts.', hint };
  }
  const message = `There is no \`${name}\` in a mapping's expression; there are ${[...known].join(', ')}.`;
  return { offset, message, hint: didYouMean(name, [...functions, ...methods]) };
}

function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const look = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(look);
    else if (isNode(part)) found.push(part);
  };
  look(node.args);
  return found;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function faultOf(error: unknown, text: string, variables: ReadonlyMap<string, CelType>): CelFault {
  if (!(error instanceof ParseError) && !(error instanceof CelTypeError)) {
    return { offset: 0, message: 'The expression cannot be read.' };
  }
  const offset = Math.min(error.range?.start ?? 0, text.length);
  const message = `${error.summary.charAt(0).toUpperCase()}${error.summary.slice(1)}.`;
  return { offset, message, hint: hintFor(error, variables) };
}

function hintFor(error: ParseError | CelTypeError, variables: ReadonlyMap<string, CelType>): string | undefined {
  const [, stranger] = /^Unknown variable: (\w+)$/.exec(error.summary) ?? [];
  if (stranger !== undefined) {
    return didYouMean(stranger, variables.keys()) ?? `name it under \`with\`: \`{ ${stranger}: <path> }\``;
  }
  if (/overload: .*\b(int|double)\b.*\b(int|double)\b/.test(error.summary)) {
    return 'a number with decimals and a whole number do not mix: write `2.0`, `double(n)` or `int(x)`';
  }
  if (/overload: .*\bstring\b/.test(error.summary)) {
    return 'a variable is text unless it says `as: number` or `as: integer`; `string(n)` makes text of a number';
  }
  const [, called] = /^found no matching overload for '(?:\w+\.)?(\w+)\(/.exec(error.summary) ?? [];
  return called === undefined ? undefined : didYouMean(called, [...functions, ...methods]);
}
