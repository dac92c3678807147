import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEd25519 } from '../../services/channels/ssh2.ts';
import { findEndpoint } from '../../services/store/endpoints.ts';
import { insertExchange } from '../../services/store/exchanges.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// Endpoints of partners by the API: what each side may do with them, what is refused and why, and what the audit trail keeps.

let rig: HttpRig;
let root: string;
let team: Browser;
let quayside: Browser;
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'crossdock-endpoints-')));
  for (const name of ['one', 'two']) mkdirSync(join(root, name));
  rig = await httpRig({ folders: [root] });
  team = await rig.signIn('team');
  quayside = await rig.signIn('quayside');
  // A channel with a secret, as one that is to come will have.
  Object.assign(rig.context.channels, {
    vault: {
      ...rig.context.channels.folder,
      ...{ name: 'vault', setUpBy: 'both', clash: undefined, tell: undefined, checkSettings: undefined },
      test: async (settings: { password?: string }) => ({
        works: settings.password === 'open sesame',
        says: ['The password was tried.'],
        failed: [],
      }),
      schema: {
        ...{ title: 'Vault', description: 'For a test.', type: 'object', additionalProperties: false },
        properties: { host: { type: 'string' }, password: { type: 'string', 'x-secret': true, minLength: 4 } },
        required: ['host', 'password'],
      },
    },
  });
});
afterAll(async () => {
  await rig.close();
  rmSync(root, { recursive: true, force: true });
});

const path = `/v1/partners/${orgs.quayside}/endpoints`;
const auditOf = (action: string) =>
  rig.context.db.system('audit_entry').where({ action, org_id: orgs.quayside }).orderBy('id').select('actor', 'detail');
const add = (who: Browser, body: object) => who.send('post', path).send({ environment: 'production', ...body });

test('a partner has its mailbox in both environments, with addresses, what is agreed there, and what waits', async () => {
  const { body } = await quayside.get(path);
  expect(body.endpoints).toMatchObject([
    {
      ...{ environment: 'production', name: 'https', channel: 'https', outbound: 'fetch', state: 'ready' },
      sets: { in: ['945'], out: [] },
    },
    { environment: 'sandbox', name: 'https', sets: { in: [], out: [] }, waiting: 0 },
  ]);
  expect((await team.get('/v1/channels')).body.channels).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        name: 'folder',
        setUpBy: 'team',
        schema: expect.objectContaining({ required: ['path'] }),
      }),
    ]),
  );
});

test('the team adds a folder; a partner may not, and each place that does not fit is named', async () => {
  const forbidden = await add(quayside, { name: 'van', channel: 'folder', settings: { path: join(root, 'one') } });
  expect([forbidden.status, forbidden.body.detail]).toEqual([403, expect.stringContaining('integration team')]);
  const wrong = await add(team, { name: 'van', channel: 'folder', settings: { path: 'relative', speed: 3 } });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors.map((one: { place: string }) => one.place).toSorted()).toEqual([
    'body/settings/path',
    'body/settings/speed',
  ]);
  expect((await add(team, { name: 'van', channel: 'pigeon', settings: {} })).body.detail).toContain(
    'there are https, folder',
  );
  const made = await add(team, { name: 'van', channel: 'folder', settings: { path: join(root, 'one') } });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    name: 'van',
    state: 'ready',
    outbound: 'push',
    settings: { path: join(root, 'one') },
  });
  const again = await add(team, { name: 'van', channel: 'folder', settings: { path: join(root, 'two') } });
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('called van in production already')]);
  // Not another partner's folder either, nor one inside of it.
  const other = await team
    .send('post', `/v1/partners/${orgs.heron}/endpoints`)
    .send({ environment: 'sandbox', name: 'van', channel: 'folder', settings: { path: join(root, 'one', 'inbox') } });
  expect([other.status, other.body.detail]).toEqual([
    409,
    expect.stringContaining('is the folder of another endpoint'),
  ]);
  expect((await auditOf('endpoint.added')).at(-1)).toMatchObject({
    actor: 'team@northgate.example',
    detail: {
      before: null,
      after: { name: 'van', settings: { path: join(root, 'one') } },
      subject: { type: 'endpoint' },
    },
  });
});

