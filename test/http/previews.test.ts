import { readFileSync } from 'node:fs';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// What would come of a document is told, and nothing of it stays; without an account only where the operator allows it.

const text = readFileSync('partners/standard-3pl/samples/945-complete.x12', 'latin1');
let rig: HttpRig;
let team: Browser;
let id: string;
beforeAll(async () => {
  rig = await httpRig({ entry: { openValidator: true }, limits: { looksPerMinute: 3 } });
  team = await rig.signIn('team');
  const same = (qualifier: string, name: string) => ({
    production: [{ qualifier, id: name }],
    sandbox: [{ qualifier, id: name }],
  });
  await team.send('put', '/v1/company/identities').send(same('ZZ', 'NORTHGATE'));
  const made = await team
    .send('post', '/v1/partners')
    .send({ name: 'Harbour Row', templates: ['standard-3pl'], identities: same('ZZ', 'HARBOUR1') });
  expect(made.status, made.text).toBe(201);
  id = made.body.id;
});
afterAll(() => rig.close());

const preview = (who: Browser, body: string, query = '') =>
  who
    .send('post', `/v1/partners/${id}/sandbox/previews${query}`)
    .type('application/octet-stream')
    .send(Buffer.from(body));
const tables = ['document', 'event', 'interchange_seen', 'business_key', 'delivery', 'wake_up'] as const;
const counts = () =>
  Promise.all(tables.map(async (name) => (await rig.context.db.system(name).count('* as n').first())?.n));

test('the same document is told the same twice, as no number of it is used up, and no row is left', async () => {
  const before = await counts();
  const sandbox = text.replace('*0*P*>', '*0*T*>').replaceAll('QUAYSIDE', 'HARBOUR1');
  for (let nth = 0; nth < 2; nth++) {
    const { status, body } = await preview(team, sandbox);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      verdict: 'accepted',
      kind: 'x12',
      sets: [{ code: '945', status: 'A' }],
      eventCount: 1,
    });
    expect(body.acknowledgements[0]).toMatchObject({ kind: '997', verdict: 'accepted' });
    expect(body.events[0]).toMatchObject({ type: 'warehouse-order.shipped.v1', subject: 'WH/OUT/00001' });
    expect(body.odoo[0].state).toBe('unknown');
  }
  const page = await preview(team, sandbox, '?offset=5&limit=2');
  expect(page.body.annotated.segments.map(({ index }: { index: number }) => index)).toEqual([5, 6]);
  expect(await counts()).toEqual(before);
});

test('a document that is none is refused in words, an empty one is asked for, and another partner sees nothing', async () => {
  expect((await preview(team, 'hello')).body).toMatchObject({ verdict: 'rejected', kind: 'unreadable', eventCount: 0 });
  expect((await preview(team, '')).status).toBe(400);
  expect((await preview(await rig.signIn('quayside'), text)).status).toBe(404);
  expect(orgs.quayside).not.toBe(id);
});

test('whoever has no account is answered so many times a minute, and up to a size', async () => {
  const validate = (body: Buffer) => request(rig.app).post('/v1/validate').type('application/octet-stream').send(body);
  const good = await validate(Buffer.from(text));
  expect(good.body, good.text).toMatchObject({
    verdict: 'accepted',
    title: 'It is good by the standard: 945',
    events: [],
    odoo: [],
  });
  expect((await validate(Buffer.alloc(1024 * 1024 + 1, 32))).status).toBe(413);
  expect((await validate(Buffer.from('x'))).status).toBe(200);
  const over = await validate(Buffer.from(text));
  expect(over.status).toBe(429);
  expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
});

test('where the operator does not allow it, it is not done', async () => {
  const shut = await httpRig({ entry: { openValidator: false } });
  const { status, body } = await request(shut.app)
    .post('/v1/validate')
    .type('application/octet-stream')
    .send(Buffer.from(text));
  expect(status).toBe(403);
  expect(body.detail).toContain('Sign in');
  await shut.close();
});
