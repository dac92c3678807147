import { readKeys, readList, readText, readWord } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { type Compiler, readPath } from './compiler.ts';
import type { Leaving } from './plan.ts';

/** `leaves:` of a mapping that reads X12: the places that it leaves out, and why. */
export function compileLeaves(compiler: Compiler, entry: YamlEntry | undefined): Leaving[] {
  if (!entry) return [];
  if (compiler.dialect !== 'x12') {
    compiler.faults.add(entry.at, '`leaves` is for mappings that read X12.');
    return [];
  }
  const nodes = readList(entry.value, '`leaves`', compiler.faults);
  return nodes.map((node) => compileLeaving(compiler, node)).filter((leaving) => leaving !== undefined);
}

function compileLeaving(compiler: Compiler, node: YamlNode): Leaving | undefined {
  const { faults } = compiler;
  const found = readKeys(node, ['paths', 'because', 'silent'], 'What is left out', faults);
  const [paths, because, silent] = ['paths', 'because', 'silent'].map((key) => found?.get(key));
  if (!paths || !because) {
    faults.add(node.at, 'What is left out is named by `paths`, with the reason in `because`.');
    return undefined;
  }
  const left = readList(paths.value, '`paths`', faults).map((item) => {
    const path = readPath(compiler, item, 'any');
    if (path?.steps.some(({ filters }) => filters.length > 0))
      faults.add(
        item.at,
        'What is left out is named without conditions: a segment, a loop or an element of every one.',
      );
    return path;
  });
  return {
    line: node.at.line,
    paths: left.filter((path) => path !== undefined),
    because: readText(because.value, '`because`', faults) ?? '',
    silent: silent !== undefined && readWord(silent.value, ['true', 'false'] as const, '`silent`', faults) === 'true',
  };
}
