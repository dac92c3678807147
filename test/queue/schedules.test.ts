import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSchedules } from '../../services/queue/schedules.ts';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { claimRound } from '../../services/store/schedules.ts';
import { until } from '../fault/until.ts';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';

let database: TestDatabase;
let db: Database;
const open: { close(): Promise<void> }[] = [];
const errors: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase({ logins: database.logins, keys: testKeys, maxConnections: 4 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(() => void errors.splice(0));
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await db.pool.query('delete from schedule');
});

const worker = (everyMs: number, run: () => Promise<void>) =>
  open.push(
    startSchedules({
      pool: db.pool,
      schedules: async () => [{ id: 'watch', everyMs, run }],
      onError: (error) => errors.push(error.message),
    }),
  );
const began = async (sql: string) => {
  const { rowCount } = await db.pool.query(`update schedule set started_at = ${sql}`);
  return rowCount;
};

test('a round comes again and again, also after one that failed', async () => {
  let times = 0;
  worker(100, async () => {
    times += 1;
    if (times === 2) throw new Error('not this time');
  });
  await until('the fourth round', () => times >= 4);
  expect(errors).toEqual(['not this time']);
});

test('of several workers one begins each round', async () => {
  const rounds: number[] = [];
  const hour = 3_600_000;
  for (const nth of [1, 2, 3]) worker(hour, async () => void rounds.push(nth));
  await until('the first round', () => rounds.length > 0);
  for (const one of open.splice(0)) await one.close();
  expect(rounds).toHaveLength(1);
  // Whoever starts within the hour begins no other, and who starts after it does.
  expect(await claimRound(db.pool, 'watch', hour)).toBe(false);
  await began(`now() - interval '2 hours'`);
  worker(hour, async () => void rounds.push(5));
  await until('the second round', () => rounds.length === 2);
});

test('a round that takes longer than its interval is nobody else’s until it ends', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const rounds: string[] = [];
  worker(3000, async () => {
    rounds.push('first');
    await held;
  });
  await until('the first round', () => rounds.length > 0);
  const startedAt = async () => (await db.pool.query('select started_at from schedule')).rows[0].started_at.getTime();
  const before = await startedAt();
  worker(3000, async () => void rounds.push('second'));
  // The claim of the round that goes on is renewed again and again, long after its interval.
  await until('the claim to be renewed', async () => (await startedAt()) > before + 3500);
  expect(rounds).toEqual(['first']);
  release();
  await until('the next round', () => rounds.length > 1);
});

test('a clock that was set back stops no schedule: a round that began in the future is no reason to wait', async () => {
  let times = 0;
  worker(100, async () => {
    times += 1;
  });
  await until('the first round', () => times > 0);
  expect(await began(`now() + interval '5 hours'`)).toBe(1);
  const before = times;
  await until('the rounds after it', () => times > before + 2);
});

test('close waits for the round that runs', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  let ended = false;
  worker(100, async () => {
    begin();
    await held;
    ended = true;
  });
  await begun;
  const closed = open.pop()!.close();
  release();
  await closed;
  expect(ended).toBe(true);
});
