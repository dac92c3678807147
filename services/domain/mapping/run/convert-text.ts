import { isExact } from '../../exact-number.ts';
import { type CodeTable, codeFor } from '../../language/tables.ts';
import type { LeafValue } from '../language/plan.ts';
import { gs1Readers } from './check-digit.ts';
import { correctedSegment, firstTrace, placeName, quoted, type Run, report } from './run.ts';

/** What is done with a text that was read; its traces stand on the stack from `mark` on. Undefined where nothing is left of it. */
export type Step = <S>(run: Run<S>, text: string, mark: number) => string | undefined;

/** The step that a leaf's `as` asks for. */
export function conversionOf(leaf: LeafValue): Step | undefined {
  switch (leaf.as) {
    case 'upper':
      return (_, text) => text.toUpperCase();
    case 'number':
    case 'integer':
      return (run, text, mark) => numberText(run, leaf, text, mark);
    case 'sscc':
    case 'gtin': {
      const { as } = leaf;
      return (run, text, mark) => toKey(run, as, text, mark);
    }
    default:
      return undefined;
  }
}

/** Cuts what is longer, with a finding. */
export function cutTo(max: number): Step {
  return (run, text, mark) => {
    if (text.length <= max) return text;
    const explanation = `The text has ${text.length} characters; ${max} fit, the rest was cut off.`;
    report(run, { code: 'mapping.text-cut', level: 'note', received: text, explanation }, firstTrace(run, mark));
    return text.slice(0, max).trimEnd();
  };
}

/** Looks a code up; one that the table does not know is a finding. */
export function translation(leaf: LeafValue, table: CodeTable): Step {
  const { codes } = table;
  const reverse = leaf.reverse === true;
  return (run, code, mark) =>
    (reverse ? codeFor(table, code) : codes.get(code)) ?? unknownCode(run, leaf, table, code, mark);
}

function unknownCode<S>(
  run: Run<S>,
  leaf: LeafValue,
  table: CodeTable,
  code: string,
  mark: number,
): string | undefined {
  if (run.quiet > 0) return table.otherwise;
  const trace = firstTrace(run, mark);
  const where = placeName(trace) ?? 'a value';
  const trap = table.traps.get(code);
  if (trap) {
    const corrected = correctedSegment(trace, trap.meant);
    const explanation = `${where} says ${quoted(code)}. ${trap.because} Write ${trap.meant} if that is meant.`;
    const fix = corrected === undefined ? {} : { corrected };
    const finding = { code: 'business.code-trap', level: 'business', received: code, expected: trap.meant } as const;
    report(run, { ...finding, explanation, ...fix }, trace);
  } else if (table.unmapped !== 'silent') {
    const rest = table.otherwise === undefined ? 'the field stays empty' : `\`${table.otherwise}\` stands in`;
    const knower = table.name === '' ? 'the mapping' : `the table \`${table.name}\``;
    const says = leaf.source.kind === 'distinct' ? 'has the values, each once,' : 'says';
    const explanation = `${where} ${says} ${quoted(code)}, which ${knower} does not know; ${rest}. Add the code there, or ask whoever sends it.`;
    const expected = [...(leaf.reverse ? table.codes.values() : table.codes.keys())].slice(0, 12).join(', ');
    report(run, { code: 'mapping.code-unmapped', level: table.unmapped, received: code, expected, explanation }, trace);
  }
  return table.otherwise;
}

/** What counts as a number: digits with at most one point, and a sign. */
export const decimal = /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/;
const plainDigits = 15;

/** The value of up to 15 digits, -1 for any other text. */
function plainNumber(text: string): number {
  const { length } = text;
  if (length === 0 || length > plainDigits) return -1;
  let value = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The number that a text says, in the decimals that the leaf asks for; what is none is a finding. */
export function toNumber<S>(run: Run<S>, leaf: LeafValue, text: string, mark: number): number | undefined {
  const written = run.values.written && run.values.traced > mark;
  const plain = plainNumber(text);
  const value = plain < 0 ? Number(text) : plain;
  const isKept = plain >= 0 || isExact(value, text);
  if (
    !isKept ||
    (plain < 0 && !decimal.test(text)) ||
    (leaf.as === 'integer' && written && !Number.isInteger(value)) ||
    (leaf.minimum !== undefined && value < leaf.minimum)
  ) {
    noNumber(run, leaf, text, mark, !isKept && decimal.test(text));
    return undefined;
  }
  const scale = leaf.decimals === undefined ? 1 : 10 ** leaf.decimals;
  // Zero is added so that there is no -0.
  if (leaf.as === 'integer' && !written) return Math.round(value * scale) + 0;
  if (leaf.decimals === undefined) return value + 0;
  return (written ? value / scale : Math.round(value * scale)) + 0;
}

function numberText<S>(run: Run<S>, leaf: LeafValue, text: string, mark: number): string | undefined {
  const number = toNumber(run, leaf, text, mark);
  if (number === undefined) return undefined;
  const asWritten =
    leaf.decimals === undefined && leaf.as === 'number' && !(run.values.written && run.values.traced > mark);
  return asWritten ? text : String(number);
}

function noNumber<S>(run: Run<S>, leaf: LeafValue, text: string, mark: number, isTooLong: boolean): void {
  if (run.quiet > 0) return;
  const trace = firstTrace(run, mark);
  const kind = leaf.as === 'integer' ? 'whole number' : 'number';
  const expected = leaf.minimum === undefined ? kind : `${kind} from ${leaf.minimum} on`;
  const why = isTooLong ? 'has more digits than are kept exactly (15)' : `is not a ${expected}`;
  const explanation = `${placeName(trace) ?? 'A value'} says ${quoted(text)}, which ${why}.`;
  report(run, { code: 'mapping.number-invalid', level: 'business', received: text, expected, explanation }, trace);
}

function toKey<S>(run: Run<S>, kind: 'sscc' | 'gtin', text: string, mark: number): string | undefined {
  const key = gs1Readers[kind](text);
  if (key?.valid || run.quiet > 0) return key?.digits;
  const trace = firstTrace(run, mark);
  const name = kind.toUpperCase();
  const where = placeName(trace) ?? 'A value';
  if (!key) {
    const expected = kind === 'sscc' ? '18 digits' : '8, 12, 13 or 14 digits';
    const explanation = `${where} should hold ${name === 'SSCC' ? 'an SSCC' : 'a GTIN'} of ${expected}; it says ${quoted(text)}.`;
    report(run, { code: 'business.key-malformed', level: 'business', received: text, expected, explanation }, trace);
    return undefined;
  }
  const explanation = `The check digit of the ${name} in ${where} is wrong: ${key.digits.at(-1)} instead of ${key.corrected.at(-1)}. A digit was probably mistyped or misread.`;
  const corrected = correctedSegment(trace, text.slice(0, -1) + key.corrected.slice(-1));
  const fix = corrected === undefined ? {} : { corrected };
  const finding = { code: 'business.check-digit', level: 'business', received: text, expected: key.corrected } as const;
  report(run, { ...finding, explanation, ...fix }, trace);
  return key.digits;
}
