import type { Processor, QueueOptions, WorkerOptions } from 'bullmq';
import {
  createPostgresBackend,
  type PostgresConnectionOptions,
  Queue,
  runMigrations,
  Worker,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueName } from '../domain/jobs.ts';
import { endureLostConnections } from '../store/database.ts';

export type QueueStore = {
  readonly kind: 'postgres' | 'redis';
  queue(name: QueueName): Queue;
  worker(name: QueueName, process: Processor, options: Partial<WorkerOptions>): Worker;
  /** Closes the connections; queues and workers must be closed before. */
  close(): Promise<void>;
};

export type QueueStoreOptions = {
  /** Connection string of the login that has BullMQ's schema, for when there is no Redis. */
  readonly databaseUrl: string;
  /** redis:// or rediss://; then nothing of the queue is in the database. */
  readonly redisUrl?: string | undefined;
  /** Told of connection trouble, which BullMQ itself overcomes by connecting again. */
  readonly onError: (error: Error) => void;
};

// bull-board shows what happened lately; a long event stream only makes the tables grow.
const shared: Omit<QueueOptions, 'connection'> = { streams: { events: { maxLen: 1_000 } } };

/** Creates or upgrades schema `bullmq`. Safe to run from several processes at once. @param ownerUrl connection string of the database's owner. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}

/** Opens the queue's store: Redis where an address is given, else schema `bullmq` of the database. */
export function connectQueue(options: QueueStoreOptions): QueueStore {
  return options.redisUrl ? onRedis(options.redisUrl, options.onError) : onPostgres(options);
}

function onRedis(url: string, onError: (error: Error) => void): QueueStore {
  // BullMQ requires null: a worker waits for a Redis that is away instead of failing its commands.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', onError);
  const prefix = 'crossdock';
  return {
    kind: 'redis',
    queue: (name) => heard(new Queue(name, { ...shared, connection, prefix }), onError),
    worker: (name, process, options) => heard(new Worker(name, process, { ...options, connection, prefix }), onError),
    async close() {
      await connection.quit().catch(() => connection.disconnect());
    },
  };
}

function onPostgres({ databaseUrl, onError }: QueueStoreOptions): QueueStore {
  // Each worker keeps one connection for LISTEN; the rest serve short statements.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // Its jobs are wake-ups that may be lost at any time, so nobody waits for them to reach the disk.
    options: '-c search_path=bullmq -c synchronous_commit=off',
    max: 14,
    keepAlive: true,
  });
  // Every queue and worker adds a listener of its own.
  pool.setMaxListeners(100);
  endureLostConnections(pool, onError);
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  const connection = pool as unknown as PostgresConnectionOptions;
  return {
    kind: 'postgres',
    // The classes are the same but for a type parameter that names the backend.
    queue: (name) => heard(new PostgresQueue(name, { ...shared, connection }) as unknown as Queue, onError),
    worker: (name, process, options) =>
      heard(new PostgresWorker(name, process, { ...options, connection }) as unknown as Worker, onError),
    close: () => pool.end(),
  };
}

function heard<Source extends { on(event: 'error', told: (error: Error) => void): unknown }>(
  source: Source,
  onError: (error: Error) => void,
): Source {
  source.on('error', onError);
  return source;
}
