import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';
import { CodedError } from '../../domain/errors.ts';

/** A file on the partner's server as it was listed. */
export interface RemoteFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Seconds, as the server says. */
  readonly modified: number;
}

const noSuchFile = 2;
const endOfFile = 1;
const operationMs = 30_000;
// Enough to fill a long line, and little enough to be kept in memory.
const pieceBytes = 32_000;
const piecesAtOnce = 32;

const words: Readonly<Record<number, string>> = {
  2: 'there is no such file or folder',
  3: 'the server does not allow it',
  4: 'the server says only that it failed',
  8: 'the server cannot do that',
};

/** What a server said, for people. */
export function wordsOf(error: unknown): string {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  const own = typeof code === 'number' ? words[code] : undefined;
  // Four is any failure; what the server says of it may be worth reading.
  const said = message.replace(/\p{Cc}/gu, ' ').slice(0, 200);
  return own === undefined || (code === 4 && said !== '' && said !== 'Failure') ? said : own;
}

export const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === noSuchFile;

/** One logged-in session with the file system of a partner's server; each operation has a time limit. */
export class Remote {
  readonly #sftp: SFTPWrapper;
  readonly #fail: (reason: CodedError) => void;
  readonly #broken: Promise<never>;

  /**
   * @param broken rejects when the connection ends
   * @param fail ends the connection
   */
  constructor(sftp: SFTPWrapper, broken: Promise<never>, fail: (reason: CodedError) => void) {
    this.#sftp = sftp;
    this.#broken = broken;
    this.#fail = fail;
  }

  /** What lies in a folder, without sub-folders and links. @param most how many entries are looked at, about; `isWhole` when those were all */
  async list(
    folder: string,
    most: number,
  ): Promise<{ readonly files: readonly RemoteFile[]; readonly isWhole: boolean }> {
    const handle = await this.#do<Buffer>((done) => this.#sftp.opendir(folder, done));
    const files: RemoteFile[] = [];
    let looked = 0;
    let isWhole = false;
    try {
      while (looked < most) {
        const batch = await this.#do<FileEntryWithStats[]>((done) => this.#sftp.readdir(handle, done)).catch(
          (error: { code?: unknown }) => {
            if (error.code === endOfFile) return undefined;
            throw error;
          },
        );
        isWhole = !batch || batch.length === 0;
        if (!batch || isWhole) break;
        looked += batch.length;
        for (const { filename, longname, attrs } of batch)
          if (isFile(longname, attrs))
            files.push({ name: filename, sizeBytes: attrs.size ?? 0, modified: attrs.mtime ?? 0 });
      }
    } finally {
      await this.#close(handle);
    }
    return { files, isWhole };
  }

  /** Undefined when it is not there. */
  async stat(path: string): Promise<Stats | undefined> {
    return this.#do<Stats>((done) => this.#sftp.stat(path, done)).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
  }

  /** The bytes of a file that does not change meanwhile; undefined where it did. @param expected how it was when it was listed */
  async read(path: string, expected: Pick<RemoteFile, 'sizeBytes' | 'modified'>): Promise<Buffer | undefined> {
    const handle = await this.#do<Buffer>((done) => this.#sftp.open(path, 'r', done));
    try {
      const isSame = async () => {
        const { size, mtime } = await this.#do<Stats>((done) => this.#sftp.fstat(handle, done));
        return size === expected.sizeBytes && mtime === expected.modified;
      };
      if (!(await isSame())) return undefined;
      const bytes = Buffer.alloc(expected.sizeBytes);
      let isShort = false;
      await inPieces(bytes.length, async (from, length) => {
        let at = from;
        while (at < from + length && !isShort) {
          const got = await this.#do<number>((done) =>
            this.#sftp.read(handle, bytes, at, from + length - at, at, done),
          );
          if (got === 0) isShort = true;
          at += got;
        }
      });
      return !isShort && (await isSame()) ? bytes : undefined;
    } finally {
      await this.#close(handle);
    }
  }

  /** Writes a file anew. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const handle = await this.#do<Buffer>((done) => this.#sftp.open(path, 'w', done));
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let isClosed = false;
    try {
      await inPieces(content.length, (from, length) =>
        this.#do<void>((done) => this.#sftp.write(handle, content, from, length, from, done)),
      );
      // Some servers say only now that the disk is full.
      isClosed = true;
      await this.#do<void>((done) => this.#sftp.close(handle, done));
    } finally {
      if (!isClosed) await this.#close(handle);
    }
  }

  rename = (from: string, to: string): Promise<void> => this.#do<void>((done) => this.#sftp.rename(from, to, done));
  remove = (path: string): Promise<void> => this.#do<void>((done) => this.#sftp.unlink(path, done));
  makeFolder = (path: string): Promise<void> => this.#do<void>((done) => this.#sftp.mkdir(path, done));

  async #close(handle: Buffer): Promise<void> {
    await this.#do<void>((done) => this.#sftp.close(handle, done)).catch(() => undefined);
  }

  #do<T>(start: (done: (error: Error | null | undefined, value?: unknown) => void) => void): Promise<T> {
    const answer = new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        const late = new CodedError('channel.unreachable', {
          detail: `The server has not answered for ${operationMs / 1000} seconds.`,
        });
        reject(late);
        this.#fail(late);
      }, operationMs);
      start((error, value) => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve(value as T);
      });
    });
    return Promise.race([answer, this.#broken]);
  }
}

/** Works through a length in pieces, many at a time. */
async function inPieces(length: number, work: (from: number, length: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < length) {
      const from = next;
      next += pieceBytes;
      await work(from, Math.min(pieceBytes, length - from));
    }
  };
  await Promise.all(Array.from({ length: Math.min(piecesAtOnce, Math.ceil(length / pieceBytes)) }, one));
}

// Some servers say nothing of the kind in their attributes, but show it as `ls -l` does.
function isFile(longname: string, attrs: Stats): boolean {
  return attrs.mode === undefined ? !/^[dlbcps]/.test(longname) : attrs.isFile();
}
