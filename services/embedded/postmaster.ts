import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { databaseUser } from './cluster.ts';
import { isAlive } from './process-lock.ts';

/** What PostgreSQL writes into postmaster.pid about itself. */
export type Postmaster = { pid: number; port: number; ready: boolean };

export function readPostmaster(clusterDir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[3]) || 0, ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Whether the process is a PostgreSQL at all, and not a stranger that was given the number of one that is gone. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('postgres');
  } catch {
    return false;
  }
}

export const postgresUrl = (port: number, password: string, database = 'postgres') =>
  `postgres://${databaseUser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

// Refusals of a server that is there and is not ours: class 28 is a wrong login, 3D an unknown database.
const refusal = /^(28|3D)/;

/**
 * Opens the database with our password and sees that it serves this very folder.
 * @returns `silent` when it did not answer, as on a machine that is very busy: it may be asked again.
 */
export async function answersFor(clusterDir: string, url: string): Promise<'yes' | 'no' | 'silent'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>(`select current_setting('data_directory') as dir`);
    return realpathSync(rows[0]?.dir ?? '') === realpathSync(clusterDir) ? 'yes' : 'no';
  } catch (error) {
    return refusal.test(String((error as { code?: unknown }).code)) ? 'no' : 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}

/** Waits until the server has ended; false when it is still there after `waitMs`. A dead one nobody has reaped has ended. */
export async function waitUntilGone(pid: number, waitMs: number): Promise<boolean> {
  for (let leftMs = waitMs; leftMs > 0; leftMs -= 10) {
    if (!isPostgres(pid)) return true;
    await delay(10);
  }
  return !isPostgres(pid);
}
