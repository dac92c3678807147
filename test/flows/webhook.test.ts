import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventTypes } from '../../services/domain/events.ts';
import { eventFault } from '../../services/domain/mapping/run/valid-events.ts';
import { sampleEvent } from '../../services/domain/sample-event.ts';
import type { Context } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { pauseEndpoint, removeEndpoint } from '../../services/flows/endpoints.ts';
import { replay } from '../../services/flows/replay.ts';
import { sendTestEvent } from '../../services/flows/send-test-event.ts';
import { addWebhookSecret, retireWebhookSecrets } from '../../services/flows/webhook-secrets.ts';
import type { Receiver } from '../support/receiver.ts';
import { casesAbout, documentRow } from './rig.ts';
import { type WebhookRig, webhookRig } from './webhook-rig.ts';

// Events that are posted to partners: signed, to whom they concern, again until they are taken, and without holding up anything else.

let hooks: WebhookRig;
beforeAll(async () => {
  hooks = await webhookRig();
}, 300_000);
afterAll(() => hooks.close());

let mine: { readonly id: string; readonly secret: string; readonly at: Receiver };
const key = (endpointId = mine.id) => ({ orgId: hooks.rig.orgs['standard-carrier'], endpointId });
const states = async () => (await hooks.deliveries(mine.id)).map(({ state }) => state);
const open = (kind: string) => casesAbout(hooks.rig, { kind, state: 'open', subject_id: mine.id });
const hour = 3_600_000;
const resume = () => pauseEndpoint(hooks.rig.context, key(), 'resumed', hooks.by);
/** What the endpoint has is taken away, so that each test has one of its own. */
const fresh = async (settings: Readonly<Record<string, unknown>> = {}) => {
  mine = await hooks.add('standard-carrier', `hook ${performance.now()}`, settings);
  // Processes look again after three seconds.
  hooks.rig.context.pass(3001);
};
afterEach(async () => {
  mine.at.answer = 200;
  await removeEndpoint(hooks.rig.context, key(), hooks.by);
  hooks.rig.context.pass(3001);
});

describe('an event', () => {
  beforeEach(() => fresh());

  test('is posted once, as a CloudEvent, signed as Standard Webhooks says, and the log has request and answer', async () => {
    const id = await hooks.milestone();
    await hooks.rig.work();
    expect(mine.at.ids()).toEqual([id]);
    mine.at.verify(mine.secret);
    const [hook] = mine.at.hooks;
    expect(hook!.event).toMatchObject({
      specversion: '1.0',
      id,
      type: 'shipment.milestone.v1',
      subject: 'WH/OUT/00001',
    });
    expect(await states()).toEqual(['applied']);
    const [entry] = await hooks.log(mine.id);
    expect(entry).toMatchObject({ kind: 'event', direction: 'out', state: 'done', eventId: id, transportId: id });
    expect(entry!.detail).toMatchObject({ status: 200, attempt: 1, durationMs: expect.any(Number) });
    expect([entry!.body!.toString(), JSON.stringify(entry!.detail)]).toEqual([
      'told 200',
      expect.not.stringContaining('whsec_'),
    ]);
    // Nothing is posted again.
    await hooks.after(hour);
    expect(mine.at.hooks).toHaveLength(1);
  });

  test('of another partner is not posted; what Odoo releases for this one is, without the id of its record', async () => {
    const theirs = await hooks.add('standard-3pl', 'theirs');
    hooks.rig.context.pass(3001);
    await hooks.milestone();
    const { collect } = await import('../../services/flows/collect.ts');
    await collect(hooks.rig.context, hooks.rig.connections.production);
    await hooks.rig.work();
    expect(new Set(mine.at.hooks.map(({ event }) => event.type))).toEqual(
      new Set(['shipment.milestone.v1', 'shipment.tendered.v1']),
    );
    expect(new Set(theirs.at.hooks.map(({ event }) => event.type))).toEqual(new Set(['warehouse-order.released.v1']));
    expect(theirs.at.hooks[0]!.event.data).not.toHaveProperty('recordId');
    theirs.at.verify(theirs.secret);
  });

  test('that a worker has posted and not recorded when it was killed is posted again under the same id', async () => {
    const id = await hooks.milestone();
    const { context } = hooks.rig;
    const dying: Context = {
      ...context,
      newId: () => {
        throw new Error('kill -9');
      },
    };
    await drain(dying, `webhook/${mine.id}/${id}`).catch(() => undefined);
    expect(mine.at.ids()).toEqual([id]);
    await hooks.after(10_000);
    expect(mine.at.ids()).toEqual([id, id]);
    expect(await states()).toEqual(['applied']);
  });

  test('that the receiver refuses waits with pauses that grow and holds up none of the others; after a day it is a dead letter, which is replayed', async () => {
    const poison = await hooks.milestone('WH/OUT/66666');
    mine.at.answer = ({ event }, response) => {
      response.writeHead(event.subject === 'WH/OUT/66666' ? 422 : 200).end();
    };
    await hooks.rig.work();
    const [first] = await hooks.deliveries(mine.id);
    expect(first).toMatchObject({ state: 'pending', attempts: 1, reason: 'The receiver answered 422.' });
    const others: string[] = [];
    const pauses: number[] = [];
    for (let passed = 0; passed < 26 * hour; passed += hour / 2) {
      if (passed % (2 * hour) === 0) others.push(await hooks.milestone());
      await hooks.after(hour / 2);
      const [now] = await hooks.deliveries(mine.id);
      if (now!.state === 'pending') pauses.push(now!.due_at!.getTime() - hooks.rig.context.now().getTime());
    }
    const [dead, ...rest] = await hooks.deliveries(mine.id);
    expect(dead).toMatchObject({ state: 'failed' });
    expect(dead!.attempts).toBeGreaterThanOrEqual(8);
    expect(Math.max(...pauses)).toBeGreaterThan(3 * hour);
    expect(rest.map(({ state }) => state)).toEqual(others.map(() => 'applied'));
    expect(mine.at.ids().filter((one) => one !== poison)).toEqual(others);
    expect(await open('endpoint.dead-letters')).toHaveLength(1);
    // The document that it was read from is none the worse for it.
    const [{ document_id }] = await hooks.rig.context.db.system('event').where({ id: poison }).select('document_id');
    expect((await documentRow(hooks.rig, document_id)).outcome).not.toBe('processing');
    mine.at.answer = 200;
    const made = await replay(hooks.rig.context, key(), { dead: true }, hooks.by);
    expect(made).toMatchObject({ total: 1, done: 1 });
    await hooks.rig.work();
    expect(await states()).toEqual(['applied', ...others.map(() => 'applied')]);
    expect(await open('endpoint.dead-letters')).toEqual([]);
    mine.at.verify(mine.secret);
  });
});

