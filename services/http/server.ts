import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Request } from 'express';

const headersMs = 15_000;
// What our own deadlines did not answer; Node's are blunt.
const graceMs = 30_000;
const checkEveryMs = 5_000;
// Longer than proxies and clients keep an idle connection (60 s is usual): who closes first must not be us, or a request that is under way is lost.
const idleMs = 65_000;
// Idle connections are cheap, but each is a file and some memory.
const mostConnections = 5_000;

const waiting = new WeakSet<IncomingMessage>();

/** An HTTP server that no slow or silent sender can hold: headers within 15 s, the request within the time for a body and some grace. */
export function makeServer(app: RequestListener, { bodyMs }: { readonly bodyMs: number }): Server {
  const server = createServer(
    {
      ...{ headersTimeout: headersMs, requestTimeout: bodyMs + graceMs },
      ...{ keepAliveTimeout: idleMs, connectionsCheckingInterval: checkEveryMs },
    },
    app,
  );
  server.maxConnections = mostConnections;
  // A sender that asks first is told to go on only when there is room: what is refused is never sent.
  server.on('checkContinue', (request, response) => {
    waiting.add(request);
    app(request, response);
  });
  return server;
}

/** Tells a sender that asked first (`Expect: 100-continue`) to send its body. */
export function proceed(request: Request): void {
  if (waiting.delete(request)) request.res?.writeContinue();
}
