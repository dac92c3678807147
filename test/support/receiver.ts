import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface ReceivedHook {
  readonly id: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly event: { readonly id: string; readonly type: string; readonly subject: string; readonly data: object };
}

type Reply = (hook: ReceivedHook, response: ServerResponse) => void;

/** A partner's web server that takes webhooks: every request is kept, verified by the package `standardwebhooks`. */
export interface Receiver {
  readonly url: string;
  readonly hooks: ReceivedHook[];
  /** What it answers from now on: a status, or whatever else; 200 unless set. */
  answer: number | Reply;
  /** Throws unless every request so far holds against this secret, at the time that the request says. */
  verify(secret: string, hooks?: readonly ReceivedHook[]): void;
  ids(): string[];
  subjects(): string[];
  /** Cuts all connections and listens no more; `open` is the way back, at the same address. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function receiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const hook = {
        ...{ id: String(request.headers['webhook-id']), path: request.url ?? '', headers: request.headers, text },
        event: JSON.parse(text) as ReceivedHook['event'],
      };
      one.hooks.push(hook);
      if (typeof one.answer === 'function') one.answer(hook, response);
      else response.writeHead(one.answer, { 'Content-Type': 'text/plain' }).end(`told ${one.answer}`);
    });
  });
  let port = 0;
  const open = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const shut = async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  await open();
  const one: Receiver = {
    ...{ url: `http://127.0.0.1:${port}/hooks`, hooks: [], answer: 200, open, shut, close: shut },
    ids: () => one.hooks.map(({ id }) => id),
    subjects: () => one.hooks.map(({ event }) => event.subject),
    verify: (secret, hooks = one.hooks) => {
      const check = new Webhook(secret);
      // The package goes by the machine's clock; the clock of tests is turned by hand.
      const real = Date.now;
      try {
        for (const { headers, text } of hooks) {
          Date.now = () => Number(headers['webhook-timestamp']) * 1000;
          check.verify(text, headers as Record<string, string>);
        }
      } finally {
        Date.now = real;
      }
    },
  };
  return one;
}
