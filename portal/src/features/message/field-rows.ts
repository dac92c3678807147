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

/** Lays an event's data out as rows, parents before their children. */
export function fieldRows(data: unknown, pointer = '', depth = 0): readonly FieldRow[] {
  if (typeof data !== 'object' || data === null) return [];
  const inList = Array.isArray(data);
  return Object.entries(data).flatMap(([key, value]): FieldRow[] => {
    const at = `${pointer}/${escapeKey(key)}`;
    const label = inList ? String(Number(key) + 1) : key;
    if (typeof value !== 'object' || value === null) return [{ pointer: at, label, depth, kind: 'leaf', value }];
    const kind = Array.isArray(value) ? 'list' : inList ? 'entry' : 'object';
    const own: FieldRow = { pointer: at, label, depth, kind, ...(Array.isArray(value) ? { size: value.length } : {}) };
    return [own, ...fieldRows(value, at, depth + 1)];
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
