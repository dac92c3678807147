import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { SFTPWrapper } from 'ssh2';
import type { ServerLimits } from './limits.ts';

interface Job {
  readonly bytes: number;
  readonly work: () => Promise<void>;
}

const unsentBytes = 4 * 1024 * 1024;
const unsentReplies = 64;

/** The requests of a session that wait to be done. While too much waits nothing more is read from the partner, who has to wait as well. */
export class WorkQueue {
  readonly #socket: Socket;
  readonly #sftp: SFTPWrapper;
  readonly #limits: ServerLimits;
  readonly #jobs: Job[] = [];
  #bytes = 0;
  #isWorking = false;
  #isOver = false;

  constructor(socket: Socket, sftp: SFTPWrapper, limits: ServerLimits) {
    this.#socket = socket;
    this.#sftp = sftp;
    this.#limits = limits;
  }

  add(bytes: number, work: () => Promise<void>): void {
    if (this.#isOver) return;
    this.#jobs.push({ bytes, work });
    this.#bytes += bytes;
    if (this.#isFull(1)) this.#socket.pause();
    if (!this.#isWorking) void this.#run();
  }

  /** Throws away what waits; does the last thing when the one that is under way has come to its end. */
  finish(last: () => Promise<void>): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#jobs.length = 0;
    this.#jobs.push({ bytes: 0, work: last });
    if (!this.#isWorking) void this.#run();
  }

  /** Waits until the partner has read most of what was answered. */
  async drained(): Promise<void> {
    while (!this.#isOver && !this.#socket.destroyed && this.#isUnsent()) await wait(5);
  }

  #isUnsent(): boolean {
    // Replies that do not fit into the window of the partner are kept by the library, under no public name.
    const { _buffer: kept = [] } = this.#sftp as unknown as { readonly _buffer?: readonly unknown[] };
    return kept.length > unsentReplies || this.#socket.writableLength > unsentBytes;
  }

  #isFull(share: number): boolean {
    return this.#bytes > this.#limits.waitingBytes * share || this.#jobs.length > this.#limits.waitingRequests * share;
  }

  async #run(): Promise<void> {
    this.#isWorking = true;
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      // Each job answers its own errors; what is left are writes to a connection that is gone.
      await job.work().catch(() => undefined);
      this.#bytes -= job.bytes;
      if (this.#socket.isPaused() && !this.#isFull(0.5)) this.#socket.resume();
    }
    this.#isWorking = false;
  }
}
