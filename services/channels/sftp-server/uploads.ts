import { join } from 'node:path';
import { CodedError } from '../../domain/errors.ts';
import { tooLarge } from '../too-large.ts';
import { Extents } from './extents.ts';
import type { ServerLimits } from './limits.ts';
import { answerTo, denied, missing, Refusal } from './refusal.ts';
import { SpoolFile } from './spool-file.ts';

/** A file that a partner is bringing: bytes in a private folder of the hub, under a number and not under the partner's name. */
export interface Upload {
  readonly name: string;
  readonly sizeBytes: number;
  readonly changedAt: Date;
  /** Whether somebody has it open. */
  readonly isOpen: boolean;
  /** Whether it has become a document already. */
  readonly isTaken: boolean;
  /** Why it will not become one as it is. */
  readonly fault: CodedError | Refusal | undefined;
}

interface Kept extends Upload {
  name: string;
  sizeBytes: number;
  changedAt: Date;
  isOpen: boolean;
  isTaken: boolean;
  readonly bytes: SpoolFile;
  readonly written: Extents;
  fault: CodedError | Refusal | undefined;
}

// A program that sends a file makes a few holes when pieces overtake each other.
const mostHoles = 256;
const mostHolesEver = `It has more than ${mostHoles} holes; write a file from its beginning to its end.`;

/** The uploads of one endpoint. */
export class Uploads {
  readonly #byName = new Map<string, Kept>();
  readonly #folder: string;
  readonly #limits: ServerLimits;
  readonly #now: () => Date;
  readonly #newName: () => string;
  readonly #onFault: (error: unknown) => void;
  #bytes = 0;

  /** @param folder private folder of the hub, there already */
  constructor(
    folder: string,
    parts: {
      readonly limits: ServerLimits;
      readonly now: () => Date;
      readonly newId: () => string;
      onFault(error: unknown): void;
    },
  ) {
    this.#folder = folder;
    this.#limits = parts.limits;
    this.#now = parts.now;
    this.#newName = parts.newId;
    this.#onFault = parts.onFault;
  }

