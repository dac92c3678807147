import type { WholeEvent } from '../../lib/contract.ts';

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

const escapeKey = (key: string): string => (/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key);

type FirstBytes = ReadonlyMap<string, number>;

/** Where in the document each field begins: the first byte that it or anything below it was read from. */
function firstBytes(provenance: WholeEvent['provenance']): FirstBytes {
  const first = new Map<string, number>();
  for (const [pointer, { ranges }] of Object.entries(provenance)) {
    let start = Number.POSITIVE_INFINITY;
    for (const [from] of ranges) start = Math.min(start, from ?? start);
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      // Whoever stands above has an earlier byte already, so have all above it.
      if ((first.get(at) ?? Number.POSITIVE_INFINITY) <= start) break;
      first.set(at, start);
    }
  }
  return first;
}

/** Siblings in the order of the document, plain values before what holds others: JSON keeps no order of its own on its way here. */
function inOrder(data: object, pointer: string, starts: FirstBytes): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(data);
  if (Array.isArray(data)) return entries;
  const ranked = entries.map(([key, value]) => {
    const holds = typeof value === 'object' && value !== null ? 1 : 0;
    const first = starts.get(`${pointer}/${escapeKey(key)}`) ?? Number.POSITIVE_INFINITY;
    return { entry: [key, value] as const, holds, first };
  });
  const byPlace = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return ranked.sort((a, b) => a.holds - b.holds || byPlace(a.first, b.first)).map(({ entry }) => entry);
}

/** Lays an event's data out as rows, parents before their children. */
export function fieldRows(data: unknown, provenance: WholeEvent['provenance']): readonly FieldRow[] {
  const rows: FieldRow[] = [];
  addRows(rows, data, { starts: firstBytes(provenance), pointer: '', depth: 0 });
  return rows;
}

interface Place {
  readonly starts: FirstBytes;
  readonly pointer: string;
  readonly depth: number;
}

function addRows(rows: FieldRow[], data: unknown, { starts, pointer, depth }: Place): void {
  if (typeof data !== 'object' || data === null) return;
  const inList = Array.isArray(data);
  for (const [key, value] of inOrder(data, pointer, starts)) {
    const at = `${pointer}/${escapeKey(key)}`;
    const label = inList ? String(Number(key) + 1) : key;
    if (typeof value !== 'object' || value === null) {
      rows.push({ pointer: at, label, depth, kind: 'leaf', value });
      continue;
    }
    if (Array.isArray(value)) rows.push({ pointer: at, label, depth, kind: 'list', size: value.length });
    else rows.push({ pointer: at, label, depth, kind: inList ? 'entry' : 'object' });
    addRows(rows, value, { starts, pointer: at, depth: depth + 1 });
  }
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
