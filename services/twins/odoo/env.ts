import { condition } from './domain.ts';
import { orderBy } from './order.ts';
import type { Json, Row, Slice } from './records.ts';
import { Records } from './records.ts';
import type { Schema, Version } from './schema.ts';
import type { Site } from './site.ts';

export type Rights = 'admin' | 'integration' | 'restricted';

export interface Identity {
  readonly databaseId: number;
  readonly database: string;
  readonly version: Version;
  readonly lacks: readonly string[];
  readonly uid: number;
  readonly login: string;
  readonly rights: Rights;
}

/** What one call works with: who calls, in which database, and the records it has touched. */
export class Env {
  readonly schema: Schema;
  readonly identity: Identity;
  readonly records: Records;
  /** The time of the call as Odoo writes it: `YYYY-MM-DD HH:MM:SS`, UTC. */
  readonly now: string;
  readonly context: Readonly<Record<string, Json>>;
  /** Those whose records are seen from outside; undefined for all. What Odoo does of its own accord sees everything. */
  companies: ReadonlySet<number> | undefined;
  private readonly families = new Map<string, { readonly rows: readonly Row[]; readonly changes: number }>();

  constructor(
    site: Pick<Site, 'db' | 'ids' | 'now'>,
    schema: Schema,
    identity: Identity,
    context: Readonly<Record<string, Json>> = {},
  ) {
    this.schema = schema;
    this.identity = identity;
    this.records = new Records(site.db, identity, site.ids);
    this.now = site.now;
    this.context = context;
  }

  get version(): Version {
    return this.schema.version;
  }

  browse(model: string, ids: readonly number[]): Promise<Row[]> {
    return this.records.browse(model, ids);
  }

  async one(model: string, id: Json | undefined): Promise<Row | undefined> {
    if (typeof id !== 'number') return undefined;
    return (await this.records.browse(model, [id]))[0];
  }

  /** Records of `model` whose many2one `field` is one of `ids`, in the model's own order. With `lock`, nobody else may change them before the call ends. */
  async children(model: string, field: string, ids: readonly number[], lock = false): Promise<Row[]> {
    const list = [...new Set(ids)];
    if (list.length === 0) return [];
    const key = `${model}/${field}/${list}`;
    const known = this.families.get(key);
    if (
      known &&
      (!lock || known.rows.every((row) => this.records.isLocked(row))) &&
      known.changes === this.records.changesOf(model)
    )
      return [...known.rows];
    const sql = `(r."values" ->> '${field}')::integer = any(?::integer[])`;
    const condition = { sql, bindings: [list], models: [] };
    const rows = await this.records.find(model, condition, { order: orderBy(this.schema, model, undefined) }, lock);
    this.families.set(key, { rows, changes: this.records.changesOf(model) });
    return [...rows];
  }

  search(model: string, domain: Json, slice: Slice = {}): Promise<Row[]> {
    return this.records.find(model, condition(this.schema, model, domain, this.identity.databaseId), {
      ...slice,
      order: orderBy(this.schema, model, slice.order),
    });
  }
}

export const idOf = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);
export const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Groups rows by a many2one. */
export function groupBy(rows: readonly Row[], field: string): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const id = idOf(row.values[field]);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}

/** Sums without the dust of binary fractions. */
export const total = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, n) => sum + n, 0) * 1e6) / 1e6;

/** One after the other: a call has one connection. */
export async function inTurn<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of list) results.push(await work(one));
  return results;
}
