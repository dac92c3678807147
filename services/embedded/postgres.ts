import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Account, postgresAccount } from './account.ts';
import { type Cluster, clusterIn, clusterPassword, ensureCluster, prepareDataDir, spawnAs } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { type NativePostgres, nativePostgres } from './native.ts';
import { answersFor, isPostgres, postgresUrl, readPostmaster, waitUntilGone } from './postmaster.ts';
import { waitForLock } from './process-lock.ts';

export type PostgresOptions = {
  /** Folder of the database; created when missing. Everything is below it: cluster, password, port, log. */
  dataDir: string;
  /** Port on 127.0.0.1; without it the one of the last start, or a free one. */
  port?: number;
  /** false gives up durability for speed; for tests only. */
  durable?: boolean;
};

export type RunningPostgres = {
  /** Of database `postgres`, as superuser `crossdock`. */
  url: string;
  pid: number;
  /** true when it was left running by a hub that was killed, and not started by us. */
  adopted: boolean;
  /** Resolves when the database is gone, expected or not. */
  gone: Promise<void>;
  /** Fast shutdown: rolls back what is open, writes everything, ends. Can be called twice. */
  stop(): Promise<void>;
};

const startWaitMs = 60_000;
const recoveryWaitMs = 300_000;

/**
 * Runs PostgreSQL 17 on a folder: creates the database at first, and takes over the one that a killed hub left running.
 * Its processes are in their own group, so that Ctrl-C reaches only the hub, which stops the database last.
 * @throws EmbeddedError with a sentence that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, durable = true } = options;
  const account = postgresAccount(clusterIn(dataDir).dir);
  prepareDataDir(dataDir, account);
  const lock = await waitForLock(join(dataDir, 'start.lock'), startWaitMs);
  if (!lock) throw startFailed(clusterIn(dataDir), 'another process has been starting it for a minute');
  try {
    const running = await adopt(clusterIn(dataDir));
    if (running) return running;
    const native = nativePostgres(account, join(dirname(dataDir), 'native'));
    const cluster = await ensureCluster(dataDir, native, account, durable);
    return await launch(cluster, native, account, options);
  } finally {
    lock.release();
  }
}

async function adopt(cluster: Cluster): Promise<RunningPostgres | undefined> {
  const found = readPostmaster(cluster.dir);
  if (!found) return undefined;
  if (!isPostgres(found.pid)) {
    // The number belongs to a stranger or to nobody: the file is a leftover, and would keep PostgreSQL from starting.
    if (process.platform === 'linux') rmSync(join(cluster.dir, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const url = await waitUntilReady(cluster, found.pid);
  if (!url) {
    if (!isPostgres(found.pid)) return undefined;
    throw startFailed(cluster, `process ${found.pid} holds it and does not answer; end that process and start again`);
  }
  return {
    url,
    pid: found.pid,
    adopted: true,
    gone: watchUntilGone(found.pid),
    stop: () => stop(cluster, found.pid),
  };
}

async function watchUntilGone(pid: number): Promise<void> {
  while (isPostgres(pid)) await delay(1_000, undefined, { ref: false });
}

async function waitUntilReady(cluster: Cluster, pid: number, child?: ChildProcess): Promise<string | undefined> {
  const password = clusterPassword(cluster);
  const startedAt = performance.now();
  while (performance.now() - startedAt < recoveryWaitMs) {
    if (child ? child.exitCode !== null || child.signalCode !== null : !isPostgres(pid)) return undefined;
    const state = readPostmaster(cluster.dir);
    if (state?.pid === pid && state.ready) {
      const url = postgresUrl(state.port, password);
      const answer = await answersFor(cluster.dir, url);
      if (answer !== 'silent') return answer === 'yes' ? url : undefined;
    }
    await delay(10);
  }
  return undefined;
}

async function launch(
  cluster: Cluster,
  native: NativePostgres,
  account: Account,
  options: PostgresOptions,
): Promise<RunningPostgres> {
  let reason = '';
  // Two tries: a port that was free a moment ago may be taken; then the second takes another one.
  for (const attempt of [0, 1]) {
    const port = options.port ?? (await choosePort(cluster, attempt));
    const child = spawnPostgres(cluster, native, account, port, options.durable ?? true);
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const failed = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)));
    const pid = child.pid;
    if (pid === undefined) throw startFailed(cluster, await failed);
    const url = await waitUntilReady(cluster, pid, child);
    if (url) {
      writeFileSync(cluster.portFile, String(port));
      child.unref();
      return { url, pid, adopted: false, gone, stop: () => stop(cluster, pid, native) };
    }
    await stop(cluster, pid, native);
    reason = lastWords(cluster);
    if (!/could not bind|Address already in use|pre-existing shared memory/.test(reason)) break;
    await delay(500);
  }
  throw startFailed(cluster, reason);
}

function spawnPostgres(cluster: Cluster, native: NativePostgres, account: Account, port: number, durable: boolean) {
  rotateLog(cluster.logFile);
  const log = openSync(cluster.logFile, 'a', 0o600);
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Payloads stay out of the log: neither the failing statement nor the DETAIL line with its values.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '2GB' }),
  };
  const args = ['-D', cluster.dir, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  try {
    return spawn(native.postgres, args, {
      ...spawnAs(account),
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function rotateLog(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
}

async function choosePort(cluster: Cluster, attempt: number): Promise<number> {
  const kept = attempt === 0 && existsSync(cluster.portFile) ? Number(readFileSync(cluster.portFile, 'utf8')) : 0;
  return (kept > 0 ? await freePort(kept) : undefined) ?? (await freePort(0)) ?? 0;
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : undefined;
      server.close(() => resolve(port));
    });
  });
}

async function stop(cluster: Cluster, pid: number, native?: NativePostgres): Promise<void> {
  if (process.platform === 'win32' && native) {
    // A signal would be a crash here; pg_ctl speaks to the server by its event pipe.
    spawnSync(native.pgCtl, ['stop', '-D', cluster.dir, '-m', 'fast', '-w']);
    return;
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isPostgres(pid)) return;
    process.kill(pid, signal);
    if (await waitUntilGone(pid, 30_000)) return;
  }
  throw new EmbeddedError(
    'database-stop-failed',
    `The embedded PostgreSQL (process ${pid}) does not end.`,
    `Its log is ${cluster.logFile}.`,
  );
}

function lastWords(cluster: Cluster): string {
  try {
    return readFileSync(cluster.logFile, 'utf8').trim().split('\n').slice(-6).join('\n');
  } catch {
    return 'it wrote no log';
  }
}

function startFailed(cluster: Cluster, reason: string): EmbeddedError {
  return new EmbeddedError(
    'database-start-failed',
    `The embedded PostgreSQL did not start: ${reason}\n`,
    `Its log is ${cluster.logFile}. You can also set DATABASE_URL to a PostgreSQL of yours.`,
  );
}
