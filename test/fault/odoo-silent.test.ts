import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { freePort } from './hub-processes.ts';
import { post } from './posting.ts';
import { type TcpGate, tcpGate } from './tcp-gate.ts';
import { atRest, balanced, ledger, noteCount, transferName } from './traffic.ts';
import { until } from './until.ts';

let rig: FaultRig;
let gate: TcpGate;
beforeAll(async () => {
  rig = await faultRig();
  gate = tcpGate(await freePort(), Number(new URL(rig.hub.url).port));
  await rig
    .db('odoo_connection')
    .where({ environment: 'production' })
    .update({ kind: 'odoo', url: `http://127.0.0.1:${gate.port}/twin/northgate-production` });
}, 300_000);
afterAll(async () => {
  await rig.stop();
  await gate.close();
});

test('an Odoo that does the work and never answers: the worker still stops when asked, and the next one finds the effect and does not repeat it', {
  timeout: 900_000,
}, async () => {
  const { db, hub, key } = rig;
  await gate.open();
  gate.holdAnswers('/message_post');
  await hub.start('api');
  const worker = await hub.start('worker');
  expect((await post(hub.url, key, statusReport(1, transferName(1)))).status).toBe(202);
  await until('the note is in Odoo', async () => (await noteCount(db)) > 0);
  expect(await db('delivery').pluck('state')).toEqual(['in-flight']);
  expect(await worker.stop()).toBe(0);
  expect(await db('delivery').pluck('state')).toEqual(['in-flight']);

  gate.holdAnswers(undefined);
  await hub.start('worker');
  await atRest(db, 1);
  expect(await db('delivery').pluck('state')).toEqual(['already-applied']);
  expect(await noteCount(db)).toBe(1);
  expect(await ledger(db)).toEqual(balanced(1));
});
