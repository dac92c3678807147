import type { Attributes, FileEntry } from 'ssh2';
import { CodedError, classifyError } from '../../domain/errors.ts';
import { plainFileName } from '../../domain/file-name.ts';
import type { Host, Room } from '../host.ts';
import type { SftpDetail } from '../sftp-detail.ts';
import { isUnfinished } from '../unfinished-name.ts';
import { attributesOf, folderAttributes, listed } from './entry.ts';
import { Extents } from './extents.ts';
import { fileAt, folders, placeOf, wholePath } from './place.ts';
import type { Premises, Readable } from './premises.ts';
import { denied, missing } from './refusal.ts';
import type { SftpServerSettings } from './settings.ts';
import type { Upload } from './uploads.ts';

/** Who works in a session, as exchanges tell it. */
export type Visitor = Pick<SftpDetail, 'user' | 'peer' | 'software' | 'method' | 'fingerprint'>;

export interface OpenFlags {
  readonly create: boolean;
  readonly exclusive: boolean;
  readonly truncate: boolean;
}

/** A file that is being read. */
export interface OpenFile {
  readonly bytes: Buffer;
  readonly file: Readable;
  readonly path: string;
  readonly read: Extents;
  readonly room: Room;
}

const documentsGoThere = 'Put documents into inbox; nothing else can be written.';
const clearedByItself = 'What lies in archive and errors goes by itself after seven days.';

/**
 * What a partner sees of the hub by SFTP: four folders, none of which is one of a disk. Uploads become documents when they are closed under their own name or get it by
 * renaming; the outbox is what waits for the partner.
 */
export class Root {
  readonly #premises: Premises;
  readonly #host: Host<SftpServerSettings>;
  readonly #visitor: Visitor;
  readonly #startedAt: Date;

  constructor(premises: Premises, host: Host<SftpServerSettings>, visitor: Visitor, startedAt: Date) {
    this.#premises = premises;
    this.#host = host;
    this.#visitor = visitor;
    this.#startedAt = startedAt;
  }

