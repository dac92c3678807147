import { afterAll, beforeAll, expect, test } from 'vitest';
import { drain } from '../../services/flows/drain.ts';
import { type Receiver, receiver } from '../support/receiver.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// Webhooks by the API, as a partner and the team set them up and look after them.

let rig: HttpRig;
let at: Receiver;
let mine: Browser;
let path: string;
let secret: string;
beforeAll(async () => {
  rig = await httpRig();
  at = await receiver();
  mine = await rig.signIn('quayside');
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
  await at.close();
});

const all = `/v1/partners/${orgs.quayside}/endpoints`;
const add = (settings: object, name = 'hooks') =>
  mine.send('post', all).send({ environment: 'production', name, channel: 'webhook', settings });

test('a partner adds a webhook and sees the secret that was made for it this once', async () => {
  const made = await add({ url: at.url, types: ['shipment.eta.v1'], ordered: true });
  expect([made.status, made.body.made]).toEqual([
    201,
    [expect.objectContaining({ label: 'Signing secret', value: expect.stringMatching(/^whsec_/) })],
  ]);
  expect(made.body).toMatchObject({ channel: 'webhook', carries: 'events', secrets: ['secret'], state: 'ready' });
  path = `${all}/${made.body.id}`;
  secret = made.body.made[0].value;
  const seen = await mine.get(path);
  expect(JSON.stringify(seen.body)).not.toContain('whsec_');
  expect(seen.body).not.toHaveProperty('made');
});

test('a type that is none, a secret that is none and plain http elsewhere are told at their setting', async () => {
  const { status, body } = await add({ url: at.url, types: ['shipment.lost.v1'] }, 'wrong');
  expect([status, body.errors[0].place]).toEqual([400, 'body/settings/types']);
  const wrong = await add({ url: 'https://name:word@partner.example/', secret: 'open sesame' }, 'wrong');
  expect(wrong.status).toBe(400);
  expect(JSON.stringify(wrong.body)).not.toContain('sesame');
});

test('nobody but the partner and the team gets to it, and an endpoint for documents is none', async () => {
  const theirs = await rig.signIn('heron');
  for (const ask of ['deliveries', 'replays/0198c1a2-0000-7000-8000-0000000000ff'])
    expect((await theirs.get(`${path}/${ask}`)).status).toBe(404);
  const https = await rig.context.db
    .system('channel_endpoint')
    .where({ org_id: orgs.quayside, channel: 'https' })
    .first('id');
  const { status, body } = await mine.get(`${all}/${https.id}/deliveries`);
  expect([status, body.detail]).toEqual([409, expect.stringContaining('exchanges documents')]);
});

test('test events, secrets, deliveries and replays', async () => {
  const sent = await mine.send('post', `${path}/test-events`).send({ type: 'shipment.eta.v1' });
  expect([sent.status, sent.body.works, sent.body.body]).toEqual([200, true, 'told 200']);
  at.verify(secret);
  expect((await mine.send('post', `${path}/test-events`).send({ type: 'a.b.v1' })).status).toBe(400);
  const next = await mine.send('post', `${path}/secrets`);
  expect([next.status, next.body.secret]).toEqual([201, expect.stringMatching(/^whsec_/)]);
  expect((await mine.send('delete', `${path}/secrets`)).body).toEqual({ retired: 1 });

  await rig.context.db.system('event').insert({
    ...{ id: 'late1', org_id: orgs.quayside, environment: 'production', type: 'shipment.eta.v1', subject: 'WH/OUT/1' },
    ...{ occurred_at: rig.context.now(), received_at: rig.context.now(), data: '{}', provenance: '{}' },
  });
  const begun = await mine.send('post', `${path}/replays`).send({ from: '2026-11-23T00:00:00Z' });
  expect([begun.status, begun.body]).toEqual([202, expect.objectContaining({ total: 1, done: 1, open: 1, good: 0 })]);
  const [waiting] = (await mine.get(`${path}/deliveries?state=waiting`)).body.deliveries;
  expect(waiting).toMatchObject({ eventId: 'late1', state: 'waiting', attempts: 0 });
  at.answer = 418;
  await drain(rig.context, `webhook/${path.split('/').at(-1)}/WH/OUT/1`);
  const [refused] = (await mine.get(`${path}/deliveries`)).body.deliveries;
  expect(refused).toMatchObject({ state: 'waiting', reason: 'The receiver answered 418.', dueAt: expect.any(String) });
  at.answer = 200;
  rig.context.pass(10_000);
  await drain(rig.context, `webhook/${path.split('/').at(-1)}/WH/OUT/1`);
  expect((await mine.get(`${path}/replays/${begun.body.id}`)).body).toMatchObject({ good: 1, open: 0, failed: 0 });
  at.verify(next.body.secret, at.hooks.slice(-1));
  const one = await mine.send('post', `${path}/replays`).send({ deliveryId: refused.id });
  expect(one.body.total).toBe(1);
  for (const body of [{ dead: true, from: '2026-11-23T00:00:00Z' }, { to: '2026-11-23T00:00:00Z' }, {}])
    expect((await mine.send('post', `${path}/replays`).send(body)).status).toBe(400);
  const unknown = await mine
    .send('post', `${path}/replays`)
    .send({ deliveryId: '0198c1a2-0000-7000-8000-0000000000ff' });
  expect([unknown.status, unknown.body.code]).toEqual([404, 'http.not-found']);
  const waits = await mine.send('post', `${path}/replays`).send({ deliveryId: refused.id });
  expect([waits.status, waits.body.total]).toEqual([202, 1]);
  for (const body of [{ from: '2026-11-24T00:00:00Z', to: '2026-11-23T00:00:00Z' }, { from: '2999-01-01T00:00:00Z' }])
    expect((await mine.send('post', `${path}/replays`).send(body)).body).toMatchObject({
      status: 400,
      errors: [{ place: 'body/from', pointer: '/from' }],
    });
  const log = await mine.get(`${path}/exchanges`);
  expect(log.body.exchanges.map(({ state }: { state: string }) => state)).toEqual(['done', 'failed', 'done']);
  expect(JSON.stringify(log.body)).not.toContain('whsec_');
});

test('a webhook with events that wait may be removed: they are for whoever wants them', async () => {
  await mine.send('post', `${path}/replays`).send({ from: '2026-11-23T00:00:00Z' });
  expect((await mine.send('delete', path)).status).toBe(204);
  const rows = await rig.context.db.system('delivery').where({ destination: 'webhook' }).distinct('state');
  expect(rows).toEqual([{ state: 'failed' }]);
});
