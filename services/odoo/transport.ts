import * as http from 'node:http';
import * as https from 'node:https';
import { OdooError } from './error.ts';

/** May the hub talk to this address? The sandbox answers yes for its twin only. */
export type Allow = (target: URL) => boolean;

export interface Transport {
  /** Posts JSON with its length. A call that `changes` something and breaks off after it was sent has an unknown outcome. @throws OdooError */
  post(
    path: string,
    body: unknown,
    options: { readonly headers?: Readonly<Record<string, string>>; readonly changes: boolean },
  ): Promise<HttpAnswer>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

export interface TransportOptions {
  /** Base address, with or without a path. */
  readonly url: string;
  readonly allow?: Allow | undefined;
  /** Odoo repeats a colliding call inside for up to two minutes: less would cut off calls that succeed. */
  readonly timeoutMs?: number | undefined;
}

const defaultTimeoutMs = 130_000;
const maxAnswerBytes = 256 * 1024 * 1024;

export function openTransport({ url, allow = () => true, timeoutMs = defaultTimeoutMs }: TransportOptions): Transport {
  const base = url.replace(/\/+$/, '');
  const secure = new URL(base).protocol === 'https:';
  const agent = secure ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
  const request = secure ? https.request : http.request;
  return {
    post(path, body, { headers = {}, changes }) {
      const target = new URL(base + path);
      if (!allow(target))
        return Promise.reject(
          new OdooError(
            'access',
            'crossdock.NotAllowed',
            `The hub may not call ${target.origin} from this environment.`,
          ),
        );
      const payload = Buffer.from(JSON.stringify(body));
      // Odoo ignores a body without a length, silently, and then runs the method without arguments.
      const all = {
        'Content-Type': 'application/json',
        'Content-Length': String(payload.length),
        'User-Agent': 'crossdock',
        ...headers,
      };
      const send = (again: boolean): Promise<HttpAnswer> =>
        new Promise<HttpAnswer>((resolve, reject) => {
          const sending = request(target, { method: 'POST', agent, headers: all });
          const timer = setTimeout(() => sending.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
          let sent = false;
          const fail = (error: Error) => {
            clearTimeout(timer);
            // A server may close an idle connection just as it is used again; that says nothing about the server.
            if (!again && !changes && sending.reusedSocket && wasReset(error)) resolve(send(true));
            else reject(broken(error, sent && changes, target));
          };
          sending.on('socket', (socket) => {
            if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', () => (sent = true));
            else sent = true;
          });
          sending.on('error', fail);
          sending.on('response', (response) => {
            collect(response).then((text) => {
              clearTimeout(timer);
              resolve({ status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', text });
            }, fail);
          });
          sending.end(payload);
        });
      return send(false);
    },
  };
}

const wasReset = (error: Error) => 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

async function collect(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxAnswerBytes) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function broken(error: Error, unknown: boolean, target: URL): OdooError {
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  if (unknown)
    return new OdooError(
      'unknown-outcome',
      'crossdock.NoAnswer',
      `${target.host} gave no answer after the call was sent: ${error.message}${code}.`,
    );
  return new OdooError(
    'unreachable',
    'crossdock.Unreachable',
    `${target.host} cannot be reached: ${error.message}${code}.`,
  );
}

/** What an answer without an error object in it means. */
export function plainFailure(answer: HttpAnswer, changes: boolean): OdooError {
  const { status } = answer;
  if (status === 502 || status === 504) {
    return new OdooError(
      changes ? 'unknown-outcome' : 'unreachable',
      `http.${status}`,
      `A proxy in front of Odoo answered ${status}.`,
    );
  }
  if (status === 503 || status === 429)
    return new OdooError('retry', `http.${status}`, `Odoo or a proxy in front of it answered ${status}.`);
  if (status === 401) return new OdooError('authentication', 'http.401', 'Odoo does not accept the key.');
  if (status >= 500)
    return new OdooError(
      changes ? 'unknown-outcome' : 'unreachable',
      `http.${status}`,
      `Odoo answered ${status} without saying why.`,
    );
  if (status === 404 || (status >= 300 && status < 400))
    return new OdooError(
      'wrong-address',
      `http.${status}`,
      `Odoo answered ${status}: there is no such database or no Odoo here. Check address, database name and version.`,
    );
  return new OdooError('bad-request', `http.${status}`, `Odoo answered ${status} without saying why.`);
}
