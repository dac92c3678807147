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

/** All entries of one look-up. */
export async function crossReferenceTable(db: Knex, orgId: string, name: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db('cross_reference')
    .where({ org_id: orgId, name })
    .select<{ key: string; value: string }[]>('key', 'value');
  return new Map(rows.map(({ key, value }) => [key, value]));
}
