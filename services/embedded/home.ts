import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { tryLock } from './process-lock.ts';

/** The folder with everything a hub keeps on disk, held by this process until `release`. */
export type Home = { dir: string; release(): void };

/**
 * Where the hub keeps its data: CROSSDOCK_HOME, else /var/lib/crossdock for root, else `crossdock` in the XDG data folder.
 * Root's default is not /root, because PostgreSQL runs as another user that cannot pass it.
 */
export function resolveHome(env: NodeJS.ProcessEnv, uid = process.getuid?.()): string {
  const wanted = env.CROSSDOCK_HOME?.trim();
  if (wanted) return resolve(wanted);
  if (uid === 0) return '/var/lib/crossdock';
  const xdg = env.XDG_DATA_HOME?.trim();
  if (xdg && isAbsolute(xdg)) return join(xdg, 'crossdock');
  return join(homedir(), '.local', 'share', 'crossdock');
}

/**
 * Creates the home where missing and takes its lock, so that one hub at a time runs on it.
 * @throws EmbeddedError home-unusable when it cannot be created or written; home-busy when another hub has it.
 */
export function openHome(dir: string): Home {
  makeHome(dir);
  const taken = tryLock(join(dir, 'hub.lock'));
  if ('release' in taken) return { dir, release: () => taken.release() };
  throw new EmbeddedError(
    'home-busy',
    `Another Crossdock (process ${taken.pid}) runs on ${dir}.`,
    `Stop it first, or set CROSSDOCK_HOME to another folder for a second one.`,
  );
}

/** Creates the home where missing, and its parents. @throws EmbeddedError home-unusable */
export function makeHome(dir: string): void {
  try {
    makeFolder(dir);
    // The slash asks for a folder: a file of that name is none.
    accessSync(`${dir}/`, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new EmbeddedError(
      'home-unusable',
      `Crossdock cannot write to its data folder ${dir}.`,
      `Set CROSSDOCK_HOME to a folder that this user can write.`,
      { cause },
    );
  }
}

/** Folder by folder: Node's own `recursive` never returns below /proc. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  try {
    // 0711: PostgreSQL's user must be able to pass through; what is secret inside has its own mode.
    mkdirSync(dir, { mode: 0o711 });
  } catch (error) {
    // Another process of the same hub has made it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
