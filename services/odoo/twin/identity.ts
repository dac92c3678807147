import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Identity, Rights } from './env.ts';
import type { Version } from './schema.ts';

export interface TwinDatabase {
  readonly id: number;
  readonly name: string;
  readonly version: Version;
}

export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The database of this name; without a name the only one there is. */
export async function findDatabase(db: Knex, name: string | undefined): Promise<TwinDatabase | undefined> {
  const query = db('odoo_twin.database').select<TwinDatabase[]>('id', 'name', 'version');
  const found = name === undefined ? await query.limit(2) : await query.where({ name });
  return found.length === 1 ? found[0] : undefined;
}

export async function databaseNames(db: Knex): Promise<string[]> {
  return db('odoo_twin.database').orderBy('name').pluck<string[]>('name');
}

/** Who a key belongs to, as long as it has not expired; `uid` and `login` narrow it down. */
export async function identify(
  db: Knex,
  database: TwinDatabase,
  key: string,
  narrow: { uid?: number; login?: string } = {},
): Promise<Identity | undefined> {
  const row = await db('odoo_twin.credential')
    .first<{ uid: number; login: string; rights: Rights } | undefined>('uid', 'login', 'rights')
    .where({ database_id: database.id, key_hash: hashKey(key), ...narrow })
    .whereRaw('(expires_at is null or expires_at > now())');
  return row && { databaseId: database.id, database: database.name, version: database.version, ...row };
}
