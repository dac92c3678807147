import type { Attributes, FileEntry } from 'ssh2';

/** What is shown of a file. */
export interface Entry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly at: Date;
}

const folderMode = 0o040750;
const fileMode = 0o100640;

export function attributesOf({ sizeBytes, at }: Omit<Entry, 'name'>): Attributes {
  const seconds = Math.floor(at.getTime() / 1000);
  return { mode: fileMode, uid: 0, gid: 0, size: sizeBytes, atime: seconds, mtime: seconds };
}

export function folderAttributes(at: Date): Attributes {
  const seconds = Math.floor(at.getTime() / 1000);
  return { mode: folderMode, uid: 0, gid: 0, size: 0, atime: seconds, mtime: seconds };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A line as `ls -l` has it: many clients show it as it is, and some read it. */
export function listed(filename: string, attrs: Attributes): FileEntry {
  const isFolder = attrs.mode === folderMode;
  const at = new Date(attrs.mtime * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const when = `${months[at.getUTCMonth()]} ${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  const rights = isFolder ? 'drwxr-x---' : '-rw-r-----';
  return {
    filename,
    longname: `${rights}    1 crossdock crossdock ${String(attrs.size).padStart(12)} ${when} ${filename}`,
    attrs,
  };
}
