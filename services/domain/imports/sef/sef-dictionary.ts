import type { ItemRoom, Notes, SpecUse } from '../spec.ts';
import { readParts, type SefPart } from './brackets.ts';
import type { SefEntry, SefFile } from './scan-sef.ts';

export interface SefElementUse {
  readonly reference: string;
  readonly use: SpecUse | undefined;
  readonly attribute: string;
  readonly length: { readonly min: number; readonly max: number } | undefined;
  readonly repeat: number | undefined;
}

/** A segment or composite as the dictionary of the file has it. */
export interface SefSegment {
  readonly elements: readonly SefElementUse[];
  readonly rules: readonly string[];
  /** From `*1` on; a character for each element. */
  readonly masks: readonly string[];
  readonly line: number;
}

export interface SefElement {
  readonly type: string;
  readonly min: number;
  readonly max: number;
}

/** What an attribute before an id, or a character of a mask, says of use. */
export const uses: Readonly<Record<string, SpecUse | undefined>> = {
  '.': undefined,
  '!': 'required',
  $: undefined,
  '-': undefined,
  '&': undefined,
  '#': 'not-used',
};

export const wordsOf: Readonly<Record<string, string>> = {
  $: 'Recommended.',
  '-': 'Not recommended.',
  '&': 'Dependent.',
};

const requirement: Readonly<Record<string, SpecUse>> = { M: 'required', O: 'optional', C: 'optional' };
const elementForm = /^([.!$&-])?([A-Z0-9]+)(?:\*\d+)?(?:@\d+)?(?:;(\d*):(\d*))?(?:,([MOC]?))?(?:,(>?\d+))?$/;
const ruleForm = /^[PRECL](?:\d\d){2,}/;

/** Segments and composites of `.SEGS` and `.COMS`. */
export function readSegments(
  entries: readonly SefEntry[] | undefined,
  notes: Notes,
  room: ItemRoom,
): ReadonlyMap<string, SefSegment> {
  const found = new Map<string, SefSegment>();
  for (const entry of entries ?? []) {
    const parts = readParts(entry.value, entry.line);
    const elements: SefElementUse[] = [];
    for (const part of parts) collect(part, entry, elements, notes, room);
    const last = parts.at(-1);
    const tail = last?.kind === 'sign' ? last.text : '';
    const [rules = '', ...masks] = tail.split(',');
    found.set(entry.key, { elements, masks, rules: rulesIn(rules, entry, notes), line: entry.line });
  }
  return found;
}

function collect(part: SefPart, entry: SefEntry, into: SefElementUse[], notes: Notes, room: ItemRoom): void {
  if (part.kind === 'sign') return;
  if (part.kind === 'group') {
    const times = Number(/^\d+/.exec(part.head)?.[0] ?? 1);
    for (let nth = 0; nth < times; nth += 1) {
      room.take();
      for (const inner of part.parts) collect(inner, entry, into, notes, room);
    }
    return;
  }
  room.take();
  const [, attribute = '', reference, min, max, use = '', repeat] = elementForm.exec(part.text) ?? [];
  if (reference === undefined) {
    notes.lost({ line: entry.line }, `${entry.key}: “[${part.text.slice(0, 40)}]” is no element that SEF describes.`);
    return;
  }
  const isNotUsed = attribute === '.';
  into.push({
    reference,
    attribute,
    use: isNotUsed ? 'not-used' : attribute === '!' ? 'required' : (requirement[use] ?? 'optional'),
    length: min === undefined ? undefined : { min: Number(min) || 1, max: Number(max) || Number(min) || 1 },
    repeat: repeat === undefined ? undefined : numberOf(repeat),
  });
}

export const numberOf = (text: string): number => (text.startsWith('>') ? Number.POSITIVE_INFINITY : Number(text));

function rulesIn(text: string, { key, line }: SefEntry, notes: Notes): readonly string[] {
  const rules: string[] = [];
  let rest = text.replace(/^\+/, '');
  while (rest !== '') {
    const [rule] = ruleForm.exec(rest) ?? [];
    if (rule === undefined) {
      notes.lost({ line }, `${key}: “${rest.slice(0, 40)}” is no syntax rule.`);
      break;
    }
    rules.push(rule);
    rest = rest.slice(rule.length);
  }
  return rules;
}

/** Types and lengths of `.ELMS`. */
export function readElements({ sections }: SefFile, notes: Notes): ReadonlyMap<string, SefElement> {
  const found = new Map<string, SefElement>();
  for (const { key, value, line } of sections.get('ELMS') ?? []) {
    const [, type, min, max] = /^([A-Z][A-Z0-9]?),(\d+),(\d+)/.exec(value) ?? [];
    if (type === undefined) notes.lost({ line }, `Element ${key}: “${value.slice(0, 40)}” has no type and length.`);
    else found.set(key, { type, min: Number(min), max: Number(max) });
  }
  return found;
}
