import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedCursor } from '../../services/store/event-feed.ts';
import { until } from '../fault/until.ts';
import { insertTraffic } from '../store/traffic.ts';
import { type HttpRig, httpRig, orgs } from './rig.ts';

// `GET /v1/events`: what a reader without a broker gets.

let rig: HttpRig;
beforeAll(async () => {
  rig = await httpRig();
  const { system } = rig.context.db;
  for (const [orgId, environment, subject] of [
    [orgs.quayside, 'production', 'mine 1'],
    [orgs.heron, 'production', 'theirs'],
    [orgs.quayside, 'sandbox', 'rehearsal'],
    [orgs.quayside, 'production', 'mine 2'],
  ] as const)
    await insertTraffic(system, { orgId, environment, subject });
  await system('event').update({ data: JSON.stringify({ orderNumber: 'WH/OUT/00001', recordId: 7 }) });
  await until('the feed has come so far', async () => {
    const { rows } = await system.raw('select bool_and(xact < app_xact_settled()) as settled from event');
    return rows[0].settled;
  });
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

const subjects = ({ body }: { body: { events: { subject: string }[] } }) => body.events.map(({ subject }) => subject);

test('a key reads the events of its partner in its environment page by page, without ids of records in Odoo', async () => {
  const first = await rig.withKey('quayside', 'get', '/v1/events?limit=1');
  expect([first.status, subjects(first), first.body.more]).toEqual([200, ['mine 1'], true]);
  expect(first.body.events[0]).toMatchObject({
    ...{ specversion: '1.0', source: `/partners/${orgs.quayside}`, datacontenttype: 'application/json' },
    data: { orderNumber: 'WH/OUT/00001' },
  });
  expect(first.body.events[0].data).not.toHaveProperty('recordId');
  const second = await rig.withKey('quayside', 'get', `/v1/events?cursor=${first.body.next}`);
  expect([subjects(second), second.body.more]).toEqual([['mine 2'], false]);
  const third = await rig.withKey('quayside', 'get', `/v1/events?cursor=${second.body.next}`);
  expect([subjects(third), third.body.more]).toEqual([[], false]);
  expect(subjects(await rig.withKey('sandbox', 'get', '/v1/events'))).toEqual(['rehearsal']);
  expect((await rig.withKey('quayside', 'get', '/v1/events?environment=sandbox')).status).toBe(403);
});

test('people of the team read the events of all partners, those of a partner its own', async () => {
  const team = await rig.signIn('team');
  expect(subjects(await team.get('/v1/events?environment=production'))).toEqual(['mine 1', 'theirs', 'mine 2']);
  const partner = await rig.signIn('heron');
  expect(subjects(await partner.get('/v1/events'))).toEqual(['theirs']);
});

test('a type that is none, and a cursor that no page gave away, are refused by name', async () => {
  const type = await rig.withKey('quayside', 'get', '/v1/events?type=shipment.eta.v1,shipment.lost.v1');
  expect([type.status, type.body.detail]).toEqual([
    400,
    'query/type names shipment.lost.v1, which is no type of event.',
  ]);
  const cursor = await rig.withKey('quayside', 'get', '/v1/events?cursor=bm9uZQ');
  expect([cursor.status, cursor.body.errors[0].place]).toEqual([400, 'query/cursor']);
  const ofAnother = feedCursor({ xact: 900_000_000_000, seq: 0 });
  const ahead = await rig.withKey('quayside', 'get', `/v1/events?cursor=${ofAnother}`);
  expect([ahead.status, ahead.body.detail]).toEqual([400, expect.stringContaining('is of another hub')]);
});
