import { importLimits, NotReadable } from '../spec.ts';

/** `[…]` and `{…}` of SEF as a tree: what stands inside as written, and signs between them. */
export type SefPart =
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'group'; readonly head: string; readonly parts: readonly SefPart[] }
  /** `^`, `+7`, or what follows the last bracket. */
  | { readonly kind: 'sign'; readonly text: string };

/** Reads brackets and braces, which may be nested. @throws NotReadable where they are not closed, or too deep */
export function readParts(text: string, line: number): readonly SefPart[] {
  const root: SefPart[] = [];
  const open: { head: string; parts: SefPart[]; hasHead: boolean }[] = [];
  let sign = '';
  const here = () => open.at(-1)?.parts ?? root;
  const flush = () => {
    if (sign === '') return;
    const group = open.at(-1);
    if (group && !group.hasHead && group.parts.length === 0) group.head = sign;
    else here().push({ kind: 'sign', text: sign });
    if (group) group.hasHead = true;
    sign = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '[') {
      flush();
      const end = text.indexOf(']', at);
      if (end < 0) throw unclosed('[', line);
      here().push({ kind: 'item', text: text.slice(at + 1, end) });
      at = end;
    } else if (character === '{') {
      flush();
      if (open.length >= importLimits.depth)
        throw new NotReadable('a SEF file', `In line ${line} braces are nested more than ${importLimits.depth} deep.`);
      open.push({ head: '', parts: [], hasHead: false });
    } else if (character === '}') {
      flush();
      const group = open.pop();
      if (group === undefined) throw unclosed('}', line);
      here().push({ kind: 'group', head: group.head, parts: group.parts });
    } else sign += character;
  }
  if (open.length > 0) throw unclosed('{', line);
  flush();
  return root;
}

const unclosed = (sign: string, line: number) =>
  new NotReadable('a SEF file', `In line ${line} a ${sign} has no counterpart; perhaps the file was cut or wrapped.`);
