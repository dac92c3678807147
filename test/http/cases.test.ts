import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { continueRetries } from '../../services/flows/retry-many.ts';
import { openCases } from '../../services/store/obligations/cases.ts';
import { saveConnectionState } from '../../services/store/odoo-connections.ts';
import { insertTraffic, type Traffic } from '../store/traffic.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// What waits for a person: failures by cause, retries of many, open cases, documents in quarantine.

let rig: HttpRig;
let team: Browser;
beforeAll(async () => {
  rig = await httpRig();
  team = await rig.signIn('team');
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const system = () => rig.context.db.system;
let made = 0;
async function failed(reason: string, code = 'odoo.refused', orgId: string = orgs.quayside): Promise<Traffic> {
  made += 1;
  const subject = `WH/OUT/${String(made).padStart(5, '0')}`;
  const traffic = await insertTraffic(system(), { orgId, subject, outcome: 'attention', deliveryState: 'refused' });
  await system()('delivery').where({ id: traffic.deliveryId }).update({ reason, reason_code: code });
  const { deliveryId, documentId } = traffic;
  await system()('exception_case').where({ document_id: documentId }).delete();
  const about = { id: uuidv7(), orgId, environment: 'production', fingerprint: `${code}/x`, at: rig.context.now() };
  const told = { title: `${subject}: ${code}`, detail: reason, deliveryId };
  const of = { kind: 'delivery.stopped', about: { type: 'document', id: documentId } } as const;
  await system().transaction((tx) => openCases(tx, [{ ...about, ...told, ...of }]));
  return traffic;
}
const failures = async () => (await team.get('/v1/failures?environment=production')).body.failures;
const state = async ({ deliveryId }: Traffic) => (await system()('delivery').where({ id: deliveryId }).first()).state;
const openAbout = ({ deliveryId }: Traffic) =>
  system()('exception_case').where({ delivery_id: deliveryId, state: 'open' });

describe('the same error is one cause', () => {
  const quay: Traffic[] = [];
  let other: Traffic;
  beforeAll(async () => {
    for (const order of ['WH/OUT/00411', 'WH/OUT/00412', 'WH/OUT/00413'])
      quay.push(await failed(`Transfer ${order} has 3 of “NG-LAMP”`));
    other = await failed('Product gone', 'odoo.missing', orgs.heron);
  });

  test('whatever numbers and names stand in it, with how often, whose, and what to do', async () => {
    const found = await failures();
    expect(found.map((one: { count: number; code: string }) => [one.count, one.code])).toEqual([
      [3, 'odoo.refused'],
      [1, 'odoo.missing'],
    ]);
    expect(found[0]).toMatchObject({ partners: ['Quayside Logistics'], remedy: expect.any(String) });
    expect((await team.get('/v1/failures?environment=sandbox')).body.failures).toEqual([]);
  });

  test('is tried again as a whole: due, woken, cases closed, on record; the others stay', async () => {
    const [{ cause }] = await failures();
    const answer = await team.send('post', '/v1/retries').send({ environment: 'production', cause });
    expect(answer.status, answer.text).toBe(202);
    expect(answer.body).toMatchObject({ cause, total: 3, done: 3, open: 3, good: 0, failed: 0 });
    for (const one of quay) {
      expect(await state(one)).toBe('pending');
      expect(await openAbout(one)).toEqual([]);
      expect(rig.context.moves).toContain(one.documentId);
      const [entry] = await system()('audit_entry').where({ document_id: one.documentId, action: 'delivery.retried' });
      expect(entry).toMatchObject({ actor: 'team@northgate.example', org_id: orgs.quayside });
      expect(entry.detail.bulk).toBe(answer.body.id);
    }
    expect(await system()('wake_up').where({ topic: 'lane' })).toHaveLength(3);
    expect(await state(other)).toBe('refused');
    const [deed] = await system()('audit_entry').where({ action: 'deliveries.retried' });
    expect(deed.detail).toMatchObject({ cause, deliveries: 3 });
    const again = await team.send('post', '/v1/retries').send({ environment: 'production', cause });
    expect(again.body).toMatchObject({ total: 0, done: 0 });
    expect(again.body.finishedAt).toBeDefined();
  });
});

test('many are handed over in pieces; asked for again meanwhile it is the same, and each is tried once', async () => {
  await system()('delivery').update({ state: 'applied' });
  const first = await failed('No room in lot 1');
  await system().raw(
    `with copy as (
       insert into event (id, org_id, environment, document_id, set_id, type, subject, occurred_at, received_at, data, provenance)
       select e.id || '/' || n, org_id, environment, document_id, set_id, type, subject || n, occurred_at, received_at, data, provenance
       from event e, generate_series(1, 999) n where e.id = ? returning id, org_id, environment)
     insert into delivery (id, org_id, environment, event_id, destination, lane, state, attempts, finished_at, reason, reason_code)
     select gen_random_uuid(), org_id, environment, id, 'odoo', 'odoo/many/' || id, 'failed', 3, now(), 'No room in lot 7', 'odoo.refused' from copy`,
    [first.eventId],
  );
  expect(await failures()).toMatchObject([{ count: 1000 }]);
  const post = () => team.send('post', '/v1/retries').send({ environment: 'production' });
  const begun = await post();
  expect(begun.body).toMatchObject({ total: 1000, done: 200, open: 200 });
  expect((await post()).body.id).toBe(begun.body.id);
  expect((await team.get('/v1/failures?environment=production')).body.running).toMatchObject([{ id: begun.body.id }]);
  // What fails since is not of this retry.
  const later = await failed('No room in lot 4711');
  await Promise.all([continueRetries(rig.context), continueRetries(rig.context)]);
  const { body } = await team.get(`/v1/retries/${begun.body.id}`);
  expect(body).toMatchObject({ total: 1000, done: 1000, open: 1000 });
  expect(body.finishedAt).toBeDefined();
  expect(await state(later)).toBe('refused');
  const { rows } = await system().raw(
    `select count(*) from audit_entry where action = 'delivery.retried' and detail ->> 'bulk' = ?`,
    [begun.body.id],
  );
  expect(rows[0].count).toBe(1000);
  expect((await post()).body).toMatchObject({ total: 1, done: 1 });
});

test('open cases come newest first, by page, kind and word, with where to go', async () => {
  await system()('exception_case').delete();
  const connectionId = uuidv7();
  const open = (nth: number, of: object) =>
    system().transaction((tx) =>
      openCases(tx, [
        {
          ...{ id: uuidv7(), orgId: orgs.owner, environment: 'production', fingerprint: `hub.x/${nth}` },
          ...{ title: `Case ${nth}`, detail: 'What is wrong.', at: new Date(rig.context.now().getTime() + nth * 1000) },
          ...{ kind: 'disk.low', about: { type: 'organization', id: orgs.owner } },
          ...of,
        },
      ]),
    );
  const traffic = await failed('Refused');
  for (let nth = 1; nth <= 5; nth += 1) await open(nth, {});
  await open(6, { fingerprint: `odoo.feed/${connectionId}/carrier-code/7`, title: 'No carrier code for Ground' });
  await open(7, {
    fingerprint: 'clock.functional-ack',
    kind: 'clock.functional-ack',
    orgId: orgs.heron,
    about: { type: 'document', id: traffic.documentId },
  });
  const first = (await team.get('/v1/cases?environment=production&limit=3')).body;
  expect([first.total, first.cases.length]).toEqual([8, 3]);
  expect(first.cases).toMatchObject([
    {
      kind: 'deadline',
      owner: 'partner',
      severity: 'error',
      canRetry: false,
      partner: { name: 'Blue Heron Freight' },
      documentId: traffic.documentId,
    },
    { kind: 'odoo', connectionId, carrierId: 7 },
    { kind: 'hub', title: 'Case 5', owner: 'operator', severity: 'warning' },
  ]);
  const titles: string[] = first.cases.map(({ title }: { title: string }) => title);
  for (let next = first.next; next; ) {
    const { body } = await team.get(`/v1/cases?environment=production&limit=3&cursor=${next}`);
    titles.push(...body.cases.map(({ title }: { title: string }) => title));
    next = body.next;
  }
  expect(new Set(titles).size).toBe(8);
  const only = async (query: string) => (await team.get(`/v1/cases?${query}`)).body.total;
  expect(await only('kind=delivery')).toBe(1);
  expect(await only('owner=partner')).toBe(1);
  expect(await only('owner=team')).toBe(1);
  expect(await only('severity=warning')).toBe(6);
  expect(await only('owner=operator&severity=error')).toBe(0);
  const [stopped] = (await team.get('/v1/cases?kind=delivery')).body.cases;
  expect(stopped).toMatchObject({ owner: 'team', severity: 'error', canRetry: true, isSetAside: false });
  expect(await only('q=heron')).toBe(1);
  expect(await only('q=100%25')).toBe(0);
  expect(await only('environment=sandbox')).toBe(0);
  expect((await team.get('/v1/cases?cursor=x')).status).toBe(400);
  expect((await team.get('/v1/overview?environment=production')).body.openCases).toBe(8);
});

test('neither partners nor keys see any of it, and a viewer of the team only looks', async () => {
  const [quayside, viewer] = [await rig.signIn('quayside'), await rig.signIn('teamViewer')];
  const paths = ['/v1/cases', '/v1/failures?environment=production', `/v1/retries/${uuidv7()}`];
  for (const path of paths) {
    expect([path, (await quayside.get(path)).status]).toEqual([path, 403]);
    expect([path, (await rig.withKey('quayside', 'get', path)).status]).toEqual([path, 403]);
    expect([path, (await viewer.get(path)).status]).toEqual([path, path.includes('retries') ? 404 : 200]);
  }
  const body = { environment: 'production' };
  for (const browser of [quayside, viewer])
    expect((await browser.send('post', '/v1/retries').send(body)).status).toBe(403);
  expect((await team.send('post', '/v1/retries').send(body).unset('X-CSRF-Token')).status).toBe(403);
  expect((await team.send('post', '/v1/retries').send({ environment: 'production', cause: 'x' })).status).toBe(400);
  expect((await quayside.get('/v1/overview')).body).not.toHaveProperty('openCases');
});

describe('a document in quarantine', () => {
  let documentId: string;
  const path = () => `/v1/messages/${documentId}/retry`;
  beforeAll(async () => {
    ({ documentId } = await insertTraffic(system(), { orgId: orgs.quayside, outcome: 'attention' }));
    await system()('document').where({ id: documentId }).update({ state: 'quarantined' });
  });

  test('is not let go by partners or viewers', async () => {
    for (const who of ['quayside', 'heron', 'teamViewer'] as const)
      expect([who, (await (await rig.signIn(who)).send('post', path())).status]).toEqual([who, 403]);
    expect((await system()('document').where({ id: documentId }).first()).state).toBe('quarantined');
  });

  test('is let go by the team: received anew, woken, on record; a second time there is nothing to let go', async () => {
    const answer = await team.send('post', path());
    expect([answer.status, answer.body], answer.text).toEqual([202, { id: documentId, outcome: 'processing' }]);
    expect(await system()('document').where({ id: documentId }).first()).toMatchObject({ state: 'received' });
    expect(await system()('wake_up').where({ topic: 'translate', key: documentId })).toHaveLength(1);
    expect(await system()('audit_entry').where({ document_id: documentId, action: 'document.released' })).toHaveLength(
      1,
    );
    expect((await team.send('post', path())).status).toBe(409);
    expect((await team.send('post', `/v1/messages/${uuidv7()}/retry`)).status).toBe(404);
  });
});

test('health is degraded while an Odoo is parked, and says why without a name; metrics count it; the overview says what waits', async () => {
  const gauge = async (state: string) => {
    const { status, type, text } = await team.get('/v1/metrics');
    expect([status, type]).toEqual([200, 'text/plain']);
    expect(text).not.toContain('Twin');
    return text
      .split('\n')
      .find((line) => line.startsWith(`crossdock_odoo_connections{environment="production",state="${state}"}`));
  };
  const health = async () => (await team.get('/v1/health')).body;
  const { id } = await system()('odoo_connection').where({ environment: 'production' }).first();
  await system()('delivery').update({ state: 'applied' });
  await system()('delivery')
    .limit(1)
    .update({ lane: `odoo/${id}/WH/OUT/00001`, state: 'pending' });
  expect(await health()).toMatchObject({ status: 'ready' });
  await system().transaction((tx) => saveConnectionState(tx, id, 'refused', 'Access Denied'));
  const degraded = await team.get('/v1/health');
  expect([degraded.status, degraded.body.status]).toEqual([200, 'degraded']);
  expect(degraded.body.reasons).toEqual([expect.stringMatching(/production does not let the hub in since/)]);
  expect(degraded.text).not.toContain('Twin');
  expect(await gauge('refused')).toMatch(/ 1$/);
  const { odoo } = (await team.get('/v1/overview?environment=production')).body;
  expect(odoo).toMatchObject([{ id, state: 'refused', waiting: expect.any(Number), since: expect.any(String) }]);
  await system().transaction((tx) => saveConnectionState(tx, id, 'ready', null));
  expect((await health()).reasons).toBeUndefined();
  expect(await gauge('refused')).toBeUndefined();
  expect(await gauge('ready')).toMatch(/ 1$/);
});
