import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';

// The text of a mapping as it is written: where an entry stands, and where another one can be put in without touching the rest.

export type MapNode = YAMLMap;
export type Entry = Pair;

/** A mapping as its author wrote it, that was compiled before. */
export interface MappingText {
  readonly text: string;
  readonly root: MapNode;
}

/** Undefined for a text that is no YAML map. */
export function readMappingText(text: string): MappingText | undefined {
  const document: Document = parseDocument(text);
  return document.errors.length === 0 && isMap(document.contents) ? { text, root: document.contents } : undefined;
}

const keyOf = ({ key }: Entry) => (isScalar(key) ? String(key.source ?? key.value) : '');

export const entriesOf = (map: MapNode): readonly Entry[] => map.items;
export const entryOf = (map: MapNode, key: string): Entry | undefined => map.items.find((one) => keyOf(one) === key);
export const nameOf = keyOf;

/** The map under a key, or in an entry. */
export function mapIn(map: MapNode | undefined, key: string): MapNode | undefined {
  const value = map && entryOf(map, key)?.value;
  return isMap(value) ? value : undefined;
}

export function listIn(map: MapNode | undefined, key: string): readonly unknown[] {
  const value = map && entryOf(map, key)?.value;
  return isSeq(value) ? value.items : [];
}

/** The word or text under a key. */
export function textIn(map: MapNode | undefined, key: string): string | undefined {
  const value = map && entryOf(map, key)?.value;
  return isScalar(value) ? String(value.source ?? value.value) : undefined;
}

const rangeOf = (node: unknown): readonly [number, number] | undefined => {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range ? [range[0], range[1]] : undefined;
};

/** The line on which an entry begins, from 1. */
export function lineOf({ text }: MappingText, { key }: Entry): number {
  return text.slice(0, rangeOf(key)?.[0] ?? 0).split('\n').length;
}

/** An entry as it is written, without the indentation of its first line. */
export function sourceOf({ text }: MappingText, { key, value }: Entry): string | undefined {
  const [from, to] = [rangeOf(key)?.[0], rangeOf(value)?.[1]];
  if (from === undefined || to === undefined) return undefined;
  const column = from - (text.lastIndexOf('\n', from - 1) + 1);
  const [first = '', ...rest] = text.slice(from, to).trimEnd().split('\n');
  return [first, ...rest.map((line) => (line.slice(0, column).trim() === '' ? line.slice(column) : line))].join('\n');
}

/** Where something is put in, and what. */
export interface Insertion {
  /** Character of the text. */
  readonly at: number;
  readonly insert: string;
}

/**
 * Puts an entry into a map behind one of its entries, or behind the last. In a map between braces that must be one line; otherwise it gets the
 * indentation of its neighbours.
 */
export function insertEntry(
  { text }: MappingText,
  map: MapNode,
  source: string,
  behind?: Entry,
): Insertion | undefined {
  const last = behind ?? map.items.at(-1);
  const range = rangeOf(map);
  if (!range) return undefined;
  const end = last && (rangeOf(last.value)?.[1] ?? rangeOf(last.key)?.[1]);
  if (map.flow) {
    if (source.includes('\n')) return undefined;
    return end === undefined ? { at: range[0] + 1, insert: ` ${source} ` } : { at: end, insert: `, ${source}` };
  }
  const start = rangeOf(map.items[0]?.key)?.[0];
  if (start === undefined || end === undefined) return undefined;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return { at: endOfLine(text, end), insert: indented(source, indent) };
}

/** Puts an item into a list of lines that begin with a hyphen, behind one of its items. */
export function insertItem({ text }: MappingText, behind: unknown, source: string): Insertion | undefined {
  const range = rangeOf(behind);
  if (!range) return undefined;
  const lineStart = text.lastIndexOf('\n', range[0] - 1) + 1;
  const lead = text.slice(lineStart, range[0]);
  if (!/^ *- *$/.test(lead)) return undefined;
  const hyphen = lead.indexOf('-');
  const inner = ' '.repeat(hyphen + 2);
  const [first = '', ...rest] = source.split('\n');
  const lines = [`${' '.repeat(hyphen)}- ${first}`, ...rest.map((line) => (line === '' ? line : inner + line))];
  return { at: endOfLine(text, range[1]), insert: `\n${lines.join('\n')}` };
}

function indented(source: string, indent: string): string {
  const lines = source.split('\n').map((line) => (line === '' ? line : indent + line));
  return `\n${lines.join('\n')}`;
}

/** The end of the line in which what ends at `end` has its last character. */
function endOfLine(text: string, end: number): number {
  const last = text.slice(0, end).trimEnd().length;
  const line = text.indexOf('\n', last);
  return line < 0 ? text.length : line;
}

export const withInsertion = (text: string, { at, insert }: Insertion): string =>
  text.slice(0, at) + insert + text.slice(at);
