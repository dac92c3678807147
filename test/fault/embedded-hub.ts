import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import type { DemoAccess } from '../../services/bin/seed.ts';
import { clusterIn, clusterPassword } from '../../services/embedded/cluster.ts';
import { isPostgres, postgresUrl, readPostmaster } from '../../services/embedded/postmaster.ts';
import { command, type RunningCommand } from '../bin/command.ts';
import { freePort } from './hub-processes.ts';

/** The whole hub as `npm start` runs it: one process with its own PostgreSQL and the demo company. */
export interface EmbeddedHub {
  readonly url: string;
  readonly running: RunningCommand;
  readonly apiKeys: DemoAccess['apiKeys'];
  /** Of its PostgreSQL while that runs. */
  postgres(): number | undefined;
  /** As superuser. */
  readonly db: Knex;
  /** Ctrl-C. @returns what it said. */
  stop(): RunningCommand['ended'];
}

export async function embeddedHub(home: string, env: NodeJS.ProcessEnv = {}): Promise<EmbeddedHub> {
  const port = await freePort();
  const running = command(['start'], {
    env: { CROSSDOCK_HOME: home, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env },
    follow: true,
  });
  await running.line(/is ready/);
  const { apiKeys } = JSON.parse(readFileSync(join(home, 'demo.json'), 'utf8')) as DemoAccess;
  const cluster = clusterIn(join(home, 'postgres'));
  const postmaster = readPostmaster(cluster.dir)!;
  const connection = postgresUrl(postmaster.port, clusterPassword(cluster));
  const db = knexFactory({ client: 'pg', connection, pool: { min: 0, max: 2 } });
  return {
    url: `http://127.0.0.1:${port}`,
    running,
    apiKeys,
    db,
    postgres() {
      const pid = readPostmaster(cluster.dir)?.pid;
      return pid !== undefined && isPostgres(pid) ? pid : undefined;
    },
    async stop() {
      await db.destroy();
      running.interrupt();
      return running.ended;
    },
  };
}
