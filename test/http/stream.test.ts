import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditAction } from '../../services/domain/audit-actions.ts';
import { createApp } from '../../services/http/app.ts';
import { audit } from '../../services/store/audit.ts';
import { hearChanges } from '../../services/store/changes.ts';
import { until as untilSo } from '../fault/until.ts';
import { type Browser, type HttpRig, httpRig, orgs, users } from './rig.ts';
import { serveApp } from './upload.ts';

let rig: HttpRig;
let server: Server;
const [one, two] = ['0198c1a2-0000-7000-8000-000000000001', '0198c1a2-0000-7000-8000-000000000002'];

beforeAll(async () => {
  rig = await httpRig();
  server = createServer(rig.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rig.close();
});

const open = (browser: Browser) => openAt((server.address() as AddressInfo).port, browser.cookie);

function openAt(port: number, cookie: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/v1/stream', headers: { Cookie: cookie } }, resolve).once('error', reject);
  });
}

/** What the stream says until `enough`. */
function until(stream: IncomingMessage, enough: RegExp): Promise<string> {
  let said = '';
  stream.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    stream.on('data', (text: string) => {
      said += text;
      if (enough.test(said)) resolve(said);
    });
    stream.once('end', () => reject(new Error(`ended after ${said}`)));
  });
}

test('a change reaches the team and the partner whose document it is, and nobody else', async () => {
  const streams = await Promise.all(
    (['team', 'quayside', 'heron'] as const).map(async (who) => open(await rig.signIn(who))),
  );
  const [team, quayside, heron] = streams as [IncomingMessage, IncomingMessage, IncomingMessage];
  expect(team.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
  });
  const heard = [until(team, /0002"\}\n\n/), until(quayside, /0001"\}\n\n/), until(heron, /0002"\}\n\n/)];
  rig.tell({ orgId: orgs.quayside, documentId: one });
  rig.tell({ orgId: orgs.quayside, documentId: one });
  rig.tell({ orgId: orgs.heron, documentId: two });
  const [toTeam, toQuayside, toHeron] = await Promise.all(heard);
  expect(toTeam).toContain(
    `event: change\ndata: {"documentId":"${one}"}\n\nevent: change\ndata: {"documentId":"${two}"}\n\n`,
  );
  expect(toQuayside).not.toContain(two);
  expect(toHeron).not.toContain(one);
  for (const stream of streams) stream.destroy();
});

test('what is put on record about a partner, where it stands, how its endpoints do and every step of its runs reaches the team and the partner, and nobody else', async () => {
  const own = await httpRig();
  const heard = hearChanges(own.context.db.pool, () => undefined);
  const { port, close } = await serveApp(createApp({ context: own.context, changes: heard, checkResponses: true }));
  const { system } = own.context.db;
  const record = (orgId: string, action: AuditAction) =>
    system.transaction((tx) => audit(tx, [{ orgId, action, at: own.context.now(), actor: 'Ines Calder' }]));
  const of = { org_id: orgs.quayside, scenario: 'order-shipped', number: 'CT-1', documents: [], depends_on: {} };
  await system('scenario_run').insert({
    ...{ ...of, id: one, started_at: own.context.now(), started_by: 'Ines Calder', started_side: 'team' },
  });
  await system('scenario_frame').insert({ run_id: one, org_id: orgs.quayside, ordinal: 0, frame: 'order' });
  await system('channel_endpoint').insert({
    ...{ id: one, org_id: orgs.quayside, environment: 'sandbox', name: 'theirs', channel: 'webhook' },
    created_at: own.context.now(),
  });
  const listen = async (who: 'team' | 'quayside' | 'heron') => {
    const stream = await openAt(port, (await own.signIn(who)).cookie);
    const told: string[] = [];
    stream.setEncoding('utf8').on('data', (text: string) => {
      told.push(...[...text.matchAll(/event: partner\ndata: \{"partnerId":"(.+?)"\}/g)].map(([, id]) => id!));
    });
    return { told, end: () => stream.destroy() };
  };
  const [team, quayside, heron] = [await listen('team'), await listen('quayside'), await listen('heron')];
  // What is done before the hub listens is told to nobody.
  await untilSo('the hub listens', async () => {
    await record(orgs.heron, 'profile.saved');
    return team.told.length > 0 && heron.told.length > 0;
  });
  const ways: Record<string, () => Promise<unknown>> = {
    'a signature': () => record(orgs.quayside, 'agreement.signed'),
    'a run that goes on': () => system('scenario_run').where({ id: one }).update({ awaited: 1 }),
    'a frame that is passed': () => system('scenario_frame').where({ run_id: one }).update({ state: 'passed' }),
    'a stage that is entered': () =>
      system('stage_entry').insert({
        ...{ id: one, org_id: orgs.quayside, stage: 'profile', turn: 'partner', entered_at: own.context.now() },
        ...{ reason: 'Nothing is said yet.', standing: {} },
      }),
    'what is due by now': () => system('stage_entry').where({ id: one }).update({ reason: 'Two days late.' }),
    'an endpoint that does not answer': () =>
      system('channel_endpoint').where({ id: one }).update({ breaker: 'open', failing_since: own.context.now() }),
  };
  for (const [way, go] of Object.entries(ways)) {
    for (const { told } of [team, quayside]) told.length = 0;
    await go();
    await untilSo(`both hear of ${way}`, () => [team, quayside].every(({ told }) => told.includes(orgs.quayside)));
  }
  // Traffic has an event of its own, which tells many at once.
  team.told.length = 0;
  await record(orgs.quayside, 'document.received');
  await system('channel_endpoint').where({ id: one }).update({ last_success_at: own.context.now() });
  await system('stage_entry').where({ id: one }).update({ reason: 'Two days late.' });
  await record(orgs.heron, 'profile.saved');
  await untilSo('the team hears of the other partner', () => team.told.includes(orgs.heron));
  expect(team.told).not.toContain(orgs.quayside);
  expect(quayside.told).not.toContain(orgs.heron);
  expect(heron.told).not.toContain(orgs.quayside);
  for (const one of [team, quayside, heron]) one.end();
  await close();
  await heard.close();
  await own.close();
});

