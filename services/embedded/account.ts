import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';

/** The user that PostgreSQL runs as; `switch` says that we are root and must become it. */
export type Account = { name: string; uid: number; gid: number; switch: boolean };

const withoutEntry = (uid: number) =>
  new EmbeddedError(
    'account-unknown',
    `PostgreSQL cannot run as user id ${uid}: the id has no entry in /etc/passwd.`,
    `Run Crossdock as a user that has one, or set DATABASE_URL to a PostgreSQL of yours.`,
  );

function fromPasswd(match: (entry: { name: string; uid: number }) => boolean): Account | undefined {
  let lines: string[] = [];
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return undefined;
  }
  for (const line of lines) {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    const entry = { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
    if (uid !== '' && match(entry)) return { ...entry, switch: true };
  }
  return undefined;
}

/**
 * Who PostgreSQL runs as: ourselves, or for root (which PostgreSQL refuses) the owner of the existing cluster or `nobody`.
 * @throws EmbeddedError account-unknown when that user has no passwd entry.
 */
export function postgresAccount(clusterDir: string): Account {
  const uid = process.getuid?.();
  if (uid === undefined) return { name: '', uid: -1, gid: -1, switch: false };
  if (uid !== 0) {
    try {
      return { name: userInfo().username, uid, gid: process.getgid?.() ?? uid, switch: false };
    } catch {
      throw withoutEntry(uid);
    }
  }
  const ownerUid = existsSync(clusterDir) ? statSync(clusterDir).uid : 0;
  if (ownerUid !== 0) {
    const owner = fromPasswd((entry) => entry.uid === ownerUid);
    if (!owner) throw withoutEntry(ownerUid);
    return owner;
  }
  const nobody = fromPasswd((entry) => entry.name === 'nobody');
  if (nobody) return nobody;
  throw new EmbeddedError(
    'account-unknown',
    'PostgreSQL refuses to run as root, and this machine has no user `nobody` to run it as.',
    'Start Crossdock as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.',
  );
}

/** The first folder on the way to `path` (itself included) that the account may not pass, or undefined when it may pass all. */
export function barrierFor(account: Account, path: string): string | undefined {
  if (!account.switch) return undefined;
  const above = dirname(path);
  const higher = above === path ? undefined : barrierFor(account, above);
  if (higher !== undefined) return higher;
  if (!existsSync(path)) return undefined;
  const stat = statSync(path);
  if (!stat.isDirectory()) return undefined;
  const needed = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
  return stat.mode & needed ? undefined : path;
}
