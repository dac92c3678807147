import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openHome } from '../../services/embedded/home.ts';
import { startPostgres } from '../../services/embedded/postgres.ts';
import { isPostgres, readPostmaster } from '../../services/embedded/postmaster.ts';
import { migrateQueue } from '../../services/queue/connect.ts';
import { migrate } from '../../services/store/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of database `postgres` on the server that all test files share. */
    serverUrl: string;
    /** The database with every migration that `testDatabase` clones. */
    templateName: string;
  }
}

const prefix = 'crossdock-test-';
const templateName = 'crossdock_template';

/** Ends and removes what test runs that were killed have left behind. */
function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const dir = join(tmpdir(), name);
    if (!name.startsWith(prefix) || !existsSync(join(dir, 'hub.lock'))) continue;
    try {
      openHome(dir);
    } catch {
      continue;
    }
    const postmaster = readPostmaster(join(dir, 'postgres', 'cluster'));
    if (postmaster && isPostgres(postmaster.pid)) process.kill(postmaster.pid, 'SIGQUIT');
    rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function buildTemplate(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${templateName}`;
  await migrate(url.href);
  await migrateQueue(url.href);
}

/** Starts the one PostgreSQL of the test run and migrates the template; the returned function removes both. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  clearLeftovers();
  const dir = await mkdtemp(join(tmpdir(), prefix));
  // mkdtemp closes the folder; PostgreSQL's user must pass when the tests run as root.
  await chmod(dir, 0o711);
  const home = openHome(dir);
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), durable: false });
  await buildTemplate(postgres.url);
  project.provide('serverUrl', postgres.url);
  project.provide('templateName', templateName);
  return async () => {
    await postgres.stop();
    home.release();
    rmSync(dir, { recursive: true, force: true });
  };
}
