import { randomBytes } from 'node:crypto';
import knexFactory, { type Knex } from 'knex';
import { Client } from 'pg';
import { inject } from 'vitest';
import { ensureLogins, type Logins, loginName, purposes } from '../../services/store/logins.ts';
import { testKeys } from './seed.ts';

export { testKeys };

export type TestDatabase = {
  /** postgres:// address of this database, as superuser. */
  url: string;
  /** What the hub logs in as, under `testKeys`; none in an empty database. */
  logins: Logins;
  /** A pool on it, as superuser, opened at the first use and closed by `drop`. */
  knex: Knex;
  /** Ends every connection to the database and removes it. */
  drop(): Promise<void>;
};

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('serverUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A new database with all migrations and no rows, of this test file alone; `drop` it in afterAll. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = options.empty ? 'template0' : inject('templateName');
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  let pool: Knex | undefined;
  return {
    url: url.href,
    logins: options.empty ? ({} as Logins) : await ensureLogins(url.href, testKeys),
    get knex() {
      pool ??= knexFactory({ client: 'pg', connection: url.href, pool: { min: 0, max: 10 } });
      return pool;
    },
    async drop() {
      await pool?.destroy();
      await onServer(`drop database if exists ${name} with (force)`);
      for (const purpose of purposes) await onServer(`drop role if exists ${loginName(purpose, name)}`);
    },
  };
}
