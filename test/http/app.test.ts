import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type HttpRig, httpRig } from './rig.ts';

let rig: HttpRig;
const dir = mkdtempSync(join(tmpdir(), 'crossdock-portal-'));
const echo: RequestHandler = (req, res) => void res.json({ url: req.url, method: req.method });

beforeAll(async () => {
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Crossdock</title>');
  writeFileSync(join(dir, 'assets', 'app-abc123.js'), 'export {};');
  rig = await httpRig({ portalDir: dir, board: echo });
});
afterAll(async () => {
  await rig.close();
  rmSync(dir, { recursive: true });
});
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const get = (path: string) => request(rig.app).get(path);

test('an unknown address is a 404 problem, an unknown method 405 with what there is', async () => {
  const unknown = await get('/v1/nothing');
  expect([unknown.status, unknown.headers['content-type'], unknown.body.code]).toEqual([
    404,
    'application/problem+json',
    'http.route-unknown',
  ]);
  const method = await request(rig.app).delete('/v1/outbox');
  expect([method.status, method.headers.allow, method.body.code]).toEqual([405, 'GET', 'http.method-not-allowed']);
  expect((await request(rig.app).put('/v1/session')).headers.allow).toBe('GET, POST, DELETE');
  expect((await request(rig.app).post('/nowhere')).status).toBe(404);
});

test('addresses that cannot be decoded, and ids of any kind, are 400 or 404 and never 500', async () => {
  const browser = await rig.signIn('team');
  for (const [path, status] of [
    ['/v1/messages/%E0%A4%A', 400],
    ['/v1/messages/%00', 400],
    [`/v1/messages/${'a'.repeat(5000)}`, 400],
    ["/v1/messages/1'%20or%20'1'='1", 400],
    ['/v1/messages/../../etc/passwd', 404],
    ['/v1/messages?q[$gt]=1', 400],
    ['/v1/messages?__proto__=1', 400],
    ['/v1/MESSAGES', 404],
  ] as const) {
    const answer = await browser.get(path);
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  }
});

test('below every mount an address that cannot be decoded is the sender’s fault', async () => {
  const team = await rig.signIn('team');
  for (const mount of ['', '/v1', '/v1/outbox', '/docs', '/assets', '/messages', '/queues', '/queues/api', '/twin'])
    for (const odd of ['%ff', '%', '%E0%A4%A', '%00', '..%2f..%2fetc%2fpasswd']) {
      const answer = await team.get(`${mount}/${odd}`);
      expect([mount, odd, answer.status < 500]).toEqual([mount, odd, true]);
    }
});

test('each answer carries a request id, the caller’s own when it is well formed', async () => {
  expect((await get('/v1/nothing')).body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const own = await get('/v1/nothing').set('X-Request-Id', 'trace-00000001');
  expect([own.headers['x-request-id'], own.body.requestId]).toEqual(['trace-00000001', 'trace-00000001']);
  expect((await get('/v1/nothing').set('X-Request-Id', 'a b<script>')).body.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('pages may run scripts of this host only, and be framed by nobody', async () => {
  const { headers } = await get('/');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('strict-transport-security');
});

test('answers of the API are kept by no cache', async () => {
  const browser = await rig.signIn('team');
  expect((await browser.get('/v1/overview')).headers['cache-control']).toBe('no-store');
  expect((await get('/v1/overview')).headers['cache-control']).toBe('no-store');
});

test('the contract and its pages are served from here, without an inline script or another host', async () => {
  expect((await get('/openapi.json')).body.info.title).toBe('Crossdock');
  for (const path of ['/docs', '/docs/errors']) {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/docs\/)/);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  }
  for (const path of ['/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css', '/docs/start.js'])
    expect((await get(path)).status).toBe(200);
  expect((await get('/docs/package.json')).status).toBe(404);
});

test('the type of each problem leads to its explanation', async () => {
  const { body } = await get('/v1/nothing');
  const [page, code] = body.type.split('#');
  expect((await get(page)).text).toContain(`id="${code}"`);
});

test('browsers get the portal at every address that nobody else has; files that are not there are 404', async () => {
  for (const path of ['/', '/messages/0198c1a2-0000-7000-8000-0000000000a2?tab=raw', '/sign-in']) {
    const answer = await get(path).set('Accept', 'text/html');
    expect([path, answer.status, answer.text]).toEqual([path, 200, '<!doctype html><title>Crossdock</title>']);
    expect(answer.headers['cache-control']).toBe('no-cache');
  }
  expect((await get('/assets/app-abc123.js')).headers['cache-control']).toContain('immutable');
  expect((await get('/assets/gone.js').set('Accept', 'text/html')).status).toBe(404);
  expect((await get('/messages').set('Accept', 'application/json')).status).toBe(404);
  expect((await get('/v1/nothing').set('Accept', 'text/html')).status).toBe(404);
});

test('the queues are shown to the integration team only, and changed from this hub’s pages only', async () => {
  expect((await get('/queues')).status).toBe(401);
  expect((await (await rig.signIn('quayside')).get('/queues')).status).toBe(403);
  expect((await (await rig.signIn('teamViewer')).get('/queues')).status).toBe(403);
  const team = await rig.signIn('team');
  expect((await team.get('/queues/api')).body).toEqual({ url: '/api', method: 'GET' });
  expect((await team.send('put', '/queues/api/retry')).status).toBe(403);
  expect((await team.send('put', '/queues/api/retry').set('Sec-Fetch-Site', 'cross-site')).status).toBe(403);
  expect((await team.send('put', '/queues/api/retry').set('Origin', 'http://evil.example')).status).toBe(403);
  expect((await team.send('put', '/queues/api/retry').set('Sec-Fetch-Site', 'same-origin')).status).toBe(200);
  expect(
    (await team.send('put', '/queues/api/retry').set('Host', 'hub:8080').set('Origin', 'http://hub:8080')).status,
  ).toBe(200);
});

test('the hub says that it is ready', async () => {
  expect((await get('/v1/health')).body).toEqual({ status: 'ready', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});

test('200 MB are refused before any of them is sent', async () => {
  const server = createServer(rig.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const headers = {
    Authorization: `Bearer ${rig.keys.quayside}`,
    'Content-Type': 'application/edi-x12',
    'Content-Length': 200 * 1024 * 1024,
  };
  const post = httpRequest({ port, host: '127.0.0.1', path: '/v1/inbox', method: 'POST', headers });
  post.flushHeaders();
  const status = await new Promise((resolve, reject) => {
    post.once('response', (response) => resolve(response.statusCode));
    post.once('error', reject);
  });
  expect(status).toBe(413);
  post.on('error', () => undefined);
  post.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
