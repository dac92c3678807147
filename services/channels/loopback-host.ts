import type { NewExchange } from '../domain/exchange.ts';
import { openEgress } from './egress.ts';
import type { Host, HostedEndpoint, KnownExchange } from './host.ts';
import type { HubKey, HubKeys, NewHubKey } from './hub-keys.ts';

/** Calls to this machine, and to no other. */
export const loopbackEgress = openEgress(['127.0.0.1/32']);
export const loopbackAddress = '127.0.0.1';

/** What is sent in a connection test. */
export const testBytes = Buffer.from('A test of the connection by Crossdock. This is no document.\r\n');
export const testFileName = 'connection-test.txt';

/** A host that knows these endpoints, keeps nothing and logs nothing; one file lies in its outbox. */
export function loopbackHost<Settings>(
  endpoints: readonly HostedEndpoint<Settings>[],
  newId: () => string,
  now: () => Date,
): Host<Settings> {
  const known = ({ state, detail, body, documentIds }: NewExchange): KnownExchange => ({
    ...{ id: newId(), isNew: true, state, detail: detail ?? {}, documentIds: documentIds ?? [] },
    body: body ? Buffer.from(body) : undefined,
  });
  const file = { documentId: newId(), fileName: testFileName, sizeBytes: testBytes.length, at: now() };
  return {
    endpoints: async () => endpoints,
    admit: async () => undefined,
    room: () => ({ take: () => undefined, release: () => undefined }),
    take: async (_endpoint, arrivals, exchange) => ({
      taken: { state: 'stored', documents: arrivals.map(() => ({ id: newId(), duplicate: false })) },
      exchange: known(exchange),
    }),
    tooLarge: async () => undefined,
    note: async (_endpoint, exchange) => known(exchange),
    refuse: async (_endpoint, _summary, make) => known(await make()),
    owed: async () => [],
    owe: async () => undefined,
    find: async () => undefined,
    receipt: async () => false,
    outbox: async () => [file],
    read: async () => testBytes,
    collected: async () => undefined,
    recent: async () => [],
    refused: async () => [],
  };
}

/** One key as the only one that a side has; it is kept nowhere. */
export function soleKey(made: NewHubKey, id: string, createdAt: Date): HubKeys {
  const key: HubKey = { ...made, id, kind: 'connection-test', state: 'current', createdAt };
  const never = async () => {
    throw new Error('The keys of a connection test do not change.');
  };
  return { list: async () => [key], getOrMake: async () => key, add: never, setState: never };
}