describe('a receiver', () => {
  beforeEach(() => fresh());

  test('that is away for an hour gets everything when it is back, at once, and nothing of it failed', async () => {
    await mine.at.shut();
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await hooks.milestone());
    await hooks.rig.work();
    // A connection that was kept from before is cut; a new one finds nobody.
    expect(await hooks.endpoint(mine.id)).toMatchObject({
      breaker: 'open',
      lastError: expect.stringMatching(/^(Nobody listens there|The connection was cut before an answer came)\.$/),
    });
    for (let passed = 0; passed < hour; passed += 300_000) await hooks.after(301_000);
    expect(new Set(await states())).toEqual(new Set(['pending']));
    expect(await open('endpoint.failing')).toHaveLength(1);
    // While it is away one asks now and then, and not all of them.
    expect((await hooks.log(mine.id)).length).toBeLessThan(30);
    await mine.at.open();
    await hooks.after(301_000);
    await hooks.after(2_000);
    expect(mine.at.ids().toSorted()).toEqual(ids.toSorted());
    expect(await hooks.endpoint(mine.id)).toMatchObject({ breaker: 'closed', failures: 0 });
    expect(await open('endpoint.failing')).toEqual([]);
  });

  test('that answers 410 is asked no more: what waits are dead letters, new events are not for it, and a person may resume and replay what was missed', async () => {
    const from = hooks.rig.context.now();
    mine.at.answer = 410;
    const first = await hooks.milestone();
    await hooks.rig.work();
    expect(await hooks.endpoint(mine.id)).toMatchObject({
      ...{ pausedBy: 'the hub', stopped: 'The receiver has ended the subscription (410)' },
    });
    expect(await states()).toEqual(['failed']);
    expect(await open('endpoint.stopped')).toHaveLength(1);
    const audited = await hooks.rig.context.db.system('audit_entry').where({ action: 'endpoint.stopped' });
    expect(audited.map(({ detail }) => detail.name)).toContain((await hooks.endpoint(mine.id)).name);
    hooks.rig.context.pass(3001);
    const second = await hooks.milestone();
    await hooks.after(hour);
    expect(mine.at.ids()).toEqual([first]);
    await expect(replay(hooks.rig.context, key(), { from }, hooks.by)).rejects.toThrow('is stopped');
    mine.at.answer = 200;
    await resume();
    expect(await open('endpoint.stopped')).toEqual([]);
    await replay(hooks.rig.context, key(), { from }, hooks.by);
    await hooks.rig.work();
    expect(mine.at.ids().slice(1).toSorted()).toEqual([first, second].toSorted());
  });

  test('that does nothing but fail for a day is stopped, with a case, and not before', async () => {
    mine.at.answer = 500;
    await hooks.milestone();
    await hooks.rig.work();
    for (let passed = 0; passed < 23 * hour; passed += hour) await hooks.after(hour);
    expect(await hooks.endpoint(mine.id)).toMatchObject({ stopped: null, breaker: expect.any(String) });
    expect(await open('endpoint.stopped')).toEqual([]);
    await hooks.after(2 * hour);
    expect((await hooks.endpoint(mine.id)).stopped).toMatch(
      /^Nothing but failures for a day; the last one: The receiver answered 500/,
    );
    expect(await states()).toEqual(['failed']);
    expect(await open('endpoint.stopped')).toHaveLength(1);
    expect(await open('endpoint.failing')).toEqual([]);
  });

  test('that redirects is not followed, and the log says where to', async () => {
    const other = await hooks.add('standard-3pl', 'elsewhere');
    mine.at.answer = (_hook, response) => response.writeHead(307, { Location: other.at.url }).end();
    await hooks.milestone();
    await hooks.rig.work();
    expect([mine.at.hooks.length, other.at.hooks.length]).toEqual([1, 0]);
    const [entry] = await hooks.log(mine.id);
    expect(entry!.detail).toMatchObject({ status: 307, response: { location: other.at.url } });
    expect((await hooks.deliveries(mine.id))[0]!.reason).toContain('a redirect, which is not followed');
  });

  test('that sends an answer without end costs no more than the first of it', async () => {
    mine.at.answer = (_hook, response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    };
    await hooks.milestone();
    await hooks.rig.work();
    expect(await states()).toEqual(['applied']);
    expect((await hooks.log(mine.id))[0]!.body).toHaveLength(1024);
  });
});

