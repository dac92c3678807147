import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { postAll } from './posting.ts';
import {
  applied,
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

const documents = 800;
// Some files hold several reports about one shipment: their order must be kept as well.
const filesWithMany = 40;
const reportsInEach = 5;

let rig: FaultRig;
beforeAll(async () => {
  rig = await faultRig({ transfers: documents });
}, 300_000);
afterAll(() => rig.stop());

test('a worker killed in the middle of many documents: each has its effect once, in order', {
  timeout: 900_000,
}, async () => {
  const { db, hub, key } = rig;
  await hub.start('api');
  const worker = await hub.start('worker');
  const bodies = Array.from({ length: documents }, (_, i) =>
    i % (documents / filesWithMany) === 0
      ? statusReports(i + 1, transferName(i + 1), reportsInEach)
      : statusReport(i + 1, transferName(i + 1)),
  );
  const posting = postAll(hub.url, key, bodies);

  await until('300 are applied', async () => (await applied(db)) >= 300);
  await worker.killHard();
  const answers = await posting;
  expect(answers.filter(({ status, duplicate }) => status === 202 && !duplicate)).toHaveLength(documents);

  const second = await hub.start('worker');
  await atRest(db, documents);

  const all = await effects(db);
  expect(notOnce(all)).toEqual([]);
  expect(all).toHaveLength(documents + filesWithMany * (reportsInEach - 1));
  expect(await noteCount(db)).toBe(all.length);
  const disordered = all.filter(({ on }) => !inOrder(all, on));
  expect(disordered).toEqual([]);
  expect(await ledger(db)).toEqual(balanced(documents));
  expect(await second.stop()).toBe(0);
});
