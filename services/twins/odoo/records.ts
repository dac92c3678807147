import type { Knex } from 'knex';
import { type IdStock, takeIds } from './id-stock.ts';
import { shown, writing } from './record-sql.ts';
import type { Model } from './schema.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A stored record. `values` holds stored fields only; change it through `Records.set`, so that the change is written. */
export interface Row {
  readonly id: number;
  readonly model: string;
  values: Record<string, Json>;
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  createDate: string;
  writeDate: string;
}

export interface Condition {
  readonly sql: string;
  readonly bindings: readonly Knex.RawBinding[];
  /** Models that the condition looks at besides the one it is for; any when left out. */
  readonly models?: readonly string[];
}

export interface Slice {
  readonly order?: string;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

interface Found {
  id: number;
  values: Record<string, Json>;
  create_date: string;
  write_date: string;
}

/** Fields by which lists of children are ordered. */
const orders = new Set(['sequence', 'priority', 'scheduled_date', 'name', 'date_order', 'date_deadline']);

/**
 * The records that one call works on: each is loaded once, changed in memory and written before the next search or at the end.
 * Rows that are to be changed must be locked first (`lock`), since the call runs in READ COMMITTED.
 */
export class Records {
  private readonly db: Knex;
  private readonly databaseId: number;
  private readonly ids: IdStock;
  private readonly uid: number;
  private readonly rows = new Map<string, Map<number, Row>>();
  private readonly locked = new Set<Row>();
  private readonly changed = new Set<Row>();
  private readonly created = new Set<Row>();
  private readonly changes = new Map<string, number>();

  constructor(db: Knex, { databaseId, uid }: { readonly databaseId: number; readonly uid: number }, ids: IdStock) {
    this.db = db;
    this.databaseId = databaseId;
    this.ids = ids;
    this.uid = uid;
  }

  /** How often the records of a model came, went or changed place: a list found at an older count may be out of date. */
  changesOf(model: string): number {
    return this.changes.get(model) ?? 0;
  }

  private changing(model: string): void {
    this.changes.set(model, this.changesOf(model) + 1);
  }

  isLocked(row: Row): boolean {
    return this.locked.has(row);
  }

  private cache(model: string): Map<number, Row> {
    let cache = this.rows.get(model);
    if (!cache) {
      cache = new Map();
      this.rows.set(model, cache);
    }
    return cache;
  }

  private keep(model: string, found: Found): Row {
    const cache = this.cache(model);
    const known = cache.get(found.id);
    if (known) {
      if (!this.changed.has(known))
        Object.assign(known, { values: found.values, createDate: found.create_date, writeDate: found.write_date });
      return known;
    }
    const row: Row = {
      id: found.id,
      model,
      values: found.values,
      createDate: found.create_date,
      writeDate: found.write_date,
    };
    cache.set(row.id, row);
    return row;
  }

  private async fetch(
    model: string,
    condition: Condition,
    tail: string,
    tailBindings: readonly Knex.RawBinding[],
  ): Promise<Row[]> {
    const { rows } = await this.db.raw<{ rows: Found[] }>(
      `select r.id, r."values", ${shown} from odoo_twin.record r where r.database_id = ? and r.model = '${model}' and ${condition.sql} ${tail}`,
      [this.databaseId, ...condition.bindings, ...tailBindings],
    );
    return rows.map((found) => this.keep(model, found));
  }

  /** The records of these ids, in their order; ids without a record are left out. */
  async browse(model: string, ids: readonly number[]): Promise<Row[]> {
    const cache = this.cache(model);
    const absent = [...new Set(ids)].filter((id) => !cache.has(id));
    if (absent.length > 0) await this.fetch(model, { sql: 'r.id = any(?::integer[])', bindings: [absent] }, '', []);
    return ids.flatMap((id) => cache.get(id) ?? []);
  }

  /** Like `browse`, and no other call may change them before this one ends. Locks in the order of ids, so that calls do not block each other for good. */
  async lock(model: string, ids: readonly number[]): Promise<Row[]> {
    const cache = this.cache(model);
    const open = [...new Set(ids)].filter((id) => {
      const row = cache.get(id);
      return !row || !this.locked.has(row);
    });
    if (open.length > 0) {
      const rows = await this.fetch(
        model,
        { sql: 'r.id = any(?::integer[])', bindings: [open] },
        'order by r.id for update',
        [],
      );
      for (const row of rows) this.locked.add(row);
    }
    return ids.flatMap((id) => cache.get(id) ?? []);
  }

