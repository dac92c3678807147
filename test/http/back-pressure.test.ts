import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { AppOptions } from '../../services/http/app.ts';
import { until } from '../fault/until.ts';
import { type HttpRig, httpRig, isa, orgs } from './rig.ts';
import { serveApp, type Upload, upload } from './upload.ts';

const kb = 1024;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function served(options: Partial<AppOptions>): Promise<{ rig: HttpRig; port: number }> {
  const rig = await httpRig(options);
  closing.push(() => rig.close());
  const { port, close } = await serveApp(rig.app);
  closing.push(close);
  return { rig, port };
}

const documents = (rig: HttpRig) => rig.context.db.system('document').count().first();
const drop = (rig: HttpRig, key: keyof HttpRig['keys'], control: string) =>
  rig.withKey(key, 'post', '/v1/inbox').type('application/edi-x12').send(isa(control));
const openCases = (rig: HttpRig) =>
  rig.context.db
    .system('exception_case')
    .where({ state: 'open' })
    .orderBy('fingerprint')
    .select('org_id', 'fingerprint');

/** Sends half of an announced body and keeps the rest back. */
async function halfSent(port: number, key: string, bytes: number): Promise<Upload> {
  const started = upload(port, key, { 'Content-Length': bytes, Expect: '100-continue' });
  // The hub asks for the body only when it has taken room for it.
  await new Promise((resolve) => started.request.once('continue', resolve));
  started.request.write(Buffer.alloc(bytes / 2, 0x20));
  return started;
}

/** Waits until a body of this size finds room: the hub has seen that another sender is gone. */
const roomFor = (rig: HttpRig, key: keyof HttpRig['keys'], bytes: number) =>
  until('there is room', async () => {
    const sent = rig.withKey(key, 'post', '/v1/inbox').type('application/edi-x12');
    return (await sent.send(Buffer.alloc(bytes, 0x20).toString())).status === 422;
  });

