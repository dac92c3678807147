import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { hasSecretKeys, readConfig, secretKeys } from '../bin/config.ts';
import { commandLogins } from '../bin/database.ts';
import { hubAddress, hubPorts } from '../bin/hub-address.ts';
import { surroundingsOf } from '../bin/surroundings.ts';
import { usualLimits } from '../domain/limits.ts';
import { resolveHome } from '../embedded/home.ts';
import type { Context } from '../flows/context.ts';
import { twinPath } from '../http/paths.ts';
import { type Catalog, loadCatalog } from '../library/catalog.ts';
import { importsFolder } from '../library/standards/imports.ts';
import { remoteWakeRelay } from '../queue/notify.ts';
import type { ActedBy } from '../store/audit.ts';
import { openDatabase } from '../store/database.ts';
import { secretBox } from '../store/secret-box.ts';
import { UsageError } from './command-input.ts';

/** The hub's database: that of DATABASE_URL, else the embedded one of the home, which must be running. @throws UsageError */
export function reachable(env: NodeJS.ProcessEnv, home: string) {
  const config = readConfig(env);
  const portFile = join(home, 'postgres', 'port');
  if (config.databaseUrl) return config;
  if (!existsSync(portFile) || !hasSecretKeys(env, home))
    throw new UsageError(`There is no hub in ${home}. Set CROSSDOCK_HOME to that of the hub, or DATABASE_URL.`);
  const port = readFileSync(portFile, 'utf8').trim();
  return { databaseUrl: `postgres://127.0.0.1:${port}/postgres`, ownerUrl: undefined };
}

/** Who a command acts for, in the audit trail. */
export function commandActor(): ActedBy {
  const { username } = userInfo();
  return { actor: `command line (${username})`, by: { kind: 'command', id: username } };
}

/** Runs `work` with what the flows need, beside the hub: on its database and with its keys. @throws UsageError where the keys are not at hand */
export async function withContext<T>(env: NodeJS.ProcessEnv, work: (context: Context) => Promise<T>): Promise<T> {
  const home = resolveHome(env);
  const target = reachable(env, home);
  if (!hasSecretKeys(env, home))
    throw new UsageError(
      'The keys of the hub are not here. Set CROSSDOCK_KEYS, or CROSSDOCK_HOME to the home of the hub.',
    );
  const keys = secretKeys(env, home);
  const db = openDatabase({ logins: await commandLogins(target, () => keys), keys, maxConnections: 4 });
  const quiet = () => undefined;
  // Standards take a moment to load, and most commands need none.
  let catalog: Catalog | undefined;
  const clockAhead = await aheadOf(db.system);
  // The channels' libraries too: commands without a database do without them.
  const { openChannels } = await import('../channels/registry.ts');
  const own = { db, secrets: secretBox(keys), newId: uuidv7, now: () => new Date(Date.now() + clockAhead) };
  const context: Context = {
    ...own,
    get catalog() {
      catalog ??= loadCatalog(importsFolder(home));
      return catalog;
    },
    channels: openChannels(
      surroundingsOf({ ...readConfig(env), ports: hubPorts(env) }, own, {
        home,
        baseUrl: () => readConfig(env).baseUrl,
      }),
    ),
    limits: usualLimits,
    approvals: readConfig(env).approvals,
    entry: { ...readConfig(env).identity, publicUrl: hubAddress(env).replace(/\/+$/, '') },
    twinUrl: readConfig(env).baseUrl + twinPath,
    knownJump: () => 0,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    changes: { moved: quiet },
    // The hub looks by itself within seconds.
    wakeRelay: remoteWakeRelay(db.pool, quiet),
  };
  try {
    return await work(context);
  } finally {
    await settled();
    await db.close();
  }
}

/** What was woken goes out within this time. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 40));

/** The time is the database's, also for a command. */
async function aheadOf(db: Context['db']['system']): Promise<number> {
  const { rows } = await db.raw<{ rows: { now: Date }[] }>('select clock_timestamp() as now');
  return rows[0]!.now.getTime() - Date.now();
}