test('a stream ends with its session, however that ends: signed out, revoked, expired, a new password, a disabled account', async () => {
  const own = await httpRig();
  const heard = hearChanges(own.context.db.pool, () => undefined);
  const app = createApp({ context: own.context, changes: heard, checkResponses: true });
  const { port, close } = await serveApp(app);
  const { system } = own.context.db;
  const team = await own.signIn('team');
  const ends: Record<string, (browser: Browser) => Promise<unknown>> = {
    'signed out': (browser) => browser.send('delete', '/v1/session'),
    revoked: () => system('session').where({ org_id: orgs.heron }).delete(),
    'a new password': () => system('app_user').where({ email: users.heron.email }).update({ password_hash: 'x' }),
    disabled: ({ cookie: _ }) =>
      system('app_user').where({ email: users.heron.email }).update({ disabled_at: own.context.now() }),
  };
  const { password_hash } = await system('app_user').where({ email: users.heron.email }).first();
  const other = await openAt(port, team.cookie);
  for (const [how, end] of Object.entries(ends)) {
    await system('app_user').where({ email: users.heron.email }).update({ password_hash, disabled_at: null });
    const browser = await own.signIn('heron');
    const stream = await openAt(port, browser.cookie);
    await until(stream, /event: ping/);
    const ended = new Promise((resolve) => stream.once('end', resolve));
    expect([
      how,
      await end(browser)
        .then(() => ended)
        .then(() => 'ended'),
    ]).toEqual([how, 'ended']);
  }
  await system('app_user').where({ email: users.heron.email }).update({ password_hash, disabled_at: null });
  const browser = await own.signIn('heron');
  const soon = new Date(own.context.now().getTime() + 500);
  await system('session').where({ org_id: orgs.heron }).update({ expires_at: soon });
  const expiring = await openAt(port, browser.cookie);
  await new Promise((resolve) => expiring.once('end', resolve).resume());
  expect(other.readableEnded).toBe(false);
  await close();
  await heard.close();
  await own.close();
});

test('a person has so many streams and no more', async () => {
  const own = await httpRig({ limits: { streamsAtOnce: 2 } });
  const { port, close } = await serveApp(own.app);
  const { cookie } = await own.signIn('heron');
  const streams = [await openAt(port, cookie), await openAt(port, cookie), await openAt(port, cookie)];
  expect(streams.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
  await close();
  await own.close();
});

test('who goes away is forgotten', async () => {
  const stream = await open(await rig.signIn('team'));
  await until(stream, /retry/);
  const before = rig.listeners.size;
  const closed = new Promise((resolve) => server.once('connection-closed', resolve));
  stream.socket.once('close', () => server.emit('connection-closed'));
  stream.destroy();
  await closed;
  await untilSo('its listener is gone', () => rig.listeners.size < before);
});

test('who asks for the head of a stream only is answered at once', async () => {
  const { cookie } = await rig.signIn('team');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/v1/stream`, { method: 'HEAD', headers: { cookie } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
});

test('without a session there is no stream', async () => {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve) =>
    get({ port, host: '127.0.0.1', path: '/v1/stream' }, resolve),
  );
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([401, 'application/problem+json']);
  answer.destroy();
});
