import type { Server } from 'node:http';
import type { Ingress } from '../channels/channel.ts';
import type { Host } from '../channels/host.ts';
import type { Log } from '../flows/context.ts';
import { makeServer } from './server.ts';

// The channel itself ends bodies that make no headway; large ones may take their time.
const longestBodyMs = 3_600_000;

/**
 * A server for one channel alone, for its own port. Old programs of partners fold their header fields, which only Node's lenient parser reads; the hub's own server must
 * not be lenient, so that this one is apart. What lenience lets through beyond that, the channel refuses.
 */
export function ownServer<Settings>(
  { path, handle }: Pick<Extract<Ingress<never, Settings>, { kind: 'http' }>, 'path' | 'handle'>,
  host: Host<Settings>,
  { log, behindProxy }: { readonly log: Log; readonly behindProxy: boolean },
): Server {
  return makeServer(
    (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname !== path && pathname !== '/') return void response.writeHead(404).end();
      handle(request, response, host).catch((error: unknown) => {
        log.error({ err: error, path }, 'a channel had a fault');
        if (!response.headersSent) response.writeHead(500, { Connection: 'close' });
        response.end();
      });
    },
    { bodyMs: longestBodyMs, behindProxy, lenient: true },
  );
}
