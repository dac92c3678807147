import type { Socket } from 'node:net';
import type { Attributes, FileEntry, SFTPWrapper } from 'ssh2';
import { CodedError } from '../../domain/errors.ts';
import { attributesOf } from './entry.ts';
import { Handles } from './handles.ts';
import type { ServerLimits } from './limits.ts';
import { wholePath } from './place.ts';
import { answerTo, denied, Refusal, status } from './refusal.ts';
import type { Root } from './root.ts';
import type { Uploads } from './uploads.ts';
import { WorkQueue } from './work-queue.ts';

const flag = { write: 2, create: 8, truncate: 16, exclusive: 32 } as const;
const entriesAtOnce = 100;
const mostRead = 128 * 1024;

/** What a session needs of the server. */
export interface SessionParts {
  readonly root: Root;
  readonly uploads: Uploads;
  readonly limits: ServerLimits;
  readonly socket: Socket;
  /** An error that nobody foresaw. */
  onFault(error: unknown): void;
  /** Whether the endpoint may be used still. @throws Refusal */
  check(): Promise<void>;
}

/** A session at work. */
interface Work extends SessionParts {
  readonly sftp: SFTPWrapper;
  readonly handles: Handles;
  readonly queue: WorkQueue;
  /** Answers a request in its turn: with what the work sends, or with why not. */
  answer(id: number, work: () => Promise<void>, bytes?: number): void;
  /** The same, where all that is to be said is that it was done. */
  done(id: number, work: () => Promise<void>, bytes?: number): void;
}

/** Answers the requests of one SFTP session, one after the other in the order in which they came. */
export function serveSession(sftp: SFTPWrapper, parts: SessionParts): void {
  const queue = new WorkQueue(parts.socket, sftp, parts.limits);
  const answer: Work['answer'] = (id, work, bytes = 0) =>
    queue.add(bytes, async () => {
      try {
        await work();
      } catch (error) {
        const { status: code, message } = answerTo(error);
        if (!(error instanceof Refusal) && !(error instanceof CodedError)) parts.onFault(error);
        sftp.status(id, code, message);
      }
    });
  const done: Work['done'] = (id, work, bytes) =>
    answer(
      id,
      async () => {
        await work();
        sftp.status(id, status.ok);
      },
      bytes,
    );
  const work = { ...parts, sftp, queue, answer, done, handles: new Handles(parts.limits.handlesPerSession) };
  serveFiles(work);
  serveOpenFiles(work);
  serveFolders(work);
  refuseTheRest(work);
  serveEnd(work);
}

function serveFiles({ sftp, answer, done, handles, root, check }: Work): void {
  sftp.on('OPEN', (id, path, flags) =>
    answer(id, async () => {
      handles.refuseMany();
      await check();
      const has = (one: keyof typeof flag) => (flags & flag[one]) !== 0;
      if (!has('write')) return sftp.handle(id, handles.add({ kind: 'file', file: await root.startReading(path) }));
      const how = { create: has('create'), exclusive: has('exclusive'), truncate: has('truncate') };
      sftp.handle(id, handles.add({ kind: 'upload', upload: await root.startUpload(path, how) }));
    }),
  );
  for (const event of ['STAT', 'LSTAT'] as const)
    sftp.on(event as 'STAT', (id, path) => answer(id, async () => sftp.attrs(id, await root.stat(path))));
  // Times and rights are the hub's; programs set them after an upload and would call it failed.
  sftp.on('SETSTAT', (id, path) => done(id, async () => void (await root.stat(path))));
  sftp.on('REMOVE', (id, path) => done(id, () => root.remove(path)));
  sftp.on('RENAME', (id, from, to) =>
    done(id, async () => {
      await check();
      await root.rename(from, to);
    }),
  );
}

function serveOpenFiles({ sftp, answer, done, handles, root, uploads, queue }: Work): void {
  sftp.on('WRITE', (id, key, offset, data) =>
    done(id, () => uploads.write(handles.of(key, 'upload').upload, offset, data), data.length),
  );
  sftp.on('READ', (id, key, offset, length) =>
    answer(id, async () => {
      const { bytes, read } = handles.of(key, 'file').file;
      if (offset >= bytes.length) return sftp.status(id, status.eof);
      const piece = bytes.subarray(offset, offset + Math.min(length, mostRead));
      read.add(offset, offset + piece.length);
      await queue.drained();
      sftp.data(id, piece);
    }),
  );
  sftp.on('CLOSE', (id, key) =>
    done(id, async () => {
      const one = handles.take(key);
      if (one.kind === 'upload') await root.endUpload(one.upload);
      if (one.kind === 'file') await root.endReading(one.file);
    }),
  );
  sftp.on('FSTAT', (id, key) =>
    answer(id, async () => {
      const one = handles.find(key);
      if (one?.kind !== 'upload') return sftp.attrs(id, attributesOf(handles.of(key, 'file').file.file));
      const { sizeBytes, changedAt: at } = one.upload;
      sftp.attrs(id, attributesOf({ sizeBytes, at }));
    }),
  );
  sftp.on('FSETSTAT', (id, key, attributes) =>
    done(id, async () => {
      const { upload } = handles.of(key, 'upload');
      const { size } = attributes as Partial<Attributes>;
      if (size !== undefined) await uploads.cut(upload, size);
    }),
  );
}

function serveFolders({ sftp, answer, handles, root, queue, check }: Work): void {
  sftp.on('OPENDIR', (id, path) =>
    answer(id, async () => {
      handles.refuseMany();
      await check();
      sftp.handle(id, handles.add({ kind: 'listing', entries: await root.list(path), next: 0 }));
    }),
  );
  sftp.on('READDIR', (id, key) =>
    answer(id, async () => {
      const listing = handles.of(key, 'listing');
      const entries = listing.entries.slice(listing.next, listing.next + entriesAtOnce);
      listing.next += entries.length;
      await queue.drained();
      if (entries.length === 0) sftp.status(id, status.eof);
      else sftp.name(id, entries);
    }),
  );
  sftp.on('REALPATH', (id, path) =>
    answer(id, async () => sftp.name(id, [{ filename: wholePath(path) } as FileEntry])),
  );
}

function refuseTheRest({ sftp, answer }: Work): void {
  const noLinks = denied('There are no links here, and none can be made.');
  const fixed = denied('The folders inbox, outbox, archive and errors are as they are; none can be made or removed.');
  const refused = { READLINK: noLinks, SYMLINK: noLinks, MKDIR: fixed, RMDIR: fixed } as const;
  for (const [event, reason] of Object.entries(refused))
    sftp.on(event as 'RMDIR', (id) =>
      answer(id, async () => {
        throw reason;
      }),
    );
  sftp.on('EXTENDED', (id) =>
    answer(id, async () => {
      throw new Refusal('unsupported', 'The hub does what version 3 of SFTP says, and no more.');
    }),
  );
}

function serveEnd({ sftp, queue, handles, root }: Work): void {
  // Without an answer to its end the program of the partner would wait for ever.
  sftp.on('end', () => queue.add(0, async () => void sftp.end()));
  sftp.on('close', () =>
    queue.finish(async () => {
      for (const one of handles.takeAll()) {
        if (one.kind === 'upload') await root.breakOff(one.upload);
        if (one.kind === 'file') one.file.room.release();
      }
    }),
  );
  sftp.on('error', () => undefined);
}
