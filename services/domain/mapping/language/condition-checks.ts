import { choiceFault } from '../../language/choice.ts';
import { didYouMean } from '../../language/fault.ts';
import { readText } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { type Compiler, shapeAt } from './compiler.ts';
import type { LeafValue, Value } from './plan.ts';

/** Tests of a value, of which one stands beside it. */
const tests = ['is', 'in', 'check', 'length', 'near', 'untrapped', 'daylight'];

/** What may stand beside what; of two kinds of condition in one the second would be passed over without a word. */
const companions: Readonly<Record<string, readonly string[]>> = {
  value: [...tests, 'zones'],
  same: ['within'],
  cel: ['with'],
  unique: ['as'],
};

/** Refuses keys that would be passed over: what does not belong to the kind of the condition, and a second kind. */
export function refuseIdle(
  { faults }: Compiler,
  kind: string,
  found: ReadonlyMap<string, YamlEntry>,
  besides: ReadonlySet<string>,
): void {
  const allowed = companions[kind] ?? [];
  for (const { key, at } of found.values()) {
    if (key === kind || allowed.includes(key)) continue;
    const hint = besides.has(key) ? undefined : 'put both into `all: [ … ]` or `any: [ … ]`';
    faults.add(at, `\`${key}\` beside \`${kind}\` would be passed over.`, hint);
  }
  const asked = tests.filter((test) => found.has(test));
  if (kind === 'value' && asked.length > 1)
    faults.add(
      found.get(asked[1]!)!.at,
      `A value is tested by one of ${asked.map((test) => `\`${test}\``).join(' and ')} only.`,
      'put two conditions into `all: [ … ]`',
    );
  if (kind === 'value' && found.has('zones') && !found.has('daylight'))
    faults.add(found.get('zones')!.at, '`zones` belongs to `daylight`.');
}

/** One of the texts that a value is compared with; one that it can never be is a fault. */
export function readChoice(compiler: Compiler, node: YamlNode, value: Value | undefined): string | undefined {
  const { faults } = compiler;
  const text = readText(node, 'A choice', faults);
  if (text === undefined) return undefined;
  const odd = choiceFault(text);
  if (odd) faults.add(node.at, odd.message, `write \`${odd.meant}\``);
  else if (/^[A-Z0-9]{1,6}(\|[A-Z0-9]{1,6})+$/.test(text))
    faults.add(node.at, `\`${text}\` is compared as one text.`, `write \`in: [${text.split('|').join(', ')}]\``);
  else if (value?.kind === 'leaf') checkPossible(compiler, node, text, value);
  return text;
}

/** Words of a table, and values of an event, are known: nothing else can come. */
function checkPossible(compiler: Compiler, node: YamlNode, text: string, leaf: LeafValue): void {
  const { source, table, lookup, reverse } = leaf;
  if (lookup) return;
  if (table) {
    const words = [
      ...(reverse ? table.codes.keys() : table.codes.values()),
      ...(table.otherwise === undefined ? [] : [table.otherwise]),
    ];
    if (!words.includes(text))
      compiler.faults.add(node.at, `The table never gives \`${text}\`.`, didYouMean(text, words));
    return;
  }
  if (compiler.dialect !== 'json' || source.kind !== 'path') return;
  const shape = shapeAt(compiler, source.path, node.at);
  if (shape?.kind === 'text' && shape.choices && !shape.choices.includes(text))
    compiler.faults.add(
      node.at,
      `\`${source.path.text}\` is never \`${text}\`; it is one of ${shape.choices.slice(0, 12).join(', ')}.`,
      didYouMean(text, shape.choices),
    );
  if (shape?.kind === 'number' && !Number.isFinite(Number(text)))
    compiler.faults.add(node.at, `\`${source.path.text}\` is a number and never \`${text}\`.`);
}
