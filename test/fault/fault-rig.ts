import type { Knex } from 'knex';
import type { DemoAccess } from '../../services/bin/seed.ts';
import { scratch } from '../platform/hub-rig.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { seedForTest } from '../support/hub.ts';
import { type HubProcesses, hubProcesses } from './hub-processes.ts';
import { withoutFeed } from './traffic.ts';

export interface FaultRig {
  readonly db: Knex;
  readonly database: TestDatabase;
  readonly hub: HubProcesses;
  /** API key of the demo carrier in production. */
  readonly key: string;
  /** That of the demo warehouse. */
  readonly warehouseKey: string;
  readonly logins: DemoAccess['logins'];
  stop(): Promise<void>;
}

/** The demo company with so many transfers in a database of its own, and nothing running on it yet. */
export async function faultRig(
  options: { transfers?: number; redisUrl?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<FaultRig> {
  const database = await testDatabase();
  const access = await seedForTest(database, options.transfers);
  await withoutFeed(database.knex);
  const home = scratch();
  const hub = await hubProcesses({
    databaseUrl: database.url,
    home: home.dir,
    ...(options.env ? { env: options.env } : {}),
    ...(options.redisUrl ? { redisUrl: options.redisUrl } : {}),
  });
  return {
    db: database.knex,
    database,
    hub,
    key: access.apiKeys['standard-carrier/production']!,
    warehouseKey: access.apiKeys['standard-3pl/production']!,
    logins: access.logins,
    stop: async () => {
      await hub.stop();
      await database.drop();
      home.remove();
    },
  };
}
