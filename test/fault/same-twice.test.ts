import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { post, postAll } from './posting.ts';
import { atRest, balanced, ledger, noteCount, transferName } from './traffic.ts';

let rig: FaultRig;
beforeAll(async () => {
  rig = await faultRig();
  await rig.hub.start('api');
  await rig.hub.start('worker');
}, 300_000);
afterAll(() => rig.stop());

test('the same file posted many times at once and again later: one document, one effect, every other answer says duplicate', async () => {
  const { db, hub, key } = rig;
  const file = statusReport(1, transferName(1));
  const atOnce = await postAll(
    hub.url,
    key,
    Array.from({ length: 40 }, () => file),
    { atOnce: 40 },
  );
  await atRest(db, 1);
  const later = await post(hub.url, key, file);

  const answers = [...atOnce, later];
  const [fresh, ...others] = answers.filter(({ status }) => status === 202);
  expect(others).toEqual([]);
  const repeated = answers.filter((answer) => answer !== fresh);
  expect(repeated).toHaveLength(40);
  for (const answer of repeated) expect(answer).toEqual({ status: 200, id: fresh?.id, duplicate: true });
  expect(repeated).toContain(later);
  await atRest(db, 1);
  expect(await noteCount(db)).toBe(1);
  expect(await ledger(db)).toEqual(balanced(1));
});

test('an interchange that comes again in other bytes, many at once: one effect, the others are refused as duplicates', async () => {
  const { db, hub, key } = rig;
  const before = await noteCount(db);
  const file = statusReport(77, transferName(2)).toString('latin1');
  const variants = Array.from({ length: 8 }, (_, i) =>
    Buffer.from(file.replaceAll('~', `~${'\n'.repeat(i)}`), 'latin1'),
  );
  const answers = await postAll(hub.url, key, variants, { atOnce: 8 });
  expect(answers.every(({ status, duplicate }) => status === 202 && !duplicate)).toBe(true);
  await atRest(db, 1 + variants.length);

  expect((await noteCount(db)) - before).toBe(1);
  const rows = await db('interchange')
    .where({ control: '000000077' })
    .whereLike('sender', '%BHFT%')
    .select('status', 'findings');
  const accepted = rows.filter(({ status }) => status !== 'R');
  expect(accepted).toHaveLength(1);
  const refused = rows.filter(({ status }) => status === 'R');
  expect(refused).toHaveLength(variants.length - 1);
  for (const { findings } of refused) expect(JSON.stringify(findings)).toMatch(/duplicate/);
});
