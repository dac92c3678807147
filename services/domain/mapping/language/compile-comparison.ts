import { readCount, readKeys, readList } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import type { Compiler } from './compiler.ts';
import type { Condition, Order, Source, Value } from './plan.ts';

/** The largest difference that rounding of amounts explains. */
const widestTolerance = 1000;

/** `{ same: [a, b], within }`: two values are the same, numbers up to a difference. */
export function compileSame(
  compiler: Compiler,
  entry: YamlEntry,
  within: YamlEntry | undefined,
): Condition | undefined {
  const { faults } = compiler;
  const items = readList(entry.value, '`same`', faults);
  const [left, right] = items.map((item) => compiler.value(item, undefined, false));
  if (items.length !== 2) faults.add(entry.at, '`same` compares exactly two values.');
  if (!left || !right) return undefined;
  if (!within) return { kind: 'same', left, right };
  const tolerance = within.value.kind === 'scalar' ? within.value.value : undefined;
  if (tolerance === 'rounding') {
    const multiplies = right.kind === 'leaf' && right.source.kind === 'sum' && right.source.times !== undefined;
    if (!multiplies) faults.add(within.at, '`within: rounding` needs a `sum` with `times` as the second value.');
    return { kind: 'same', left, right, within: tolerance };
  }
  if (typeof tolerance !== 'number' || !(tolerance > 0 && tolerance <= widestTolerance)) {
    faults.add(within.at, `\`within\` is a number above 0, at most ${widestTolerance}, or \`rounding\`.`);
    return undefined;
  }
  return { kind: 'same', left, right, within: tolerance };
}

export const orders = ['atLeast', 'above', 'atMost', 'below'] as const satisfies readonly Order[];

/** `{ atLeast: [a, b] }` and its like: two numbers, the second one may stand there as such. */
export function compileOrder(compiler: Compiler, order: Order, entry: YamlEntry): Condition | undefined {
  const items = readList(entry.value, `\`${order}\``, compiler.faults);
  if (items.length !== 2) compiler.faults.add(entry.at, `\`${order}\` compares exactly two values.`);
  const [left, right] = items.map((item) => compileSide(compiler, item));
  return left && right && { kind: 'order', order, left, right };
}

function compileSide(compiler: Compiler, node: YamlNode): Value | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'number') return compiler.value(node, undefined, false);
  return { kind: 'leaf', line: node.at.line, source: { kind: 'const', text: String(node.value) }, as: 'text' };
}

/** `{ minus: [a, b] }`: the first number less the second. */
export function compileMinus(compiler: Compiler, entry: YamlEntry): Source | undefined {
  const items = readList(entry.value, '`minus`', compiler.faults);
  if (items.length !== 2) compiler.faults.add(entry.at, '`minus` has exactly two values.');
  const [left, right] = items.map((item) => compileSide(compiler, item));
  return left && right && { kind: 'minus', of: [left, right] };
}

/** A hundred years; a window that is wider says nothing. */
const mostDays = 36_525;

/** `{ value: date, near: { past, future } }`: days before and after the receipt of the document. */
export function compileNear(compiler: Compiler, value: Value | undefined, entry: YamlEntry): Condition | undefined {
  const { faults } = compiler;
  if (compiler.purpose === 'mapping')
    faults.add(entry.at, '`near` is for guides and trade rules: a mapping is not told when its document came.');
  const found = readKeys(entry.value, ['past', 'future'], '`near`', faults);
  const [past, future] = (['past', 'future'] as const).map((key) => {
    const side = found?.get(key);
    if (side) return readCount(side.value, `\`${key}\` (days)`, mostDays, faults);
    faults.add(entry.at, `\`near\` needs \`${key}\`: days before or after the document came.`);
    return undefined;
  });
  return value && past !== undefined && future !== undefined ? { kind: 'near', value, past, future } : undefined;
}
