import { readText, readWord } from '../../language/read-node.ts';
import type { YamlEntry } from '../../language/yaml-tree.ts';
import type { Compiler } from './compiler.ts';
import type { Lookup, Source } from './plan.ts';

const lookupName = /^[a-z][a-z0-9-]{0,39}$/;

/** `lookup: name` of a value, with `otherwise` and `unmapped` beside it: a cross reference of the partner, resolved outside the core. */
export function compileLookup(compiler: Compiler, found: Map<string, YamlEntry>, source: Source): Lookup | undefined {
  const { faults } = compiler;
  const entry = found.get('lookup');
  if (!entry) return undefined;
  const name = readText(entry.value, '`lookup`', faults);
  if (name === undefined) return undefined;
  if (!lookupName.test(name)) faults.add(entry.at, 'A look-up has a name such as `ship-to`.');
  if (found.has('table')) faults.add(entry.at, 'A value is translated by a `table` or by a `lookup`, not by both.');
  if (hasLookup(source)) {
    faults.add(
      entry.at,
      'The key of a look-up cannot come from another look-up: all keys of a document are fetched at once.',
    );
  }
  const otherwise = found.get('otherwise');
  const unmapped = found.get('unmapped');
  const word = otherwise && readText(otherwise.value, '`otherwise`', faults);
  const level = unmapped && readWord(unmapped.value, ['business', 'note', 'silent'] as const, '`unmapped`', faults);
  return { name, unmapped: level ?? 'business', ...(word === undefined ? {} : { otherwise: word }) };
}

function hasLookup(source: Source): boolean {
  const parts =
    source.kind === 'join' ? source.of : source.kind === 'cel' ? source.variables.map(({ value }) => value) : [];
  return parts.some((part) =>
    part.kind === 'leaf'
      ? part.lookup !== undefined || hasLookup(part.source)
      : part.kind === 'first' && hasLookup({ kind: 'join', of: part.of, glue: '' }),
  );
}
