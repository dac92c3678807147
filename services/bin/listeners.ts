import type { Server } from 'node:http';
import type { Listener } from '../channels/channel.ts';
import { openHost } from '../flows/channel-host.ts';
import type { Context } from '../flows/context.ts';
import type { AnyChannel } from '../flows/endpoint-in-use.ts';
import type { Intake } from '../flows/intake.ts';
import { ownServer } from '../http/own-port.ts';
import type { Config } from './config.ts';
import { listen, portTrouble } from './port.ts';

/** A channel that listens, and its name. */
export interface NamedListener extends Listener {
  readonly channel: string;
}

/** What goes on by itself: the channels that listen, and what ends what others have begun. */
export interface Going {
  readonly listeners: NamedListener[];
  readonly ends: (() => Promise<void>)[];
}

/** Starts the channels that listen on ports of their own, and what those that are called by HTTP do without being called. */
export async function listenBySelf(context: Context, config: Config, intake: Intake): Promise<Going> {
  const started: Going = { listeners: [], ends: [] };
  for (const channel of Object.values(context.channels) as readonly AnyChannel[]) {
    const { ingress } = channel;
    if (ingress.kind === 'http' && ingress.start) started.ends.push(ingress.start(openHost(context, channel, intake)));
    if (ingress.kind === 'http' && ingress.ownPort !== undefined) {
      const server = ownServer(ingress, openHost(context, channel, intake), {
        ...{ log: context.log, behindProxy: config.trustProxy !== 0 },
      });
      const port = await portOf(server, config.host, ingress.ownPort);
      started.listeners.push({
        ...{ channel: channel.name, says: `${channel.schema.title} on port ${port}`, port },
        close: () => closeServer(server),
      });
    }
    if (ingress.kind !== 'listener') continue;
    const listener = await ingress.listen(openHost(context, channel, intake)).catch((error: unknown) => {
      throw portTrouble(error, channel.schema.title);
    });
    if (listener) started.listeners.push({ ...listener, channel: channel.name, close: () => listener.close() });
  }
  return started;
}

/** Listens. @returns the port, where any would do @throws PortError */
export async function portOf(server: Server, host: string, port: number): Promise<number> {
  await listen(server, host, port);
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Lets requests come to their end, for a moment. */
export async function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  // Live streams never end by themselves; requests get a moment to finish.
  const patience = setTimeout(() => server.closeAllConnections(), 3000);
  await promise;
  clearTimeout(patience);
}
