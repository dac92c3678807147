import type { Finding } from '../../finding.ts';
import type { ListLimits } from '../../finding-list.ts';
import type { FunctionalGroup, Interchange, TransactionSet } from '../model.ts';
import { DocumentReader } from './document-reader.ts';
import type { GroupHead, InterchangeHead, ReadSink } from './read-sink.ts';
import { ROOM_BYTES, StreamWindow } from './window.ts';

/** A piece of a document that is read as a stream. */
export type ReadItem =
  /** A finding that belongs to no interchange. */
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'interchange'; readonly head: InterchangeHead }
  | { readonly kind: 'group'; readonly head: GroupHead }
  | { readonly kind: 'set'; readonly set: TransactionSet }
  /** What only the end of a group tells: findings, status, range. */
  | { readonly kind: 'group-end'; readonly group: Omit<FunctionalGroup, 'sets'> }
  | { readonly kind: 'interchange-end'; readonly interchange: Omit<Interchange, 'groups'> };

/** Bytes as they come, each chunk of any length. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Reads a document chunk by chunk, in memory for one chunk and the largest set. Gives what `read` gives for the whole, however the bytes are cut;
 * offsets count from the start of the document. Chunks are copied; sets may be kept, each keeps some hundred kilobytes around it.
 */
export class StreamReader {
  readonly #window: StreamWindow;
  readonly #items = new Items();
  readonly #reader: DocumentReader;

  /** `roomBytes`: how many bytes are held at once, unless a set has more; `limits`: how many findings are listed one by one. */
  constructor(roomBytes = ROOM_BYTES, limits?: ListLimits) {
    this.#window = new StreamWindow(roomBytes);
    this.#reader = new DocumentReader(this.#window.tape, this.#items, limits);
  }

  /** Takes the next bytes; answers what they complete, in the order of the document. */
  push(chunk: Uint8Array): readonly ReadItem[] {
    this.#window.append(chunk, this.#reader);
    this.#reader.run(false);
    return this.#items.take();
  }

  /** Says that nothing follows; answers what that completes. */
  end(): readonly ReadItem[] {
    this.#reader.run(true);
    return this.#items.take();
  }
}

/** Reads a stream of bytes; every item is given as soon as the bytes that tell it are there. */
export async function* readStream(chunks: Chunks, limits?: ListLimits): AsyncGenerator<ReadItem, void, undefined> {
  const reader = new StreamReader(ROOM_BYTES, limits);
  for await (const chunk of chunks) yield* reader.push(chunk);
  yield* reader.end();
}

/** Collects what is read until somebody takes it. */
class Items implements ReadSink {
  #items: ReadItem[] = [];

  take(): readonly ReadItem[] {
    const items = this.#items;
    if (items.length > 0) this.#items = [];
    return items;
  }

  finding(finding: Finding): void {
    this.#items.push({ kind: 'finding', finding });
  }

  openInterchange(head: InterchangeHead): void {
    this.#items.push({ kind: 'interchange', head });
  }

  openGroup(head: GroupHead): void {
    this.#items.push({ kind: 'group', head });
  }

  set(set: TransactionSet): void {
    this.#items.push({ kind: 'set', set });
  }

  closeGroup(group: Omit<FunctionalGroup, 'sets'>): void {
    this.#items.push({ kind: 'group-end', group });
  }

  closeInterchange(interchange: Omit<Interchange, 'groups'>): void {
    this.#items.push({ kind: 'interchange-end', interchange });
  }
}
