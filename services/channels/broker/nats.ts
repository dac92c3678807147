import { type JetStreamClient, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers, type NatsConnection, nanos } from '@nats-io/transport-node';
import { type Broker, BrokerError, type BrokerMessage } from './broker.ts';

export const streamName = 'CROSSDOCK';
export const streamSubjects = 'crossdock.>';
/** How long the stream recognises a message that comes again. */
const duplicatesMs = 600_000;
const answerMs = 5_000;
const usualLargest = 1_048_576;

interface Way {
  readonly servers: string[];
  readonly address: string;
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
  readonly tls?: Record<string, never>;
}

/**
 * Reads `NATS_URL`: `nats://host:port` or `tls://…`, with a login in front of the host where there is one, and several with commas between them.
 * @throws TypeError when it is no such address; the message does not repeat it
 */
export function natsWay(urls: string): Way {
  const all = urls.split(',').map((one) => new URL(one.trim()));
  const [first] = all;
  if (!first || all.some(({ protocol, hostname }) => !['nats:', 'tls:'].includes(protocol) || hostname === ''))
    throw new TypeError('no address of NATS');
  const servers = all.map(({ hostname, port }) => `${hostname}:${port || '4222'}`);
  const [name, pass] = [decodeURIComponent(first.username), decodeURIComponent(first.password)];
  const login = pass === '' ? { ...(name !== '' && { token: name }) } : { user: name, pass };
  return { servers, address: servers.join(', '), ...login, ...(first.protocol === 'tls:' && { tls: {} }) };
}

interface Open {
  readonly connection: NatsConnection;
  readonly client: JetStreamClient;
  /** What the server and the stream take of one message. */
  readonly largest: number;
}

/**
 * NATS JetStream. Connects at the first use. After every failure it begins anew with the next one: whether the server was away, came back without our stream, or takes
 * another login by now, a new connection finds out, and an old one need not be told. @param onChange what becomes of the connection, for the log
 */
export function natsBroker(urls: string, onChange: (says: string) => void): Broker {
  const { address, ...way } = natsWay(urls);
  let open: Promise<Open> | undefined;

  const close = async () => {
    const had = open;
    open = undefined;
    await had?.then(({ connection }) => connection.close()).catch(() => undefined);
  };
  const asking = async <T>(ask: (open: Open) => Promise<T> | T): Promise<T> => {
    try {
      open ??= openStream(way, onChange);
      return await ask(await open);
    } catch (error) {
      await close();
      throw new BrokerError(`NATS at ${address}: ${inWords(error)}`, { cause: error });
    }
  };
  return {
    address,
    largest: () => asking(({ largest }) => largest),
    publish: (messages) => asking(({ client }) => publishAll(client, messages)),
    close,
  };
}

async function openStream(
  { servers, ...login }: Omit<Way, 'address'>,
  onChange: (says: string) => void,
): Promise<Open> {
  const connection = await connect({
    ...{ servers, ...login, name: 'crossdock', timeout: answerMs, reconnect: false },
  });
  void tell(connection, onChange);
  try {
    const manager = await jetstreamManager(connection, { timeout: answerMs });
    const known = await manager.streams.find(streamSubjects).catch(() => undefined);
    // Somebody's own stream, with limits as they like them, is as good.
    const { config } =
      known === undefined
        ? await manager.streams.add({
            ...{ name: streamName, subjects: [streamSubjects], storage: 'file', duplicate_window: nanos(duplicatesMs) },
          })
        : await manager.streams.info(known);
    const ofServer = connection.info?.max_payload ?? usualLargest;
    const largest = config.max_msg_size > 0 ? Math.min(ofServer, config.max_msg_size) : ofServer;
    return { connection, client: jetstream(connection, { timeout: answerMs }), largest };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function tell(connection: NatsConnection, onChange: (says: string) => void): Promise<void> {
  onChange('connected');
  for await (const { type } of connection.status()) if (type === 'disconnect') onChange(type);
}

/** Messages of one record one after another, records beside each other. */
async function publishAll(client: JetStreamClient, messages: readonly BrokerMessage[]): Promise<void> {
  const records = Map.groupBy(messages, ({ record }) => record);
  const results = await Promise.allSettled([...records.values()].map((list) => publishInOrder(client, list)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function publishInOrder(client: JetStreamClient, messages: readonly BrokerMessage[]): Promise<void> {
  for (const { subject, id, schema, body } of messages) {
    const told = headers();
    told.set('Content-Type', 'application/cloudevents+json');
    told.set('Crossdock-Schema', schema);
    await client.publish(subject, body, { msgID: id, headers: told, timeout: answerMs });
  }
}

function inWords(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (/no responders|jetstream/i.test(`${name} ${message}`)) return `JetStream gives no answer (${message})`;
  return message === '' ? name : message;
}
