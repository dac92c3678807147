import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Faults, Place } from './fault.ts';
import { foreignFormat } from './foreign-format.ts';

/** YAML reduced to what configuration needs, every node with its place. Anchors, aliases, tags and merge keys are refused. */
export type YamlNode = YamlScalar | YamlMap | YamlList;
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly at: Place;
  /** As written, so that `01` stays `01`. Empty for null. */
  readonly text: string;
  /** Characters from `at` to the first one of the text, where it stands as it is on one line; absent otherwise. */
  readonly inner?: number;
  readonly value: string | number | boolean | null;
}
export interface YamlMap {
  readonly kind: 'map';
  readonly at: Place;
  readonly entries: readonly YamlEntry[];
}
export interface YamlEntry {
  readonly key: string;
  readonly at: Place;
  readonly value: YamlNode;
}
export interface YamlList {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly YamlNode[];
}

/** Larger files are not mappings: the largest of ours has 6 KB. */
const sizeLimit = 256 * 1024;
/** Deeper nesting than any mapping needs; keeps the parser's recursion far from the stack's end. */
const depthLimit = 40;
const indentLimit = 200;

/** Reads configuration text of at most so many characters, or what is known to be YAML of others; undefined when a fault made it unreadable. */
export function readYaml(
  text: string,
  faults: Faults,
  { most = sizeLimit, isForeign = false } = {},
): YamlNode | undefined {
  const foreign = isForeign ? undefined : foreignFormat(text);
  if (foreign) {
    faults.add({ line: 1, column: 1 }, foreign.message, foreign.hint);
    return undefined;
  }
  if (!isSafe(text, faults, most)) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false, version: '1.2' });
  // Only the first: the parser loses its footing there, and what follows is mostly its own confusion.
  const error = document.errors[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const bracketInside = /\{[^'"]*\S\[/.test(text.split('\n')[line - 1] ?? '');
    const hint = bracketInside ? 'inside { } a path with [ ] must stand in quotes' : undefined;
    faults.add({ line, column: col }, `This is not YAML: ${firstLine(error.message)}`, hint);
    return undefined;
  }
  const placeOf = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const node = convert(document.contents, { faults, placeOf }, placeOf(0));
  return faults.list.length > 0 ? undefined : node;
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}

/** Size and nesting, checked on the text itself before the recursive parser sees it. */
function isSafe(text: string, faults: Faults, most: number): boolean {
  if (text.length > most) {
    faults.add({ line: 1, column: 1 }, `The file has ${text.length} characters; at most ${most} are read.`);
    return false;
  }
  let brackets = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const lead = /^[ \t?-]*/.exec(line)?.[0].length ?? 0;
    const marks = (line.slice(0, lead).match(/[?-]/g) ?? []).length;
    const comment = line.trimStart().startsWith('#');
    for (const character of comment ? '' : line) {
      if (character === '[' || character === '{') brackets++;
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
      if (brackets > depthLimit) break;
    }
    if (lead > indentLimit || marks > depthLimit || brackets > depthLimit) {
      faults.add({ line: index + 1, column: 1 }, `This is nested too deeply; at most ${depthLimit} levels are read.`);
      return false;
    }
  }
  return true;
}

interface Conversion {
  readonly faults: Faults;
  placeOf(offset: number | undefined): Place;
}

function convert(node: unknown, conversion: Conversion, fallback: Place, depth = 0): YamlNode {
  const { faults, placeOf } = conversion;
  const range = (node as { range?: [number, number, number] } | null)?.range;
  const at = range ? placeOf(range[0]) : fallback;
  const nothing: YamlScalar = { kind: 'scalar', at, text: '', value: null };
  if (isAlias(node) || (node as { anchor?: string } | null)?.anchor !== undefined) {
    faults.add(at, 'Anchors and aliases are not allowed here, because they can expand without end. Write it out.');
    return nothing;
  }
  if (depth > depthLimit) {
    faults.add(at, `This is nested too deeply; at most ${depthLimit} levels are read.`);
    return nothing;
  }
  if (isMap(node)) {
    const entries = node.items.map((pair) => convertEntry(pair, conversion, at, depth));
    return { kind: 'map', at, entries };
  }
  if (isSeq(node)) {
    return { kind: 'list', at, items: node.items.map((item) => convert(item, conversion, at, depth + 1)) };
  }
  if (!isScalar(node)) return nothing;
  const inner = innerOf(node.type, node.source);
  return { ...convertScalar(node.value, node.source, at, faults), ...(inner === undefined ? {} : { inner }) };
}

/** Escapes and folded lines would move the characters. */
function innerOf(type: string | undefined, source: string | undefined): number | undefined {
  if (source?.includes('\n') !== false) return undefined;
  if (type === 'PLAIN') return 0;
  if (type === 'QUOTE_SINGLE' && !source.includes("'")) return 1;
  return type === 'QUOTE_DOUBLE' && !/["\\]/.test(source) ? 1 : undefined;
}

function convertEntry(
  pair: { key: unknown; value: unknown },
  conversion: Conversion,
  fallback: Place,
  depth: number,
): YamlEntry {
  const key = convert(pair.key, conversion, fallback, depth + 1);
  if (key.kind !== 'scalar') conversion.faults.add(key.at, 'A key must be a plain word.');
  return {
    key: key.kind === 'scalar' ? key.text : '',
    at: key.at,
    value: convert(pair.value, conversion, key.at, depth + 1),
  };
}

function convertScalar(value: unknown, source: string | undefined, at: Place, faults: Faults): YamlScalar {
  if (value === null || value === undefined) return { kind: 'scalar', at, text: '', value: null };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', at, text: source ?? String(value), value };
  }
  faults.add(at, 'Only text, numbers, true and false can stand here.');
  return { kind: 'scalar', at, text: '', value: null };
}
