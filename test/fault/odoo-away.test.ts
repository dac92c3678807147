import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { freePort } from './hub-processes.ts';
import { postAll } from './posting.ts';
import { type TcpGate, tcpGate } from './tcp-gate.ts';
import {
  atRest,
  balanced,
  effects,
  inOrder,
  ledger,
  noteCount,
  notOnce,
  statusReports,
  transferName,
} from './traffic.ts';
import { until } from './until.ts';

const documents = 30;
const reportsInFirst = 6;

let rig: FaultRig;
let gate: TcpGate;
beforeAll(async () => {
  rig = await faultRig({ transfers: documents });
  gate = tcpGate(await freePort(), Number(new URL(rig.hub.url).port));
  await rig
    .db('odoo_connection')
    .where({ environment: 'production' })
    .update({ kind: 'odoo', url: `http://127.0.0.1:${gate.port}/twin/northgate-production` });
  await rig.hub.start('api');
  await rig.hub.start('worker');
}, 300_000);
afterAll(async () => {
  await rig.stop();
  await gate.close();
});

interface Waiting {
  readonly lane: string;
  readonly attempts: number;
  readonly state: string;
  readonly reason_code: string | null;
}

/** What is not applied yet, in the order of the lanes. */
const waiting = (): Promise<readonly Waiting[]> =>
  rig
    .db('delivery')
    .whereIn('state', ['pending', 'in-flight'])
    .orderBy(['lane', 'seq'])
    .select<Waiting[]>('lane', 'attempts', 'state', 'reason_code');

const heads = (deliveries: readonly Waiting[]) =>
  deliveries.filter(({ lane }, place) => deliveries[place - 1]?.lane !== lane);

test('an Odoo that refuses connections: only the first of each lane tries, and when it is back all is applied once, in order', {
  timeout: 900_000,
}, async () => {
  const { db, hub, key } = rig;
  const bodies = Array.from({ length: documents }, (_, i) =>
    i === 0 ? statusReports(1, transferName(1), reportsInFirst) : statusReport(i + 1, transferName(i + 1)),
  );
  expect((await postAll(hub.url, key, bodies)).map(({ status }) => status)).toEqual(bodies.map(() => 202));
  await until('every lane has tried', async () => {
    const found = heads(await waiting());
    return found.length === documents && found.every(({ attempts, state }) => attempts > 0 && state === 'pending');
  });
  const away = await waiting();
  expect(away).toHaveLength(documents + reportsInFirst - 1);
  // The first to find out says so for the others, which then wait without a call of their own.
  const reasons = new Set(heads(away).map(({ reason_code }) => reason_code));
  expect(reasons.has('odoo.unreachable')).toBe(true);
  expect([...reasons].filter((code) => code !== 'odoo.unreachable' && code !== 'odoo.not-ready')).toEqual([]);
  const behind = away.filter((delivery) => !heads(away).includes(delivery));
  expect(behind.map(({ attempts }) => attempts)).toEqual(Array.from({ length: reportsInFirst - 1 }, () => 0));
  // The partners have their acknowledgements all the same.
  expect((await ledger(db)).acknowledgements).toBe(documents);
  expect(await noteCount(db)).toBe(0);

  await db('delivery').where({ state: 'pending' }).update({ due_at: db.fn.now() });
  await until('every lane has tried again', async () => heads(await waiting()).every(({ attempts }) => attempts > 1));

  await gate.open();
  await db('delivery').where({ state: 'pending' }).update({ due_at: db.fn.now() });
  await atRest(db, documents);
  const all = await effects(db);
  expect(notOnce(all)).toEqual([]);
  expect(all).toHaveLength(documents + reportsInFirst - 1);
  expect(await noteCount(db)).toBe(all.length);
  expect(inOrder(all, transferName(1))).toBe(true);
  expect(await ledger(db)).toEqual(balanced(documents));
});
