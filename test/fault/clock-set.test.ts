import { afterEach, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { settableClock } from '../support/set-clock.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { clockOfItsOwn } from './own-clock.ts';
import { postAll } from './posting.ts';
import { applied, atRest, balanced, effects, ledger, noteCount, notOnce, transferName } from './traffic.ts';
import { until } from './until.ts';

const documents = 300;
const hour = 3600;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
}, 300_000);

async function started(): Promise<FaultRig> {
  const rig = await faultRig({ transfers: documents });
  cleanUp.push(() => rig.stop());
  return rig;
}

function ownClock(seconds: number) {
  const clock = clockOfItsOwn(seconds);
  cleanUp.push(clock.remove);
  return clock;
}

const bodies = Array.from({ length: documents }, (_, i) => statusReport(i + 1, transferName(i + 1)));

async function allIsWell({ db }: FaultRig): Promise<void> {
  await atRest(db, documents);
  expect(notOnce(await effects(db))).toEqual([]);
  expect(await noteCount(db)).toBe(documents);
  expect(await ledger(db)).toEqual(balanced(documents));
}

test('processes whose clocks are hours apart, and are set hours ahead and back in traffic, lose nothing and wait for nothing', {
  timeout: 900_000,
}, async () => {
  const rig = await started();
  const { db, hub, key } = rig;
  const clocks = { api: ownClock(-7 * hour), ahead: ownClock(5 * hour), behind: ownClock(-3 * hour) };
  const api = await hub.start('api', clocks.api.env);
  const ahead = await hub.start('worker', clocks.ahead.env);
  await hub.start('worker', clocks.behind.env);
  const began = await db.raw('select clock_timestamp() as at');

  await postAll(hub.url, key, bodies.slice(0, documents / 2), { atOnce: 8 });
  await until('some are applied', async () => (await applied(db)) >= documents / 10);
  clocks.api.set(api.pid, 9 * hour);
  clocks.ahead.set(ahead.pid, -11 * hour);
  const second = await postAll(hub.url, key, bodies.slice(documents / 2), { atOnce: 8 });
  expect(new Set(second.map(({ status }) => status))).toEqual(new Set([202]));
  // What the killed worker has begun is begun anew by one whose clock is elsewhere.
  await ahead.killHard();
  await allIsWell(rig);

  // All that was written is on the database's time.
  const { rows } = await db.raw(
    `select min(created_at) >= :began as after, max(created_at) <= clock_timestamp() as before from document`,
    { began: began.rows[0].at },
  );
  expect(rows).toEqual([{ after: true, before: true }]);
});

/** A document of ours that waits for two answers. */
async function waiting({ db }: FaultRig): Promise<string> {
  const id = crypto.randomUUID();
  const [org] = await db('organization').where({ kind: 'carrier' }).select<{ id: string }[]>('id');
  const of = { org_id: org!.id, environment: 'production' };
  await db('document').insert({
    ...{ ...of, id, direction: 'out', channel: 'https', state: 'delivered', outcome: 'waiting' },
    ...{ transport_id: id, size_bytes: 1, sha256: Buffer.alloc(32) },
  });
  const { rows } = await db.raw<{ rows: { now: Date }[] }>('select clock_timestamp() as now');
  const now = rows[0]!.now.getTime();
  const clock = (name: string, seconds: number) => ({
    ...{ ...of, id: crypto.randomUUID(), document_id: id, name },
    ...{ started_at: new Date(now), due_at: new Date(now + seconds * 1000) },
  });
  await db('sla_clock').insert([clock('functional-ack', 20), clock('business-answer', 6 * hour)]);
  return id;
}

const clocksOf = async ({ db }: FaultRig, id: string): Promise<Record<string, string>> =>
  Object.fromEntries((await db('sla_clock').where({ document_id: id })).map(({ name, state }) => [name, state]));

async function signIn({ hub, logins }: FaultRig): Promise<() => Promise<number>> {
  const { email, password } = logins[0]!;
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${hub.url}/v1/session`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ email, password }) },
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  return async () => (await fetch(`${hub.url}/v1/session`, { headers: { cookie } })).status;
}

for (const hours of [14, -7]) {
  const direction = hours > 0 ? 'ahead' : 'back';
  test(`the database's clock set ${direction} by hours in traffic: all goes on, no deadline is missed or made up, and who is signed in stays so`, {
    timeout: 900_000,
  }, async () => {
    const rig = await started();
    const { db, hub, key } = rig;
    const clock = await settableClock(db);
    await hub.start('api');
    const worker = await hub.start('worker');
    const signedIn = await signIn(rig);
    const sent = await waiting(rig);
    await postAll(hub.url, key, bodies.slice(0, documents / 2), { atOnce: 8 });

    await clock.ahead(hours);
    await postAll(hub.url, key, bodies.slice(documents / 2), { atOnce: 8 });
    await until('the jump is on record', async () => (await db('clock_jump')).length === 1);
    await worker.killHard();
    await hub.start('worker');
    await atRest(db, documents);
    expect(notOnce(await effects(db))).toEqual([]);
    expect(await signedIn()).toBe(200);
    await until('what was due soon is late', async () => (await clocksOf(rig, sent))['functional-ack'] === 'breached');
    expect(await clocksOf(rig, sent)).toEqual({ 'functional-ack': 'breached', 'business-answer': 'running' });
    expect(await db('sla_clock').where({ state: 'breached' })).toHaveLength(1);
    expect(await ledger(db)).toEqual({ ...balanced(documents), clocksRunning: 1, openCases: 1 });
  });
}
