import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { insertTraffic, insertWaiting } from '../store/traffic.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

let rig: HttpRig;
let team: Browser;
let heron: Browser;

beforeAll(async () => {
  rig = await httpRig();
  [team, heron] = [await rig.signIn('team'), await rig.signIn('heron')];
  const { system } = rig.context.db;
  const hoursAgo = (hours: number) => new Date(rig.context.now().getTime() - hours * 3_600_000);
  await insertTraffic(system, { orgId: orgs.quayside, at: hoursAgo(1) });
  await insertTraffic(system, {
    orgId: orgs.quayside,
    at: hoursAgo(2),
    outcome: 'attention',
    deliveryState: 'refused',
  });
  await insertTraffic(system, { orgId: orgs.quayside, at: hoursAgo(25), deliveryState: 'pending' });
  await insertTraffic(system, { orgId: orgs.quayside, at: hoursAgo(3), environment: 'sandbox' });
  await insertWaiting(system, { orgId: orgs.quayside, at: hoursAgo(1) });
  await insertTraffic(system, { orgId: orgs.heron, at: hoursAgo(5) });
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

test('partners come by name with the traffic of the last 24 hours; the owner is not one', async () => {
  const answer = await team.get('/v1/partners?environment=production');
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body.partners).toMatchObject([
    { name: 'Blue Heron Freight', kind: 'carrier', documents: [], traffic: { received: 1, sent: 0, attention: 0 } },
    {
      name: 'Quayside Logistics',
      documents: ['945'],
      traffic: { received: 2, sent: 1, attention: 1 },
      lastAt: '2026-11-23T11:00:00.000Z',
    },
  ]);
  expect((await team.get('/v1/partners')).body.partners[1].traffic.received).toBe(3);
  expect((await team.get('/v1/partners?q=HERON')).body.partners).toHaveLength(1);
});

test('a partner’s user sees its own organisation and nobody else', async () => {
  expect((await heron.get('/v1/partners')).body.partners.map((p: { id: string }) => p.id)).toEqual([orgs.heron]);
  expect((await heron.get(`/v1/partners/${orgs.heron}`)).status).toBe(200);
  for (const id of [orgs.quayside, orgs.owner, '0198c1a2-0000-7000-8000-0000000000ff'])
    expect((await heron.get(`/v1/partners/${id}`)).status).toBe(404);
});

test('one partner comes with identities, agreements by name, keys without secrets, people and fourteen days', async () => {
  const answer = await team.get(`/v1/partners/${orgs.quayside}?environment=production`);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body).toMatchObject({
    name: 'Quayside Logistics',
    inUse: [],
    timeZone: 'America/Chicago',
    identities: [{ environment: 'production', qualifier: 'ZZ', id: 'QUAYSIDE', groupId: 'QUAYSIDE' }],
    agreements: [
      {
        set: '945',
        name: 'Warehouse shipping advice',
        direction: 'in',
        acknowledgement: '997',
        mapping: '945-in.yaml',
      },
    ],
    users: [{ email: 'edi@quayside.example', roles: ['partner-admin'] }],
  });
  expect(answer.body.apiKeys.map((k: { name: string }) => k.name)).toEqual(['Quayside WMS', 'Quayside nothing']);
  expect(answer.text).not.toContain(rig.keys.quayside);
  expect(answer.body.daily).toHaveLength(14);
  expect(answer.body.daily[0].day).toBe('2026-11-10');
  expect(answer.body.daily.slice(-2)).toEqual([
    { day: '2026-11-22', received: 1, sent: 0, attention: 0 },
    { day: '2026-11-23', received: 2, sent: 1, attention: 1 },
  ]);
});

test('the overview counts what the caller may see; partners see no Odoo', async () => {
  const all = await team.get('/v1/overview?environment=production');
  expect(all.status, all.text).toBe(200);
  expect(all.body).toMatchObject({
    received: 3,
    sent: 1,
    attention: 1,
    eventBacklog: 1,
    refused: 1,
    applyLatencyMs: { p50: 80, p95: 80 },
  });
  expect(all.body.odoo).toMatchObject([{ name: 'Twin production', kind: 'twin', version: '19' }]);
  const own = await heron.get('/v1/overview');
  expect(own.body).toMatchObject({ received: 1, sent: 0, attention: 0, eventBacklog: 0, refused: 0, odoo: [] });
});

test('without traffic the overview has no latency', async () => {
  const quiet = await httpRig();
  const browser = await quiet.signIn('team');
  expect((await browser.get('/v1/overview')).body).toEqual({
    received: 0,
    sent: 0,
    attention: 0,
    eventBacklog: 0,
    refused: 0,
    odoo: [],
  });
  await quiet.close();
});

test('a filter that does not fit is 400', async () => {
  for (const path of [
    '/v1/partners?environment=x',
    '/v1/partners/x',
    `/v1/partners/${orgs.heron}?environment=x`,
    '/v1/overview?environment=x',
    '/v1/overview?a=b',
  ])
    expect([path, (await team.get(path)).status]).toEqual([path, 400]);
});