  async find(model: string, condition: Condition, slice: Slice = {}, forUpdate = false): Promise<Row[]> {
    await this.flushFor(model, condition);
    const limit = slice.limit === undefined ? '' : `limit ${Math.trunc(slice.limit)}`;
    const offset = slice.offset ? `offset ${Math.trunc(slice.offset)}` : '';
    const rows = await this.fetch(
      model,
      condition,
      `order by ${slice.order ?? 'r.id'} ${limit} ${offset} ${forUpdate ? 'for update' : ''}`,
      [],
    );
    if (forUpdate) for (const row of rows) this.locked.add(row);
    return rows;
  }

  async count(model: string, condition: Condition): Promise<number> {
    await this.flushFor(model, condition);
    const { rows } = await this.db.raw<{ rows: { n: number }[] }>(
      `select count(*)::integer as n from odoo_twin.record r where r.database_id = ? and r.model = '${model}' and ${condition.sql}`,
      [this.databaseId, ...condition.bindings],
    );
    return rows[0]!.n;
  }

  /** Any other statement of the call; pending changes of the models that it reads are written first. */
  async query<T>(models: readonly string[], sql: string, bindings: readonly Knex.RawBinding[]): Promise<T[]> {
    await this.flush(models);
    const { rows } = await this.db.raw<{ rows: T[] }>(sql, [...bindings]);
    return rows;
  }

  async create(model: Model, list: readonly Record<string, Json>[]): Promise<Row[]> {
    if (list.length === 0) return [];
    this.changing(model.name);
    const ids = await takeIds(this.db, this.ids, model.name, list.length);
    return list.map((values, at) => {
      const row: Row = { id: ids[at]!, model: model.name, values, createDate: '', writeDate: '' };
      this.cache(model.name).set(row.id, row);
      this.locked.add(row);
      this.changed.add(row);
      this.created.add(row);
      return row;
    });
  }

  set(row: Row, patch: Record<string, Json>): void {
    row.values = { ...row.values, ...patch };
    if (Object.keys(patch).some((field) => field.endsWith('_id') || orders.has(field))) this.changing(row.model);
    this.changed.add(row);
  }

  /** Moves `write_date` without changing a value, as Odoo does for a write of the same value. */
  touch(row: Row): void {
    this.changed.add(row);
  }

  async remove(model: string, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    this.changing(model);
    await this.flush([model]);
    await this.db.raw('delete from odoo_twin.record where database_id = ? and model = ? and id = any(?::integer[])', [
      this.databaseId,
      model,
      [...ids],
    ]);
    for (const id of ids) this.cache(model).delete(id);
  }

  /** A counter of its own, from 1. */
  async addCounter(code: string, prefix: string): Promise<void> {
    await this.db.raw('insert into odoo_twin.counter (database_id, code, prefix) values (?, ?, ?)', [
      this.databaseId,
      code,
      prefix,
    ]);
  }

  /** The next number of a counter, such as `WH/OUT/00012`. */
  async number(code: string): Promise<string> {
    const { rows } = await this.db.raw<{ rows: { prefix: string; n: number }[] }>(
      'update odoo_twin.counter set next = next + 1 where database_id = ? and code = ? returning prefix, next - 1 as n',
      [this.databaseId, code],
    );
    const counter = rows[0];
    if (!counter) throw new Error(`The twin has no counter ${code}.`);
    return `${counter.prefix}${String(counter.n).padStart(5, '0')}`;
  }

  private flushFor(model: string, { models }: Condition): Promise<void> {
    return this.flush(models && [model, ...models]);
  }

  /** Writes what has been created and changed, of these models or of all. */
  async flush(models?: readonly string[]): Promise<void> {
    const changed = [...this.changed].filter(({ model }) => models?.includes(model) ?? true);
    if (changed.length === 0) return;
    const fresh = changed.map((row) => this.created.has(row));
    for (const row of changed) {
      this.changed.delete(row);
      this.created.delete(row);
      row.values = { ...row.values, write_uid: this.uid };
    }
    const columns = [
      changed.map(({ model }) => model),
      changed.map(({ id }) => id),
      changed.map(({ values }) => JSON.stringify(values)),
      fresh,
    ];
    const { rows } = await this.db.raw<{ rows: Omit<Found, 'values'>[] & { model: string }[] }>(writing, [
      ...(columns as unknown as Knex.RawBinding[]),
      this.databaseId,
      this.databaseId,
    ]);
    for (const { model, id, create_date: createDate, write_date: writeDate } of rows) {
      const row = this.cache(model).get(id);
      if (row) Object.assign(row, { createDate, writeDate });
    }
  }
}