test('a secret is sealed, shown to nobody, kept where it is not named, renewed and taken away', async () => {
  const made = await add(quayside, {
    name: 'vault',
    channel: 'vault',
    settings: { host: 'h', password: 'open sesame' },
  });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({ settings: { host: 'h' }, secrets: ['password'] });
  expect(made.text).not.toContain('sesame');
  const one = `${path}/${made.body.id}`;
  const row = () => findEndpoint(rig.context.db.system, made.body.id);
  expect(JSON.stringify(await row())).not.toContain('sesame');
  expect((await quayside.send('post', `${one}/test`).send()).body).toEqual({
    works: true,
    says: ['The password was tried.'],
    failed: [],
  });
  const since = made.body.secretsSince.password as string;
  rig.context.pass(60_000);
  const moved = await quayside.send('patch', one).send({ settings: { host: 'elsewhere' } });
  expect(moved.body).toMatchObject({ settings: { host: 'elsewhere' }, secrets: ['password'] });
  // A secret that stays keeps its age; a new one is new.
  expect([since, moved.body.secretsSince]).toEqual([made.body.createdAt, { password: since }]);
  expect((await quayside.send('post', `${one}/test`).send()).body.works).toBe(true);
  const renewed = await quayside.send('patch', one).send({ settings: { host: 'h', password: 'new one' } });
  expect(Date.parse(renewed.body.secretsSince.password) - Date.parse(since)).toBe(60_000);
  expect((await quayside.send('post', `${one}/test`).send()).body.works).toBe(false);
  const bare = await quayside.send('patch', one).send({ settings: { host: 'h', password: null } });
  expect([bare.status, bare.body.errors[0]]).toEqual([400, { place: 'body/settings/password', message: 'is missing' }]);
  const changes = await auditOf('endpoint.changed');
  expect(
    changes.map(({ detail }) => [detail.before.settings.host, detail.after.settings.host, detail.secretsRenewed]),
  ).toEqual([
    ['h', 'elsewhere', undefined],
    ['elsewhere', 'h', ['password']],
  ]);
  expect(JSON.stringify(await rig.context.db.system('audit_entry').select('detail'))).not.toMatch(/sesame|new one/);
  expect((await quayside.send('delete', one).send()).status).toBe(204);
  expect((await quayside.get(one)).status).toBe(404);
});

test('of two people who change one endpoint each keeps what the other left alone; what both changed is said, and nothing is written over', async () => {
  const made = await add(quayside, {
    ...{ name: 'pier', channel: 'vault', environment: 'sandbox', settings: { host: 'one', password: 'open sesame' } },
  });
  const one = `${path}/${made.body.id}`;
  const seen = { name: 'pier', settings: { host: 'one' } };
  // The first changes the host; the second, whose page is older, the name.
  const first = { name: 'pier', settings: { host: 'two', password: 'open sesame' }, insteadOf: seen };
  await quayside.send('patch', one).send(first).expect(200);
  const kept = await team.send('patch', one).send({ name: 'pier 2', settings: { host: 'one' }, insteadOf: seen });
  expect(kept.body).toMatchObject({ name: 'pier 2', settings: { host: 'two' } });
  // A password is not told to a host that its author did not see.
  const both = { name: 'pier', settings: { host: 'three', password: 'another one' }, insteadOf: seen };
  const refused = await team.send('patch', one).send(both);
  expect([refused.status, refused.body.errors]).toEqual([
    409,
    [
      { place: 'body/settings/host', message: expect.stringContaining('two') },
      { place: 'body/settings/password', message: expect.stringContaining('beside other settings') },
    ],
  ]);
  expect((await quayside.get(one)).body).toMatchObject({ name: 'pier 2', settings: { host: 'two' } });
  const again = { ...both, insteadOf: { name: 'pier', settings: { host: 'two' } } };
  expect((await team.send('patch', one).send(again)).body).toMatchObject({
    name: 'pier 2',
    settings: { host: 'three' },
  });
});