  /** What is unfinished; what was taken is known by its name only. */
  list(): readonly Upload[] {
    return [...this.#byName.values()].filter(({ isTaken }) => !isTaken);
  }

  find(name: string): Upload | undefined {
    return this.#byName.get(name);
  }

  /** Opens a file for writing: a new one, or the rest of one that broke off. @throws Refusal */
  async open(
    name: string,
    how: { readonly create: boolean; readonly exclusive: boolean; readonly truncate: boolean },
  ): Promise<Upload> {
    await this.#forgetOld();
    const before = this.#byName.get(name);
    if (before && !before.isTaken && how.exclusive) throw new Refusal('failure', `${name} is there already.`);
    if (!before && !how.create) throw missing(`/inbox/${name}`);
    // Whoever comes again after a broken line goes on; the hub may not have noticed that the line is broken.
    if (before?.isOpen) await this.#takeAway(before);
    if (before && !how.truncate && !before.bytes.isForgotten) {
      // What is put to a file that was taken makes a new one of it.
      const kept: Kept = { ...before, changedAt: this.#now(), isOpen: true, isTaken: false, fault: undefined };
      this.#byName.set(name, kept);
      return kept;
    }
    if (before) await this.#drop(before);
    await this.#makeRoom();
    const kept: Kept = {
      ...{ name, sizeBytes: 0, changedAt: this.#now(), isOpen: true, isTaken: false, fault: undefined },
      ...{ written: new Extents(), bytes: new SpoolFile(join(this.#folder, this.#newName())) },
    };
    this.#byName.set(name, kept);
    return kept;
  }

  /** @throws Refusal, CodedError; then the upload is spoilt: it is not the file that was sent */
  async write(upload: Upload, offset: number, bytes: Buffer): Promise<void> {
    const kept = upload as Kept;
    if (kept.fault) throw kept.fault;
    try {
      await this.#write(kept, offset, bytes);
    } catch (error) {
      throw this.#spoil(kept, error);
    }
  }

  async #write(kept: Kept, offset: number, bytes: Buffer): Promise<void> {
    const end = offset + bytes.length;
    const { documentBytes, spoolBytesPerEndpoint } = this.#limits;
    if (!Number.isSafeInteger(end) || end > documentBytes) throw tooLarge(documentBytes);
    const growth = Math.max(0, end - kept.sizeBytes);
    if (this.#bytes + growth > spoolBytesPerEndpoint) await this.#forgetTaken();
    if (this.#bytes + growth > spoolBytesPerEndpoint)
      throw new Refusal('failure', 'Too many unfinished files lie in the inbox. Finish them, or delete them.');
    await kept.bytes.write(bytes, offset);
    kept.written.add(offset, end);
    if (kept.written.holes > mostHoles) throw refused(mostHolesEver);
    kept.sizeBytes += growth;
    this.#bytes += growth;
    kept.changedAt = this.#now();
  }

  /** Shortens an upload; SFTP has no other way to take back what was written too far. */
  async cut(upload: Upload, length: number): Promise<void> {
    const kept = upload as Kept;
    if (kept.fault) throw kept.fault;
    if (length >= kept.sizeBytes) return;
    await kept.bytes.truncate(length).catch((error: unknown) => {
      throw this.#spoil(kept, error);
    });
    kept.written.cut(length);
    this.#bytes -= kept.sizeBytes - length;
    kept.sizeBytes = length;
  }

  /** Nobody writes any more, because the file is whole or because the connection ended. */
  async close(upload: Upload): Promise<void> {
    const kept = upload as Kept;
    kept.isOpen = false;
    await kept.bytes.close().catch((error: unknown) => this.#spoil(kept, error));
  }

  /** It stays as it is, for whoever goes on with it or gives it its name. */
  async keep(upload: Upload): Promise<void> {
    const kept = upload as Kept;
    if (this.#byName.get(kept.name) !== kept || kept.isTaken) return;
    await kept.bytes.settle().catch((error: unknown) => this.#spoil(kept, error));
  }

  /** All bytes of a file that was closed. @throws CodedError when it is empty, or not whole */
  async read(upload: Upload): Promise<Buffer> {
    const kept = upload as Kept;
    if (kept.fault) throw kept.fault;
    if (kept.sizeBytes === 0) throw new CodedError('inbox.empty', { detail: 'The file is empty.' });
    if (!kept.written.covers(kept.sizeBytes))
      throw refused('Parts of it are missing: it was resumed where nothing was. Send the whole file again.');
    return kept.bytes.read();
  }

  /** Remembers that a file has become a document. */
  taken(upload: Upload): void {
    const kept = upload as Kept;
    kept.isTaken = true;
    kept.bytes.forgetMemory();
  }

  /** @throws Refusal when another file has the name */
  async rename(upload: Upload, name: string): Promise<void> {
    const kept = upload as Kept;
    const other = this.#byName.get(name);
    if (other === kept) return;
    if (kept.isOpen) throw new Refusal('failure', `${kept.name} is being written.`);
    if (other && !other.isTaken) throw new Refusal('failure', `${name} is there already.`);
    if (other) await this.#drop(other);
    this.#byName.delete(kept.name);
    kept.name = name;
    this.#byName.set(name, kept);
  }

  /** @throws Refusal while somebody writes it */
  async remove(upload: Upload): Promise<void> {
    if (upload.isOpen) throw denied(`${upload.name} is being written.`);
    await this.#drop(upload as Kept);
  }

  /** Files that nobody came back for, and what is known of those that were taken some time ago. */
  async #forgetOld(): Promise<void> {
    const now = this.#now().getTime();
    for (const kept of this.#byName.values()) {
      const { isOpen, isTaken, changedAt } = kept;
      const keptMs = isTaken ? this.#limits.takenMs : this.#limits.unfinishedMs;
      if (!isOpen && now - changedAt.getTime() > keptMs) await this.#drop(kept);
    }
  }

  async #forgetTaken(): Promise<void> {
    for (const kept of this.#byName.values()) if (kept.isTaken && !kept.isOpen) await this.#drop(kept);
  }

  async #makeRoom(): Promise<void> {
    if (this.#byName.size < this.#limits.uploadsPerEndpoint) return;
    // The oldest tenth of what was taken: not a walk through all of them for each file of thousands.
    const old = [...this.#byName.values()].filter(({ isTaken, isOpen }) => isTaken && !isOpen);
    for (const kept of old.slice(0, Math.ceil(this.#limits.uploadsPerEndpoint / 10))) await this.#drop(kept);
    if (this.#byName.size >= this.#limits.uploadsPerEndpoint)
      throw new Refusal(
        'failure',
        `${this.#byName.size} unfinished files lie in the inbox. Finish them, or delete them.`,
      );
  }

  /** Whoever has it open can do nothing more with it. */
  async #takeAway(kept: Kept): Promise<void> {
    kept.fault = gone(kept.name);
    await this.close(kept);
  }

  async #drop(kept: Kept): Promise<void> {
    if (this.#byName.get(kept.name) !== kept) return;
    this.#byName.delete(kept.name);
    this.#bytes -= kept.sizeBytes;
    kept.sizeBytes = 0;
    await kept.bytes.remove();
  }

  /** It is not the file that was sent, whatever else comes. What nobody foresaw goes to the log. */
  #spoil(kept: Kept, error: unknown): CodedError | Refusal {
    const isForeseen = error instanceof CodedError || error instanceof Refusal;
    if (!isForeseen && !kept.fault) this.#onFault(error);
    kept.fault ??= isForeseen ? error : new Refusal('failure', answerTo(error).message);
    return kept.fault;
  }
}

const gone = (name: string) => new Refusal('failure', `${name} is written by somebody else now.`);
const refused = (detail: string) => new CodedError('channel.refused', { detail });
