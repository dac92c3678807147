import * as http from 'node:http';
import * as https from 'node:https';
import type { Egress } from '../egress.ts';
import { tlsWords } from '../tls-words.ts';

/** What the receiver answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Its first bytes. */
  readonly body: Buffer;
  readonly ms: number;
}

/** The request came to no answer; the message says why, for people. */
export class NoAnswer extends Error {
  /** It was accepted and nothing came: the next one would wait just as long. */
  readonly isTimeout: boolean;
  readonly ms: number;

  constructor(message: string, of: { readonly isTimeout: boolean; readonly ms: number; readonly cause?: unknown }) {
    super(message, { cause: of.cause });
    this.isTimeout = of.isTimeout;
    this.ms = of.ms;
  }
}

const keptBytes = 1024;
// What is not kept is read on, so that the connection can be used again, but not without end.
const readBytes = 64 * 1024;
const keptHeader = 200;

export interface Poster {
  /** One request, no redirect followed. @throws NoAnswer */
  post(url: URL, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<Answer>;
  close(): void;
}

/** Posts to addresses that partners have typed: only where egress lets it, to the very address that was looked up. @param timeoutMs for everything, from the name to the last byte */
export function openPoster({ resolve, lookup }: Egress, timeoutMs: number): Poster {
  const of = { keepAlive: true, maxSockets: 16, maxFreeSockets: 4, timeout: 30_000 };
  const agents = { 'http:': new http.Agent(of), 'https:': new https.Agent(of) };

  const post: Poster['post'] = async (url, headers, body) => {
    const startedAt = performance.now();
    const ms = () => Math.round(performance.now() - startedAt);
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      // Node looks up no bare address: it is asked here, and connected to as it is.
      await untilAborted(resolve(url.hostname), signal);
      return { ...(await once(url, headers, body, signal)), ms: ms() };
    } catch (error) {
      if (error instanceof Error && error.name === 'CodedError') throw error;
      const isTimeout = signal.aborted;
      const why = isTimeout ? `No answer within ${Math.round(timeoutMs / 1000)} seconds` : wordsOf(error);
      throw new NoAnswer(why, { isTimeout, ms: ms(), cause: error });
    }
  };

  async function once(url: URL, headers: Readonly<Record<string, string>>, body: Uint8Array, signal: AbortSignal) {
    const { promise, resolve: done, reject } = Promise.withResolvers<Omit<Answer, 'ms'>>();
    const { request } = url.protocol === 'https:' ? https : http;
    const agent = agents[url.protocol as keyof typeof agents];
    const sent = request(url, {
      ...{ method: 'POST', agent, lookup, signal },
      headers: { ...headers, 'Content-Length': body.length },
    });
    sent.once('error', (error) => {
      // The receiver closed a kept connection at the moment it was used again: nothing was read of it.
      if (sent.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET' && !signal.aborted)
        once(url, headers, body, signal).then(done, reject);
      else reject(error);
    });
    sent.once('response', (response) => {
      readSome(response).then(
        (some) => done({ status: response.statusCode ?? 0, headers: shortened(response.headers), body: some }),
        reject,
      );
    });
    sent.end(body);
    return promise;
  }

  return {
    post,
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

async function readSome(response: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes < keptBytes) chunks.push(chunk.subarray(0, keptBytes - bytes));
    bytes += chunk.length;
    if (bytes > readBytes) {
      response.destroy();
      break;
    }
  }
  return Buffer.concat(chunks);
}

const shownHeaders = ['content-type', 'content-length', 'date', 'location', 'retry-after', 'server', 'x-request-id'];
const shortened = (headers: http.IncomingHttpHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shownHeaders.flatMap((name) =>
      headers[name] === undefined ? [] : [[name, String(headers[name]).slice(0, keptHeader)]],
    ),
  );

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function wordsOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED') return 'Nobody listens there';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'The connection was cut before an answer came';
  if (code?.startsWith('CERT_') || code?.includes('_CERT') || code?.startsWith('ERR_TLS'))
    return `The certificate of the server does not hold (${code})`;
  const tls = tlsWords(error);
  if (tls !== undefined) return tls.charAt(0).toUpperCase() + tls.slice(1);
  return code ? `No connection (${code})` : message;
}
