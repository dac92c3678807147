import { didYouMean } from '../../language/fault.ts';
import { readKeys, readText } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { type Compiler, mostExpressions } from './compiler.ts';
import type { Value } from './plan.ts';
import type { Shape } from './shape.ts';

/** Values of a mapping that several of its events use, by name: each use is compiled where it stands, against what the schema expects there. */
export function readShared(compiler: Compiler, entry: YamlEntry): void {
  if (entry.value.kind !== 'map') {
    compiler.faults.add(entry.at, '`shared` holds one line per value: its name and the value.');
    return;
  }
  for (const { key, value } of entry.value.entries) compiler.shared.set(key, value);
}

/** True for `{ use: name }`. */
export function isUse(node: YamlNode): node is YamlNode & { kind: 'map' } {
  return node.kind === 'map' && node.entries.some(({ key }) => key === 'use');
}

/** Compiles a shared value at the place that uses it. A value that uses itself, directly or not, is a fault. */
export function compileUse(
  compiler: Compiler,
  node: YamlNode & { kind: 'map' },
  expected: Shape | undefined,
  vital: boolean,
): Value | undefined {
  const { faults, shared, using } = compiler;
  const entry = readKeys(node, ['use'], '`use`', faults)?.get('use');
  const name = entry && readText(entry.value, '`use`', faults);
  if (entry === undefined || name === undefined) return undefined;
  const value = shared.get(name);
  if (value === undefined) {
    faults.add(entry.at, `There is no shared value \`${name}\`.`, didYouMean(name, shared.keys()));
    return undefined;
  }
  if (using.has(name)) {
    faults.add(entry.at, `The shared value \`${name}\` uses itself and would never end.`);
    return undefined;
  }
  // Values that use each other twice double at each step; the limit on expressions ends that.
  if (compiler.size > mostExpressions) return undefined;
  using.add(name);
  const compiled = compiler.value(value, expected, vital);
  using.delete(name);
  return compiled;
}
