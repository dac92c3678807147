import { type BigIntStats, constants } from 'node:fs';
import { lstat, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../domain/errors.ts';
import { plainFileName } from '../../domain/file-name.ts';
import type { Arrival, Taken } from '../channel.ts';
import { notAccepted } from '../not-accepted.ts';
import { tooLarge } from '../too-large.ts';
import { isUnfinished } from '../unfinished-name.ts';
import { freeName, writeDurably } from './hand-over.ts';
import { type Room, unreachable, wordsOf } from './room.ts';

/** A file in the inbox that nobody writes any more. */
export interface FolderTransmission {
  readonly room: Room;
  /** For people; a name that is no UTF-8 is read as Latin-1. */
  readonly name: string;
  /** Whole path, byte for byte as the file system has it. */
  readonly path: Buffer;
  readonly inode: bigint;
}

interface Seen {
  readonly inode: bigint;
  readonly mark: string;
  /** When it was first seen so. */
  readonly since: number;
}

/** What the inbox of an endpoint held at the last look. */
export interface Memory {
  readonly files: Map<string, Seen>;
  /** Files that had the name of one that is being written. */
  readonly unfinished: Set<string>;
}

export const newMemory = (): Memory => ({ files: new Map(), unfinished: new Set() });

const mostAtOnce = 200;

// The inode of a file that was removed is soon another file's.
const identity = ({ ino, birthtimeNs }: BigIntStats): string => `${ino}/${birthtimeNs}`;

/**
 * The files that count, oldest first: those that are as they were for some time, and those that were renamed from the name of an unfinished one, which says that
 * they are whole. Links and other oddities count too, so that they are refused where everybody sees it. Folders are left alone.
 */
export async function lookInto(
  room: Room,
  memory: Memory,
  { settleMs, now }: { readonly settleMs: number; readonly now: number },
): Promise<readonly FolderTransmission[]> {
  const entries = await readdir(room.inbox, { withFileTypes: true, encoding: 'buffer' }).catch((error: unknown) => {
    throw unreachable(`${room.inbox} cannot be read: ${wordsOf(error)}.`, error);
  });
  const found: (FolderTransmission & { readonly at: bigint })[] = [];
  const [files, unfinished] = [new Map<string, Seen>(), new Set<string>()];
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    // It may be gone by now.
    const path = Buffer.concat([Buffer.from(`${room.inbox}/`), entry.name]);
    const stat = await lstat(path, { bigint: true }).catch(() => undefined);
    if (!stat) continue;
    const [name, key] = [readable(entry.name), entry.name.toString('latin1')];
    if (isUnfinished(name)) {
      unfinished.add(identity(stat));
      continue;
    }
    const mark = `${stat.ino}/${stat.size}/${stat.mtimeNs}`;
    const before = memory.files.get(key);
    const since = before?.mark === mark ? before.since : now;
    files.set(key, { inode: stat.ino, mark, since });
    const isRenamed = memory.unfinished.has(identity(stat));
    if (isRenamed || now - since >= settleMs) found.push({ room, name, path, inode: stat.ino, at: stat.mtimeNs });
    // A file that was renamed counts at each look from then on.
    if (isRenamed) unfinished.add(identity(stat));
  }
  memory.files.clear();
  memory.unfinished.clear();
  for (const [name, seen] of files) memory.files.set(name, seen);
  for (const inode of unfinished) memory.unfinished.add(inode);
  found.sort((one, other) => (one.at === other.at ? (one.name < other.name ? -1 : 1) : one.at < other.at ? -1 : 1));
  return found.slice(0, mostAtOnce).map(({ room, name, path, inode }) => ({ room, name, path, inode }));
}

function readable(name: Buffer): string {
  const text = name.toString('utf8');
  return Buffer.from(text).equals(name) ? text : name.toString('latin1');
}

/** One file that cannot be read keeps no other waiting. */
const unreadable = (detail: string, cause?: unknown) => new CodedError('channel.unreadable', { detail, cause });

const refused = (detail: string) => new CodedError('channel.refused', { detail });

/** Reads a file, whatever has been put in its place meanwhile. @throws CodedError when it is empty, too large, or no file of its own */
export async function readIn(
  { room, name, path, inode }: FolderTransmission,
  limitBytes: number,
): Promise<readonly Arrival[]> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ELOOP') throw refused('It is a link. Only files are taken: a link could lead anywhere.');
    if (error.code === 'ENXIO') throw refused('It is no file.');
    throw unreadable(`${name} in ${room.inbox} cannot be read: ${wordsOf(error)}.`, error);
  });
  try {
    const stat = await file.stat({ bigint: true });
    if (!stat.isFile()) throw refused('It is no file.');
    if (stat.nlink > 1n) throw refused('It has a second name elsewhere (a hard link). Copy it, and do not link it.');
    if (stat.ino !== inode) throw unreadable(`${name} in ${room.inbox} was replaced while it was looked at.`);
    if (stat.size > BigInt(limitBytes)) throw tooLarge(limitBytes);
    if (stat.size === 0n) throw new CodedError('inbox.empty', { detail: 'The file is empty.' });
    const bytes = await file.readFile();
    const fileName = plainFileName(name);
    return [fileName === undefined ? { bytes } : { bytes, fileName }];
  } finally {
    await file.close();
  }
}

/** Moves a file out of the inbox: into the archive, or to the errors with a text beside it that says why. */
export async function putAway({ room, name, path }: FolderTransmission, taken: Taken): Promise<void> {
  const [document] = taken.state === 'stored' ? taken.documents : [];
  const why =
    taken.state === 'refused'
      ? (taken.error.more.detail ?? taken.error.message)
      : (document?.sameAs ?? document?.fault);
  const folder = why === undefined ? room.archive : room.errors;
  const free = await freeName(folder, name, document?.id ?? String(Date.now()));
  try {
    // The text first: a file without one would be a riddle.
    if (why !== undefined)
      await writeDurably(join(folder, `${free}.txt`), Buffer.from(notAccepted(name, why, document?.id)));
    await rename(path, join(folder, free));
  } catch (error) {
    // Another worker, or whoever brought it, has moved it already.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw unreachable(`${name} cannot be moved to ${folder}: ${wordsOf(error)}.`, error);
  }
}
