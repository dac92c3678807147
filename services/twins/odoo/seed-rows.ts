import type { Knex } from 'knex';
import { sequenceOf } from './record-sql.ts';
import type { Json } from './records.ts';

const chunkRows = 2000;

/** Records on their way into a new twin database, many at a time. */
export class SeedRows {
  private readonly db: Knex;
  private readonly databaseId: number;
  private readonly pending: { model: string; id: number; values: Record<string, Json> }[] = [];
  private readonly reserved = new Map<string, number[]>();

  constructor(db: Knex, databaseId: number) {
    this.db = db;
    this.databaseId = databaseId;
  }

  /** Fetches ids for so many coming records of a model, in one go. */
  async reserve(model: string, count: number): Promise<void> {
    if (count === 0) return;
    const { rows } = await this.db.raw<{ rows: { id: number }[] }>(
      `select nextval('${sequenceOf(model)}')::integer as id from generate_series(1, ?)`,
      [count],
    );
    this.reserved.set(model, [...(this.reserved.get(model) ?? []), ...rows.map((row) => row.id)]);
  }

  /** Adds a record under one of the reserved ids. */
  add(model: string, values: Record<string, Json>): number {
    const id = this.reserved.get(model)?.shift();
    if (id === undefined) throw new Error(`No id is reserved for another ${model}.`);
    this.pending.push({ model, id, values });
    return id;
  }

  /** Changes a record that has been added and not saved. */
  patch(id: number, model: string, values: Record<string, Json>): void {
    const row = this.pending.find((one) => one.model === model && one.id === id);
    if (row) Object.assign(row.values, values);
  }

  async one(model: string, values: Record<string, Json>): Promise<number> {
    await this.reserve(model, 1);
    return this.add(model, values);
  }

  /** Adds a record that has the same id in every twin database. */
  fixed(model: string, id: number, values: Record<string, Json>): number {
    this.pending.push({ model, id, values });
    return id;
  }

  async counters(counters: Readonly<Record<string, readonly [prefix: string, used: number]>>): Promise<void> {
    const rows = Object.entries(counters).map(([code, [prefix, used]]) => ({
      database_id: this.databaseId,
      code,
      prefix,
      next: used + 1,
    }));
    await this.db('odoo_twin.counter').insert(rows);
  }

  async save(): Promise<void> {
    for (let at = 0; at < this.pending.length; at += chunkRows) {
      await this.db.raw(
        `insert into odoo_twin.record (database_id, model, id, "values")
         select ?::integer, n.model, n.id, n."values" from jsonb_to_recordset(?::jsonb) as n (model text, id integer, "values" jsonb)`,
        [this.databaseId, JSON.stringify(this.pending.slice(at, at + chunkRows))],
      );
    }
    this.pending.length = 0;
  }
}
