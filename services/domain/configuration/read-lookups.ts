import { collectFaults, type MappingFault } from '../language/fault.ts';
import { readText } from '../language/read-node.ts';
import { readYaml } from '../language/yaml-tree.ts';
import { append } from '../lists.ts';

const file = 'lookups.yaml';

/** `lookups.yaml`, `name: { key: value }`: what the partner's cross references are laid on top of. */
export function readLookups(
  files: ReadonlyMap<string, string>,
  others: MappingFault[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const lookups = new Map<string, ReadonlyMap<string, string>>();
  const text = files.get(file);
  if (text === undefined) return lookups;
  const faults = collectFaults(file);
  const root = readYaml(text, faults);
  if (root && root.kind !== 'map') faults.add(root.at, 'A file of look-ups holds one look-up per name.');
  for (const { key: name, at, value } of root?.kind === 'map' ? root.entries : []) {
    const entries = new Map<string, string>();
    lookups.set(name, entries);
    if (value.kind !== 'map') {
      faults.add(at, 'A look-up holds keys and values, such as `{ "0042": WEST }`.');
      continue;
    }
    for (const entry of value.entries) {
      const meaning = readText(entry.value, 'The value of a key', faults);
      if (meaning !== undefined) entries.set(entry.key, meaning);
    }
  }
  append(others, faults.list);
  return lookups;
}
