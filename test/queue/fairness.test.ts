import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doWakeUpsWait, type Share, takeWakeUps } from '../../services/queue/wake-up-rows.ts';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';

// Who comes next when there is more to do than is taken at once.

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase({ logins: database.logins, keys: testKeys, maxConnections: 4 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(() => db.pool.query('delete from wake_up'));

const [flood, other, third] = ['a1', 'b2', 'c3'].map((end) => `0198c1a2-0000-7000-8000-0000000000${end}`);
const shares: readonly Share[] = [
  { topic: 'translate', most: 100, share: 10 },
  { topic: 'translate-apart', most: 3, share: 1 },
  { topic: 'lane', most: 100, share: 10 },
];

/** Rows of one organisation; each has its turn so many seconds after the one before. */
async function wake(
  topic: string,
  owner: string | undefined,
  prefix: string,
  count: number,
  apartSeconds = 0,
): Promise<void> {
  await db.pool.query(
    `insert into wake_up (topic, key, owner_id, turn_at)
     select $1, $3 || n, $2, now() + make_interval(secs => n * $5::float8) from generate_series(1, $4::int) n`,
    [topic, owner, prefix, count, apartSeconds],
  );
}

async function take(limit: number): Promise<string[]> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    const rows = await takeWakeUps(client, limit, shares);
    await client.query('commit');
    return rows.map(({ key }) => key);
  } finally {
    client.release();
  }
}
const done = (key: string) => db.pool.query('delete from wake_up where key = $1', [key]);
const waiting = async () => {
  const client = await db.pool.connect();
  const more = await doWakeUpsWait(client);
  client.release();
  return more;
};

describe('what is taken', () => {
  test('of several organisations goes in turns, whoever came first and however much of it there is', async () => {
    await wake('lane', flood, 'f', 5000);
    await wake('lane', other, 'o', 3);
    await wake('lane', third, 't', 1);
    expect(await take(6)).toEqual(['f1', 'o1', 't1', 'f2', 'o2', 'f3']);
    expect(await take(2)).toEqual(['o3', 'f4']);
  });

  test('of one organisation is never more than its share, and the rest waits as rows until something is done', async () => {
    await wake('lane', flood, 'f', 50);
    expect(await take(500)).toHaveLength(10);
    expect(await take(500)).toEqual([]);
    expect(await waiting()).toBe(true);
    await wake('lane', other, 'o', 2);
    expect(await take(500)).toEqual(['o1', 'o2']);
    await done('f1');
    expect(await take(500)).toEqual(['f11']);
  });

  test('of a topic in all is never more than its most', async () => {
    for (const owner of [flood, other, third]) await wake('translate-apart', owner, `${owner!.slice(-2)}-`, 4);
    await wake('translate-apart', '0198c1a2-0000-7000-8000-0000000000d4', 'd4-', 4);
    expect(await take(500)).toHaveLength(3);
    expect(await take(500)).toEqual([]);
  });

  test('goes first to whom least is under way for', async () => {
    await wake('translate-apart', flood, 'f', 5);
    expect(await take(1)).toEqual(['f1']);
    await wake('translate-apart', other, 'o', 2);
    expect(await take(1)).toEqual(['o1']);
    await done('f1');
    await done('o1');
    expect((await take(2)).toSorted()).toEqual(['f2', 'o2']);
  });

  test('of one document with many lanes gives way to documents of the same organisation that came later', async () => {
    await wake('lane', flood, 'large', 40, 10);
    await wake('lane', flood, 'small', 1, 5);
    expect((await take(2)).toSorted()).toEqual(['small1', 'large1'].toSorted());
  });

  test('does not wait for a document', async () => {
    await wake('lane', flood, 'f', 2);
    await db.pool.query(`update wake_up set waits_for = $1 where key = 'f1'`, [other]);
    expect(await take(5)).toEqual(['f2']);
    expect(await waiting()).toBe(false);
  });

  test('is taken by one of two relays', async () => {
    await wake('lane', flood, 'f', 10);
    await wake('lane', other, 'o', 10);
    const taken = (await Promise.all([take(12), take(12), take(12)])).flat();
    expect(new Set(taken).size).toBe(taken.length);
    const rest = await take(50);
    expect(new Set([...taken, ...rest]).size).toBe(20);
  });
});
