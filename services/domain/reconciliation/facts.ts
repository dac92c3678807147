import { type Comparison, compare, type Held, isCompared, type Written } from './compare.ts';

/** A write, and the event's way to this Odoo that it was part of. */
export type WrittenTogether = Written & { readonly deliveryId: string };

/** What a field must hold after all that was written to it. */
export interface Fact<W extends WrittenTogether> {
  readonly write: W;
  /** What it may hold as well: lines of one document that went to one record add up. */
  readonly alternatives: readonly unknown[];
}

/** Fields that hold several values, each of which was written by itself. */
const manyValued = new Set(['message_ids', 'lot_ids', 'move_line_ids.lot_name']);

/** Of each field of a record what was written last; of one with several values each of them. What is not compared is left out. @param rows oldest first */
export function factsOf<W extends WrittenTogether>(rows: readonly W[]): readonly Fact<W>[] {
  const last = new Map<string, W>();
  const sums = new Map<string, number>();
  for (const row of rows) {
    if (!isCompared(row)) continue;
    const field = `${row.model}/${row.recordId}/${row.field}`;
    last.set(manyValued.has(row.field) ? `${field}/${String(row.after)}` : field, row);
    const together = `${field}/${row.deliveryId}`;
    if (typeof row.after === 'number') sums.set(together, (sums.get(together) ?? 0) + row.after);
  }
  return [...last.values()].map((write) => {
    const sum = sums.get(`${write.model}/${write.recordId}/${write.field}/${write.deliveryId}`);
    return { write, alternatives: sum === undefined || sum === write.after ? [] : [sum] };
  });
}

/** Holds a fact against Odoo: one of the values that it may have is enough. */
export function compareFact({ write, alternatives }: Fact<WrittenTogether>, held: Held): Comparison {
  const found = [write.after, ...alternatives].map((after) => compare({ ...write, after }, held));
  return found.find(({ verdict }) => verdict === 'agrees') ?? found[0]!;
}
