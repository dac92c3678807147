import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { type Config, type Role, readConfig } from '../../services/bin/config.ts';
import { type Hub, startHub as start } from '../../services/bin/hub.ts';
import { type DemoAccess, seedDemo } from '../../services/bin/seed.ts';
import { loadCatalog } from '../../services/store/catalog.ts';
import { openDatabase } from '../../services/store/database.ts';
import { secretBox } from '../../services/store/secret-box.ts';
import { type TestDatabase, testDatabase, testKeys } from './database.ts';

export interface TestHub {
  readonly url: string;
  readonly hub: Hub;
  readonly database: TestDatabase;
  /** By e-mail: team@northgate.example, edi@quayside.example, edi@blueheron.example. */
  readonly logins: DemoAccess['logins'];
  /** By profile and environment: `standard-3pl/production`. */
  readonly apiKeys: DemoAccess['apiKeys'];
  stop(): Promise<void>;
}

export { testKeys };

/** Makes the demo company in a test database. */
export async function seedForTest({ logins }: Pick<TestDatabase, 'logins'>, transfers?: number): Promise<DemoAccess> {
  const home = mkdtempSync(join(tmpdir(), 'crossdock-home-'));
  const db = openDatabase({ logins, keys: testKeys, maxConnections: 4 });
  try {
    const access = await seedDemo(
      {
        db: db.system,
        twin: db.twin,
        catalog: loadCatalog(),
        secrets: secretBox(testKeys),
        newId: uuidv7,
        now: () => new Date(),
        ...(transfers ? { transfers } : {}),
      },
      home,
    );
    return access!;
  } finally {
    await db.close();
    rmSync(home, { recursive: true });
  }
}

/** The whole hub with its demo company, on a free port and a database of its own; answers are held against the contract. */
export async function startHub(
  options: { roles?: readonly Role[]; transfers?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<TestHub> {
  const database = await testDatabase();
  const { logins, apiKeys } = await seedForTest(database, options.transfers);
  const config: Config = readConfig(
    { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', CROSSDOCK_FEED_SECONDS: '1', ...options.env },
    options.roles ?? ['api', 'worker'],
  );
  const hub = await start({ config, logins: database.logins, keys: testKeys, checkResponses: true });
  return {
    url: hub.url!,
    hub,
    database,
    logins,
    apiKeys,
    stop: async () => {
      await hub.stop();
      await database.drop();
    },
  };
}
