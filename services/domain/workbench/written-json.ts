import { type Node, parseTree } from 'jsonc-parser';

/** From and to, `to` exclusive, in characters of a text. */
export type Span = readonly [from: number, to: number];

/** JSON as people read it, and where each value of it stands. */
export interface WrittenJson {
  readonly text: string;
  /** By JSON pointer. */
  readonly spans: ReadonlyMap<string, Span>;
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Writes a value as JSON with two blanks a level. Pure; linear in the value. */
export function writeJson(value: unknown): WrittenJson {
  const spans = new Map<string, Span>();
  const parts: string[] = [];
  let length = 0;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const write = (one: unknown, pointer: string, indent: string): void => {
    const from = length;
    const entries =
      typeof one === 'object' && one !== null ? Object.entries(one).filter(([, of]) => of !== undefined) : [];
    if (entries.length === 0) put(JSON.stringify(one) ?? 'null');
    else {
      const isList = Array.isArray(one);
      put(isList ? '[' : '{');
      for (const [nth, [key, inner]] of entries.entries()) {
        put(`${nth === 0 ? '' : ','}\n${indent}  ${isList ? '' : `${JSON.stringify(key)}: `}`);
        write(inner, `${pointer}/${escaped(key)}`, `${indent}  `);
      }
      put(`\n${indent}${isList ? ']' : '}'}`);
    }
    spans.set(pointer, [from, length]);
  };
  write(value, '', '');
  return { text: parts.join(''), spans };
}

/** Where each value of a JSON text stands, by pointer; none of a text that is no JSON. */
export function spansOfJson(text: string): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const root = parseTree(text);
  const open: (readonly [Node, string])[] = root ? [[root, '']] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, pointer] = next;
    spans.set(pointer, [node.offset, node.offset + node.length]);
    for (const [nth, child] of (node.children ?? []).entries()) {
      if (node.type === 'array') open.push([child, `${pointer}/${nth}`]);
      const [key, value] = child.type === 'property' ? (child.children ?? []) : [];
      if (key && value) open.push([value, `${pointer}/${escaped(String(key.value))}`]);
    }
  }
  return spans;
}
