import type { Knex } from 'knex';
import { clockOfItsOwn } from '../fault/own-clock.ts';
import { smallDiskMissing } from '../fault/small-disk.ts';
import { until } from '../fault/until.ts';
import { settableClock } from '../support/set-clock.ts';
import { diskFull } from './disk-full.ts';
import { flood } from './flood.ts';
import { manyEvents } from './many-events.ts';
import { noisyNeighbour } from './noisy-neighbour.ts';
import { poison } from './poison.ts';
import { type Row, type Run, soak } from './soak.ts';

export interface Scenario {
  readonly name: string;
  readonly what: string;
  /** How long its traffic goes on unless told otherwise. */
  readonly seconds: number;
  /** Why it cannot be run on this machine. */
  readonly missing?: string | undefined;
  readonly run: (seconds: number) => Promise<Row>;
}

const hour = 3600;

/** Does something again and again while the traffic goes on: at least twice, every six seconds or so. */
async function rounds(run: Run, seconds: number, act: () => Promise<void>): Promise<void> {
  const count = Math.max(2, Math.floor(seconds / 6));
  for (let round = 0; round < count; round += 1) {
    await run.wait(1 / (count + 1));
    await act();
  }
  run.over();
  run.note(`${count} times`);
  await run.wait(1 / (count + 1));
}

const deadlock = '40P01';

/** The queue is at work meanwhile: where it and the emptying wait for each other, PostgreSQL ends the emptying, which is begun again. */
async function emptyQueue(db: Knex, tries = 20): Promise<void> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename !~ 'migration'`,
  );
  try {
    await db.raw(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`);
  } catch (error) {
    if (tries <= 1 || (error as { code?: string }).code !== deadlock) throw error;
    await emptyQueue(db, tries - 1);
  }
}

/** The database's clock and a worker's own are both set, in opposite directions. */
async function clockSet(name: string, seconds: number, hours: number): Promise<Row> {
  const own = clockOfItsOwn(3 * hour);
  try {
    let set: Awaited<ReturnType<typeof settableClock>> | undefined;
    const prepare = async ({ db }: { readonly db: Knex }) => {
      set = await settableClock(db);
    };
    return await soak({ name, seconds, worker: own.env, prepare }, async (run) => {
      await run.wait(1 / 3);
      await set!.ahead(hours);
      await run.wait(1 / 6);
      own.set(run.worker.pid, -hours * hour);
      run.over();
      await until('the jump is on record', async () => (await run.rig.db('clock_jump')).length > 0);
      await run.wait(1 / 2);
      run.note(`database ${hours > 0 ? '+' : ''}${hours} h, worker ${hours > 0 ? '-' : '+'}${Math.abs(hours)} h`);
    });
  } finally {
    own.remove();
  }
}

const usual = 30;

export const scenarios: readonly Scenario[] = [
  {
    ...{ name: 'steady', what: 'ordinary traffic and nothing else', seconds: usual },
    run: (seconds) => soak({ name: 'steady', seconds }, (run) => run.wait(1)),
  },
  {
    ...{ name: 'api-killed', what: 'kill -9 to the API, several times', seconds: usual },
    run: (seconds) => soak({ name: 'api-killed', seconds }, (run) => rounds(run, seconds, () => run.replace('api'))),
  },
  {
    ...{ name: 'worker-killed', what: 'kill -9 to the worker, several times', seconds: usual },
    run: (seconds) =>
      soak({ name: 'worker-killed', seconds }, (run) => rounds(run, seconds, () => run.replace('worker'))),
  },
  {
    ...{ name: 'database-killed', what: 'kill -9 to PostgreSQL, several times', seconds: usual },
    run: (seconds) =>
      soak({ name: 'database-killed', seconds }, (run) =>
        rounds(run, seconds, async () => {
          await run.rig.killPostgres();
          await run.wait(1 / 30);
          await run.rig.startPostgres();
        }),
      ),
  },
  {
    ...{ name: 'database-frozen', what: 'PostgreSQL stopped with SIGSTOP for half of the time', seconds: usual },
    run: (seconds) =>
      soak({ name: 'database-frozen', seconds }, async (run) => {
        await run.wait(1 / 4);
        run.rig.freezePostgres();
        await run.wait(1 / 2);
        run.rig.thawPostgres();
        run.over();
        await run.wait(1 / 4);
      }),
  },
  {
    ...{ name: 'queue-emptied', what: 'every row of the queue deleted, several times', seconds: usual },
    run: (seconds) =>
      soak({ name: 'queue-emptied', seconds }, (run) => rounds(run, seconds, () => emptyQueue(run.rig.db))),
  },
  {
    ...{ name: 'disk-full', what: 'a small disk filled to the last byte', seconds: usual, missing: smallDiskMissing },
    run: diskFull,
  },
  {
    ...{ name: 'clock-ahead', what: "the database's clock set ahead, a worker's back", seconds: usual },
    run: (seconds) => clockSet('clock-ahead', seconds, 14),
  },
  {
    ...{ name: 'clock-back', what: "the database's clock set back, a worker's ahead", seconds: usual },
    run: (seconds) => clockSet('clock-back', seconds, -7),
  },
  { ...{ name: 'flood', what: 'three times what the hub copes with', seconds: 60 }, run: flood },
  {
    ...{
      name: 'many-events',
      what: '100 events a second out of order, a tenth twice, kills all the time, and a reconciliation',
    },
    ...{ seconds: usual, run: manyEvents },
  },
  {
    ...{ name: 'poison', what: 'documents that go to the limits (EXTREME_MB) among ordinary traffic', seconds: usual },
    run: poison,
  },
  {
    ...{
      name: 'noisy-neighbour',
      what: "60 parallel searches, giant pages and a file of 9,000 sets beside another's traffic",
    },
    ...{ seconds: usual, run: noisyNeighbour },
  },
];
