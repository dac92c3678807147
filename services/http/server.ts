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
// One sender that opens all it can must leave room for others, and for the hub's own calls.
const mostOfOneAddress = mostConnections / 2;

const waiting = new WeakSet<IncomingMessage>();

export interface ServerSettings {
  /** How long a body may take to arrive. */
  readonly bodyMs: number;
  /** Behind a proxy that is trusted all connections come from one address, and it is for the proxy to be fair. */
  readonly behindProxy?: boolean;
  /** Connections from one address. */
  readonly addressConnections?: number;
  /** Reads header fields that are folded, as old programs send them; then lengths that contradict each other get through too, and must be refused by `app`. */
  readonly lenient?: boolean;
}

/**
 * An HTTP server that no slow or silent sender can hold: headers within 15 s, the request within the time for a body and some grace, and no more than half of
 * the connections for one address.
 */
export function makeServer(
  app: RequestListener,
  { bodyMs, behindProxy = false, addressConnections = mostOfOneAddress, lenient = false }: ServerSettings,
): Server {
  const server = createServer(
    {
      ...{ headersTimeout: headersMs, requestTimeout: bodyMs + graceMs },
      ...{ keepAliveTimeout: idleMs, connectionsCheckingInterval: checkEveryMs, insecureHTTPParser: lenient },
    },
    app,
  );
  server.maxConnections = mostConnections;
  if (!behindProxy) shareConnections(server, addressConnections);
  // A sender that asks first is told to go on only when there is room: what is refused is never sent.
  server.on('checkContinue', (request, response) => {
    waiting.add(request);
    app(request, response);
  });
  return server;
}

/** Ends each connection of an address that has as many as it may have. */
function shareConnections(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    const count = (open.get(remoteAddress) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    open.set(remoteAddress, count);
    socket.once('close', () => {
      const left = open.get(remoteAddress)! - 1;
      if (left > 0) open.set(remoteAddress, left);
      else open.delete(remoteAddress);
    });
  });
}

/** Tells a sender that asked first (`Expect: 100-continue`) to send its body. */
export function proceed(request: Request): void {
  if (waiting.delete(request)) request.res?.writeContinue();
}
