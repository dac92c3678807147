import type { Knex } from 'knex';
import { sequenceOf } from './record-sql.ts';

/** Ids that were fetched from their sequences and not used yet, by model; shared by the calls of a process. */
export type IdStock = Map<string, number[]>;

const idsAtOnce = 40;

/** So many ids for new records; fetches some more than asked for, to spare the next calls the way. */
export async function takeIds(db: Knex, stock: IdStock, model: string, count: number): Promise<number[]> {
  const left = stock.get(model) ?? [];
  if (left.length >= count) return left.splice(0, count);
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    `select nextval('${sequenceOf(model)}')::integer as id from generate_series(1, ?)`,
    [count + idsAtOnce],
  );
  const fetched = rows.map(({ id }) => id);
  stock.set(model, [...(stock.get(model) ?? []), ...fetched.slice(count)]);
  return fetched.slice(0, count);
}
