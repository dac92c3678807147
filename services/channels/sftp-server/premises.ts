import type { Host, HostedEndpoint, ListedFile, RefusedFile } from '../host.ts';
import { notAccepted } from '../not-accepted.ts';
import type { Entry } from './entry.ts';
import type { ServerLimits } from './limits.ts';
import { Names } from './names.ts';
import type { Folder } from './place.ts';
import type { SftpServerSettings } from './settings.ts';
import { Uploads } from './uploads.ts';

/** A file that a partner may read: a document, or a text of the hub. */
export interface Readable extends Entry {
  readonly documentId?: string;
  readonly text?: string;
}

type Shelf = Exclude<Folder, 'inbox'>;
const freshMs = 2000;

/** What all sessions of an endpoint share: its uploads, and under which names documents are shown. */
export class Premises {
  /** As it was lately. */
  endpoint: HostedEndpoint<SftpServerSettings>;
  readonly uploads: Uploads;
  sessions = 0;
  readonly #host: Host<SftpServerSettings>;
  readonly #ticks: () => number;
  readonly #names: Readonly<Record<Shelf, Names>> = { outbox: new Names(), archive: new Names(), errors: new Names() };
  readonly #shelves = new Map<Shelf, { readonly at: number; readonly files: Map<string, Readable> }>();

  constructor(
    endpoint: HostedEndpoint<SftpServerSettings>,
    host: Host<SftpServerSettings>,
    parts: {
      readonly spool: string;
      readonly limits: ServerLimits;
      readonly now: () => Date;
      readonly newId: () => string;
      readonly ticks: () => number;
      onFault(error: unknown): void;
    },
  ) {
    this.endpoint = endpoint;
    this.#host = host;
    this.#ticks = parts.ticks;
    this.uploads = new Uploads(parts.spool, parts);
  }

  /** What lies in a folder, by name, as it is now. */
  async list(shelf: Shelf): Promise<ReadonlyMap<string, Readable>> {
    const files = await this.#read(shelf);
    this.#shelves.set(shelf, { at: this.#ticks(), files });
    return files;
  }

  /** A file: as it was lately, since programs list a folder and then ask for each of its files. */
  async find(shelf: Shelf, name: string): Promise<Readable | undefined> {
    const known = this.#shelves.get(shelf);
    const isFresh = known !== undefined && this.#ticks() - known.at < freshMs;
    const found = isFresh ? known.files.get(name) : undefined;
    // What was collected is deleted right after by most programs; nothing has to be looked up for that.
    if (found || (isFresh && shelf === 'outbox' && this.wasCollected(name))) return found;
    return (await this.list(shelf)).get(name);
  }

  /** A document of the outbox that had this name and was collected since. */
  wasCollected(name: string): boolean {
    return this.#names.outbox.knows(name);
  }

  /** A document was collected: what else lies in the outbox is known still. */
  collected(documentId: string): void {
    const files = this.#shelves.get('outbox')?.files;
    const name = this.#names.outbox.nameOf(documentId);
    if (name !== undefined) files?.delete(name);
    this.#shelves.delete('archive');
  }

  /** A document came in: what lies in archive and errors is looked up anew. */
  arrived(): void {
    this.#shelves.delete('archive');
    this.#shelves.delete('errors');
  }

  async #read(shelf: Shelf): Promise<Map<string, Readable>> {
    const { endpoint } = this;
    if (endpoint.paused && shelf === 'outbox') return new Map();
    if (shelf === 'outbox') return this.#named('outbox', (await this.#host.outbox(endpoint)).map(ofDocument));
    const refused = await this.#host.refused(endpoint);
    if (shelf === 'errors') return this.#named('errors', refused.toReversed().flatMap(ofRefused));
    const isRefused = new Set(refused.flatMap(({ documentId, isAgain }) => (isAgain ? [] : [documentId])));
    const [sent, collected] = [
      await this.#host.recent(endpoint, 'sent'),
      await this.#host.recent(endpoint, 'collected'),
    ];
    const taken = [...sent, ...collected].filter(({ documentId }) => !isRefused.has(documentId));
    return this.#named('archive', taken.toReversed().map(ofDocument));
  }

  #named(shelf: Shelf, files: readonly (Readable & { readonly key: string })[]): Map<string, Readable> {
    const names = this.#names[shelf];
    names.keep(files.length);
    return new Map(files.map((file) => [names.of(file.key, file.name), file]));
  }
}

const ofDocument = ({ documentId, fileName: name, sizeBytes, at }: ListedFile) => ({
  ...{ key: documentId, documentId, name, sizeBytes, at },
});

/** The file where its bytes were kept, and the text beside it that says why. */
function ofRefused({ exchangeId, documentId, sizeBytes = 0, fileName: name, why, at }: RefusedFile) {
  const text = notAccepted(name, why, documentId);
  return [
    ...(documentId === undefined ? [] : [{ key: exchangeId, documentId, name, sizeBytes, at }]),
    { key: `${exchangeId}.txt`, name: `${name}.txt`, text, sizeBytes: Buffer.byteLength(text), at },
  ];
}
