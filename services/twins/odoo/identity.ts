import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Identity, Rights } from './env.ts';
import type { Version } from './schema.ts';
import type { Trouble } from './trouble.ts';

export interface TwinDatabase {
  readonly id: number;
  readonly name: string;
  readonly version: Version;
  /** Modules that a full Odoo has and this one has not. */
  readonly lacks: readonly string[];
  readonly trouble: Trouble | null;
}

export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Keys and databases are looked up again after this time: a withdrawn one works no longer than that. */
const trustMs = 2000;

/** The twin's databases and who may use them. */
export interface Directory {
  /** The database of this name; without a name the only one there is. */
  find(name: string | undefined): Promise<TwinDatabase | undefined>;
  names(): Promise<string[]>;
  /** Looks the database up again at the next request. */
  forget(name: string): void;
  /** Who a key belongs to, as long as it has not expired; `uid` and `login` narrow it down. */
  identify(
    database: TwinDatabase,
    key: string,
    narrow?: { uid?: number; login?: string },
  ): Promise<Identity | undefined>;
}

export function openDirectory(db: Knex): Directory {
  const known = new Map<string, { readonly database: TwinDatabase; readonly until: number }>();
  const trusted = new Map<string, { readonly identity: Identity; readonly until: number }>();
  return {
    async find(name) {
      const kept = name === undefined ? undefined : known.get(name);
      if (kept && kept.until > performance.now()) return kept.database;
      const query = db('odoo_twin.database').select<TwinDatabase[]>('id', 'name', 'version', 'lacks', 'trouble');
      const rows = name === undefined ? await query.limit(2) : await query.where({ name });
      const found = rows.length === 1 ? rows[0] : undefined;
      if (found && name !== undefined) known.set(name, { database: found, until: performance.now() + trustMs });
      return found;
    },
    forget: (name) => void known.delete(name),
    names: () => db('odoo_twin.database').orderBy('name').pluck<string[]>('name'),
    async identify(database, key, narrow = {}) {
      const hash = hashKey(key);
      const seal = [database.id, hash.toString('hex'), narrow.uid, narrow.login].join('/');
      const kept = trusted.get(seal);
      if (kept && kept.until > performance.now()) return kept.identity;
      const row = await db('odoo_twin.credential')
        .first<{ uid: number; login: string; rights: Rights } | undefined>('uid', 'login', 'rights')
        .where({ database_id: database.id, key_hash: hash, ...narrow })
        .whereRaw('(expires_at is null or expires_at > now())');
      if (!row) {
        known.delete(database.name);
        return undefined;
      }
      const { id: databaseId, name, version, lacks } = database;
      const identity = { databaseId, database: name, version, lacks, ...row };
      trusted.set(seal, { identity, until: performance.now() + trustMs });
      return identity;
    },
  };
}
