import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { until } from '../fault/until.ts';

const program = ['nats-server', '/usr/sbin/nats-server'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

/** Why tests of the broker cannot run here. */
export const noNats = program === undefined ? 'nats-server is not installed' : undefined;

export interface Received {
  readonly subject: string;
  readonly id: string | undefined;
  readonly schema: string | undefined;
  readonly body: Record<string, unknown>;
}

export interface NatsServer {
  readonly url: string;
  /** Everything in the stream, in its order. */
  received(): Promise<readonly Received[]>;
  manager<T>(work: (connection: NatsConnection) => Promise<T>): Promise<T>;
  start(): Promise<void>;
  /** Starts with nothing in it, or with another password: what a new disk and a new configuration do. */
  startAnew(how: { readonly empty?: boolean; readonly password?: string }): Promise<void>;
  /** As `kill -9`: what was acknowledged is on disk. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
}

/** A NATS server with JetStream on loopback. */
export async function natsServer(given?: { readonly user: string; readonly pass: string }): Promise<NatsServer> {
  const dir = mkdtempSync(join(tmpdir(), 'crossdock-nats-'));
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let login = given;
  const manager: NatsServer['manager'] = async (work) => {
    const connection = await connect({ servers: [`127.0.0.1:${port}`], ...login });
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  };
  const start = async () => {
    const options = login ? ['--user', login.user, '--pass', login.pass] : [];
    child = spawn(program!, ['-js', '-sd', dir, '-a', '127.0.0.1', '-p', String(port), ...options], {
      stdio: 'ignore',
    });
    await until('NATS answers', () =>
      manager(async (connection) => (await jetstreamManager(connection)).getAccountInfo()).catch(() => undefined),
    );
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  await start();
  return {
    ...{ url, manager, start, kill },
    startAnew: async ({ empty, password }) => {
      await kill();
      if (empty) rmSync(dir, { recursive: true, force: true });
      if (password !== undefined && login) login = { ...login, pass: password };
      await start();
    },
    received: () =>
      manager(async (connection) => {
        const { streams } = await jetstreamManager(connection);
        const { state } = await streams.info('CROSSDOCK');
        const all: Received[] = [];
        for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
          const message = await streams.getMessage('CROSSDOCK', { seq });
          if (!message) continue;
          const [id, schema] = [message.header.get('Nats-Msg-Id'), message.header.get('Crossdock-Schema')];
          all.push({ subject: message.subject, id, schema, body: message.json() });
        }
        return all;
      }),
    stop: async () => {
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
