import { type Config, type Role, readConfig } from '../../services/bin/config.ts';
import { type Hub, startHub as start } from '../../services/bin/hub.ts';
import type { DemoAccess } from '../../services/bin/seed.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { patience, seedForTest, testKeys } from './seed.ts';

export interface TestHub {
  readonly url: string;
  readonly hub: Hub;
  readonly database: TestDatabase;
  /** By e-mail: team@northgate.example, edi@quayside.example, edi@blueheron.example. */
  readonly logins: DemoAccess['logins'];
  /** By profile and environment: `standard-3pl/production`. */
  readonly apiKeys: DemoAccess['apiKeys'];
  /** The login of somebody of the company who works in the twin by hand. */
  readonly odoo: NonNullable<DemoAccess['odoo']>;
  stop(): Promise<void>;
}

export { seedForTest, testKeys };

/** The whole hub with its demo company, on a free port and a database of its own; answers are held against the contract. */
export async function startHub(
  options: { roles?: readonly Role[]; transfers?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<TestHub> {
  const database = await testDatabase();
  const { logins, apiKeys, odoo } = await seedForTest(database, options.transfers);
  const config: Config = readConfig(
    {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      CROSSDOCK_FEED_SECONDS: '1',
      // Go-lives have tests of their own.
      CROSSDOCK_APPROVALS: '0',
      CROSSDOCK_SESSION_RATE_PER_SECOND: '0',
      ...patience,
      ...options.env,
    },
    options.roles ?? ['api', 'worker'],
  );
  const hub = await start({ config, logins: database.logins, keys: testKeys, checkResponses: true });
  return {
    url: hub.url!,
    hub,
    database,
    logins,
    apiKeys,
    odoo: odoo!,
    stop: async () => {
      await hub.stop();
      await database.drop();
    },
  };
}
