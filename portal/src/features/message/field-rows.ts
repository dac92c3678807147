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

/** A field as long as nobody has looked below it. */
interface Branch {
  readonly row: FieldRow;
  readonly value: unknown;
  /** Its own row and all below it. */
  readonly count: number;
  below?: Level;
}

/** Siblings, and the number of the first row of each among them. */
interface Level {
  readonly branches: readonly Branch[];
  readonly starts: readonly number[];
}

const noRanges: readonly number[][] = [];

/** Rows of a value, its own one included. */
function countRows(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  if (Array.isArray(value)) for (const one of value) count += countRows(one);
  else for (const key in value) count += countRows((value as Record<string, unknown>)[key]);
  return count;
}

/**
 * An event's data as rows, parents before their children, siblings in the order of the document. An event may have a hundred thousand of them: a row is made when
 * it is looked at, and what stands below a field that nobody looks at is only counted.
 */
export class FieldRows {
  readonly count: number;
  readonly #provenance: WholeEvent['provenance'];
  readonly #root: Branch;

  constructor(data: object, provenance: WholeEvent['provenance']) {
    this.#provenance = provenance;
    const row: FieldRow = { pointer: '', label: '', depth: -1, kind: 'object' };
    this.#root = { row, value: data, count: countRows(data) };
    this.count = this.#root.count - 1;
  }

  /** The row with this number, from 0; undefined where there are fewer. */
  at(index: number): FieldRow | undefined {
    if (index < 0) return undefined;
    let branch = this.#root;
    // The row of a branch itself is the first of it.
    let left = index + 1;
    while (left > 0) {
      const { branches, starts } = this.#levelOf(branch);
      const nth = lastAtMost(starts, left - 1);
      const next = branches[nth];
      if (next === undefined || left - 1 >= (starts[nth] ?? 0) + next.count) return undefined;
      left -= 1 + (starts[nth] ?? 0);
      branch = next;
    }
    return branch.row;
  }

  /** The number of the row of a field; -1 where there is none. */
  indexOf(pointer: string): number {
    let branch = this.#root;
    let index = -1;
    while (branch.row.pointer !== pointer) {
      const { branches, starts } = this.#levelOf(branch);
      const nth = branches.findIndex(({ row }) => pointer === row.pointer || pointer.startsWith(`${row.pointer}/`));
      const next = branches[nth];
      if (next === undefined) return -1;
      index += 1 + (starts[nth] ?? 0);
      branch = next;
    }
    return index;
  }

  #levelOf(branch: Branch): Level {
    branch.below ??= this.#makeLevel(branch);
    return branch.below;
  }

  #makeLevel({ value, row: { pointer, depth } }: Branch): Level {
    const inList = Array.isArray(value);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const branches = entries.map(([key, one]) =>
      branchOf(one, `${pointer}/${escapeKey(key)}`, inList ? String(Number(key) + 1) : key, depth + 1, inList),
    );
    const ordered = inList ? branches : this.#byPlace(branches);
    let next = 0;
    const starts = ordered.map(({ count }) => {
      const start = next;
      next += count;
      return start;
    });
    return { branches: ordered, starts };
  }

  /** Plain values before what holds others, each by its place: JSON keeps no order of its own on its way here. */
  #byPlace(branches: readonly Branch[]): readonly Branch[] {
    if (branches.length < 2) return branches;
    const ranked = branches.map((branch) => ({
      branch,
      holds: branch.row.kind === 'leaf' ? 0 : 1,
      start: this.#firstByte(branch.value, branch.row.pointer),
    }));
    const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
    return ranked.sort((a, b) => a.holds - b.holds || compare(a.start, b.start)).map(({ branch }) => branch);
  }

  /** Where in the document a field begins: the first byte that it or anything below it was read from. Entries of a list stand in its order. */
  #firstByte(value: unknown, pointer: string): number {
    let start = Number.POSITIVE_INFINITY;
    for (const [from = start] of this.#provenance[pointer]?.ranges ?? noRanges) start = Math.min(start, from);
    if (typeof value !== 'object' || value === null) return start;
    for (const [key, one] of Object.entries(Array.isArray(value) ? value.slice(0, 1) : value))
      start = Math.min(start, this.#firstByte(one, `${pointer}/${escapeKey(key)}`));
    return start;
  }
}

function branchOf(value: unknown, pointer: string, label: string, depth: number, inList: boolean): Branch {
  if (typeof value !== 'object' || value === null)
    return { row: { pointer, label, depth, kind: 'leaf', value }, value, count: 1 };
  const row: FieldRow = Array.isArray(value)
    ? { pointer, label, depth, kind: 'list', size: value.length }
    : { pointer, label, depth, kind: inList ? 'entry' : 'object' };
  return { row, value, count: countRows(value) };
}

/** The place of the last number that is at most this one. */
function lastAtMost(sorted: readonly number[], wanted: number): number {
  let [from, to] = [0, sorted.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) from = middle;
    else to = middle;
  }
  return from;
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
