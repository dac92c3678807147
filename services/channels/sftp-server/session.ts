import type { Socket } from 'node:net';
import type { Attributes, FileEntry, SFTPWrapper } from 'ssh2';
import { CodedError } from '../../domain/errors.ts';
import { attributesOf } from './entry.ts';
import type { ServerLimits } from './limits.ts';
import { wholePath } from './place.ts';
import { answerTo, denied, Refusal, status } from './refusal.ts';
import type { Reading, Root } from './root.ts';
import type { Upload, Uploads } from './uploads.ts';
import { WorkQueue } from './work-queue.ts';

const flag = { read: 1, write: 2, create: 8, truncate: 16, exclusive: 32 } as const;
const entriesAtOnce = 100;
const mostRead = 128 * 1024;

type Handle =
  | { readonly kind: 'upload'; readonly upload: Upload }
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'listing'; readonly entries: readonly FileEntry[]; next: number };

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

/** Answers the requests of one SFTP session, one after the other in the order in which they came. */
export function serveSession(sftp: SFTPWrapper, parts: SessionParts): void {
  const { root, uploads, limits } = parts;
  const handles = new Map<number, Handle>();
  let lastHandle = 0;
  const queue = new WorkQueue(parts.socket, sftp, limits);

  const answer = (id: number, bytes: number, work: () => Promise<void>) =>
    queue.add(bytes, async () => {
      try {
        await work();
      } catch (error) {
        const { status: code, message } = answerTo(error);
        if (!(error instanceof Refusal) && !(error instanceof CodedError)) parts.onFault(error);
        sftp.status(id, code, message);
      }
    });
  const done = (id: number, bytes: number, work: () => Promise<void>) =>
    answer(id, bytes, async () => {
      await work();
      sftp.status(id, status.ok);
    });
  const open = (handle: Handle): Buffer => {
    lastHandle += 1;
    handles.set(lastHandle, handle);
    const key = Buffer.alloc(4);
    key.writeUInt32BE(lastHandle);
    return key;
  };
  const keyOf = (handle: Buffer) => (handle.length === 4 ? handle.readUInt32BE() : 0);
  const found = <K extends Handle['kind']>(handle: Buffer, kind: K): Extract<Handle, { kind: K }> => {
    const one = handles.get(keyOf(handle));
    if (one?.kind !== kind) throw new Refusal('failure', 'The handle is not one of a file that is open for this.');
    return one as Extract<Handle, { kind: K }>;
  };
  const refuseMany = () => {
    if (handles.size >= limits.handlesPerSession)
      throw new Refusal('failure', `${handles.size} files are open already. Close some of them.`);
  };

  sftp.on('OPEN', (id, path, flags) =>
    answer(id, 0, async () => {
      refuseMany();
      await parts.check();
      const has = (one: keyof typeof flag) => (flags & flag[one]) !== 0;
      const handle: Handle = has('write')
        ? {
            kind: 'upload',
            upload: await root.startUpload(path, {
              ...{ write: true, create: has('create'), exclusive: has('exclusive'), truncate: has('truncate') },
            }),
          }
        : { kind: 'reading', reading: await root.startReading(path) };
      sftp.handle(id, open(handle));
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) =>
    done(id, data.length, () => uploads.write(found(handle, 'upload').upload, offset, data)),
  );
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, 0, async () => {
      const { reading } = found(handle, 'reading');
      if (offset >= reading.bytes.length) return sftp.status(id, status.eof);
      const piece = reading.bytes.subarray(offset, offset + Math.min(length, mostRead));
      reading.read.add(offset, offset + piece.length);
      await queue.drained();
      sftp.data(id, piece);
    }),
  );
  sftp.on('CLOSE', (id, handle) =>
    done(id, 0, async () => {
      const key = keyOf(handle);
      const one = handles.get(key);
      if (!one) throw new Refusal('failure', 'The handle is not open.');
      handles.delete(key);
      if (one.kind === 'upload') await root.endUpload(one.upload);
      if (one.kind === 'reading') await root.endReading(one.reading);
    }),
  );
  sftp.on('FSTAT', (id, handle) =>
    answer(id, 0, async () => {
      const one = handles.get(keyOf(handle));
      if (one?.kind === 'upload')
        sftp.attrs(id, attributesOf({ sizeBytes: one.upload.sizeBytes, at: one.upload.changedAt }));
      else sftp.attrs(id, attributesOf(found(handle, 'reading').reading.file));
    }),
  );
  // Times and rights are the hub's; programs set them after an upload and would call it failed.
  sftp.on('FSETSTAT', (id, handle, attributes) =>
    done(id, 0, async () => {
      const one = found(handle, 'upload');
      const { size } = attributes as Partial<Attributes>;
      if (size !== undefined) await uploads.cut(one.upload, size);
    }),
  );
  sftp.on('SETSTAT', (id, path) => done(id, 0, async () => void (await root.stat(path))));
  for (const event of ['STAT', 'LSTAT'] as const)
    sftp.on(event as 'STAT', (id, path) => answer(id, 0, async () => sftp.attrs(id, await root.stat(path))));
  sftp.on('OPENDIR', (id, path) =>
    answer(id, 0, async () => {
      refuseMany();
      await parts.check();
      sftp.handle(id, open({ kind: 'listing', entries: await root.list(path), next: 0 }));
    }),
  );
  sftp.on('READDIR', (id, handle) =>
    answer(id, 0, async () => {
      const listing = found(handle, 'listing');
      const entries = listing.entries.slice(listing.next, listing.next + entriesAtOnce);
      listing.next += entries.length;
      await queue.drained();
      if (entries.length === 0) sftp.status(id, status.eof);
      else sftp.name(id, entries);
    }),
  );
  sftp.on('REALPATH', (id, path) =>
    answer(id, 0, async () => sftp.name(id, [{ filename: wholePath(path) } as FileEntry])),
  );
  sftp.on('REMOVE', (id, path) => done(id, 0, () => root.remove(path)));
  sftp.on('RENAME', (id, from, to) =>
    done(id, 0, async () => {
      await parts.check();
      await root.rename(from, to);
    }),
  );
  const noLinks = denied('There are no links here, and none can be made.');
  const fixed = denied('The folders inbox, outbox, archive and errors are as they are; none can be made or removed.');
  for (const [event, reason] of [
    ...(['READLINK', 'SYMLINK'] as const).map((one) => [one, noLinks] as const),
    ...(['MKDIR', 'RMDIR'] as const).map((one) => [one, fixed] as const),
  ])
    sftp.on(event as 'RMDIR', (id) => sftp.status(id, reason.status, reason.message));
  sftp.on('EXTENDED', (id) =>
    sftp.status(id, status.unsupported, 'The hub does what version 3 of SFTP says, and no more.'),
  );

  // Without an answer to its end the program of the partner would wait for ever.
  sftp.on('end', () => queue.add(0, async () => void sftp.end()));
  sftp.on('close', () =>
    queue.finish(async () => {
      for (const one of handles.values()) {
        if (one.kind === 'upload') await root.breakOff(one.upload);
        if (one.kind === 'reading') one.reading.room.release();
      }
      handles.clear();
    }),
  );
  sftp.on('error', () => undefined);
}
