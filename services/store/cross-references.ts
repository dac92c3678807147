import type { Knex } from 'knex';
import type pg from 'pg';
import type { Tx } from './database.ts';
import { pieces } from './pieces.ts';

/** Keys that are wanted, by name of the look-up. */
export type WantedKeys = ReadonlyMap<string, ReadonlySet<string>>;
/** Entries of look-ups by name. */
export type CrossReferences = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface CrossReference {
  readonly name: string;
  readonly key: string;
  readonly value: string;
  readonly updatedAt: Date;
}

/** The entries of a partner for the wanted keys; no query where nothing is wanted. */
export async function crossReferences(pool: pg.Pool, orgId: string, wanted: WantedKeys): Promise<CrossReferences> {
  const asked = [...wanted].flatMap(([name, keys]) => [...keys].map((key) => ({ name, key })));
  const found = new Map<string, Map<string, string>>();
  for (const piece of pieces(asked)) {
    const { rows } = await pool.query<{ name: string; key: string; value: string }>(
      `select c.name, c.key, c.value from cross_reference c
       join unnest($2::text[], $3::text[]) as w (name, key) on w.name = c.name and w.key = c.key where c.org_id = $1`,
      [orgId, piece.map(({ name }) => name), piece.map(({ key }) => key)],
    );
    for (const { name, key, value } of rows) {
      const entries = found.get(name) ?? new Map<string, string>();
      found.set(name, entries.set(key, value));
    }
  }
  return found;
}

/** Writes entries of one look-up over what is there; with `replace`, what is not among them goes. */
export async function importCrossReferences(
  tx: Tx,
  orgId: string,
  name: string,
  entries: ReadonlyMap<string, string>,
  options: { readonly replace: boolean; readonly at: Date },
): Promise<{ readonly written: number; readonly removed: number }> {
  const keys = [...entries.keys()];
  const removed = options.replace
    ? await tx('cross_reference').where({ org_id: orgId, name }).whereRaw('key <> all (?::text[])', [keys]).delete()
    : 0;
  await tx.raw(
    `insert into cross_reference (org_id, name, key, value, updated_at)
     select ?::uuid, ?, w.key, w.value, ? from unnest(?::text[], ?::text[]) as w (key, value)
     on conflict (org_id, name, key) do update set value = excluded.value, updated_at = excluded.updated_at
       where cross_reference.value <> excluded.value`,
    [orgId, name, options.at, keys, [...entries.values()]],
  );
  return { written: keys.length, removed };
}

/** All entries of a partner, or those of one look-up, in order. */
export async function listCrossReferences(tx: Tx, orgId: string, name?: string): Promise<readonly CrossReference[]> {
  const query = tx('cross_reference').where({ org_id: orgId }).orderBy(['name', 'key']);
  if (name !== undefined) query.where({ name });
  return (await query.select('name', 'key', 'value', { updatedAt: 'updated_at' })) as CrossReference[];
}

/** The look-ups of a partner that have entries. */
export async function lookupCounts(
  tx: Tx,
  orgId: string,
): Promise<readonly { readonly name: string; readonly entries: number; readonly updatedAt: Date }[]> {
  const rows = await tx('cross_reference')
    .where({ org_id: orgId })
    .groupBy('name')
    .select<{ name: string; entries: string; updatedAt: Date }[]>(
      'name',
      tx.raw('count(*) as entries'),
      tx.raw('max(updated_at) as "updatedAt"'),
    );
  return rows.map(({ entries, ...row }) => ({ ...row, entries: Number(entries) }));
}

export interface LookupPage {
  readonly entries: readonly Omit<CrossReference, 'name'>[];
  /** How many fit, of which `entries` are the first. */
  readonly total: number;
}

/** Entries of one look-up whose key or value holds `q`, in the order of their keys. */
export async function lookupPage(
  tx: Tx,
  of: { readonly orgId: string; readonly name: string; readonly q?: string | undefined; readonly limit: number },
): Promise<LookupPage> {
  const { rows } = await tx.raw<{ rows: { key: string; value: string; updatedAt: Date; total: string }[] }>(
    `select key, value, updated_at as "updatedAt", count(*) over () as total from cross_reference
     where org_id = :orgId and name = :name and (:q::text is null or strpos(lower(key), lower(:q)) > 0 or strpos(lower(value), lower(:q)) > 0)
     order by key limit :limit`,
    { orgId: of.orgId, name: of.name, limit: of.limit, q: of.q ?? null },
  );
  return { entries: rows.map(({ total: _, ...entry }) => entry), total: Number(rows[0]?.total ?? 0) };
}

/** Writes entries of one look-up and removes others. */
export async function changeCrossReferences(
  tx: Tx,
  orgId: string,
  name: string,
  {
    written,
    removed,
    at,
  }: { readonly written: ReadonlyMap<string, string>; readonly removed: readonly string[]; readonly at: Date },
): Promise<void> {
  for (const keys of pieces(removed))
    await tx('cross_reference').where({ org_id: orgId, name }).whereIn('key', keys).delete();
  await importCrossReferences(tx, orgId, name, written, { replace: false, at });
}

/** All entries of one look-up. */
export async function crossReferenceTable(db: Knex, orgId: string, name: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db('cross_reference')
    .where({ org_id: orgId, name })
    .select<{ key: string; value: string }[]>('key', 'value');
  return new Map(rows.map(({ key, value }) => [key, value]));
}
