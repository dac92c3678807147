import { Client } from 'pg';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../services/http/app.ts';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { until } from '../fault/until.ts';
import { testKeys } from '../support/database.ts';
import { type HttpRig, httpRig, isa } from './rig.ts';

let rig: HttpRig;
let superuser: Client;
const opened: Database[] = [];
beforeAll(async () => {
  rig = await httpRig();
  superuser = new Client({ connectionString: rig.context.database.url });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await Promise.all(opened.map((db) => db.close()));
  await rig.close();
});

/** The app on connections of its own, eight of them for screens of partners. */
function appWith(screenTimeoutMs: number) {
  const db = openDatabase({ logins: rig.context.database.logins, keys: testKeys, maxConnections: 16, screenTimeoutMs });
  opened.push(db);
  return createApp({
    context: { ...rig.context, db },
    changes: {
      subscribe: () => () => undefined,
      onPartnerChange: () => () => undefined,
      onSessionEnd: () => () => undefined,
      onKeyChange: () => () => undefined,
    },
    checkResponses: true,
    limits: { sessionRequestsPerSecond: 0, requestMs: 600_000 },
  });
}

/** How many connections wait for the table at this moment. */
async function waitingFor(table: string): Promise<number> {
  const sql = 'select count(*)::int as n from pg_locks where not granted and relation = $1::regclass';
  return (await superuser.query<{ n: number }>(sql, [table])).rows[0]!.n;
}

test('60 searches of one partner at once hold up nobody else: four run, sixteen wait, the rest is told 429', {
  timeout: 900_000,
}, async () => {
  const [quayside, heron] = [await rig.signIn('quayside'), await rig.signIn('heron')];
  const app = appWith(600_000);
  await superuser.query('begin; lock table odoo_connection in access exclusive mode');
  // The overview reads that table, lists of documents do not.
  const statuses: number[] = [];
  const screens = Array.from({ length: 60 }, async () => {
    const { status, headers } = await request(app).get('/v1/overview').set('Cookie', quayside.cookie);
    statuses.push(status);
    if (status === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });
  await until('four wait for the table', async () => (await waitingFor('odoo_connection')) === 4);
  await until('40 are refused', () => statuses.length === 40);
  expect(new Set(statuses)).toEqual(new Set([429]));

  const withKey = (method: 'get' | 'post', path: string) =>
    request(app)[method](path).set('Authorization', `Bearer ${rig.keys.heron}`);
  expect((await withKey('get', '/v1/outbox')).status).toBe(200);
  expect((await withKey('post', '/v1/inbox').type('application/edi-x12').send(isa('000000077'))).status).toBe(202);
  expect((await request(app).get('/v1/messages?q=77').set('Cookie', heron.cookie)).status).toBe(200);
  expect((await request(app).get('/v1/session').set('Cookie', quayside.cookie)).status).toBe(200);
  expect(await waitingFor('odoo_connection')).toBe(4);

  await superuser.query('rollback');
  await Promise.all(screens);
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
});

test('a look-up of a screen that takes too long is cancelled in the database and told as a problem', async () => {
  const browser = await rig.signIn('quayside');
  const app = appWith(500);
  await superuser.query('begin; lock table odoo_connection in access exclusive mode');
  const answer = await request(app).get('/v1/overview').set('Cookie', browser.cookie);
  expect([answer.status, answer.headers['content-type'], answer.body.code]).toEqual([
    503,
    'application/problem+json',
    'store.too-slow',
  ]);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(await waitingFor('odoo_connection')).toBe(0);
  await superuser.query('rollback');
  expect((await browser.get('/v1/overview')).status).toBe(200);
});
