import { didYouMean, type Faults } from './fault.ts';
import type { YamlEntry, YamlNode } from './yaml-tree.ts';

/** The entries of a map by key; unknown keys are faults. Undefined when the node is no map. */
export function readKeys(
  node: YamlNode,
  known: readonly string[],
  what: string,
  faults: Faults,
): Map<string, YamlEntry> | undefined {
  if (node.kind !== 'map') {
    faults.add(node.at, `${what} is written as keys and values (${known.slice(0, 6).join(', ')} …).`);
    return undefined;
  }
  const found = new Map<string, YamlEntry>();
  for (const entry of node.entries) {
    if (known.includes(entry.key)) found.set(entry.key, entry);
    else
      faults.add(
        entry.at,
        `${what} has no key \`${entry.key}\`.`,
        didYouMean(entry.key, known) ?? quotesHint(entry.key),
      );
  }
  return found;
}

/** YAML takes the rest of a sentence for a key where a comma stands in it. */
function quotesHint(key: string): string | undefined {
  return key.trim().includes(' ') ? 'inside { } a text with a comma must stand in quotes' : undefined;
}

/** The text of a scalar as written; anything else is a fault. */
export function readText(node: YamlNode, what: string, faults: Faults): string | undefined {
  if (node.kind === 'scalar' && node.text !== '') return node.text;
  faults.add(node.at, `${what} must be a word or text.`);
  return undefined;
}

export function readWord<T extends string>(
  node: YamlNode,
  words: readonly T[],
  what: string,
  faults: Faults,
): T | undefined {
  const text = node.kind === 'scalar' ? node.text : '';
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) {
    faults.add(node.at, `${what} is one of ${words.join(', ')}, not \`${text}\`.`, didYouMean(text, words));
  }
  return word;
}

export function readCount(node: YamlNode, what: string, most: number, faults: Faults): number | undefined {
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
  faults.add(node.at, `${what} is a whole number from 1 to ${most}.`);
  return undefined;
}

export function readList(node: YamlNode, what: string, faults: Faults): readonly YamlNode[] {
  if (node.kind === 'list' && node.items.length > 0) return node.items;
  faults.add(node.at, `${what} is a list with at least one entry.`);
  return [];
}
