import { posix } from 'node:path';
import { CodedError } from '../../domain/errors.ts';
import { plainFileName } from '../../domain/file-name.ts';
import type { Arrival, Taken } from '../channel.ts';
import { notAccepted } from '../not-accepted.ts';
import type { SftpDetail } from '../sftp-detail.ts';
import { tooLarge } from '../too-large.ts';
import { isUnfinished } from '../unfinished-name.ts';
import type { RemoteFile } from './remote.ts';
import type { Sessions } from './sessions.ts';
import { fits, type SftpSettings, serverOf, usual } from './settings.ts';

/** A file on the partner's server that nobody writes any more. */
export interface SftpTransmission {
  readonly settings: SftpSettings;
  readonly memory: Memory;
  readonly file: RemoteFile;
}

interface Seen {
  readonly mark: string;
  /** When it was first seen so. */
  readonly since: number;
}

/** What is known of an endpoint from the looks before. */
export interface Memory {
  files: Map<string, Seen>;
  /** Files that were refused and lie there still, as they were. */
  readonly refused: Map<string, string>;
  nextAt: number;
  /** What was wrong at the last look. */
  trouble: CodedError | undefined;
  /** Settings that all this is known for. */
  settings: string;
}

const newMemory = (settings: string): Memory => ({
  ...{ files: new Map(), refused: new Map(), nextAt: Number.NEGATIVE_INFINITY, trouble: undefined, settings },
});

const mostListed = 50_000;
// A server that has refused the password three times within a minute may lock the account.
const afterRefusalMs = 300_000;

const markOf = ({ sizeBytes, modified }: RemoteFile): string => `${sizeBytes}/${modified}`;

/** Looks at the servers of partners when their time has come. */
export class PickUps {
  readonly #memories = new Map<string, Memory>();
  readonly #sessions: Sessions;
  readonly #ticks: () => number;

  constructor(sessions: Sessions, ticks: () => number) {
    this.#sessions = sessions;
    this.#ticks = ticks;
  }

  /** The files that have not changed for some time, oldest first. @throws CodedError */
  async look(endpointId: string, settings: SftpSettings): Promise<readonly SftpTransmission[]> {
    if (settings.pickUpFrom === undefined) return [];
    const text = JSON.stringify(settings);
    let memory = this.#memories.get(endpointId);
    if (memory?.settings !== text) {
      memory = newMemory(text);
      this.#memories.set(endpointId, memory);
    }
    const now = this.#ticks();
    // Between two looks what was wrong is wrong still.
    if (now < memory.nextAt && memory.trouble) throw memory.trouble;
    if (now < memory.nextAt) return [];
    const { pollSeconds = usual.pollSeconds, settleSeconds = usual.settleSeconds } = settings;
    try {
      const { found, restless, isWhole } = await this.#list(settings, memory, now);
      memory.trouble = undefined;
      // What was not listed any more, and what has changed lately, is looked at sooner.
      const pause = !isWhole && found.length > 0 ? 0 : restless ? Math.min(pollSeconds, settleSeconds) : pollSeconds;
      memory.nextAt = now + pause * 1000;
      return found.map((file) => ({ settings, memory: memory!, file }));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      memory.trouble = error;
      const pause = error.code === 'channel.log-in' ? Math.max(afterRefusalMs, pollSeconds * 1000) : pollSeconds * 1000;
      memory.nextAt = now + pause;
      throw error;
    }
  }

