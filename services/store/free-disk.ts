import { statfs } from 'node:fs/promises';

/** Bytes that an ordinary user can still write to the disk of a folder. */
export async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}
