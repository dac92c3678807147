import { chmod, lstat, mkdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CodedError } from '../../domain/errors.ts';

/** The sub-folders of an endpoint, checked. */
export interface Room {
  readonly inbox: string;
  readonly outbox: string;
  readonly archive: string;
  readonly errors: string;
  /** The hub's own notes of what it has handed over. */
  readonly notes: string;
}

const parts = { inbox: 'inbox', outbox: 'outbox', archive: 'archive', errors: 'errors', notes: '.crossdock' } as const;

export const unreachable = (detail: string, cause?: unknown): CodedError =>
  new CodedError('channel.unreachable', { detail, cause });

/**
 * Looks whether the folder may be used, and makes its sub-folders where they are missing. It must lie below one of the roots, and nothing below the root may be a
 * link: a link could lead anywhere.
 * @throws CodedError `channel.unreachable` that says what is wrong
 */
export async function openRoom(path: string, roots: readonly string[]): Promise<Room> {
  await checkPlace(path, roots);
  const room = {} as Record<keyof Room, string>;
  for (const [key, name] of Object.entries(parts) as [keyof Room, string][]) {
    const folder = join(path, name);
    try {
      await mkdir(folder);
      // Whatever the umask: the program on the other side is often another user of the hub's group.
      await chmod(folder, 0o770);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw unreachable(`${folder} cannot be made: ${wordsOf(error as Error)}.`, error as Error);
    }
    const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => {
      throw unreachable(`${folder} cannot be looked at: ${wordsOf(error)}.`, error);
    });
    if (!found.isDirectory()) throw unreachable(`${folder} is no folder.`);
    room[key] = folder;
  }
  return room;
}

/** The root that a path lies below, or what is wrong with the path. */
function rootOf(path: string, roots: readonly string[]): { readonly root: string } | { readonly fault: string } {
  if (roots.length === 0)
    return { fault: 'cannot be used: the operator has named no folder for this (CROSSDOCK_FOLDERS)' };
  if (!isAbsolute(path) || resolve(path) !== path)
    return { fault: 'is no whole path; write it from / on, without a slash at its end and without ".."' };
  const root = roots.find((one) => isBelow(path, resolve(one)));
  // Partners read this as well, and where the hub's folders are is none of their business.
  return root === undefined
    ? { fault: 'is not below a folder that the operator has named for this (CROSSDOCK_FOLDERS)' }
    : { root };
}

/** What is wrong with a path before the disk is looked at. */
export function faultOfPath(path: string, roots: readonly string[]): string | undefined {
  const found = rootOf(path, roots);
  return 'fault' in found ? found.fault : undefined;
}

async function checkPlace(path: string, roots: readonly string[]): Promise<void> {
  const found = rootOf(path, roots);
  if ('fault' in found) throw unreachable(`${path} ${found.fault}.`);
  const { root } = found;
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    throw unreachable(
      error.code === 'ENOENT' ? `There is no folder ${path}.` : `${path} cannot be opened: ${wordsOf(error)}.`,
      error,
    );
  });
  const expected = join(await realpath(root), relative(resolve(root), path));
  if (real !== expected) throw unreachable(`${path} leads through a link to ${real}; name the folder itself.`);
}

/** Whether a folder lies inside another; a folder does not lie inside itself. */
export const isBelow = (path: string, folder: string): boolean => path.startsWith(folder.replace(/\/*$/, '') + sep);

const words: Readonly<Record<string, string>> = {
  EACCES: 'the hub may not',
  EPERM: 'the hub may not',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is no folder',
  ESTALE: 'the network disk is away',
  EIO: 'the disk has a fault',
};

/** What the system says, for people. */
export const wordsOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return words[code] ?? (code || message);
};
