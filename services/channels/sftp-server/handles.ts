import type { FileEntry } from 'ssh2';
import { Refusal } from './refusal.ts';
import type { OpenFile } from './root.ts';
import type { Upload } from './uploads.ts';

/** What a partner's program has open. */
export type Handle =
  | { readonly kind: 'upload'; readonly upload: Upload }
  | { readonly kind: 'file'; readonly file: OpenFile }
  | { readonly kind: 'listing'; readonly entries: readonly FileEntry[]; next: number };

/** The open files and folders of a session, by the numbers that its program was given. */
export class Handles {
  readonly #open = new Map<number, Handle>();
  readonly #most: number;
  #last = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws Refusal when too many are open */
  refuseMany(): void {
    if (this.#open.size >= this.#most)
      throw new Refusal('failure', `${this.#open.size} files are open already. Close some of them.`);
  }

  add(handle: Handle): Buffer {
    this.#last += 1;
    this.#open.set(this.#last, handle);
    const key = Buffer.alloc(4);
    key.writeUInt32BE(this.#last);
    return key;
  }

  find(key: Buffer): Handle | undefined {
    return this.#open.get(numberOf(key));
  }

  /** @throws Refusal when it is not open, or something else is */
  of<K extends Handle['kind']>(key: Buffer, kind: K): Extract<Handle, { kind: K }> {
    const found = this.find(key);
    if (found?.kind !== kind) throw new Refusal('failure', 'The handle is not one of a file that is open for this.');
    return found as Extract<Handle, { kind: K }>;
  }

  /** @throws Refusal when it is not open */
  take(key: Buffer): Handle {
    const found = this.find(key);
    if (!found) throw new Refusal('failure', 'The handle is not open.');
    this.#open.delete(numberOf(key));
    return found;
  }

  takeAll(): readonly Handle[] {
    const all = [...this.#open.values()];
    this.#open.clear();
    return all;
  }
}

const numberOf = (key: Buffer): number => (key.length === 4 ? key.readUInt32BE() : 0);
