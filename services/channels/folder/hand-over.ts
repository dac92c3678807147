import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { CodedError } from '../../domain/errors.ts';
import { plainFileName } from '../../domain/file-name.ts';
import type { Outgoing } from '../channel.ts';
import { type Room, unreachable, wordsOf } from './room.ts';

const longestNote = 4096;
// A file name may have 255 bytes; an id and .txt are put to it.
const longestName = 255 - '-0123456789ab.txt'.length;

/**
 * Puts a file into the outbox under its whole name at once. The note `<id>.sent` is written when the bytes are complete and before they are moved, so that whoever
 * comes again knows: with the bytes still there, they are to be moved; without them, they were, whether or not the partner has taken the file since.
 */
export async function handOver(room: Room, { id, fileName, bytes }: Outgoing): Promise<string> {
  if (!/^[\w-]+$/.test(id)) throw new Error(`${id} is no id of a document.`);
  const staged = join(room.notes, `${id}.tmp`);
  const note = join(room.notes, `${id}.sent`);
  try {
    const before = await noted(note);
    if (before !== undefined) {
      if (await exists(staged)) await move(staged, room.outbox, before);
      return before;
    }
    const name = await freeName(room.outbox, plainName(fileName, id), id);
    await writeDurably(staged, bytes);
    await writeDurably(`${note}.tmp`, Buffer.from(name));
    await rename(`${note}.tmp`, note);
    await sync(room.notes);
    await move(staged, room.outbox, name);
    return name;
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw unreachable(`The file cannot be put into ${room.outbox}: ${wordsOf(error)}.`, error);
  }
}

/**
 * Those of the documents whose files the partner has taken: the note is there and the file is not. Without its note nothing is known of a file: the disk may be away,
 * or the folder is another one since.
 * @param names what is known of their file names
 * @returns with them, what is known now of those that lie there still
 */
export async function takenOf(
  room: Room,
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<{ readonly taken: readonly string[]; readonly known: ReadonlyMap<string, string> }> {
  const known = new Map<string, string>();
  if (ids.length === 0) return { taken: [], known };
  const there = new Set(await readdir(room.outbox));
  const taken: string[] = [];
  for (const id of ids) {
    const before = names.get(id);
    // A note is read anew where the file is not there, and not at each look.
    const name = before !== undefined && there.has(before) ? before : await noted(join(room.notes, `${id}.sent`));
    if (name === undefined) continue;
    if (there.has(name)) known.set(id, name);
    else taken.push(id);
  }
  return { taken, known };
}

async function move(staged: string, outbox: string, name: string): Promise<void> {
  await rename(staged, join(outbox, name));
  await sync(outbox);
}

/** Writes a file anew. What has been put in its place is removed and not followed: a link could lead anywhere. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o660);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename in a folder outlast a power cut. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The file name that a note says. @throws CodedError when it is none of the hub's notes: whoever uses the folder may have changed it */
export async function noted(path: string): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const strange = () => unreachable(`${path} is not what the hub wrote. Look who may write there, and remove it.`);
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error.code === 'ELOOP' || error.code === 'ENXIO' ? strange() : error;
  });
  if (!file) return undefined;
  try {
    const stat = await file.stat();
    if (!stat.isFile() || stat.size > longestNote) throw strange();
    const name = await file.readFile('utf8');
    if (name !== plainFileName(name)) throw strange();
    return name;
  } finally {
    await file.close();
  }
}

export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

/** A name that begins with a dot would be taken for a file that is being written. */
const plainName = (fileName: string, id: string): string => plainFileName(fileName)?.replace(/^\.+/, '') || `${id}.x12`;

/** The name, shortened where nothing could be put to it, or the name with the end of an id where another file has it. */
export async function freeName(folder: string, given: string, id: string): Promise<string> {
  const extension = Buffer.byteLength(extname(given)) > 20 ? '' : extname(given);
  const stem = shortened(given.slice(0, given.length - extension.length), longestName - Buffer.byteLength(extension));
  const name = `${stem}${extension}`;
  return (await exists(join(folder, name))) ? `${stem}-${id.slice(-12)}${extension}` : name;
}

function shortened(text: string, bytes: number): string {
  let short = text.slice(0, bytes);
  while (Buffer.byteLength(short) > bytes) short = short.slice(0, -1);
  return short.toWellFormed();
}