describe('an endpoint in order', () => {
  beforeEach(() => fresh({ ordered: true, types: ['shipment.milestone.v1'] }));

  test('gets the events of one shipment one after another, also after it answered 500 for a while; those of others go beside them', async () => {
    const shipment = [await hooks.milestone(), await hooks.milestone(), await hooks.milestone()];
    mine.at.answer = ({ event }, response) => {
      response.writeHead(event.subject === 'WH/OUT/00001' ? 500 : 200).end();
    };
    await hooks.rig.work();
    const other = await hooks.milestone('WH/OUT/00002');
    await hooks.after(6_000);
    expect(mine.at.ids()).toContain(other);
    expect(mine.at.ids()).not.toContain(shipment[1]);
    mine.at.answer = 200;
    for (let looks = 0; looks < 4; looks += 1) await hooks.after(600_000);
    const taken = mine.at.ids().filter((id) => id !== other);
    expect(taken.filter((id, nth) => taken.indexOf(id) === nth)).toEqual(shipment);
    expect(taken.slice(-2)).toEqual(shipment.slice(1));
  });

  test('that wants some types gets no others', async () => {
    const { collect } = await import('../../services/flows/collect.ts');
    await hooks.rig.context.db.system('odoo_connection').where({ id: hooks.rig.connections.production }).first();
    await collect(hooks.rig.context, hooks.rig.connections.production);
    await hooks.milestone();
    await hooks.rig.work();
    expect(new Set(mine.at.hooks.map(({ event }) => event.type))).toEqual(new Set(['shipment.milestone.v1']));
  });
});

