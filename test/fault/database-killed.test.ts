import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { post, postAll } from './posting.ts';
import { type PrivateRig, privateRig } from './private-rig.ts';
import { applied, atRest, balanced, effects, ledger, noteCount, notOnce, transferName } from './traffic.ts';
import { until } from './until.ts';

const documents = 400;

let rig: PrivateRig;
beforeAll(async () => {
  rig = await privateRig({ transfers: documents });
}, 300_000);
afterAll(() => rig.stop());

test('PostgreSQL killed and started again in traffic: nothing answered is lost, and the same processes go on', {
  timeout: 900_000,
}, async () => {
  const { hub, key } = rig;
  const api = await hub.start('api');
  const worker = await hub.start('worker');
  const bodies = Array.from({ length: documents }, (_, i) => statusReport(i + 1, transferName(i + 1)));
  await postAll(hub.url, key, bodies.slice(0, documents / 2));
  await until('40 are applied', async () => (await applied(rig.db)) >= 40);
  let answered = 0;
  const killed = Promise.withResolvers<void>();
  const posting = postAll(hub.url, key, bodies.slice(documents / 2), {
    atOnce: 8,
    answered() {
      answered += 1;
      if (answered === documents / 8) killed.resolve(rig.killPostgres());
    },
  });
  await killed.promise;
  const answer = await post(hub.url, key, statusReport(9999, transferName(1)));
  expect(answer.status).toBe(503);
  await rig.startPostgres();

  const second = await posting;
  expect([...new Set(second.map(({ status }) => status))].toSorted()).toEqual([202, 503]);
  // Whoever was told 503 sends again.
  await until('the rest is taken', async () => {
    const again = await postAll(hub.url, key, bodies, { atOnce: 8 });
    return again.every(({ status }) => status === 202 || status === 200);
  });
  await atRest(rig.db, documents);
  expect(notOnce(await effects(rig.db))).toEqual([]);
  expect(await noteCount(rig.db)).toBe(documents);
  expect(await ledger(rig.db)).toEqual(balanced(documents));
  expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);
});