  async #list(
    settings: SftpSettings,
    memory: Memory,
    now: number,
  ): Promise<{ readonly found: readonly RemoteFile[]; readonly restless: boolean; readonly isWhole: boolean }> {
    const { settleSeconds = usual.settleSeconds, patterns = usual.patterns, pickUpFrom = '.' } = settings;
    const { files: listed, isWhole } = await this.#sessions.use(
      settings,
      `${pickUpFrom} on ${serverOf(settings)} cannot be listed`,
      (one) => one.remote.list(pickUpFrom, mostListed),
    );
    const files = new Map<string, Seen>();
    const found: RemoteFile[] = [];
    let restless = false;
    for (const file of listed) {
      if (!isSafe(file.name) || isUnfinished(file.name) || !fits(patterns, file.name)) continue;
      const mark = markOf(file);
      const before = memory.files.get(file.name);
      const since = before?.mark === mark ? before.since : now;
      files.set(file.name, { mark, since });
      if (memory.refused.get(file.name) === mark) continue;
      if (now - since >= settleSeconds * 1000) found.push(file);
      else restless = true;
    }
    memory.files = files;
    for (const name of memory.refused.keys()) if (!files.has(name)) memory.refused.delete(name);
    found.sort((one, other) => one.modified - other.modified || (one.name < other.name ? -1 : 1));
    return { found, restless, isWhole };
  }

  /** Fetches a file. @throws CodedError when it is empty or too large, or `channel.unreadable` when it cannot be read or has changed since */
  async fetch({ settings, file }: SftpTransmission, limitBytes: number): Promise<readonly Arrival[]> {
    const path = posix.join(settings.pickUpFrom!, file.name);
    const shown = shownPath(settings, file);
    if (file.sizeBytes > limitBytes) throw refusedFile(shown, tooLarge(limitBytes));
    if (file.sizeBytes === 0) throw refusedFile(shown, new CodedError('inbox.empty', { detail: 'The file is empty.' }));
    const { bytes, hostKey, software } = await this.#sessions.use(
      settings,
      `${shown} on ${serverOf(settings)} cannot be read`,
      async (session) => ({ ...session, bytes: await session.remote.read(path, file) }),
      unreadable,
    );
    if (!bytes) throw unreadable(`${shown} was changed while it was fetched; it is fetched when it has settled.`);
    const fileName = plainFileName(file.name);
    const detail: SftpDetail = {
      ...{ role: 'client', path: shown, sizeBytes: bytes.length, user: settings.user, peer: serverOf(settings) },
      ...{ fingerprint: hostKey, ...(software !== undefined && { software }) },
    };
    return [{ bytes, detail, ...(fileName !== undefined && { fileName }) }];
  }

  /** Deletes or moves a file that was stored; moves one that was refused, or leaves it and remembers that. @returns what was done */
  async putAway({ settings, memory, file }: SftpTransmission, taken: Taken): Promise<string> {
    const { pickUpFrom, archiveTo, refusedTo, afterPickUp = usual.afterPickUp } = settings;
    const path = posix.join(pickUpFrom!, file.name);
    const shown = shownPath(settings, file);
    if (taken.state === 'refused' && refusedTo === undefined) {
      memory.refused.set(file.name, markOf(file));
      return 'left where it is';
    }
    const [document] = taken.state === 'stored' ? taken.documents : [];
    const id = document?.id.slice(-12);
    const why = taken.state === 'refused' ? (taken.error.more.detail ?? taken.error.message) : document?.sameAs;
    const archive = afterPickUp === 'archive' ? archiveTo : undefined;
    const folder = taken.state === 'refused' ? refusedTo : why === undefined ? archive : (refusedTo ?? archive);
    const what =
      folder === undefined ? `${shown} was fetched, and cannot be deleted` : `${shown} cannot be moved to ${folder}`;
    return this.#sessions.use(settings, what, async ({ remote }) => {
      const now = await remote.stat(path);
      // Another worker has moved it already.
      if (!now) return 'gone already';
      // The partner has put another file in its place since, which is fetched first.
      if (now.size !== file.sizeBytes || now.mtime !== file.modified) return 'left where it is';
      if (folder === undefined) {
        await remote.remove(path);
        return 'deleted';
      }
      const plain = posix.join(folder, file.name);
      const target = (await remote.stat(plain)) ? posix.join(folder, `${id ?? file.modified}-${file.name}`) : plain;
      await remote.rename(path, target).catch(async () => {
        // The folder is made when it is first needed, and another file may have been quicker.
        await remote.makeFolder(folder).catch(() => undefined);
        await remote.rename(path, target);
      });
      // Without a text the file would be a riddle; the log has it where the server takes none.
      if (why !== undefined)
        await remote
          .write(`${target}.txt`, Buffer.from(notAccepted(file.name, why, document?.id)))
          .catch(() => undefined);
      return `moved to ${target}`;
    });
  }
}

/** One file that cannot be read keeps no other waiting. */
const unreadable = (detail: string, cause?: unknown) => new CodedError('channel.unreadable', { detail, cause });

/** For people: nothing in it deceives the eye. */
const shownPath = ({ pickUpFrom }: SftpSettings, { name }: RemoteFile): string =>
  posix.join(pickUpFrom!, plainFileName(name) ?? 'a file without a name');

/** The text stands alone in the log of the endpoint: it says which file. */
const refusedFile = (path: string, { code, more }: CodedError) =>
  new CodedError(code, { detail: `${path}: ${more.detail}` });

// A name with a slash in it would lead elsewhere, whatever the server means by it.
const isSafe = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[/\0]/.test(name);
