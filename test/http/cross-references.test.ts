import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken, sessionCookie } from '../../services/http/cookies.ts';
import { startSession } from '../../services/store/sessions.ts';
import { at, type RestRig, restRig } from './rest-rig.ts';

// Keys of a partner that Odoo knows nothing by, by the API. What comes by REST waits as documents do.

let rest: RestRig;
let path: string;
beforeAll(async () => {
  rest = await restRig();
  path = `/v1/partners/${rest.rig.orgs['standard-3pl']}/cross-references`;
  const { context } = rest.rig;
  const people = new Map([
    ['team', 'team@%'],
    ['partner', 'edi@quayside%'],
  ]);
  for (const [name, like] of people) {
    const member = await context.db
      .system('membership as m')
      .join('app_user as u', 'u.id', 'm.user_id')
      .whereLike('u.email', like)
      .first('m.user_id', 'm.org_id');
    await startSession(context.db.system, {
      ...{ tokenHash: hashToken(name), userId: member.user_id, orgId: member.org_id, csrfToken: 'x' },
      ...{ createdAt: context.now(), expiresAt: new Date(context.now().getTime() + 3_600_000) },
    });
  }
});
afterAll(() => rest.close());

const as = (who: 'team' | 'partner', method: 'get' | 'post' | 'patch', of: string) =>
  request(rest.app)[method](of).set('Cookie', `${sessionCookie}=${who}`).set('X-CSRF-Token', 'x');
const get = async (of: string) => {
  const answer = await as('team', 'get', `${path}${of}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const answer = (answers: object[]) => as('team', 'post', path).send({ environment: 'production', answers });
const adjusted = (number: string, sku: string, gtin?: string) =>
  rest.events({
    type: 'inventory.adjusted.v1',
    subject: number,
    data: {
      ...{ adjustmentNumber: number, adjustedAt: at('2026-03-10T09:10:00Z') },
      lines: [
        {
          ...{ product: { sku, description: 'Lamp', ...(gtin && { gtin }) }, reason: 'cycle-count' },
          change: { value: 3, unit: 'each', unitCode: 'EA' },
        },
      ],
    },
  });
const stateOf = async (number: string) =>
  (
    await rest.rig.context.db
      .system('delivery as d')
      .join('event as e', 'e.id', 'd.event_id')
      .where({ 'e.subject': number, 'd.destination': 'odoo' })
      .first('d.state')
  )?.state;

test('what events wait for is listed, may be many things in Odoo, is answered in one go and taken back', async () => {
  expect(await get('?environment=production')).toMatchObject({ questions: [], total: 0, waiting: { deliveries: 0 } });
  expect(await get('/suggestions?environment=production')).toMatchObject({ suggestions: [] });
  const sent = await adjusted('ADJ-REST-1', 'REST-1');
  expect(sent.status, sent.text).toBeLessThan(300);
  await adjusted('ADJ-REST-2', 'REST-1');
  await rest.work();
  const { questions, total, waiting } = await get('?environment=production');
  expect({ total, waiting }).toMatchObject({ total: 1, waiting: { questions: 1, deliveries: 2 } });
  expect(questions).toMatchObject([
    {
      ...{ kind: 'item', key: 'REST-1', said: { sku: 'REST-1', name: 'Lamp' }, deliveries: 2 },
      examples: [{ subject: 'ADJ-REST-1' }, { subject: 'ADJ-REST-2' }],
    },
  ]);
  expect((await get('?environment=production&q=nothing+like+it')).total).toBe(0);
  expect((await get('?environment=production&kind=unit')).total).toBe(0);
  const { suggestions } = await get('/suggestions?environment=production');
  expect(suggestions).toMatchObject([{ kind: 'item', key: 'REST-1' }]);
  expect(suggestions[0].suggestions).toContainEqual({
    ...{ value: 'NG-LAMP', label: '[NG-LAMP] Camp lamp', reason: 'Its name is like theirs.', isExact: false },
  });
  const done = await answer([{ kind: 'item', key: 'REST-1', value: 'NG-LAMP', insteadOf: null }]);
  expect(done.status, done.text).toBe(200);
  expect(done.body).toMatchObject({ written: 1, resumed: [{ total: 2, done: 2 }], waiting: { deliveries: 0 } });
  await rest.work();
  expect([await stateOf('ADJ-REST-1'), await stateOf('ADJ-REST-2')]).toEqual(['applied', 'applied']);
  const retry = await as('team', 'get', `/v1/retries/${done.body.resumed[0].id}`);
  expect(retry.body).toMatchObject({ total: 2, good: 2, failed: 0 });
  expect((await answer(done.body.before)).body).toMatchObject({ removed: 1, resumed: [] });
  const late = await answer([{ kind: 'item', key: 'REST-1', value: 'NG-LAMP', insteadOf: 'NG-BOOT-42' }]);
  expect([late.status, late.body.code]).toEqual([409, 'http.conflict']);
});

test('a look-up that is written by its own operation lets go on what waited for it', async () => {
  await adjusted('ADJ-REST-3', 'REST-3');
  await rest.work();
  const lookups = path.replace('cross-references', 'lookups/odoo-items');
  const done = await as('team', 'patch', lookups).send({ entries: { 'REST-3': 'NG-LAMP' } });
  expect(done.body, done.text).toMatchObject({ written: 1, resumed: [{ total: 1 }] });
  await rest.work();
  expect(await stateOf('ADJ-REST-3')).toBe('applied');
});

test('products of Odoo are listed with the keys that mean them, warehouses likewise; a unit that Odoo does not have is refused with its place', async () => {
  const { rows } = await get('/master-data?environment=production&q=NG-LAMP');
  expect(rows).toMatchObject([{ value: 'NG-LAMP', keys: ['REST-3'] }]);
  const missing = await get('/master-data?environment=production&missing=true&limit=200');
  expect(missing.rows.map(({ value }: { value: string }) => value)).not.toContain('NG-LAMP');
  expect((await get('/master-data?environment=production&kind=location')).rows[0].label).toContain('Joliet');
  const wrong = await answer([{ kind: 'unit', key: 'QQ', value: 'Pack of 7000' }]);
  expect([wrong.status, wrong.body.errors[0].place]).toEqual([400, 'body/answers/0/value']);
});

test('a partner sees nothing of it', async () => {
  for (const part of ['?', '/suggestions?', '/master-data?'])
    expect((await as('partner', 'get', `${path}${part}environment=production`)).status).toBe(403);
  const tried = await as('partner', 'post', path).send({
    environment: 'production',
    answers: [{ kind: 'item', key: 'A', value: 'B' }],
  });
  expect(tried.status).toBe(403);
});