test('bodies under way share one budget: what finds no room is refused before it is sent, and taken when there is room again', async () => {
  const { rig, port } = await served({ bodyLimitBytes: 32 * kb, limits: { inFlightBytes: 64 * kb } });
  const quayside = await halfSent(port, rig.keys.quayside, 32 * kb);
  const heron = await halfSent(port, rig.keys.heron, 32 * kb);
  const refused = upload(port, rig.keys.sandbox, { 'Content-Length': kb, Expect: '100-continue' });
  let asked = false;
  refused.request.once('continue', () => {
    asked = true;
  });
  const { status, headers, body } = await refused.answer;
  expect([status, body.code, headers['content-type']]).toEqual([503, 'hub.overloaded', 'application/problem+json']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(asked).toBe(false);

  // A sender that vanishes gives its room back, and so does one that comes to its end.
  heron.request.destroy();
  await roomFor(rig, 'heron', 32 * kb);
  quayside.request.end(Buffer.alloc(16 * kb, 0x20));
  expect((await quayside.answer).status).toBe(422);
  expect((await drop(rig, 'sandbox', '000000009')).status).toBe(202);
});

test('one organisation gets half of the budget, and the others what is left', async () => {
  const { rig, port } = await served({ bodyLimitBytes: 32 * kb, limits: { inFlightBytes: 96 * kb } });
  const first = await halfSent(port, rig.keys.quayside, 32 * kb);
  const more = await upload(port, rig.keys.sandbox, { 'Content-Length': 32 * kb, Expect: '100-continue' }).answer;
  expect([more.status, more.body.code]).toEqual([429, 'http.too-many-requests']);
  expect((await drop(rig, 'heron', '000000010')).status).toBe(202);
  first.request.destroy();
});

test('a body without a length takes its room as it grows, and is refused when there is none or it is too large', async () => {
  const { rig, port } = await served({ bodyLimitBytes: 48 * kb, limits: { inFlightBytes: 64 * kb } });
  const first = await halfSent(port, rig.keys.heron, 40 * kb);
  const chunked = upload(port, rig.keys.quayside, { 'Transfer-Encoding': 'chunked' });
  chunked.request.write(Buffer.alloc(16 * kb, 0x20));
  chunked.request.write(Buffer.alloc(16 * kb, 0x20));
  expect((await chunked.answer).body.code).toBe('hub.overloaded');
  first.request.destroy();
  await roomFor(rig, 'heron', 48 * kb);
  const tooLarge = upload(port, rig.keys.quayside, { 'Transfer-Encoding': 'chunked' });
  tooLarge.request.write(Buffer.alloc(49 * kb, 0x20));
  expect((await tooLarge.answer).body.code).toBe('inbox.too-large');
  // All that is no file counts too: here a part that never ends its headers.
  const form = upload(port, rig.keys.quayside, {
    'Transfer-Encoding': 'chunked',
    'Content-Type': 'multipart/form-data; boundary=x',
  });
  form.request.write(`before the first boundary ${'.'.repeat(60 * kb)}`);
  expect((await form.answer).body.code).toBe('inbox.too-large');
  expect(Number((await documents(rig))!.count)).toBe(1);
});

test('a body that does not arrive in time is answered 408, nothing of it is stored, and its room is free', async () => {
  const { rig, port } = await served({ bodyLimitBytes: 32 * kb, limits: { inFlightBytes: 32 * kb, bodyMs: 300 } });
  for (const type of ['application/edi-x12', 'multipart/form-data; boundary=x', 'application/json']) {
    const path = type === 'application/json' ? '/v1/session' : '/v1/inbox';
    const slow = upload(port, rig.keys.quayside, { 'Content-Length': 20 * kb, 'Content-Type': type }, path);
    slow.request.write('ISA');
    const { status, body, headers } = await slow.answer;
    expect([type, status, body.code]).toEqual([type, 408, 'http.body-too-slow']);
    expect(headers['content-type']).toBe('application/problem+json');
    // Whoever keeps the line open after that is cut off.
    await new Promise((resolve) => slow.request.once('close', resolve));
  }
  expect(Number((await documents(rig))!.count)).toBe(0);
  await until('there is room for another', async () => (await drop(rig, 'quayside', '000000011')).status === 202);
});

test('above the backlog of a partner its inbox answers 503, above that of all everybody’s, each with a case that closes when the backlog is gone', async () => {
  const { rig } = await served({ limits: { partnerBacklogDocuments: 2, backlogDocuments: 3 } });
  for (const control of ['000000021', '000000022']) expect((await drop(rig, 'quayside', control)).status).toBe(202);
  const mine = await drop(rig, 'quayside', '000000023');
  expect([mine.status, mine.body.code]).toEqual([503, 'inbox.partner-backlog-full']);
  expect(Number(mine.headers['retry-after'])).toBeGreaterThan(0);
  expect((await drop(rig, 'heron', '000000024')).status).toBe(202);
  const all = await drop(rig, 'heron', '000000025');
  expect([all.status, all.body.code]).toEqual([503, 'inbox.backlog-full']);
  expect(Number(all.headers['retry-after'])).toBeGreaterThan(0);
  await until('both cases are there', async () => (await openCases(rig)).length === 2);
  expect(await openCases(rig)).toEqual([
    { org_id: orgs.owner, fingerprint: 'inbox.backlog-full' },
    { org_id: orgs.quayside, fingerprint: 'inbox.partner-backlog-full' },
  ]);
  expect(rig.log.filter(({ level }) => level === 'warn')).toHaveLength(2);
  expect(rig.log.filter(({ level }) => level === 'error')).toEqual([]);

  await rig.context.db.system('document').update({ state: 'translated' });
  await until('the inbox takes again', async () => (await drop(rig, 'quayside', '000000023')).status === 202);
  await until('the cases are closed', async () => (await openCases(rig)).length === 0);
});

test('the size of the backlog counts as well', async () => {
  const { rig } = await served({ limits: { partnerBacklogBytes: 100 } });
  expect((await drop(rig, 'quayside', '000000031')).status).toBe(202);
  expect((await drop(rig, 'quayside', '000000032')).body.code).toBe('inbox.partner-backlog-full');
});

test('below the mark of free disk the inbox refuses, says so to the team, and people and the outbox go on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-disk-'));
  const { rig } = await served({ limits: { dataDir, minFreeBytes: Number.MAX_SAFE_INTEGER } });
  const refused = await drop(rig, 'quayside', '000000041');
  expect([refused.status, refused.body.code]).toEqual([503, 'inbox.disk-full']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await until('the case is there', async () => (await openCases(rig)).length === 1);
  expect(await openCases(rig)).toEqual([{ org_id: orgs.owner, fingerprint: 'inbox.disk-full' }]);
  expect((await rig.withKey('quayside', 'get', '/v1/outbox')).status).toBe(200);
  expect((await (await rig.signIn('team')).get('/v1/overview')).status).toBe(200);
  const enough = await served({ limits: { dataDir, minFreeBytes: 1 } });
  expect((await drop(enough.rig, 'quayside', '000000042')).status).toBe(202);
  rmSync(dataDir, { recursive: true });
});
