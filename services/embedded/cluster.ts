import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, barrierFor } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { NativePostgres } from './native.ts';

/** The files of one embedded database, all below `dataDir`. */
export type Cluster = { dir: string; passwordFile: string; portFile: string; logFile: string };

export const databaseUser = 'crossdock';

export function clusterIn(dataDir: string): Cluster {
  return {
    dir: join(dataDir, 'cluster'),
    passwordFile: join(dataDir, 'password'),
    portFile: join(dataDir, 'port'),
    logFile: join(dataDir, 'postgres.log'),
  };
}

export const spawnAs = (account: Account) => (account.switch ? { uid: account.uid, gid: account.gid } : {});

/**
 * Makes `dataDir` a folder of the account that nobody else can open.
 * @throws EmbeddedError home-unusable naming the closed folder when the account cannot come as far as `dataDir`.
 */
export function prepareDataDir(dataDir: string, account: Account): void {
  const above = dirname(dataDir);
  try {
    mkdirSync(above, { recursive: true, mode: 0o711 });
    const barrier = barrierFor(account, above);
    if (barrier !== undefined) throw closedFolder(dataDir, barrier, account);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (account.switch) chownSync(dataDir, account.uid, account.gid);
    chmodSync(dataDir, 0o700);
  } catch (cause) {
    if (cause instanceof EmbeddedError) throw cause;
    throw new EmbeddedError(
      'home-unusable',
      `The database folder ${dataDir} cannot be created or is not ours.`,
      'Set CROSSDOCK_HOME to a folder that this user can write.',
      { cause },
    );
  }
}

function closedFolder(dataDir: string, barrier: string, account: Account): EmbeddedError {
  return new EmbeddedError(
    'home-unusable',
    `As root, Crossdock runs its PostgreSQL as user \`${account.name}\`, who cannot reach ${dataDir}: the folder ${barrier} is closed to other users.`,
    `Set CROSSDOCK_HOME to a folder outside of it (for example /var/lib/crossdock), or run \`chmod o+x ${barrier}\`.`,
  );
}

/**
 * Creates the cluster with a random password where there is none. It grows in a folder beside and is renamed when
 * complete, so that a start killed half-way leaves nothing that looks like a database.
 * @throws EmbeddedError database-init-failed with initdb's own words.
 */
export async function ensureCluster(
  dataDir: string,
  native: NativePostgres,
  account: Account,
  durable: boolean,
): Promise<Cluster> {
  const cluster = clusterIn(dataDir);
  if (existsSync(join(cluster.dir, 'PG_VERSION'))) return cluster;
  const draft = join(dataDir, 'cluster.new');
  const passwordDraft = join(dataDir, 'password.new');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordDraft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account.switch) chownSync(passwordDraft, account.uid, account.gid);
  await initdb(native, account, [
    `--pgdata=${draft}`,
    `--username=${databaseUser}`,
    `--pwfile=${passwordDraft}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(durable ? [] : ['--no-sync']),
  ]);
  if (account.switch) chownSync(passwordDraft, 0, 0);
  // The password first: a cluster without its password could never be opened again.
  renameSync(passwordDraft, cluster.passwordFile);
  renameSync(draft, cluster.dir);
  return cluster;
}

function initdb(native: NativePostgres, account: Account, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(native.initdb, args, {
      ...spawnAs(account),
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      // In a group of its own, so that Ctrl-C reaches only the hub: the second that it takes is no reason for an error.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', (cause) => reject(initFailed(cause.message, cause)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(initFailed(said.trim().split('\n').slice(-5).join('\n'))),
    );
  });
}

function initFailed(said: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'database-init-failed',
    `The embedded PostgreSQL could not create its database:\n${said}\n`,
    `Free some disk space or choose another CROSSDOCK_HOME, or set DATABASE_URL to a PostgreSQL of yours.`,
    { cause },
  );
}

/** The superuser's password of a cluster that exists. */
export function clusterPassword(cluster: Cluster): string {
  return readFileSync(cluster.passwordFile, 'utf8').trim();
}
