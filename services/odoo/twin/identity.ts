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

/** The twin's databases and who may use them. */
export interface Directory {
  /** The database of this name; without a name the only one there is. */
  find(name: string | undefined): Promise<TwinDatabase | undefined>;
  names(): Promise<string[]>;
  /** Who a key belongs to, as long as it has not expired; `uid` and `login` narrow it down. */
  identify(
    database: TwinDatabase,
    key: string,
    narrow?: { uid?: number; login?: string },
  ): Promise<Identity | undefined>;
}

export function openDirectory(db: Knex): Directory {
  // A database keeps id and version for life; one that was removed shows by its credentials, which go with it.
  const known = new Map<string, TwinDatabase>();
  return {
    async find(name) {
      const kept = name === undefined ? undefined : known.get(name);
      if (kept) return kept;
      const query = db('odoo_twin.database').select<TwinDatabase[]>('id', 'name', 'version');
      const rows = name === undefined ? await query.limit(2) : await query.where({ name });
      const found = rows.length === 1 ? rows[0] : undefined;
      if (found && name !== undefined) known.set(name, found);
      return found;
    },
    names: () => db('odoo_twin.database').orderBy('name').pluck<string[]>('name'),
    async identify(database, key, narrow = {}) {
      const row = await db('odoo_twin.credential')
        .first<{ uid: number; login: string; rights: Rights } | undefined>('uid', 'login', 'rights')
        .where({ database_id: database.id, key_hash: hashKey(key), ...narrow })
        .whereRaw('(expires_at is null or expires_at > now())');
      if (!row) known.delete(database.name);
      return row && { databaseId: database.id, database: database.name, version: database.version, ...row };
    },
  };
}

/** What a request meets: the server it came to and the time it came. */
export interface Site {
  readonly db: Knex;
  readonly directory: Directory;
  /** The database that the address names, or the only one there is. */
  readonly server: TwinDatabase | undefined;
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  readonly now: string;
}
