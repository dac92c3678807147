import { Client } from 'pg';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../services/http/app.ts';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { until } from '../fault/until.ts';
import { type HttpRig, httpRig, isa } from './rig.ts';

let rig: HttpRig;
let db: Database;
let superuser: Client;
beforeAll(async () => {
  rig = await httpRig();
  const { database } = rig.context;
  db = openDatabase({ logins: database.logins, maxConnections: 8, screenTimeoutMs: 4_000 });
  superuser = new Client({ connectionString: database.url });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await db.close();
  await rig.close();
});

/** How many connections wait for the table at this moment. */
async function waitingFor(table: string): Promise<number> {
  const sql = 'select count(*)::int as n from pg_locks where not granted and relation = $1::regclass';
  return (await superuser.query<{ n: number }>(sql, [table])).rows[0]!.n;
}

test('while every connection of the screens waits, partners send, list and fetch, people sign in, and the screens are told 503', async () => {
  const browser = await rig.signIn('quayside');
  const app = createApp({
    context: { ...rig.context, db },
    changes: { subscribe: () => () => undefined },
    checkResponses: true,
  });
  await superuser.query('begin; lock table odoo_connection in access exclusive mode');
  // The overview reads that table, the outbox does not. Twice as many as there are connections.
  const screens = Array.from({ length: 8 }, () => request(app).get('/v1/overview').set('Cookie', browser.cookie));
  const answers = Promise.all(screens);
  await until('all four connections of the screens wait', async () => (await waitingFor('odoo_connection')) === 4);

  const heron = (method: 'get' | 'post', path: string) =>
    request(app)[method](path).set('Authorization', `Bearer ${rig.keys.heron}`);
  expect((await heron('get', '/v1/outbox')).status).toBe(200);
  expect((await heron('post', '/v1/inbox').type('application/edi-x12').send(isa('000000077'))).status).toBe(202);
  expect((await request(app).get('/v1/session').set('Cookie', browser.cookie)).status).toBe(200);
  expect(await waitingFor('odoo_connection')).toBeGreaterThan(0);

  for (const answer of await answers) {
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'application/problem+json']);
    expect(['store.too-slow', 'store.unavailable']).toContain(answer.body.code);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
  await superuser.query('rollback');
  expect((await request(app).get('/v1/overview').set('Cookie', browser.cookie)).status).toBe(200);
});
