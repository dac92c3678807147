import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OdooConnectionView, OdooPartnerRules } from '../../services/store/read/odoo.ts';
import { type OdooRig, odooRig } from './odoo-rig.ts';
import { type Browser, orgs } from './rig.ts';

// The team's side of Odoo: connections, carriers, and what each partner may do there.

let rig: OdooRig;
let team: Browser;
let path: string;
beforeAll(async () => {
  rig = await odooRig();
  team = await rig.signIn('team');
  path = `/v1/odoo/${rig.connectionId}`;
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const unknown = '0198c1a2-0000-7000-8000-0000000000ff';
const view = async () => (await team.get(path)).body as OdooConnectionView;
const entries = (action: string) => rig.context.db.system('audit_entry').where({ action }).orderBy('id');
const rulesOf = async (id: string) => (await view()).partners.find((partner) => partner.id === id)!.rules;
const plain: OdooPartnerRules = {
  ...{ operationTypeIds: [], unreserved: 'reserve', unitTolerance: 0, sendCancels: true, units: [], receives: [] },
  ...{ overs: 'apply', warehouseCancels: 'hold' },
};

test('the team sees each connection with its state, its settings and the rules of its partners, and never the key', async () => {
  const answer = await team.get('/v1/odoo?environment=production');
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body.connections).toMatchObject([
    {
      ...{ id: rig.connectionId, name: 'Northgate Odoo', state: 'untried', waiting: 0, lacks: [] },
      feed: { begun: false, operationTypeIds: [] },
      carriers: [rig.seeded.carriers[0]],
      partners: [{ id: orgs.quayside, rules: plain }],
    },
  ]);
  expect(answer.text).not.toContain(rig.seeded.apiKey);
  expect((await team.get('/v1/odoo?environment=sandbox')).body.connections).toEqual([]);
});

describe('nobody else', () => {
  const calls = [
    ['get', ''],
    ['post', '/check'],
    ['get', '/choices'],
    ['put', '/responsible', { userId: null }],
    ['put', '/feed', { from: 'all', operationTypeIds: [] }],
    ['put', '/carriers/1', { name: 'x', scac: 'ABCD' }],
    ['delete', '/carriers/1'],
    ['put', `/partners/${orgs.quayside}`, plain],
  ] as const;
  const call = (browser: Browser, [method, rest, body]: (typeof calls)[number], of = path) => {
    const request = method === 'get' ? browser.get(of + rest) : browser.send(method, of + rest);
    return body ? request.send(body) : request;
  };

  test.each(['quayside', 'heron'] as const)('may see or change anything of it: user of %s', async (who) => {
    const partner = await rig.signIn(who);
    for (const one of calls) expect([one[1], (await call(partner, one)).status]).toEqual([one[1], 403]);
    expect((await partner.get('/v1/odoo')).status).toBe(403);
  });

  test('changes it without the right role, the CSRF token, or with an API key', async () => {
    const before = await view();
    const viewer = await rig.signIn('teamViewer');
    expect((await viewer.get(path)).status).toBe(200);
    for (const one of calls.filter(([method]) => method !== 'get')) {
      expect([one[1], (await call(viewer, one)).status]).toEqual([one[1], 403]);
      expect([one[1], (await call(team, one).unset('X-CSRF-Token')).status]).toEqual([one[1], 403]);
    }
    expect((await rig.withKey('quayside', 'get', '/v1/odoo')).status).toBe(403);
    expect(await view()).toEqual(before);
  });

  test('finds a connection that there is not', async () => {
    for (const one of calls) expect((await call(team, one, `/v1/odoo/${unknown}`)).status).toBe(404);
  });
});

test('a check finds version, rights and modules, and what it finds is the state', async () => {
  const good = await team.send('post', `${path}/check`);
  expect([good.status, good.body.state], good.text).toEqual([200, 'ready']);
  expect(good.body.lastContactAt).toBeDefined();
  await rig.spoilKey(true);
  const bad = await team.send('post', `${path}/check`);
  expect([bad.status, bad.body.state], bad.text).toEqual([200, 'refused']);
  expect(bad.body.reason).toBeTruthy();
  const open = () =>
    rig.context.db
      .system('exception_case')
      .where({ state: 'open', fingerprint: `odoo.connection/${rig.connectionId}` });
  expect(await open()).toHaveLength(1);
  const choices = await team.get(`${path}/choices`);
  expect([choices.status, choices.body.code]).toEqual([503, 'odoo.no-answer']);
  await rig.spoilKey(false);
  expect((await team.send('post', `${path}/check`)).body.state).toBe('ready');
  expect(await open()).toEqual([]);
});

test('users, operation types, delivery methods and units are read from Odoo', async () => {
  const { body } = await team.get(`${path}/choices`);
  expect(body.users.map((user: { login: string }) => user.login)).toContain(rig.seeded.login);
  expect(body.operationTypes).toContainEqual(
    expect.objectContaining({ id: rig.seeded.outgoingTypeIds[0], code: 'outgoing' }),
  );
  expect(body.carriers.map(({ id }: { id: number }) => id)).toEqual(rig.seeded.carriers.map(({ id }) => id));
  expect(body.units).toContain('Units');
});

test('who is responsible is one of Odoo’s users, and nobody again', async () => {
  const set = (userId: number | null) => team.send('put', `${path}/responsible`).send({ userId });
  expect((await set(rig.seeded.uid)).body.responsibleUserId).toBe(rig.seeded.uid);
  const wrong = await set(999_999);
  expect([wrong.status, wrong.body.errors]).toEqual([
    400,
    [{ place: 'body/userId', message: expect.stringContaining('999999') }],
  ]);
  expect((await set(null)).body).not.toHaveProperty('responsibleUserId');
  expect((await entries('odoo-responsible.chosen')).map((entry) => entry.detail)).toMatchObject([
    { before: null, after: rig.seeded.uid },
    { before: rig.seeded.uid, after: null },
  ]);
});

describe('the feed', () => {
  const begin = (body: object) => team.send('put', `${path}/feed`).send(body);
  const memory = async () =>
    (await rig.context.db.system('odoo_connection').where({ id: rig.connectionId }).first()).feed;

  test('never begins without saying from when on', async () => {
    expect((await begin({ operationTypeIds: rig.seeded.outgoingTypeIds })).status).toBe(400);
    for (const from of ['yesterday', '2026-02-30', '2027-01-01', ''])
      expect([from, (await begin({ from, operationTypeIds: [1] })).status]).toEqual([from, 400]);
    expect((await view()).feed.begun).toBe(false);
  });

  test('begins now, on a date, or with all; each is on record, and none lets it stop', async () => {
    const operationTypeIds = [...rig.seeded.outgoingTypeIds];
    const now = await begin({ from: 'now', operationTypeIds });
    expect(now.body.feed, now.text).toMatchObject({ begun: true, from: 'now', operationTypeIds });
    expect(await memory()).toEqual({ begin: '2026-11-23 12:00:00' });
    await begin({ from: '2026-11-01', operationTypeIds });
    expect(await memory()).toEqual({ begin: '2026-11-01 00:00:00' });
    await begin({ from: 'all', operationTypeIds });
    expect(await memory()).toEqual({});
    expect((await begin({ from: 'all', operationTypeIds: [] })).body.feed.begun).toBe(false);
    expect((await entries('odoo-feed.set')).map((entry) => entry.detail.after.from)).toEqual([
      ...['now', '2026-11-01', 'all', 'all'],
    ]);
  });

  test('takes only operation types that Odoo has, and says which there are', async () => {
    const answer = await begin({ from: 'now', operationTypeIds: [4711] });
    expect(answer.body.errors).toEqual([
      { place: 'body/operationTypeIds/0', message: expect.stringMatching(/Delivery Orders.*4711 is none/) },
    ]);
  });
});

describe('a carrier code', () => {
  test('is written, changed, taken away and given again, each with before and after in the audit', async () => {
    const [, second] = rig.seeded.carriers;
    const at = `${path}/carriers/${second!.id}`;
    const put = (scac: string) => team.send('put', at).send({ name: second!.name, scac });
    const codes = async () => (await view()).carriers.find(({ id }) => id === second!.id)?.scac;
    expect((await put('ABCD')).status).toBe(200);
    expect(await codes()).toBe('ABCD');
    await put('EFGH');
    // The same again is no change.
    await put('EFGH');
    expect((await team.send('delete', at)).status).toBe(200);
    expect(await codes()).toBeUndefined();
    expect((await team.send('delete', at)).status).toBe(404);
    await put('EFGH');
    expect(await codes()).toBe('EFGH');
    const told = [...(await entries('odoo-carrier.set')), ...(await entries('odoo-carrier.removed'))];
    expect(told.map(({ actor, detail }) => [actor, detail.before?.scac, detail.after?.scac])).toEqual([
      ['team@northgate.example', undefined, 'ABCD'],
      ['team@northgate.example', 'ABCD', 'EFGH'],
      ['team@northgate.example', undefined, 'EFGH'],
      ['team@northgate.example', 'EFGH', undefined],
    ]);
  });

  test('is two to four capital letters, for a delivery method that Odoo has', async () => {
    for (const scac of ['abcd', 'A', 'ABCDE', 'AB1', '']) {
      const { status } = await team.send('put', `${path}/carriers/1`).send({ name: 'x', scac });
      expect([scac, status]).toEqual([scac, 400]);
    }
    const none = await team.send('put', `${path}/carriers/4711`).send({ name: 'x', scac: 'ABCD' });
    expect([none.status, none.body.detail]).toEqual([404, expect.stringContaining(rig.seeded.carriers[0]!.name)]);
  });
});

describe('what a partner may do', () => {
  const put = (rules: object, id: string = orgs.quayside) => team.send('put', `${path}/partners/${id}`).send(rules);

  test('is set as a whole, read by the next event, and set back', async () => {
    const rules: OdooPartnerRules = {
      operationTypeIds: [...rig.seeded.outgoingTypeIds],
      ...{ unreserved: 'hold', unitTolerance: 0.5, sendCancels: false },
      ...{ overs: 'hold', warehouseCancels: 'apply' },
      units: [
        { code: 'CA', means: '12' },
        { code: 'PK', means: 'packaging' },
      ],
      trade: { vendorId: rig.seeded.contactIds.warehouse, tolerance: 2.5, unpricedFreight: 'apply' },
      receives: [{ event: 'warehouse-order.released.v1' }],
    };
    const answer = await put(rules);
    expect(answer.status, answer.text).toBe(200);
    expect(await rulesOf(orgs.quayside)).toEqual(rules);
    await put(plain);
    expect(await rulesOf(orgs.quayside)).toEqual(plain);
    expect((await entries('odoo-partner.set')).map(({ detail }) => [detail.of, detail.before, detail.after])).toEqual([
      ['Quayside Logistics', plain, rules],
      ['Quayside Logistics', rules, plain],
    ]);
  });

  test('an order goes to one partner, and tenders for one carrier before those for all', async () => {
    const orders = { event: 'warehouse-order.released.v1' };
    await put({ ...plain, receives: [orders, { event: 'shipment.tendered.v1' }] });
    const taken = await put({ ...plain, receives: [orders] }, orgs.heron);
    expect([taken.status, taken.body.errors]).toEqual([
      400,
      [{ place: 'body/receives/0', message: expect.stringContaining('Quayside Logistics') }],
    ]);
    expect(
      (await put({ ...plain, receives: [{ event: 'shipment.tendered.v1', carrier: 'BHFT' }] }, orgs.heron)).status,
    ).toBe(200);
    const { settings } = await rig.context.db.system('odoo_connection').where({ id: rig.connectionId }).first();
    expect(settings.routes.map((route: { carrier?: string }) => route.carrier)).toEqual(['BHFT', undefined, undefined]);
    await put(plain, orgs.heron);
  });

  test.each([
    [{ unreserved: 'perhaps' }, 'body/unreserved'],
    [{ unitTolerance: -1 }, 'body/unitTolerance'],
    [{ operationTypeIds: [4711] }, 'body/operationTypeIds/0'],
    [{ units: [{ code: 'case?', means: '12' }] }, 'body/units/0/code'],
    [
      {
        units: [
          { code: 'CA', means: '12' },
          { code: 'CA', means: '6' },
        ],
      },
      'body/units/1/code',
    ],
    [{ units: [{ code: 'CA', means: '0' }] }, 'body/units/0/means'],
    [{ units: [{ code: 'CA', means: 'Crates of seven' }] }, 'body/units/0/means'],
    [{ receives: [{ event: 'invoice.issued.v1' }] }, 'body/receives/0/event'],
    [{ trade: { vendorId: 4711 } }, 'body/trade/vendorId'],
    [{ trade: { journalId: 4711 } }, 'body/trade/journalId'],
    [{ trade: { tolerance: -1 } }, 'body/trade/tolerance'],
  ])('is refused with the place that does not fit: %j', async (wrong, place) => {
    const answer = await put({ ...plain, ...wrong });
    expect([answer.status, answer.body.errors?.[0]?.place], answer.text).toEqual([400, place]);
  });

  test('is of a partner that there is', async () => {
    for (const id of [unknown, orgs.owner]) expect((await put(plain, id)).status).toBe(404);
  });
});
