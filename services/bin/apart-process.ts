import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CodedError, type ErrorDetail } from '../domain/errors.ts';
import type { Limits } from '../domain/limits.ts';
import type { Log } from '../flows/context.ts';
import type { TrialQuestion } from '../flows/mappings/bench.ts';
import type { WhatIfQuestion } from '../flows/mappings/what-if.ts';
import type { SpecificationQuestion } from '../flows/read-specification.ts';
import type { ApartEnd } from '../flows/translate-apart.ts';
import type { PageQuestion } from '../http/annotated-pages.ts';
import type { PreviewQuestion } from '../http/preview.ts';
import type { Logins } from '../store/logins.ts';
import type { LimitValues } from './limit-settings.ts';

/** What the process needs that works on large documents; it goes over the channel, since it holds secrets. */
export interface ApartSettings {
  readonly logins: Logins;
  readonly keys: readonly string[];
  /** Folder of imported standards, if there is one. */
  readonly imports: string | undefined;
  readonly limits: Limits & Pick<LimitValues, 'largeHeapBytes' | 'largeMs' | 'requestMs'>;
  readonly logLevel: string;
}

export interface ApartOptions extends ApartSettings {
  readonly log: Log;
}

/** What the hub asks of the process. */
export type Question =
  | { readonly documentId: string }
  | { readonly page: PageQuestion }
  | { readonly preview: PreviewQuestion }
  | { readonly trial: TrialQuestion }
  | { readonly whatIf: WhatIfQuestion }
  | { readonly specification: SpecificationQuestion };
/** What it says: how a translation ended, or a page, a preview or another answer as JSON; a failure with its code and what is told of it. */
export type Answer =
  | { readonly end: ApartEnd }
  | { readonly page: string }
  | { readonly preview: string }
  | { readonly failure: string; readonly detail?: ErrorDetail };
export type ToApart = { readonly settings: ApartSettings } | Question;
export type FromApart = { readonly ready: true } | Answer;

/** The process is gone; the reason is one sentence. */
export interface Death {
  readonly died: string;
  /** What it was ended for, where it was that. */
  readonly of?: 'time' | 'memory';
}

export interface ApartProcess {
  /** Resolves when the process is there. @throws CodedError when it cannot be had */
  ready(): Promise<void>;
  /** One question after the other. Without an answer `withinMs` after its turn the process is ended. @throws CodedError when there is no process to be had */
  ask(question: Question, withinMs: number): Promise<Answer | Death>;
  readonly isClosing: boolean;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('apart-program.ts', import.meta.url));
// Loading standards takes a second or two, so the process stays for a while; then its memory is given back.
const idleMs = 60_000;
const keptStderr = 8_000;
const mb = 1024 * 1024;

/**
 * A process of its own for what large documents need, one thing at a time. It is started when first needed and again after a death, and ends with the hub. Why a process:
 * running out of memory ends a whole process, whichever thread it was.
 */
export function openApart(options: ApartOptions): ApartProcess {
  let process_: OneProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosing = false;
  let last: Promise<unknown> = Promise.resolve();

  const ready = async (): Promise<void> => {
    clearTimeout(idle);
    if (isClosing) throw new CodedError('store.unavailable', { detail: 'The hub is stopping.' });
    if (!process_?.isAlive) process_ = new OneProcess(options);
    await process_.ready;
  };
  const one = async (question: Question, withinMs: number) => {
    await ready();
    const answer = await process_!.ask(question, withinMs);
    idle = setTimeout(() => process_?.end(), idleMs);
    idle.unref();
    return answer;
  };
  return {
    ready,
    ask(question, withinMs) {
      const mine = last.then(() => one(question, withinMs));
      last = mine.catch(() => undefined);
      return mine;
    },
    get isClosing() {
      return isClosing;
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
class OneProcess {
  readonly ready: Promise<void>;
  /** Resolves with how the process ended. */
  readonly gone: Promise<Death>;
  isAlive = true;
  readonly #child: ChildProcess;
  readonly #options: ApartOptions;
  #answer: ((answer: Answer | Death) => void) | undefined;
  #lateAfterMs = 0;
  #stderr = '';

  constructor(options: ApartOptions) {
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
      this.#child.once('error', (error) => resolve({ died: `It could not be started: ${error.message}.` }));
      this.#child.once('exit', (code, signal) => resolve(this.#howItEnded(code, signal)));
    });
    void this.gone.then((death) => {
      this.isAlive = false;
      started.reject(
        new CodedError('store.unavailable', { detail: `Large documents cannot be worked on. ${death.died}` }),
      );
      this.#answer?.(death);
    });
    this.#child.stderr?.setEncoding('latin1').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-keptStderr);
    });
    this.#child.on('message', (message: FromApart) => {
      if ('ready' in message) started.resolve();
      else this.#answer?.(message);
    });
    this.#send({ settings });
  }

  /** Never rejects: the death of the process is an answer like another. */
  async ask(question: Question, withinMs: number): Promise<Answer | Death> {
    const { promise, resolve } = Promise.withResolvers<Answer | Death>();
    this.#answer = resolve;
    const patience = setTimeout(() => {
      this.#lateAfterMs = withinMs;
      this.end();
    }, withinMs);
    if (this.isAlive) this.#send(question);
    else resolve(await this.gone);
    const answer = await promise;
    clearTimeout(patience);
    this.#answer = undefined;
    return answer;
  }

  /** What it was at is lost: a translation is found again, since it is a row in the database. */
  end(): void {
    this.#child.kill('SIGKILL');
  }

  #send(message: ToApart): void {
    // A channel that is closed already belongs to a process whose end is told anyway.
    this.#child.send(message, () => undefined);
  }

  #howItEnded(code: number | null, signal: NodeJS.Signals | null): Death {
    const { limits, log } = this.#options;
    if (this.#lateAfterMs > 0)
      return {
        died: `It took longer than ${this.#lateAfterMs / 1000} seconds and was ended (CROSSDOCK_LARGE_SECONDS sets how long it may take).`,
        of: 'time',
      };
    if (/heap out of memory|allocation failed|bad_alloc/i.test(this.#stderr))
      return {
        died: `It needed more memory than the ${limits.largeHeapBytes / mb} MB that a translation may take (CROSSDOCK_LARGE_HEAP_MB).`,
        of: 'memory',
      };
    if (this.#stderr)
      log.error({ code, signal, stderr: this.#stderr.slice(-1000) }, 'the process for large documents died');
    return { died: `The process for large documents died (${signal ?? `exit code ${code}`}).` };
  }
}
