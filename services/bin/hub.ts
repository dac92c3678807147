import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { collect } from '../flows/collect.ts';
import type { Context } from '../flows/context.ts';
import { drain } from '../flows/drain.ts';
import { translate } from '../flows/translate.ts';
import { watch } from '../flows/watch.ts';
import { createApp } from '../http/app.ts';
import { createTwin } from '../odoo/twin/twin.ts';
import { queueBoard } from '../queue/board.ts';
import { connectQueue } from '../queue/connect.ts';
import { remoteNudge } from '../queue/notify.ts';
import { openJobQueue } from '../queue/queue.ts';
import { startRelay } from '../queue/relay.ts';
import { startRunner } from '../queue/runner.ts';
import { loadCatalog } from '../store/catalog.ts';
import { hearChanges, publishChanges } from '../store/changes.ts';
import { openDatabase } from '../store/database.ts';
import { secretBox } from '../store/secret-box.ts';
import type { Config } from './config.ts';

export interface HubOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly keys: readonly string[];
  /** Responses are held against the contract; for tests and development. */
  readonly checkResponses?: boolean;
}

export interface Hub {
  /** Base address, when this process serves the API. */
  readonly url: string | undefined;
  readonly context: Context;
  /** Lets what runs come to its end, then lets go of everything. */
  stop(): Promise<void>;
}

/** The port is taken by somebody else. */
export class PortTakenError extends Error {}

const watchEveryMs = 2000;

/** Starts the roles of one process on a migrated database. @throws PortTakenError */
export async function startHub({ config, databaseUrl, keys, checkResponses = false }: HubOptions): Promise<Hub> {
  const log = pino({ level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] });
  const report = (error: unknown) => log.warn({ err: error }, 'trouble with a connection; trying again');
  const db = openDatabase({ url: databaseUrl, maxConnections: config.maxConnections });
  const store = await connectQueue({ databaseUrl, redisUrl: config.redisUrl, onError: report });
  const queue = openJobQueue(store);
  const changes = publishChanges(db.pool, report);
  const heard = config.roles.includes('api') ? hearChanges(db.pool, report) : undefined;
  const works = config.roles.includes('worker');
  let nudge = remoteNudge(db.pool, report);
  const context: Context = {
    db, catalog: loadCatalog(), secrets: secretBox(keys), twinUrl: `${config.baseUrl}/twin`,
    now: () => new Date(), newId: uuidv7, log, changes, nudge: () => nudge(),
  };
  const relay = works ? startRelay({ pool: db.pool, queue, onError: report }) : undefined;
  if (relay) nudge = () => relay.nudge();
  const runner = works
    ? await startRunner({
        store, queue,
        handlers: {
          translate: ({ documentIds }) => translate(context, documentIds),
          lane: ({ lane }) => drain(context, lane),
          feed: ({ connectionId }) => collect(context, connectionId),
          watch: () => watch(context),
        },
        schedules: async () => [
          { id: 'watch', job: { name: 'watch', data: {} }, everyMs: watchEveryMs },
          ...(await connectionIds(context)).map((id) => ({ id: `feed-${id}`, job: { name: 'feed' as const, data: { connectionId: id } }, everyMs: config.feedEveryMs })),
        ],
        onError: (error, job) => log.error({ err: error, job: job?.name }, 'a job failed'),
      })
    : undefined;
  const app = heard
    ? createApp({
        context, checkResponses, changes: heard, portalDir: fileURLToPath(new URL('../../portal/dist', import.meta.url)),
        board: queueBoard(queue, '/queues'), twin: createTwin({ db: db.system }), bodyLimitBytes: config.bodyLimitBytes,
        inboxRatePerMinute: config.inboxRatePerMinute, secureCookies: config.secureCookies, trustProxy: config.trustProxy,
      })
    : undefined;
  const server = app ? createServer(app) : undefined;
  const stop = async () => {
    await Promise.all([server ? closeServer(server) : undefined, relay?.close(), runner?.close()]);
    await changes.flush();
    await heard?.close();
    await queue.close();
    await store.close();
    await db.close();
  };
  try {
    const url = server ? await listen(server, config) : undefined;
    return { url, context, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const connectionIds = async (context: Context) => (await context.db.system('odoo_connection').select<{ id: string }[]>('id')).map((row) => row.id);

async function listen(server: Server, config: Config): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(error.code === 'EADDRINUSE' ? new PortTakenError(`Port ${config.port} is taken by another program. Choose another: PORT=8090 npm start`) : error),
  );
  server.listen(config.port, config.host, () => resolve());
  await promise;
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return `http://localhost:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  // Live streams never end by themselves; requests get a moment to finish.
  const patience = setTimeout(() => server.closeAllConnections(), 3000);
  await promise;
  clearTimeout(patience);
}
