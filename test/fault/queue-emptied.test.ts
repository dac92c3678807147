import { Redis } from 'ioredis';
import { afterEach, describe, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { redisMissing, startRedis } from '../support/redis.ts';
import { skipped } from '../support/skipped.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { postAll } from './posting.ts';
import { applied, atRest, balanced, effects, ledger, noteCount, notOnce, transferName } from './traffic.ts';
import { until } from './until.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
}, 300_000);

async function emptyPostgres({ db }: FaultRig): Promise<void> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename !~ 'migration'`,
  );
  expect(rows.length).toBeGreaterThan(3);
  await db.raw(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`);
}

async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushall();
  await redis.quit();
}

const backends = [
  { backend: 'postgres', documents: 1000, missing: undefined },
  { backend: 'redis', documents: 600, missing: redisMissing },
] as const;

describe.each(backends)('the queue store on $backend', ({ backend, documents, missing }) => {
  const name = skipped(`emptied in the middle of ${documents} documents: each has its effect once`, missing);
  test.skipIf(missing)(name, { timeout: 900_000 }, async () => {
    const redis = backend === 'redis' ? await startRedis() : undefined;
    if (redis) cleanUp.push(() => redis.stop());
    const rig = await faultRig({ transfers: documents, ...(redis ? { redisUrl: redis.url } : {}) });
    cleanUp.push(() => rig.stop());
    const { db, hub, key } = rig;
    await hub.start('api');
    await hub.start('worker');
    const posting = postAll(
      hub.url,
      key,
      Array.from({ length: documents }, (_, i) => statusReport(i + 1, transferName(i + 1))),
    );
    await until('300 are applied', async () => (await applied(db)) >= 300);
    await (redis ? emptyRedis(redis.url) : emptyPostgres(rig));
    expect((await posting).filter(({ status }) => status === 202)).toHaveLength(documents);
    await atRest(db, documents);

    expect(notOnce(await effects(db))).toEqual([]);
    expect(await noteCount(db)).toBe(documents);
    expect(await ledger(db)).toEqual(balanced(documents));
  });
});
