import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { type DatabaseClock, startDatabaseClock } from '../../services/store/database-clock.ts';
import { until } from '../fault/until.ts';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';
import { seedForTest } from '../support/hub.ts';
import { type SettableClock, settableClock } from '../support/set-clock.ts';

const hour = 3_600_000;
let database: TestDatabase;
let db: Database;
let set: SettableClock;
let documentId = '';
const clocks: DatabaseClock[] = [];
const jumps: number[] = [];
const errors: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await seedForTest(database, 1);
  set = await settableClock(database.knex);
  db = openDatabase({ logins: database.logins, keys: testKeys, maxConnections: 6 });
  const [org] = await db.system('organization').whereNot('kind', 'owner').select('id');
  documentId = crypto.randomUUID();
  await db.system('document').insert({
    ...{
      id: documentId,
      org_id: org.id,
      environment: 'production',
      direction: 'in',
      channel: 'https',
      state: 'translated',
    },
    ...{ transport_id: 'one', size_bytes: 1, sha256: Buffer.alloc(32) },
  });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(() => {
  for (const list of [jumps, errors]) list.splice(0);
});
afterEach(async () => {
  for (const clock of clocks.splice(0)) await clock.close();
  await db.system('sla_clock').del();
  await db.system('session').del();
  await set.ahead(0);
});

async function clock(): Promise<DatabaseClock> {
  const made = await startDatabaseClock({
    db,
    lookEveryMs: 50,
    onJump: (ms) => void jumps.push(ms),
    onError: (error) => errors.push(error),
  });
  clocks.push(made);
  return made;
}

/** Hours from this machine's time, to the tenth. */
const hoursAhead = (of: Date) => Math.round((of.getTime() - Date.now()) / (hour / 10)) / 10 + 0;

async function deadline(inHours: number): Promise<string> {
  const id = crypto.randomUUID();
  const { org_id } = await db.system('document').where({ id: documentId }).first();
  const now = Date.now();
  await db.system('sla_clock').insert({
    ...{ id, org_id, environment: 'production', document_id: documentId, name: 'acknowledge' },
    ...{ started_at: new Date(now), due_at: new Date(now + inHours * hour) },
    known_jump: db.system.raw('(select coalesce(max(id), 0) from clock_jump)'),
  });
  const [user] = await db.system('membership').select('user_id', 'org_id');
  await db.system('session').insert({
    ...{ token_hash: Buffer.alloc(32), ...user, csrf_token: 'x' },
    ...{ created_at: new Date(now), expires_at: new Date(now + 12 * hour) },
  });
  return id;
}
async function dueIn(id: string): Promise<number> {
  const { rows } = await db.system.raw<{ rows: { at: Date }[] }>(
    'select since_jumps(due_at, known_jump) as at from sla_clock where id = ?',
    [id],
  );
  return hoursAhead(rows[0]!.at);
}
const sessionEndsIn = async () => hoursAhead((await db.system('session').first()).expires_at);

for (const hours of [5, -7]) {
  test(`set ${hours > 0 ? 'ahead' : 'back'} by ${Math.abs(hours)} hours, deadlines and sessions have as much time left as before, whoever notices first`, async () => {
    const [one, other] = [await clock(), await clock()];
    expect([hoursAhead(one.now()), hoursAhead(other.now())]).toEqual([0, 0]);
    const id = await deadline(1);
    await set.ahead(hours);
    await until('both are on the new time', () => hoursAhead(one.now()) === hours && hoursAhead(other.now()) === hours);
    // Moved once, by one of the two.
    expect(jumps.map((ms) => Math.round(ms / hour))).toEqual([hours]);
    expect(await dueIn(id)).toBe(hours + 1);
    expect(await sessionEndsIn()).toBe(hours + 12);
    const entry = await db.system('audit_entry').where({ action: 'clock.jumped' }).orderBy('id', 'desc').first();
    expect(Math.round(entry.detail.shiftSeconds / 3600)).toBe(hours);
    expect(errors).toEqual([]);
  });
}

test('what was moved before a process started is not moved by it', async () => {
  const first = await clock();
  const id = await deadline(1);
  await set.ahead(3);
  await until('the jump is on record', () => jumps.length === 1);
  const second = await clock();
  await until('both are on the new time', () => hoursAhead(first.now()) === 3 && hoursAhead(second.now()) === 3);
  await set.ahead(1);
  await until('both are back', () => hoursAhead(first.now()) === 1 && hoursAhead(second.now()) === 1);
  expect(await dueIn(id)).toBe(2);
  expect(jumps.map((ms) => Math.round(ms / hour))).toEqual([3, -2]);
});

test('time goes on while the database cannot be asked, and no jump is made of that', async () => {
  const { promise: back, resolve: comeBack } = Promise.withResolvers<void>();
  let away = false;
  const pool = new Proxy(db.pool, {
    get: (target, key) => {
      if (key !== 'connect') return Reflect.get(target, key);
      return async () => {
        if (away) {
          await back;
          throw new Error('away');
        }
        return target.connect();
      };
    },
  });
  const one = await startDatabaseClock({
    db: { pool, system: db.system },
    lookEveryMs: 20,
    onJump: (ms) => void jumps.push(ms),
    onError: (error) => errors.push(error),
  });
  clocks.push(one);
  away = true;
  const before = one.now().getTime();
  await until('the time has moved', () => one.now().getTime() > before + 200);
  away = false;
  comeBack();
  const looked = one.now().getTime();
  await until('it goes on', () => one.now().getTime() > looked + 200);
  expect(jumps).toEqual([]);
});
