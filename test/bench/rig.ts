import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { prepareDatabase } from '../../services/bin/database.ts';
import { seedDemo } from '../../services/bin/seed.ts';
import { startPostgres } from '../../services/embedded/postgres.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { openDatabase } from '../../services/store/database.ts';
import { secretBox } from '../../services/store/secret-box.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The key that the secrets of the bench are sealed with. */
export const benchKey = Buffer.alloc(32, 7).toString('base64');

/** A Postgres of its own and hubs on it as processes of their own, as in production. */
export async function benchRig() {
  const home = mkdtempSync(join(tmpdir(), 'crossdock-bench-'));
  chmodSync(home, 0o711);
  const postgres = await startPostgres({ dataDir: join(home, 'postgres') });
  const children: ChildProcess[] = [];
  return {
    home,
    /** A migrated database with the demo company; `transfers` of them ready in the twin. */
    async database(name: string, transfers: number) {
      await query(postgres.url, `create database ${name}`);
      const url = new URL(postgres.url);
      url.pathname = `/${name}`;
      const { logins } = await prepareDatabase(url.href, [benchKey]);
      const db = openDatabase({ logins, keys: [benchKey], maxConnections: 4 });
      const access = await seedDemo(
        {
          db: db.system,
          twin: db.twin,
          catalog: loadCatalog(),
          secrets: secretBox([benchKey]),
          newId: uuidv7,
          now: () => new Date(),
          transfers,
        },
        home,
      );
      await db.close();
      return { url: url.href, apiKeys: access!.apiKeys };
    },
    /** Starts a hub process and waits until it is ready. @param more of its environment */
    async hub(databaseUrl: string, roles: string, port: number, more: Readonly<Record<string, string>> = {}) {
      const child = spawn(process.execPath, ['services/bin/crossdock.js', 'start', '--role', roles], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          REDIS_URL: '',
          PORT: String(port),
          HOST: '127.0.0.1',
          CROSSDOCK_HOME: home,
          CROSSDOCK_KEYS: benchKey,
          CROSSDOCK_RATE_PER_SECOND: '0',
          // Nothing translates what the bench posts.
          CROSSDOCK_BACKLOG: '1000000',
          CROSSDOCK_PARTNER_BACKLOG: '1000000',
          CROSSDOCK_FEED_SECONDS: '3600',
          CROSSDOCK_URL: `http://127.0.0.1:${port}`,
          LOG_LEVEL: 'error',
          ...more,
        },
      });
      children.push(child);
      const url = `http://127.0.0.1:${port}`;
      while (
        roles.includes('api') &&
        !(await fetch(`${url}/v1/health`).then(
          (r) => r.ok,
          () => false,
        ))
      )
        await wait(100);
      return { url, pid: child.pid!, stop: () => end(child) };
    },
    async stop() {
      for (const child of children) await end(child);
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