describe('secrets, replays and test events', () => {
  beforeEach(() => fresh());

  test('while two secrets are in use both sign; a retired one no more', async () => {
    const next = await addWebhookSecret(hooks.rig.context, key(), hooks.by);
    await hooks.milestone();
    await hooks.rig.work();
    mine.at.verify(mine.secret);
    mine.at.verify(next);
    expect(await retireWebhookSecrets(hooks.rig.context, key(), hooks.by)).toBe(1);
    await hooks.milestone();
    await hooks.rig.work();
    const last = mine.at.hooks.slice(-1);
    mine.at.verify(next, last);
    expect(() => mine.at.verify(mine.secret, last)).toThrow();
    const shown = await hooks.rig.context.db
      .system('audit_entry')
      .whereIn('action', ['endpoint.secret-added', 'endpoint.secrets-retired']);
    expect(JSON.stringify(shown)).not.toContain('whsec_');
  });

  test('a replay of one event, and of a time, posts them again under the ids that they had; also what came before the endpoint was there', async () => {
    const { context } = hooks.rig;
    const begin = context.now();
    const first = await hooks.milestone();
    context.pass(1000);
    const between = context.now();
    context.pass(1000);
    const second = await hooks.milestone();
    await hooks.rig.work();
    const [one] = await hooks.deliveries(mine.id);
    await replay(context, key(), { deliveryId: one!.id }, hooks.by);
    await hooks.rig.work();
    expect([mine.at.ids().slice(0, 2).toSorted(), mine.at.ids().slice(2)]).toEqual([
      [first, second].toSorted(),
      [one!.event_id],
    ]);
    await replay(context, key(), { from: begin, to: between }, hooks.by);
    await hooks.rig.work();
    expect(mine.at.ids().slice(3)).toEqual([first]);
    const late = await hooks.add('standard-carrier', 'late');
    await replay(context, key(late.id), { from: begin }, hooks.by);
    await hooks.rig.work();
    expect(late.at.ids().toSorted()).toEqual([first, second].toSorted());
    await removeEndpoint(context, key(late.id), hooks.by);
  });

  test('one that waits for its next try is posted at once when a person asks for it, alone or with all of a time; ordered events with what is before them', async () => {
    const { context } = hooks.rig;
    const begin = context.now();
    mine.at.answer = 422;
    const id = await hooks.milestone();
    await hooks.rig.work();
    await hooks.after(10_000);
    const [waits] = await hooks.deliveries(mine.id);
    expect(waits).toMatchObject({ state: 'pending', attempts: 2 });
    await replay(context, key(), { deliveryId: waits!.id }, hooks.by);
    await hooks.rig.work();
    expect(mine.at.ids()).toEqual([id, id, id]);
    expect((await hooks.deliveries(mine.id))[0]).toMatchObject({ state: 'pending', attempts: 3 });
    mine.at.answer = 200;
    const made = await replay(context, key(), { from: begin }, hooks.by);
    expect(made).toMatchObject({ total: 1, done: 1 });
    await hooks.rig.work();
    expect([mine.at.ids(), await states()]).toEqual([[id, id, id, id], ['applied']]);

    const inOrder = await hooks.add('standard-carrier', 'in order', { ordered: true });
    context.pass(3001);
    inOrder.at.answer = 422;
    const both = [await hooks.milestone('WH/OUT/77777'), await hooks.milestone('WH/OUT/77777')];
    await hooks.rig.work();
    inOrder.at.answer = 200;
    const [, second] = await hooks.deliveries(inOrder.id);
    await replay(context, key(inOrder.id), { deliveryId: second!.id }, hooks.by);
    await hooks.rig.work();
    expect(inOrder.at.ids()).toEqual([both[0], ...both]);
    await removeEndpoint(context, key(inOrder.id), hooks.by);
  });

  test('a replay does not wait for the pause of a receiver that was away; one for a paused endpoint is refused, with what to do', async () => {
    const { context } = hooks.rig;
    await mine.at.shut();
    for (let n = 0; n < 3; n += 1) await hooks.milestone();
    await hooks.rig.work();
    expect(await hooks.endpoint(mine.id)).toMatchObject({ breaker: 'open' });
    await mine.at.open();
    const [one] = await hooks.deliveries(mine.id);
    await replay(context, key(), { deliveryId: one!.id }, hooks.by);
    await hooks.rig.work();
    expect(mine.at.ids()).toContain(one!.event_id);
    expect(await hooks.endpoint(mine.id)).toMatchObject({ breaker: 'closed' });
    await pauseEndpoint(context, key(), 'paused', hooks.by);
    await expect(replay(context, key(), { deliveryId: one!.id }, hooks.by)).rejects.toThrow('is paused. Resume it');
    await resume();
  });

  test('a test event of every type obeys its schema, says that it is one, is signed, and counts for nothing', async () => {
    for (const type of eventTypes) {
      const event = sampleEvent(type, { id: 't', orgId: 'o', at: hooks.rig.context.now() });
      expect([type, eventFault(type, event.data)]).toEqual([type, undefined]);
    }
    const sent = await sendTestEvent(hooks.rig.context, key(), 'shipment.eta.v1');
    expect([sent.works, sent.says]).toEqual([true, 'The receiver answered 200.']);
    mine.at.verify(mine.secret);
    expect(mine.at.hooks[0]!.event).toMatchObject({ type: 'shipment.eta.v1', crossdocktest: true });
    mine.at.answer = 503;
    expect(await sendTestEvent(hooks.rig.context, key(), 'shipment.eta.v1')).toMatchObject({
      ...{ works: false, says: 'The receiver answered 503.' },
    });
    expect(await hooks.endpoint(mine.id)).toMatchObject({ failures: 0, breaker: 'closed' });
    expect(await states()).toEqual([]);
    expect((await hooks.log(mine.id)).map(({ state, detail }) => [state, detail.test])).toEqual([
      ['failed', true],
      ['done', true],
    ]);
  });
});
