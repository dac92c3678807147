import { Redis } from 'ioredis';
import { connectQueue, type QueueStore } from '../../services/queue/connect.ts';
import { type JobQueue, openJobQueue } from '../../services/queue/queue.ts';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';
import { startRedis } from '../support/redis.ts';

export type QueueRig = {
  database: TestDatabase;
  db: Database;
  store: QueueStore;
  queue: JobQueue;
  /** What went wrong and was told to nobody else. */
  errors: Error[];
  onError(error: Error): void;
  /** Writes wake-up rows as a flow does. */
  wake(topic: string, keys: readonly string[]): Promise<void>;
  /** Deletes the rows, as a handler does in the transaction of its effect. */
  done(topic: string, keys: readonly string[]): Promise<void>;
  rowsLeft(): Promise<number>;
  /** Loses everything in the queue store at once. */
  emptyStore(): Promise<void>;
  close(): Promise<void>;
};

/** A migrated database and an open queue on the backend named. */
export async function queueRig(kind: 'postgres' | 'redis'): Promise<QueueRig> {
  const database = await testDatabase();
  const redis = kind === 'redis' ? await startRedis() : undefined;
  const errors: Error[] = [];
  const onError = (error: Error) => void errors.push(error);
  const db = openDatabase({ logins: database.logins, keys: testKeys, maxConnections: 6 });
  const store = connectQueue({ databaseUrl: database.logins.queue, redisUrl: redis?.url, onError });
  const queue = openJobQueue(store);
  return {
    database,
    db,
    store,
    queue,
    errors,
    onError,
    async wake(topic, keys) {
      await db.pool.query('insert into wake_up (topic, key) select $1, unnest($2::text[])', [topic, keys]);
    },
    async done(topic, keys) {
      await db.pool.query('delete from wake_up where topic = $1 and key = any($2)', [topic, keys]);
    },
    async rowsLeft() {
      const { rows } = await db.pool.query<{ n: number }>('select count(*)::int as n from wake_up');
      return rows[0]?.n ?? -1;
    },
    async emptyStore() {
      if (redis) await flush(redis.url);
      else
        await database.knex.raw(
          'truncate bullmq.job, bullmq.dedup, bullmq.dedup_next, bullmq.event, bullmq.scheduler cascade',
        );
    },
    async close() {
      await queue.close();
      await store.close();
      await db.close();
      await redis?.stop();
      await database.drop();
    },
  };
}

async function flush(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  await client.quit();
}
