import type { EventView } from '../../lib/contract.ts';

export interface FieldRow {
  readonly pointer: string;
  /** The last part of the pointer; a list's entry counts from 1 for people. */
  readonly label: string;
  readonly depth: number;
  readonly kind: 'leaf' | 'object' | 'list' | 'entry';
  readonly value?: unknown;
  /** Entries of a list. */
  readonly size?: number;
}

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where in the document a field begins: the first byte that it or anything below it was read from. */
function firstByte(provenance: EventView['provenance'], pointer: string): number {
  let first = Number.POSITIVE_INFINITY;
  for (const [key, origin] of Object.entries(provenance)) {
    if (key !== pointer && !key.startsWith(`${pointer}/`)) continue;
    for (const [start] of origin.ranges) first = Math.min(first, start ?? first);
  }
  return first;
}

/** Siblings in the order of the document, plain values before what holds others: JSON keeps no order of its own on its way here. */
function inOrder(
  data: object,
  pointer: string,
  provenance: EventView['provenance'],
): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(data);
  if (Array.isArray(data)) return entries;
  const ranked = entries.map(([key, value]) => {
    const holds = typeof value === 'object' && value !== null ? 1 : 0;
    return { entry: [key, value] as const, holds, first: firstByte(provenance, `${pointer}/${escapeKey(key)}`) };
  });
  const byPlace = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return ranked.sort((a, b) => a.holds - b.holds || byPlace(a.first, b.first)).map(({ entry }) => entry);
}

/** Lays an event's data out as rows, parents before their children. */
export function fieldRows(
  data: unknown,
  provenance: EventView['provenance'],
  pointer = '',
  depth = 0,
): readonly FieldRow[] {
  if (typeof data !== 'object' || data === null) return [];
  const inList = Array.isArray(data);
  return inOrder(data, pointer, provenance).flatMap(([key, value]): FieldRow[] => {
    const at = `${pointer}/${escapeKey(key)}`;
    const label = inList ? String(Number(key) + 1) : key;
    if (typeof value !== 'object' || value === null) return [{ pointer: at, label, depth, kind: 'leaf', value }];
    const kind = Array.isArray(value) ? 'list' : inList ? 'entry' : 'object';
    const own: FieldRow = { pointer: at, label, depth, kind, ...(Array.isArray(value) ? { size: value.length } : {}) };
    return [own, ...fieldRows(value, provenance, at, depth + 1)];
  });
}

/** `shippedAt` as `shipped at`: words instead of code. */
export function fieldWords(label: string): string {
  return label.replace(/([a-z0-9])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
}

/** A value in a few words, as it would be written down. */
export function valueWords(value: unknown): string {
  if (value === undefined) return '';
  if (value === null || value === false || value === '') return 'empty';
  if (value === true) return 'yes';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
