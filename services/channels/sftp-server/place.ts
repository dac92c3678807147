import { posix } from 'node:path';
import { denied, missing } from './refusal.ts';

export const folders = ['inbox', 'outbox', 'archive', 'errors'] as const;
export type Folder = (typeof folders)[number];

/** A place in what partners see: the top, one of the four folders, or a file in one of them. There is nothing else, and none of it is a path of a disk. */
export type Place =
  | { readonly kind: 'top' }
  | { readonly kind: 'folder'; readonly folder: Folder }
  | { readonly kind: 'file'; readonly folder: Folder; readonly name: string };

/** The path without dots and doubled slashes; nothing lies above the top. */
export const wholePath = (path: string): string => posix.resolve('/', path);

const longestName = 255;

/** @throws Refusal when there cannot be anything of this path */
export function placeOf(path: string): Place {
  const whole = wholePath(path);
  if (whole.includes('\0') || Buffer.byteLength(whole) > 2 * longestName) throw missing('such path');
  const [, first = '', name, ...deeper] = whole.split('/');
  if (first === '') return { kind: 'top' };
  const folder = folders.find((one) => one === first);
  if (folder === undefined || deeper.length > 0) throw missing(whole);
  if (name === undefined) return { kind: 'folder', folder };
  if (Buffer.byteLength(name) > longestName) throw denied(`The name is longer than ${longestName} bytes.`);
  return { kind: 'file', folder, name };
}

/** The place of a file. @throws Refusal when it is none */
export function fileAt(path: string): Extract<Place, { kind: 'file' }> {
  const place = placeOf(path);
  if (place.kind === 'file') return place;
  throw denied('The folders inbox, outbox, archive and errors are as they are; only files in them come and go.');
}
