import { networkInterfaces } from 'node:os';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../services/http/app.ts';
import { type Seeded, seedTwin } from '../../services/twins/odoo/seed.ts';
import { createTwin } from '../../services/twins/odoo/twin.ts';
import { skipped } from '../support/skipped.ts';
import { type HttpRig, httpRig } from './rig.ts';
import { serveApp, upload } from './upload.ts';

let rig: HttpRig;
let twinKey: string;
let twin17: Seeded;
const crashes: unknown[] = [];
const path = '/twin/northgate/json/2/res.partner/search';
const mb = 1024 * 1024;

beforeAll(async () => {
  rig = await httpRig();
  const seeded = await seedTwin(rig.context.db.twin, { database: 'northgate', version: 19 });
  twin17 = await seedTwin(rig.context.db.twin, { database: 'northgate-17', version: 17 });
  twinKey = seeded.apiKey;
});
afterAll(() => rig.close());
afterEach(() => {
  expect(crashes.splice(0)).toEqual([]);
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const connect = () =>
  rig.context.db.system('odoo_connection').insert({
    ...{ id: rig.context.newId(), environment: 'sandbox', name: 'Twin', kind: 'twin', version: '19', url: 'twin' },
    ...{ database: 'northgate', login: 'x', secret: 'x' },
  });
const makeApp = (twinRemote = false) =>
  createApp({
    context: rig.context,
    twin: createTwin({ db: rig.context.db.twin, onCrash: (error) => crashes.push(error) }),
    twinRemote,
    changes: {
      subscribe: () => () => undefined,
      onPartnerChange: () => () => undefined,
      onSessionEnd: () => () => undefined,
      onKeyChange: () => () => undefined,
    },
    checkResponses: true,
  });
const ask = (app: ReturnType<typeof makeApp>, given = path) =>
  request(app).post(given).set('Authorization', `Bearer ${twinKey}`).type('application/json');

test('where no connection goes to a twin there is none', async () => {
  const answer = await ask(makeApp()).send({ domain: [] });
  expect([answer.status, answer.body.code]).toEqual([404, 'http.route-unknown']);
});

test('where one does, the twin answers with the key, writes a line for each request, and good ones are no news', async () => {
  await connect();
  const app = makeApp();
  rig.log.length = 0;
  const answer = await ask(app).send({ domain: [] });
  expect([answer.status, Array.isArray(answer.body)]).toEqual([200, true]);
  expect((await request(app).post(path).type('application/json').send({})).status).toBe(401);
  const lines = rig.log.filter(({ message }) => message === 'request');
  expect(lines.map(({ level, fields }) => [level, (fields as { status: number }).status])).toEqual([
    ['debug', 200],
    ['info', 401],
  ]);
  expect(JSON.stringify(rig.log)).not.toContain(twinKey);
});

test('a body is read only of somebody whose key is known, and no more of it than 16 MB; 64 KB where the key stands in the body, unless it begins with a good one', async () => {
  const { port, close } = await serveApp(makeApp());
  const big = { 'Content-Length': 60 * mb, 'Content-Type': 'application/json', Expect: '100-continue' };
  // None of these sends a byte of its body.
  expect((await upload(port, 'unknown', big, path).plain).status).toBe(401);
  expect((await upload(port, twinKey, big, path).plain).status).toBe(413);
  const rpc = '/twin/northgate-17/jsonrpc';
  expect((await upload(port, twinKey, big, rpc).plain).status).toBe(413);
  await close();
  const app = makeApp();
  const call = (key: string, size: number, before = {}) => {
    const { uid } = twin17;
    const args = ['northgate-17', uid, key, 'res.partner', 'search_count', [[['name', '=', 'x'.repeat(size)]]]];
    return ask(app, rpc).send({ ...before, params: { service: 'object', method: 'execute_kw', args } });
  };
  expect((await call(twin17.apiKey, 2 * mb)).body).toMatchObject({ result: 0 });
  expect((await call('unknown', 2 * mb)).status).toBe(413);
  // Small ones are read, or nobody could say who he is.
  expect((await call('unknown', 1000)).body.error.data.name).toBe('odoo.exceptions.AccessDenied');
  expect((await call(twin17.apiKey, 1000, { filler: 'x'.repeat(mb) })).status).toBe(413);
});

test('other machines are not answered unless the operator says so, and a proxy of this one speaks for others', async () => {
  const app = makeApp();
  for (const header of ['X-Forwarded-For', 'Forwarded', 'Via']) {
    const answer = await ask(app).set(header, '127.0.0.1').send({ domain: [] });
    expect([header, answer.status, answer.body.code]).toEqual([header, 403, 'http.forbidden']);
  }
  expect((await ask(makeApp(true)).set('X-Forwarded-For', '192.0.2.1').send({ domain: [] })).status).toBe(200);
});

const address = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
test.skipIf(!address)(
  skipped(
    'a connection to an address of the network is no connection of this machine',
    !address && 'it has no such address',
  ),
  async () => {
    const { port, close } = await serveApp(makeApp(), 120_000, '0.0.0.0');
    const asked = await fetch(`http://${address}:${port}${path}`, { method: 'POST', body: '{}' });
    expect(asked.status).toBe(403);
    await close();
  },
);

test('addresses that cannot be decoded and JSON that is too deep are answered 400, without a fault in the log', async () => {
  const app = makeApp();
  for (const odd of ['/twin/%ff', '/twin/%ff/jsonrpc', '/twin/%E0%A4%A/web/health'])
    expect([odd, (await request(app).get(odd)).status]).toEqual([odd, 400]);
  const { port, close } = await serveApp(app);
  expect((await upload(port, twinKey, { 'Content-Length': 0 }, '/twin//[/').plain).status).toBeLessThan(500);
  await close();
  const deep = '['.repeat(100_000);
  expect((await ask(app).send(deep)).status).toBe(400);
  expect((await ask(app).send(`{"domain":${'['.repeat(500)}${']'.repeat(500)}}`)).status).toBe(400);
  for (const body of ['['.repeat(50_000), 'null', '1', '"x"', ''])
    expect([body.slice(0, 5), (await ask(app, '/twin/northgate-17/jsonrpc').send(body)).status]).toEqual([
      body.slice(0, 5),
      400,
    ]);
});

test('a NUL, or a number that fits nothing, is the affair of whoever sent it: never a fault of the twin', async () => {
  const app = makeApp();
  for (const method of ['get', 'post'] as const)
    for (const odd of ['/twin/%00', '/twin/a%00b/jsonrpc', '/twin/northgate%00/json/2/res.partner/search'])
      expect([odd, (await request(app)[method](odd).type('application/json')).status]).toEqual([odd, 400]);
  expect((await ask(app, '/twin/northgate/json/2/res.partner%00/search').send({})).status).toBe(404);
  expect((await ask(app, '/twin/northgate/json/2/res.partner/search%00').send({})).status).toBe(404);
  const partner = '/twin/northgate/json/2/res.partner';
  expect((await ask(app, `${partner}/search`).send({ domain: [['name', '=', 'a\0b']] })).status).toBe(400);
  expect((await ask(app, `${partner}/create`).send({ vals_list: [{ name: 'a\0b' }] })).status).toBe(400);
  expect((await ask(app, `${partner}/read`).send({ ids: [1e15], fields: ['name'] })).status).toBeLessThan(500);
  const { uid, apiKey } = twin17;
  const name = ['northgate-17', uid, apiKey, 'res.partner'];
  for (const args of [
    ['northgate\0', uid, apiKey, 'res.partner', 'search', [[]]],
    ['northgate-17', 1e15, apiKey, 'res.partner', 'search', [[]]],
    ['northgate-17', 'two', apiKey, 'res.partner', 'search', [[]]],
    [...name, 'search', [[['name', '=', 'a\0b']]]],
    [...name, 'create', [{ name: 'a\0b' }]],
    [...name, 'search', [[]], null],
    'no list',
  ]) {
    const answer = await ask(app, '/twin/northgate-17/jsonrpc').send({
      params: { service: 'object', method: 'execute_kw', args },
    });
    expect([args, answer.status < 500]).toEqual([args, true]);
  }
  const nobody = { service: 'common', method: 'authenticate', args: ['northgate-17', 'a\0b', apiKey, {}] };
  expect((await ask(app, '/twin/northgate-17/jsonrpc').send({ params: nobody })).status).toBeLessThan(500);
  expect((await ask(app, '/twin/northgate-17/jsonrpc').send({ params: null })).status).toBeLessThan(500);
});
