import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { storedDocuments } from '../support/stored-files.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { type Answer, postAll } from './posting.ts';
import { atRest, balanced, effects, ledger, noteCount, notOnce, transferName } from './traffic.ts';

const documents = 600;

let rig: FaultRig;
beforeAll(async () => {
  rig = await faultRig({ transfers: documents });
}, 300_000);
afterAll(() => rig.stop());

test('an API killed in a burst of posts: every answered document is there with its bytes, and the rest can be sent again', {
  timeout: 900_000,
}, async () => {
  const { db, hub, key } = rig;
  await hub.start('worker');
  const api = await hub.start('api');
  const bodies = Array.from({ length: documents }, (_, i) => statusReport(i + 1, transferName(i + 1)));
  let answered = 0;
  let killing: Promise<void> | undefined;
  const first = await postAll(hub.url, key, bodies, {
    atOnce: 32,
    answered({ status }) {
      if (status === 202) answered += 1;
      if (answered === documents / 3) killing ??= api.killHard();
    },
  });
  await killing;
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([202, 0]));

  const hashes = new Map((await storedDocuments(db)).map(({ id, bytes }) => [id, hash('sha256', bytes)]));
  for (const [place, { status, id }] of first.entries()) {
    if (status === 202)
      expect(hashes.get(id!), `document ${place} was answered with 202`).toBe(hash('sha256', bodies[place]!));
  }

  await hub.start('api');
  const second: readonly Answer[] = await postAll(hub.url, key, bodies, { atOnce: 32 });
  for (const [place, { status, id }] of second.entries()) {
    const before = first[place]!;
    if (before.status === 202) expect({ status, id }).toEqual({ status: 200, id: before.id });
    // Not answered: it may have been stored just before the end.
    else expect([200, 202]).toContain(status);
  }
  await atRest(db, documents);
  expect(notOnce(await effects(db))).toEqual([]);
  expect(await noteCount(db)).toBe(documents);
  expect(await ledger(db)).toEqual(balanced(documents));
});
