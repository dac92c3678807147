import { jetstreamManager } from '@nats-io/jetstream';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Broker } from '../../services/channels/broker/broker.ts';
import { natsBroker, natsWay, streamName } from '../../services/channels/broker/nats.ts';
import { feedBroker } from '../../services/flows/feed-broker.ts';
import { feedStart, readEventFeed, readFeedCursor } from '../../services/store/event-feed.ts';
import { readerOf } from '../../services/store/event-reader.ts';
import { until } from '../fault/until.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { type NatsServer, natsServer, noNats } from '../support/nats.ts';

// Every canonical event goes to NATS JetStream: in order, at least once, under an id by which a second time is known.

test('an address of NATS is read with its login, and the login is in no text that is shown', () => {
  expect(natsWay('nats://hub:open%20sesame@127.0.0.1, nats://other:4333')).toEqual({
    ...{ servers: ['127.0.0.1:4222', 'other:4333'], address: '127.0.0.1:4222, other:4333' },
    ...{ user: 'hub', pass: 'open sesame' },
  });
  expect(natsWay('tls://secret-token@nats.example')).toMatchObject({ token: 'secret-token', tls: {} });
  expect(() => natsWay('redis://hub:open@127.0.0.1')).toThrow('no address of NATS');
});

describe.skipIf(noNats !== undefined)(`NATS JetStream${noNats ? ` (${noNats})` : ''}`, () => {
  let context: TestContext;
  let nats: NatsServer;
  let broker: Broker;
  const logged: string[] = [];
  const orgId = uuidv7();
  let events = 0;
  beforeAll(async () => {
    const bare = await testContext();
    const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
    context = { ...bare, log: { ...bare.log, warn: note, info: note, error: note } };
    await context.db.system('organization').insert([
      { id: uuidv7(), name: 'Northgate Outfitters', kind: 'owner', stage: 'live' },
      { id: orgId, name: 'Quayside Logistics', kind: '3pl', stage: 'live' },
    ]);
    nats = await natsServer({ user: 'hub', pass: 'open sesame' });
    broker = natsBroker(nats.url.replace('//', '//hub:open%20sesame@'), (says) => void logged.push(says));
    // It begins with what comes from now on.
    await insert('before it was there', { settled: true });
    await readerOf(context.db.system, 'broker', context.now());
  });
  afterAll(async () => {
    await broker.close();
    await nats.stop();
    await context.close();
  });

  async function insert(subject: string, { data = {}, settled = false }: { data?: object; settled?: boolean } = {}) {
    events += 1;
    const id = `event ${String(events).padStart(3, '0')}`;
    await context.db.system('event').insert({
      ...{ id, org_id: orgId, environment: 'production', type: 'shipment.eta.v1', subject },
      ...{ occurred_at: context.now(), received_at: context.now(), data: JSON.stringify(data), provenance: '{}' },
    });
    if (settled) await allSettled();
    return id;
  }
  const allSettled = () =>
    until('nothing is under way on this server', async () => {
      const { rows } = await context.db.system.raw('select bool_and(xact < app_xact_settled()) as settled from event');
      return rows[0].settled;
    });
  const cases = () =>
    context.db.system('exception_case').where({ kind: 'broker.failing', state: 'open' }).pluck('detail');

  test('each event comes once, in the order of its record, with its id, its schema and its subject', async () => {
    const ids = [await insert('WH/OUT/00001'), await insert('A load.1'), await insert('WH/OUT/00001')];
    await allSettled();
    await feedBroker(context, broker);
    const received = await nats.received();
    expect(received.map(({ id }) => id).toSorted()).toEqual(ids);
    const mine = received.filter(({ body }) => body.subject === 'WH/OUT/00001');
    expect(mine.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect(mine[0]).toMatchObject({
      subject: `crossdock.production.${orgId}.shipment.eta.v1.WH/OUT/00001`,
      schema: 'https://crossdock.invalid/events/shipment.eta.v1.schema.json',
      body: { specversion: '1.0', id: ids[0], source: `/partners/${orgId}`, type: 'shipment.eta.v1', data: {} },
    });
    expect(received.map(({ subject }) => subject.split('.').at(-1))).toContain('A_load_1');
    // Nothing new, nothing sent.
    await feedBroker(context, broker);
    expect(await nats.received()).toHaveLength(3);
  });

  test('a process that dies between publishing and noting it publishes again, and the stream keeps it once', async () => {
    const id = await insert('WH/OUT/00002', { settled: true });
    const dying: Broker = {
      ...broker,
      publish: async (messages) => {
        await broker.publish(messages);
        throw new Error('kill -9');
      },
    };
    await expect(feedBroker(context, dying)).rejects.toThrow('kill -9');
    await feedBroker(context, broker);
    expect((await nats.received()).filter((one) => one.id === id)).toHaveLength(1);
  });

  test('NATS that is away keeps events waiting, becomes a case, and gets all of them in order when it is back, without a restart of ours', async () => {
    const before = (await nats.received()).length;
    await nats.kill();
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push(await insert('WH/OUT/00003'));
    await allSettled();
    for (let tries = 0; tries < 3; tries += 1) {
      await feedBroker(context, broker);
      context.pass(31_000);
    }
    expect(await cases()).toEqual([expect.stringMatching(/^NATS at 127\.0\.0\.1:\d+: .*Nothing is lost/)]);
    await nats.start();
    await until('NATS has what waited', async () => {
      context.pass(31_000);
      await feedBroker(context, broker);
      return (await nats.received()).length === before + 3;
    });
    expect((await nats.received()).slice(before).map(({ id }) => id)).toEqual(ids);
    expect(await cases()).toEqual([]);
    expect(logged.join('\n')).not.toContain('sesame');
  });

  test.each([
    ['has lost its disk', () => nats.startAnew({ empty: true })],
    [
      'has lost our stream while we were connected',
      () => nats.manager(async (it) => void (await (await jetstreamManager(it)).streams.delete(streamName))),
    ],
    [
      'did not let us in for a while',
      async () => {
        await nats.startAnew({ empty: true, password: 'another' });
        for (let tries = 0; tries < 4; tries += 1) {
          await feedBroker(context, broker);
          context.pass(31_000);
        }
        expect(await cases()).toEqual([expect.stringContaining('Authorization Violation')]);
        await nats.startAnew({ password: 'open sesame' });
      },
    ],
  ])('NATS that %s gets what comes from then on, without a restart of ours', async (_what, goesWrong) => {
    await feedBroker(context, broker);
    const id = await insert('WH/OUT/00005', { settled: true });
    await goesWrong();
    await until('NATS has it', async () => {
      context.pass(31_000);
      await feedBroker(context, broker);
      return (await nats.received().catch(() => [])).some((one) => one.id === id);
    });
    expect(await cases()).toEqual([]);
    expect(logged.join('\n')).not.toContain('sesame');
  });

  test('an event that is too large for the broker goes without its data and says where that is', async () => {
    const id = await insert('WH/OUT/00004', { data: { note: 'x'.repeat(1_200_000) }, settled: true });
    await feedBroker(context, broker);
    const large = (await nats.received()).find((one) => one.id === id)!;
    expect(large.body).not.toHaveProperty('data');
    const at = new URL(String(large.body.dataref), 'http://hub.invalid').searchParams.get('cursor')!;
    const { events: found } = await readEventFeed(context.db.system, {}, readFeedCursor(at) ?? feedStart, 1);
    expect(found.map(({ event }) => event.id)).toEqual([id]);
  });

  test('of two workers one publishes', async () => {
    const before = (await nats.received()).length;
    for (let n = 0; n < 20; n += 1) await insert(`WH/OUT/1${n}`);
    await allSettled();
    let calls = 0;
    const counted: Broker = {
      ...broker,
      publish: (messages) => {
        calls += 1;
        return broker.publish(messages);
      },
    };
    await Promise.all([feedBroker(context, counted), feedBroker(context, counted)]);
    expect([calls, (await nats.received()).length]).toEqual([1, before + 20]);
  });

  test("somebody's own stream that takes smaller messages only gets a large event by reference", async () => {
    await nats.startAnew({ empty: true });
    const own = { name: 'THEIRS', subjects: ['crossdock.>'], max_msg_size: 20_000 };
    await nats.manager(async (it) => void (await (await jetstreamManager(it)).streams.add(own)));
    await insert('WH/OUT/00006', { data: { note: 'x'.repeat(30_000) }, settled: true });
    await until('their stream has it', async () => {
      context.pass(31_000);
      await feedBroker(context, broker);
      return nats.manager(async (it) => {
        const { state } = await (await jetstreamManager(it)).streams.info('THEIRS');
        return state.messages === 1;
      });
    });
  });
});
