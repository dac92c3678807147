import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { type NatsServer, natsServer, noNats } from '../support/nats.ts';
import { type Receiver, receiver } from '../support/receiver.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { postAll } from './posting.ts';
import { noteCount, transferName } from './traffic.ts';
import { until } from './until.ts';
import { insertWebhook, liveScreen, loopback, statesAt } from './webhook-hub.ts';

// One event reaches Odoo, webhooks, the broker and live screens side by side; whichever of them is down holds up none of the others.

const documents = 30;

describe.skipIf(noNats !== undefined)(`one event, everywhere${noNats ? ` (${noNats})` : ''}`, () => {
  let nats: NatsServer;
  let rig: FaultRig;
  let good: Receiver;
  let hanging: Receiver;
  beforeAll(async () => {
    nats = await natsServer();
    good = await receiver();
    hanging = await receiver();
    rig = await faultRig({ transfers: documents + 1, env: { ...loopback, NATS_URL: nats.url } });
  }, 300_000);
  afterAll(async () => {
    await rig.stop();
    await good.close();
    await hanging.close();
    await nats.stop();
  });

  const reports = (from: number, count: number) =>
    Array.from({ length: count }, (_, nth) => statusReport(from + nth, transferName(from + nth)));

  test('a receiver that hangs and a broker that was killed get everything later, and nobody else waits for them', async () => {
    const { db, hub, key } = rig;
    const [one, two] = [await insertWebhook(db, good), await insertWebhook(db, hanging)];
    await hub.start('api,worker');
    const { email, password } = rig.logins[0]!;
    const screen = await liveScreen(hub.url, { email, password });

    await postAll(hub.url, key, reports(1, 1));
    await until('the first event is everywhere', async () => {
      const isThere = [(await noteCount(db)) === 1, good.hooks.length === 1, hanging.hooks.length === 1];
      return isThere.every(Boolean) && (await nats.received().catch(() => [])).length === 1;
    });

    await nats.kill();
    hanging.answer = () => undefined;
    const answers = await postAll(hub.url, key, reports(2, documents));
    await until('Odoo has all of them', async () => (await noteCount(db)) === documents + 1);
    await until('the other receiver has all of them', () => new Set(good.ids()).size === documents + 1);
    await until('the screen was told of all of them', () => answers.every(({ id }) => screen.told.has(id!)));
    await until('that is written down', async () => (await statesAt(db, one.id)).applied === documents + 1);
    // Those that are down have nothing, and nothing is given up.
    const waiting = await statesAt(db, two.id);
    expect([waiting.applied, waiting.failed]).toEqual([1, undefined]);

    hanging.answer = 200;
    await nats.start();
    await until('the receiver that hung has all of them', async () => {
      return (await statesAt(db, two.id)).applied === documents + 1;
    });
    await until('the broker has all of them', async () => (await nats.received()).length === documents + 1);
    const events: string[] = await db('event').orderBy(['xact', 'seq']).pluck('id');
    const received = (await nats.received()).map(({ id }) => id);
    expect(received.toSorted()).toEqual(events.toSorted());
    expect(new Set(good.ids())).toEqual(new Set(events));
    expect(good.ids()).toHaveLength(documents + 1);
    expect(new Set(hanging.ids())).toEqual(new Set(events));
    good.verify(one.secret);
    hanging.verify(two.secret);
    screen.close();
  }, 600_000);
});

describe('a worker that is killed between "posted" and "recorded"', () => {
  let rig: FaultRig;
  let at: Receiver;
  beforeAll(async () => {
    at = await receiver();
    rig = await faultRig({ transfers: 3, env: loopback });
  }, 300_000);
  afterAll(async () => {
    await rig.stop();
    await at.close();
  });

  test('posts the same event again under the same id, and what is behind it in its order', async () => {
    const { db, hub, key } = rig;
    const { id, secret } = await insertWebhook(db, { url: at.url, ordered: true });
    const api = await hub.start('api');
    await postAll(hub.url, key, [statusReport(1, transferName(1)), statusReport(2, transferName(1))], { atOnce: 1 });
    // Writing it down waits for this lock: the receiver has the event, and no row says so.
    const holder = await db.transaction();
    at.answer = (_hook, response) => {
      void holder
        .raw(`select 1 from delivery where endpoint_id = ? for update`, [id])
        .then(() => response.writeHead(200).end());
    };
    const worker = await hub.start('worker');
    await until('the first event is posted', () => at.hooks.length === 1);
    await worker.killHard();
    await holder.rollback();
    at.answer = 200;
    expect(await statesAt(db, id)).toMatchObject({ 'in-flight': 1 });
    await hub.start('worker');
    await until('both are taken', async () => (await statesAt(db, id)).applied === 2);
    const events: string[] = await db('event').orderBy('seq').pluck('id');
    expect(at.ids()).toEqual([events[0], ...events]);
    at.verify(secret);
    expect(await api.stop()).toBe(0);
  }, 300_000);
});
