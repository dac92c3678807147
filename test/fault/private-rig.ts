import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { prepareDatabase } from '../../services/bin/database.ts';
import type { DemoAccess } from '../../services/bin/seed.ts';
import { type RunningPostgres, startPostgres } from '../../services/embedded/postgres.ts';
import { isPostgres } from '../../services/embedded/postmaster.ts';
import { scratch } from '../platform/hub-rig.ts';
import { seedForTest, testKeys } from '../support/seed.ts';
import { type HubProcesses, hubProcesses } from './hub-processes.ts';
import { withoutFeed } from './traffic.ts';

export interface PrivateRig {
  /** Opened anew after each start of PostgreSQL. */
  readonly db: Knex;
  readonly hub: HubProcesses;
  readonly key: string;
  readonly access: DemoAccess;
  /** SIGKILL to the postmaster, which takes every connection with it. */
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  /** Stops PostgreSQL with all its processes where they stand: it answers nothing and breaks nothing off. */
  freezePostgres(): void;
  thawPostgres(): void;
  stop(): Promise<void>;
}

/** The demo company on a durable PostgreSQL of its own, which can be killed without anybody else's harm. */
export async function privateRig(
  options: { transfers?: number; env?: NodeJS.ProcessEnv; onCrash?: (what: string) => void } = {},
): Promise<PrivateRig> {
  const home = scratch();
  const dataDir = join(home.dir, 'postgres');
  let postgres: RunningPostgres = await startPostgres({ dataDir });
  const open = () => knexFactory({ client: 'pg', connection: postgres.url, pool: { min: 0, max: 4 } });
  const { logins } = await prepareDatabase(postgres.url, testKeys);
  let db = open();
  const access = await seedForTest({ logins }, options.transfers);
  await withoutFeed(db);
  const hub = await hubProcesses({
    ...{ databaseUrl: postgres.url, home: home.dir },
    ...(options.env && { env: options.env }),
    ...(options.onCrash && { onCrash: options.onCrash }),
  });
  return {
    get db() {
      return db;
    },
    hub,
    access,
    key: access.apiKeys['standard-carrier/production']!,
    async killPostgres() {
      await db.destroy();
      process.kill(postgres.pid, 'SIGKILL');
      await postgres.gone;
    },
    async startPostgres() {
      postgres = await startPostgres({ dataDir });
      db = open();
    },
    freezePostgres: () => signalAll(postgres.pid, 'SIGSTOP'),
    thawPostgres: () => signalAll(postgres.pid, 'SIGCONT'),
    async stop() {
      if (isPostgres(postgres.pid)) signalAll(postgres.pid, 'SIGCONT');
      await hub.stop();
      await db.destroy();
      await postgres.stop();
      home.remove();
    },
  };
}

/** To the postmaster first, so that it starts no further process in between. */
function signalAll(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
  process.kill(pid, signal);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  for (const child of children)
    try {
      process.kill(Number(child), signal);
    } catch (error) {
      // It has ended since it was listed, and its parent stands still.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
}
