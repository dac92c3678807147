import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { manyReplies } from './extreme-documents.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { type HeldBack, holdBack } from './held-back.ts';
import type { HubProcess } from './hub-processes.ts';
import { post, postAll } from './posting.ts';
import { transferName } from './traffic.ts';
import { translatorPid } from './translator-pid.ts';
import { until } from './until.ts';

// The process that translates large documents, or the whole hub, dies in the middle of a translation, which is held there for it.

const outcomeOf = (rig: FaultRig, id: string) => rig.db('document').where({ id }).first();
const triesAt = (rig: FaultRig, id: string) => rig.db('translation_try').where({ document_id: id }).first();
const translated = (rig: FaultRig, ids: readonly string[]) => async () =>
  (await rig.db('document').whereIn('id', ids).whereNot({ state: 'translated' })).length === 0;

async function send(rig: FaultRig, bytes: Buffer, key = rig.key): Promise<string> {
  const { status, id } = await post(rig.hub.url, key, bytes);
  expect(status).toBe(202);
  return id!;
}

/** A first document, so that the carrier has control numbers that can be held. @returns its organisation. */
async function warmUp(rig: FaultRig): Promise<string> {
  const id = await send(rig, statusReport(1, transferName(1)));
  await until('the first is translated', translated(rig, [id]));
  return (await outcomeOf(rig, id)).org_id as string;
}

describe('a hub whose process for large documents dies', () => {
  let rig: FaultRig;
  let hub: HubProcess;
  let held: HeldBack | undefined;
  let orgId: string;
  beforeAll(async () => {
    rig = await faultRig({ transfers: 50 });
    hub = await rig.hub.start('api,worker');
    orgId = await warmUp(rig);
  }, 300_000);
  afterAll(() => rig.stop());
  afterEach(async () => {
    await held?.letGo();
    held = undefined;
  });

  test('while a large document is translated, health answers and another partner’s later document is settled', {
    timeout: 900_000,
  }, async () => {
    held = await holdBack(rig.db, orgId);
    const large = await send(rig, manyReplies(5000));
    await held.reached();
    const small = await send(rig, statusReport(2, transferName(2)).subarray(0), rig.warehouseKey);
    await until('the small one is settled', async () => (await outcomeOf(rig, small)).state === 'translated');
    expect((await fetch(`${rig.hub.url}/v1/health`)).status).toBe(200);
    expect(await outcomeOf(rig, large)).toMatchObject({ state: 'received', outcome: 'processing' });
    await held.letGo();
    await until('the large one is translated', translated(rig, [large]));
  });

  test('three times over one document sets it aside; the next one of the same partner goes on, and a person can release it', {
    timeout: 900_000,
  }, async () => {
    held = await holdBack(rig.db, orgId);
    const id = await send(rig, manyReplies(5000));
    for (let death = 1; death <= 3; death += 1) {
      await held.reached();
      const pid = await until('there is a process', () => translatorPid(hub.pid));
      process.kill(pid, 'SIGKILL');
      await held.endDead();
      await until(`death ${death} is counted`, async () =>
        death < 3 ? (await triesAt(rig, id))?.failures === death : (await outcomeOf(rig, id)).state === 'quarantined',
      );
    }
    expect(await outcomeOf(rig, id)).toMatchObject({
      outcome: 'attention',
      headline: 'Set aside: it could not be translated',
    });
    expect(await rig.db('exception_case').where({ document_id: id, state: 'open' })).toMatchObject([
      { fingerprint: 'document.quarantined', detail: expect.stringMatching(/3 tries .*died \(SIGKILL\)/) },
    ]);
    await held.letGo();
    const next = await send(rig, manyReplies(5000));
    await until('the next one is translated', translated(rig, [next]));
    expect(() => process.kill(hub.pid, 0)).not.toThrow();
    // As "Try again" does it.
    await rig.db('document').where({ id }).update({ state: 'received' });
    await rig.db('translation_try').where({ document_id: id }).del();
    await until('it is translated after all', translated(rig, [id]));
  });
});

test('a hub killed four times over the same documents, large and small, loses none and sets none aside', {
  timeout: 900_000,
}, async () => {
  const rig = await faultRig({ transfers: 50 });
  try {
    let hub = await rig.hub.start('api,worker');
    const orgId = await warmUp(rig);
    const held = await holdBack(rig.db, orgId);
    const bodies = Array.from({ length: 40 }, (_, at) => statusReport(at + 100, transferName(at + 2)));
    const ids = (await postAll(rig.hub.url, rig.key, bodies)).map(({ id }) => id!);
    ids.push(await send(rig, manyReplies(5000)));
    for (let kill = 1; kill <= 4; kill += 1) {
      await held.reached();
      await hub.killHard();
      await held.endDead();
      hub = await rig.hub.start('api,worker');
    }
    await held.letGo();
    await until('all are translated', translated(rig, ids));
    expect(await rig.db('document').where({ state: 'quarantined' })).toEqual([]);
    expect(await rig.db('exception_case').where({ fingerprint: 'document.quarantined' })).toEqual([]);
    expect(await hub.stop()).toBe(0);
  } finally {
    await rig.stop();
  }
});

describe('a document that needs more memory than one may have', () => {
  let rig: FaultRig;
  beforeEach(async () => {
    rig = await faultRig({
      env: { CROSSDOCK_LARGE_HEAP_MB: '112', CROSSDOCK_MAX_SETS: '1000000', CROSSDOCK_MAX_EVENTS: '1000000' },
    });
  }, 300_000);
  afterEach(() => rig.stop());

  test('is set aside, says so, and ends nothing but the process that tried it', { timeout: 900_000 }, async () => {
    const hub = await rig.hub.start('api,worker');
    const id = await send(rig, manyReplies(120_000));
    const small = await send(rig, statusReport(2, transferName(2)), rig.warehouseKey);
    await until('the small one is settled', translated(rig, [small]));
    await until('the large one is set aside', async () => (await outcomeOf(rig, id)).state === 'quarantined');
    expect(await rig.db('exception_case').where({ document_id: id })).toMatchObject([
      { detail: expect.stringContaining('more memory than the 112 MB that a translation may take') },
    ]);
    expect(() => process.kill(hub.pid, 0)).not.toThrow();
    const { code } = { code: await hub.stop() };
    expect(code).toBe(0);
    const { out, err } = await hub.ended;
    expect(out.length + err.length).toBeLessThan(100_000);
  });
});
