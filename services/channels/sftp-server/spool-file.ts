import { type FileHandle, open, readFile, rm } from 'node:fs/promises';

// Programs write 32 KB at a time; so many of them go to the disk at once. What is smaller as a whole never goes there, unless it has to wait.
const pieceBytes = 262_144;

/** The bytes of an upload. They are written behind the answers: an error of the disk comes with the next write, or when all of it is settled. */
export class SpoolFile {
  readonly #path: string;
  #file: FileHandle | undefined;
  #isOnDisk = false;
  #pending: Buffer[] = [];
  /** Where the first of them belongs; each other one follows. */
  #at = 0;
  #pendingBytes = 0;
  #flushing: Promise<void> = Promise.resolve();
  #error: Error | undefined;
  #isForgotten = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Its bytes are not kept any more. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  async write(bytes: Buffer, offset: number): Promise<void> {
    if (this.#error) throw this.#error;
    if (this.#pendingBytes > 0 && offset !== this.#at + this.#pendingBytes) await this.#flush();
    if (this.#pendingBytes === 0) this.#at = offset;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= pieceBytes) await this.#flush();
  }

  async truncate(length: number): Promise<void> {
    await this.settle();
    await this.#withFile((file) => file.truncate(length));
    await this.settle();
  }

  /** Nobody writes any more: what has begun to go to the disk goes there whole. */
  async close(): Promise<void> {
    if (this.#isOnDisk) await this.settle();
  }

  /** All of it is on the disk, and nothing is open. */
  async settle(): Promise<void> {
    try {
      if (this.#pendingBytes > 0) await this.#flush();
      await this.#flushing;
      if (this.#error) throw this.#error;
    } finally {
      const file = this.#file;
      this.#file = undefined;
      await file?.close();
    }
  }

  /** All bytes, from the first to the last without a hole. */
  async read(): Promise<Buffer> {
    if (!this.#isOnDisk) return Buffer.concat(this.#pending);
    await this.settle();
    return readFile(this.#path);
  }

  /** What lies in memory only is given up; what is on the disk stays for a while. */
  forgetMemory(): void {
    if (this.#isOnDisk) return;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#isForgotten = true;
  }

  async remove(): Promise<void> {
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#isForgotten = true;
    await this.#flushing;
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
    if (this.#isOnDisk) await rm(this.#path, { force: true });
  }

  /** Gives what is pending to the disk, after what was given to it before. */
  async #flush(): Promise<void> {
    await this.#flushing;
    if (this.#error) throw this.#error;
    const [pieces, at] = [this.#pending, this.#at];
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#flushing = this.#withFile((file) => writeAll(file, pieces, at)).catch((error: Error) => {
      this.#error = error;
    });
  }

  async #withFile(work: (file: FileHandle) => Promise<void>): Promise<void> {
    // Before it is there: a file that could not be filled is removed as well.
    const isNew = !this.#isOnDisk;
    this.#isOnDisk = true;
    this.#file ??= await open(this.#path, isNew ? 'wx+' : 'r+', 0o600);
    await work(this.#file);
  }
}

async function writeAll(file: FileHandle, pieces: readonly Buffer[], at: number): Promise<void> {
  let [left, offset] = [pieces, at];
  while (left.length > 0) {
    const { bytesWritten } = await file.writev(left as Buffer[], offset);
    offset += bytesWritten;
    left = after(left, bytesWritten);
  }
}

/** What is left of pieces whose first bytes were written. */
function after(pieces: readonly Buffer[], bytes: number): readonly Buffer[] {
  let [place, done] = [0, bytes];
  for (let piece = pieces[place]; piece && done >= piece.length; piece = pieces[place]) {
    done -= piece.length;
    place += 1;
  }
  const [first, ...rest] = pieces.slice(place);
  return first === undefined ? [] : [first.subarray(done), ...rest];
}
