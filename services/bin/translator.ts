import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../domain/errors.ts';
import type { Limits } from '../domain/limits.ts';
import type { ApartTranslator, Log } from '../flows/context.ts';
import type { ApartEnd } from '../flows/translate-apart.ts';
import type { Logins } from '../store/logins.ts';
import type { LimitValues } from './limit-settings.ts';

/** What the process needs that translates documents apart; it goes over the channel, since it holds secrets. */
export interface TranslatorSettings {
  readonly logins: Logins;
  readonly keys: readonly string[];
  /** Folder of imported standards, if there is one. */
  readonly imports: string | undefined;
  readonly limits: Limits & Pick<LimitValues, 'largeHeapBytes' | 'largeMs'>;
  readonly logLevel: string;
}

export interface TranslatorOptions extends TranslatorSettings {
  readonly log: Log;
}

/** From the hub to the process that translates, and back. */
export type ToTranslator = { readonly settings: TranslatorSettings } | { readonly documentId: string };
export type FromTranslator = { readonly ready: true } | { readonly end: ApartEnd };

const program = fileURLToPath(new URL('translator-process.ts', import.meta.url));
// Loading standards and profiles takes a second or two, so the process stays for a while; then its memory is given back.
const idleMs = 60_000;
const keptStderr = 8_000;
const mb = 1024 * 1024;

/**
 * Translates documents in a process of its own, one at a time. It is started when first needed and again after a death, and ends with the hub. Why a process:
 * running out of memory ends a whole process, whichever thread it was.
 */
export function openTranslator(options: TranslatorOptions): ApartTranslator & { close(): Promise<void> } {
  let process_: TranslatorProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosing = false;
  let last: Promise<unknown> = Promise.resolve();

  const ready = async (): Promise<void> => {
    clearTimeout(idle);
    if (isClosing) throw new CodedError('store.unavailable', { detail: 'The hub is stopping.' });
    if (!process_?.isAlive) process_ = new TranslatorProcess(options);
    await process_.ready;
  };
  const one = async (documentId: string): Promise<ApartEnd> => {
    await ready();
    const end = await process_!.translate(documentId);
    idle = setTimeout(() => process_?.end(), idleMs);
    idle.unref();
    if (end.kind === 'failed') return isClosing ? { kind: 'interrupted', reason: 'The hub is stopping.' } : end;
    return end;
  };
  return {
    ready,
    translate(documentId) {
      const mine = last.then(() => one(documentId));
      last = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      isClosing = true;
      clearTimeout(idle);
      process_?.end();
      await process_?.gone;
    },
  };
}

/** One process, from its start to its end. */
class TranslatorProcess {
  readonly ready: Promise<void>;
  /** Resolves with a sentence that says how the process ended. */
  readonly gone: Promise<string>;
  isAlive = true;
  readonly #child: ChildProcess;
  readonly #options: TranslatorOptions;
  #answer: ((end: ApartEnd) => void) | undefined;
  #isLate = false;
  #stderr = '';

  constructor(options: TranslatorOptions) {
    const { log: _log, ...settings } = options;
    this.#options = options;
    this.#child = fork(program, {
      execArgv: [`--max-old-space-size=${options.limits.largeHeapBytes / mb}`],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    const started = Promise.withResolvers<void>();
    this.ready = started.promise;
    this.ready.catch(() => undefined);
    this.gone = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(`It could not be started: ${error.message}.`));
      this.#child.once('exit', (code, signal) => resolve(this.#howItEnded(code, signal)));
    });
    void this.gone.then((how) => {
      this.isAlive = false;
      started.reject(new CodedError('store.unavailable', { detail: `Documents cannot be translated apart. ${how}` }));
      this.#answer?.({ kind: 'failed', reason: how });
    });
    this.#child.stderr?.setEncoding('latin1').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-keptStderr);
    });
    this.#child.on('message', (message: FromTranslator) => {
      if ('ready' in message) started.resolve();
      else this.#answer?.(message.end);
    });
    this.#send({ settings });
  }

  /** Never rejects: the death of the process is an end like another. */
  async translate(documentId: string): Promise<ApartEnd> {
    const { promise, resolve } = Promise.withResolvers<ApartEnd>();
    this.#answer = resolve;
    const patience = setTimeout(() => {
      this.#isLate = true;
      this.end();
    }, this.#options.limits.largeMs);
    if (!this.isAlive) resolve({ kind: 'interrupted', reason: await this.gone });
    else this.#send({ documentId });
    const end = await promise;
    clearTimeout(patience);
    this.#answer = undefined;
    return end;
  }

  /** What it was at is lost, and found again: it is a row in the database. */
  end(): void {
    this.#child.kill('SIGKILL');
  }

  #send(message: ToTranslator): void {
    // A channel that is closed already belongs to a process whose end is told anyway.
    this.#child.send(message, () => undefined);
  }

  #howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
    const { limits, log } = this.#options;
    if (this.#isLate)
      return `It took longer than ${limits.largeMs / 1000} seconds and was ended (CROSSDOCK_LARGE_SECONDS sets how long it may take).`;
    if (/heap out of memory|allocation failed|bad_alloc/i.test(this.#stderr))
      return `It needed more memory than the ${limits.largeHeapBytes / mb} MB that a translation may take (CROSSDOCK_LARGE_HEAP_MB).`;
    if (this.#stderr)
      log.error({ code, signal, stderr: this.#stderr.slice(-1000) }, 'the process that translates apart died');
    return `The process that translated it died (${signal ?? `exit code ${code}`}).`;
  }
}
