import type { Knex } from 'knex';
import { addTwinKey, seedTwin } from '../../../services/twins/odoo/seed.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { serveTwin, type TwinServer } from '../twin-rig.ts';
import type { Server } from './rig.ts';

/** Twins of one test file, on one database of their own. */
export interface Twins {
  /** A twin without a transfer of its own, with a key for the hub and one for whoever sets up. */
  open(version: 17 | 18 | 19, lacks: readonly string[]): Promise<Server>;
  /** @returns faults of the twin itself. */
  close(): Promise<readonly unknown[]>;
}

export function twins(): Twins {
  let database: TestDatabase | undefined;
  let twin: TwinServer | undefined;
  return {
    async open(version, lacks) {
      database ??= await testDatabase();
      twin ??= await serveTwin(database.knex);
      const name = ['twin', version, ...lacks].join('-');
      const seeded = await seedTwin(database.knex, { database: name, version, transfers: 0, receipts: 0, lacks });
      const admin = await uidOf(database.knex, name, 'admin');
      const setUpKey = await addTwinKey(database.knex, { database: name, login: 'admin', uid: admin, rights: 'admin' });
      const { login, apiKey: key } = seeded;
      return { version, url: `${twin.url}/${name}`, database: name, login, key, setUpLogin: 'admin', setUpKey };
    },
    async close() {
      await twin?.close();
      await database?.drop();
      return twin?.crashes ?? [];
    },
  };
}

const uidOf = async (db: Knex, database: string, login: string): Promise<number> =>
  (
    await db('odoo_twin.record as r')
      .join('odoo_twin.database as d', 'd.id', 'r.database_id')
      .where({ 'd.name': database, model: 'res.users' })
      .whereRaw(`"values" ->> 'login' = ?`, [login])
      .first<{ id: number }>('r.id')
  ).id;
