import type { RequestListener } from 'node:http';
import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeServer } from '../../services/http/server.ts';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly code?: string;
    readonly documents?: readonly { readonly id: string; readonly duplicate: boolean }[];
  };
}

/** A request whose body is sent by hand, piece by piece. */
export interface Upload {
  readonly request: ClientRequest;
  readonly answer: Promise<Answered>;
  /** The answer without its body, which need not be JSON. */
  readonly plain: Promise<{ readonly status: number }>;
}

/** The hub's own server around an app, on a free port. */
export async function serveApp(
  app: RequestListener,
  bodyMs = 120_000,
  host = '127.0.0.1',
): Promise<{ server: Server; port: number; close(): Promise<void> }> {
  const server = makeServer(app, { bodyMs });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, host, resolve);
  await promise;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((done) => server.close(() => done()));
  };
  return { server, port: (server.address() as AddressInfo).port, close };
}

export function upload(
  port: number,
  key: string,
  headers: Record<string, string | number>,
  path = '/v1/inbox',
): Upload {
  const request = httpRequest({
    ...{ port, host: '127.0.0.1', path, method: 'POST', agent: false },
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/edi-x12', ...headers },
  });
  const answer = new Promise<Answered>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const json = /json/.test(response.headers['content-type'] ?? '');
        resolve({ status: response.statusCode!, headers: response.headers, body: json ? JSON.parse(text) : {} });
      });
    });
  });
  // A test that expects no answer may leave it.
  answer.catch(() => undefined);
  const plain = new Promise<{ status: number }>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => resolve({ status: response.statusCode! }));
  });
  plain.catch(() => undefined);
  request.flushHeaders();
  return { request, answer, plain };
}
