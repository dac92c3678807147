import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import knex, { type Knex } from 'knex';
import { advisoryLocks } from './advisory-locks.ts';

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Brings the database to the newest schema. Safe to run from several processes at once.
 * @param url connection string of the owner, who may create tables and functions.
 * @returns the names of the migrations that were run.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const db = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    // Two processes that start together: the second waits here and then finds nothing to do.
    await db.raw('select pg_advisory_lock(?)', [advisoryLocks.schema]);
    const [, names] = (await db.migrate.latest({
      directory,
      loadExtensions: ['.ts'],
      tableName: 'schema_migration',
    })) as [number, string[]];
    await carryOnOrder(db);
    return names;
  } finally {
    await db.destroy();
  }
}

/** Where a dump was restored into another server, whose transactions have lower numbers: the order of events goes on after the last of them. */
async function carryOnOrder(db: Knex): Promise<void> {
  const { rows } = await db.raw<{ rows: { offset: number | string; behind: number | string }[] }>(
    `select app_xact_offset() as offset, coalesce(max(xact), 0) - (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + app_xact_offset()) as behind from event`,
  );
  const [offset, behind] = [BigInt(rows[0]!.offset), BigInt(rows[0]!.behind)];
  if (behind < 0n) return;
  const next = offset + behind + 1n;
  await db.raw(
    `create or replace function app_xact_offset() returns bigint language sql stable parallel safe as 'select ${next}::bigint'`,
  );
}

/** Migrations that the database still lacks, by name. @param url connection string of the hub's login. */
export async function lackingMigrations(url: string): Promise<readonly string[]> {
  const db = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    const made = new Set(await db('schema_migration').pluck<string[]>('name'));
    const names = (await readdir(directory)).filter((name) => name.endsWith('.ts'));
    return names.filter((name) => !made.has(name)).sort();
  } finally {
    await db.destroy();
  }
}