test('one of the team’s is tried by either side, and changed, paused, resumed and removed by the team alone; partners read no names of the team', async () => {
  const { body } = await team.get(`${path}?environment=production`);
  const van = body.endpoints.find(({ name }: { name: string }) => name === 'van');
  const one = `${path}/${van.id}`;
  expect((await quayside.send('post', `${one}/test`).send()).body).toMatchObject({ works: true });
  for (let n = 0; n < 2; n += 1)
    expect((await team.send('post', `${one}/pause`).send()).body).toMatchObject({ state: 'paused' });
  expect((await quayside.get(one)).body).toMatchObject({ state: 'paused', reason: 'Paused by a person' });
  expect((await team.get(one)).body).toMatchObject({ reason: 'Paused by team@northgate.example' });
  for (const [method, at, sent] of [
    ['post', `${one}/resume`, undefined],
    ['post', `${one}/pause`, undefined],
    ['delete', one, undefined],
    ['patch', one, { name: 'mine' }],
  ] as const)
    expect((await quayside.send(method, at).send(sent)).body).toMatchObject({ code: 'http.forbidden' });
  for (let n = 0; n < 2; n += 1)
    expect((await team.send('post', `${one}/resume`).send()).body).toMatchObject({ state: 'ready' });
  expect((await auditOf('endpoint.paused')).length + (await auditOf('endpoint.resumed')).length).toBe(2);
  rmSync(join(root, 'one'), { recursive: true });
  expect((await team.send('post', `${one}/test`).send()).body).toEqual({
    works: false,
    says: [`There is no folder ${join(root, 'one')}.`],
    failed: [{ says: `There is no folder ${join(root, 'one')}.`, remedy: expect.stringContaining('Make the folder') }],
  });
  const moved = await team.send('patch', one).send({ settings: { path: join(root, 'two') } });
  expect(moved.status, moved.text).toBe(200);
  expect((await team.send('post', `${one}/test`).send()).body).toMatchObject({ works: true });
});

test('one that an agreement names, or that documents wait for, is neither removed nor called otherwise', async () => {
  const [https] = (await team.get(`${path}?environment=production`)).body.endpoints;
  const one = `${path}/${https.id}`;
  const removed = await team.send('delete', one).send();
  expect([removed.status, removed.body.detail]).toEqual([409, expect.stringContaining('exchanges 945 at https')]);
  expect((await team.send('patch', one).send({ name: 'other' })).status).toBe(409);
  expect((await team.send('patch', one).send({})).status).toBe(400);
  const foreign = await rig.signIn('heron');
  expect((await foreign.get(one)).status).toBe(404);
  expect((await foreign.get(`/v1/partners/${orgs.heron}/endpoints/${https.id}`)).status).toBe(404);
});

test('health tells of endpoints that do not answer, without a name', async () => {
  const { system } = rig.context.db;
  const since = new Date('2026-11-23T11:00:00.000Z');
  await system('channel_endpoint')
    .where({ name: 'van' })
    .update({ breaker: 'open', failures: 3, failing_since: since });
  const { body } = await team.get('/v1/health');
  expect(body).toMatchObject({ status: 'degraded' });
  expect(body.reasons.join()).toContain(
    'An endpoint of partners in production does not answer, the first since 2026-11-23T11:00',
  );
  expect(body.reasons.join()).not.toMatch(/van|Quayside/);
  const { endpoints } = (await quayside.get(`${path}?environment=production`)).body;
  expect(endpoints.find(({ name }: { name: string }) => name === 'van')).toMatchObject({
    state: 'failing',
    since: since.toISOString(),
  });
});

test('an endpoint says what went over it last', async () => {
  const { context } = rig;
  const { body } = await quayside.get(path);
  const { id } = body.endpoints[0];
  expect(body.endpoints[0].lastExchange).toBeUndefined();
  const of = { id, orgId: orgs.quayside, environment: 'production', channel: 'https' } as const;
  for (const summary of ['The first', 'The second'])
    await insertExchange(context.db.system, of, {
      ...{ id: context.newId(), at: context.now(), kind: 'message', direction: 'in', state: 'refused', summary },
    });
  const shown = (await quayside.get(path)).body.endpoints;
  expect(shown[0].lastExchange).toMatchObject({
    kind: 'message',
    direction: 'in',
    state: 'refused',
    summary: 'The second',
  });
  expect(shown[1].lastExchange).toBeUndefined();
});