  async stat(path: string): Promise<Attributes> {
    const place = placeOf(path);
    if (place.kind !== 'file') return folderAttributes(this.#startedAt);
    const { folder, name } = place;
    if (folder !== 'inbox') {
      const file = await this.#premises.find(folder, name);
      if (!file) throw missing(wholePath(path));
      return attributesOf(file);
    }
    const upload = this.#premises.uploads.find(name);
    if (!upload) throw missing(wholePath(path));
    return attributesOf({ sizeBytes: upload.sizeBytes, at: upload.changedAt });
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    const place = placeOf(path);
    if (place.kind === 'file') throw missing(`folder ${wholePath(path)}`);
    const own = folderAttributes(this.#startedAt);
    const dots = [listed('.', own), listed('..', own)];
    if (place.kind === 'top') return [...dots, ...folders.map((folder) => listed(folder, own))];
    const files =
      place.folder === 'inbox'
        ? this.#premises.uploads.list().map(({ name, sizeBytes, changedAt: at }) => [name, { sizeBytes, at }] as const)
        : [...(await this.#premises.list(place.folder))];
    return [...dots, ...files.map(([name, file]) => listed(name, attributesOf(file)))];
  }

  async startUpload(path: string, flags: OpenFlags): Promise<Upload> {
    const { folder, name } = fileAt(path);
    if (folder !== 'inbox') throw denied(documentsGoThere);
    this.#refusePaused('taken');
    await this.#host.admit(this.#premises.endpoint);
    return this.#premises.uploads.open(name, flags);
  }

  async startReading(path: string): Promise<OpenFile> {
    const { folder, name } = fileAt(path);
    if (folder === 'inbox') throw denied('What is put into inbox cannot be read there; see archive and errors.');
    const file = await this.#premises.find(folder, name);
    if (!file) throw missing(wholePath(path));
    const { endpoint } = this.#premises;
    const room = this.#host.room(endpoint.orgId);
    room.take(file.sizeBytes);
    try {
      const bytes =
        file.documentId === undefined ? Buffer.from(file.text ?? '') : await this.#host.read(endpoint, file.documentId);
      if (!bytes) throw missing(wholePath(path));
      return { bytes, file, path: wholePath(path), read: new Extents(), room };
    } catch (error) {
      room.release();
      throw error;
    }
  }

  /** The file was closed: a document that was read to its end is collected, where the endpoint says so. */
  async endReading({ bytes, file, path, read, room }: OpenFile): Promise<void> {
    room.release();
    const { collectedBy = 'reading' } = this.#premises.endpoint.settings;
    if (collectedBy === 'reading' && path.startsWith('/outbox/') && read.covers(bytes.length))
      await this.#collect(file, path, 'read to its end');
  }

  /** The file was closed: under its own name it becomes a document. @throws CodedError when it is none that the hub takes */
  async endUpload(upload: Upload): Promise<void> {
    const { uploads } = this.#premises;
    await uploads.close(upload);
    try {
      if (upload.fault || !isUnfinished(upload.name)) await this.#take(upload);
    } finally {
      await uploads.keep(upload);
    }
  }

  /** The connection ended in the middle: the file stays as it is, for whoever resumes it. */
  async breakOff(upload: Upload): Promise<void> {
    await this.#premises.uploads.close(upload);
    await this.#premises.uploads.keep(upload);
  }

  async remove(path: string): Promise<void> {
    const { folder, name } = fileAt(path);
    if (folder === 'outbox') return this.#removeOurs(path, name, 'deleted');
    if (folder !== 'inbox') throw denied(clearedByItself);
    const upload = this.#premises.uploads.find(name);
    if (!upload) throw missing(wholePath(path));
    await this.#premises.uploads.remove(upload);
  }

  async rename(from: string, to: string): Promise<void> {
    const [source, target] = [fileAt(from), fileAt(to)];
    if (source.folder === 'outbox' && target.folder === 'archive')
      return this.#removeOurs(from, source.name, 'moved to archive');
    if (source.folder === 'outbox')
      throw denied('A document of outbox can be read, deleted, or moved to archive; all of it says that it was taken.');
    if (source.folder !== 'inbox' || target.folder !== 'inbox') throw denied(documentsGoThere);
    const upload = this.#premises.uploads.find(source.name);
    if (!upload) throw missing(wholePath(from));
    // It has become a document under its first name; what it is called now changes nothing.
    const isNew = !upload.isTaken;
    if (isNew) this.#refusePaused('taken');
    await this.#premises.uploads.rename(upload, target.name);
    if (isNew && !isUnfinished(target.name)) await this.#take(upload);
  }

  async #removeOurs(path: string, name: string, how: string): Promise<void> {
    this.#refusePaused('given out');
    const file = await this.#premises.find('outbox', name);
    if (file) return this.#collect(file, wholePath(path), how);
    // Programs delete what they have read, which said already that it was taken.
    if (!this.#premises.wasCollected(name)) throw missing(wholePath(path));
  }

  async #collect({ documentId, name, sizeBytes }: Readable, path: string, how: string): Promise<void> {
    const { endpoint } = this.#premises;
    if (documentId === undefined) return;
    await this.#host.collected(endpoint, documentId);
    this.#premises.collected(documentId);
    const detail = this.#detail(name, path, sizeBytes);
    await this.#host.note(endpoint, {
      ...{ kind: 'message', direction: 'out', state: 'done', documentIds: [documentId] },
      ...{ summary: `${name} was taken by the partner: ${how}`, detail: { ...detail, afterwards: how } },
    });
  }

  /** Stores an upload. What the hub cannot store now stays, and can be closed once more. */
  async #take(upload: Upload): Promise<void> {
    const { uploads, endpoint } = this.#premises;
    const { sizeBytes } = upload;
    const fileName = plainFileName(upload.name);
    const name = fileName ?? 'a file without a name';
    const detail = this.#detail(name, `/inbox/${name}`, sizeBytes);
    const of = { kind: 'message', direction: 'in', detail } as const;
    const room = this.#host.room(endpoint.orgId);
    try {
      room.take(sizeBytes);
      const bytes = await uploads.read(upload);
      const arrival = { bytes, ...(fileName !== undefined && { fileName }) };
      // What is no document at all is kept all the same, and shown among the errors.
      await this.#host.take(
        endpoint,
        [arrival],
        { ...of, state: 'done', summary: `Took ${name}` },
        { faultRefuses: true },
      );
      uploads.taken(upload);
    } catch (error) {
      const isFinal = error instanceof CodedError && classifyError(error).retry === 'never';
      // What could not be written whole is sent again whole.
      if (isFinal || upload.fault) await uploads.remove(upload);
      if (isFinal)
        await this.#host.note(endpoint, { ...of, state: 'refused', summary: error.more.detail ?? error.message });
      throw error;
    } finally {
      room.release();
      this.#premises.arrived();
    }
  }

  #refusePaused(what: 'taken' | 'given out'): void {
    if (this.#premises.endpoint.paused)
      throw denied(`This endpoint is paused; nothing is ${what} until the hub resumes it.`);
  }

  #detail(fileName: string, path: string, sizeBytes: number): SftpDetail {
    return { role: 'server', fileName, path, sizeBytes, ...this.#visitor };
  }
}