test('the log of an endpoint needs nothing of what its channel tells', async () => {
  const { body } = await add(quayside, {
    name: 'deaf',
    channel: 'vault',
    settings: { host: 'h', password: 'open sesame' },
  });
  Object.assign(rig.context.channels, {
    vault: {
      ...(rig.context.channels as unknown as Record<string, object>).vault,
      tell: () => Promise.reject(new Error('No.')),
    },
  });
  expect((await quayside.get(`${path}/${body.id}/exchanges`)).body).toEqual({ exchanges: [] });
  expect((await quayside.get(`${path}/${rig.context.newId()}/exchanges`)).status).toBe(404);
});

test('a paused mailbox takes nothing and gives nothing out, and says so; it goes on when it is resumed', async () => {
  const of = { org_id: orgs.quayside, environment: 'sandbox', channel: 'https' };
  const box = await rig.context.db.system('channel_endpoint').where(of).first('id');
  const ask = (method: 'get' | 'post', at: string, body = '') =>
    rig
      .withKey('sandbox', method, at)
      .set('Content-Type', 'application/edi-x12')
      .send(body || undefined);
  const all = [
    ['get', '/v1/outbox'],
    ['get', '/v1/work'],
    ['post', '/v1/inbox', 'ISA*x~'],
    ['post', '/v1/events', '{}'],
    ['post', '/v1/documents', 'x'],
  ] as const;
  expect((await quayside.send('post', `${path}/${box.id}/pause`).send()).status).toBe(200);
  for (const [method, at, body] of all)
    expect([at, (await ask(method, at, body)).body]).toEqual([
      at,
      expect.objectContaining({
        code: 'channel.paused',
        status: 503,
        detail: expect.stringContaining('https is paused'),
      }),
    ]);
  expect((await quayside.send('post', `${path}/${box.id}/resume`).send()).status).toBe(200);
  for (const [method, at, body] of all)
    expect([at, (await ask(method, at, body)).body.code]).not.toEqual([at, 'channel.paused']);
});

test('a key of the partner says since when it is there, also after another one came beside it', async () => {
  const [first, second] = [newEd25519().public, newEd25519().public];
  const settings = (...keys: readonly string[]) => ({
    settings: { user: 'quayside-logistics-keys', keys: keys.join('\n') },
  });
  const made = await add(quayside, { name: 'keys', channel: 'sftp-server', ...settings(first) });
  expect(made.status, made.text).toBe(201);
  const since = made.body.createdAt;
  expect(made.body.facts).toMatchObject([{ since }]);
  rig.context.pass(60_000);
  const one = `${path}/${made.body.id}`;
  const both = await quayside.send('patch', one).send(settings(first, second));
  const later = new Date(Date.parse(since) + 60_000).toISOString();
  expect(both.body.facts).toMatchObject([{ since }, { since: later }]);
  rig.context.pass(60_000);
  expect((await quayside.send('patch', one).send(settings(second))).body.facts).toMatchObject([{ since: later }]);
  expect((await quayside.send('delete', one).send()).status).toBe(204);
});

test('a partner has a hundred endpoints in an environment at most', async () => {
  const { system } = rig.context.db;
  const at = rig.context.now();
  const have = await system('channel_endpoint').where({ org_id: orgs.heron, environment: 'sandbox' });
  await system('channel_endpoint').insert(
    Array.from({ length: 100 - have.length }, (_, n) => ({
      ...{ id: rig.context.newId(), org_id: orgs.heron, environment: 'sandbox', name: `way ${n}`, channel: 'https' },
      created_at: at,
    })),
  );
  const more = await team
    .send('post', `/v1/partners/${orgs.heron}/endpoints`)
    .send({ environment: 'sandbox', name: 'one more', channel: 'https', settings: {} });
  expect([more.status, more.body.detail]).toEqual([409, expect.stringContaining('100 endpoints in sandbox')]);
});
