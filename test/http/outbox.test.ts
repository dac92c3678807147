import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { insertTraffic, insertWaiting } from '../store/traffic.ts';
import { type HttpRig, httpRig, orgs } from './rig.ts';

let rig: HttpRig;
const unknown = '0198c1a2-0000-7000-8000-0000000000ff';

beforeAll(async () => {
  rig = await httpRig();
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const ids = (answer: { body: { documents: { id: string }[] } }) => answer.body.documents.map((d) => d.id);
const documentRow = (id: string) => rig.context.db.system('document').where({ id }).first();

test('the list holds what waits for this partner in this environment, oldest first, and says when there is more', async () => {
  const { system } = rig.context.db;
  const late = await insertWaiting(system, { orgId: orgs.quayside, at: new Date('2026-11-23T11:20:00.000Z') });
  const early = await insertWaiting(system, { orgId: orgs.quayside, at: new Date('2026-11-23T11:10:00.000Z') });
  const sandbox = await insertWaiting(system, { orgId: orgs.quayside, environment: 'sandbox' });
  const foreign = await insertWaiting(system, { orgId: orgs.heron });
  await insertTraffic(system, { orgId: orgs.quayside });
  const all = await rig.withKey('quayside', 'get', '/v1/outbox');
  expect(ids(all)).toEqual([early, late]);
  expect(all.body).toMatchObject({
    more: false,
    documents: [{ sets: ['940'], controlNumber: '000000001', availableAt: '2026-11-23T11:10:00.000Z' }, {}],
  });
  const one = await rig.withKey('quayside', 'get', '/v1/outbox?limit=1');
  expect([ids(one), one.body.more]).toEqual([[early], true]);
  expect(ids(await rig.withKey('sandbox', 'get', '/v1/outbox'))).toEqual([sandbox]);
  expect(ids(await rig.withKey('heron', 'get', '/v1/outbox'))).toEqual([foreign]);
});

test('a download is the exact bytes with their digest, and removes nothing', async () => {
  const content = 'ISA*\xe9\r\n\x1c~';
  const id = await insertWaiting(rig.context.db.system, { orgId: orgs.quayside, content });
  const answer = await rig
    .withKey('quayside', 'get', `/v1/outbox/${id}`)
    .buffer()
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  const bytes = Buffer.from(content, 'latin1');
  expect(answer.body).toEqual(bytes);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/edi-x12',
    digest: `sha-256=${createHash('sha256').update(bytes).digest('base64')}`,
    'content-disposition': `attachment; filename="940-${id}.x12"`,
    'x-content-type-options': 'nosniff',
  });
  expect(ids(await rig.withKey('quayside', 'get', '/v1/outbox?limit=500'))).toContain(id);
});

test('a confirmation takes the document off the list, with state, time, ladder, outcome and audit; twice is fine', async () => {
  const { system } = rig.context.db;
  const { documentId } = await insertTraffic(system, { orgId: orgs.quayside, subject: 'WH/OUT/00009' });
  const ack = await insertWaiting(system, { orgId: orgs.quayside, answers: documentId });
  const order = await insertWaiting(system, { orgId: orgs.quayside });
  for (const id of [ack, order, order]) {
    const answer = await rig.withKey('quayside', 'put', `/v1/outbox/${id}/confirmation`);
    expect(answer.status, answer.text).toBe(204);
  }
  expect(await documentRow(ack)).toMatchObject({
    state: 'delivered',
    outcome: 'done',
    delivered_at: rig.context.now(),
  });
  expect(await documentRow(order)).toMatchObject({ state: 'delivered', outcome: 'waiting' });
  expect(await system('ladder_rung').where({ document_id: order, rung: 'transport' }).first()).toMatchObject({
    state: 'done',
    at: rig.context.now(),
  });
  const entries = await system('audit_entry').where({ document_id: order });
  expect(entries.map((e) => [e.action, e.actor])).toEqual([['document.delivered', 'API key Quayside WMS']]);
  const left = ids(await rig.withKey('quayside', 'get', '/v1/outbox?limit=500'));
  expect(left).not.toContain(ack);
  expect(left).not.toContain(order);
  expect(rig.context.moves).toEqual(expect.arrayContaining([ack, order]));
  expect(rig.context.moves.filter((id) => id === order)).toHaveLength(1);
});

test('what the partner has already acknowledged stays done when the confirmation comes late', async () => {
  const id = await insertWaiting(rig.context.db.system, { orgId: orgs.quayside });
  const rung = rig.context.db.system('ladder_rung').where({ document_id: id, rung: 'functional-ack' });
  await rung.update({ state: 'failed', detail: 'rejected' });
  await rig.context.db.system('document').where({ id }).update({ outcome: 'attention' });
  await rig.withKey('quayside', 'put', `/v1/outbox/${id}/confirmation`);
  expect(await documentRow(id)).toMatchObject({ state: 'delivered', outcome: 'attention' });
});

test('ten confirmations at the same time are one', async () => {
  const id = await insertWaiting(rig.context.db.system, { orgId: orgs.quayside });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => rig.withKey('quayside', 'put', `/v1/outbox/${id}/confirmation`)),
  );
  expect(answers.map((a) => a.status)).toEqual(Array(10).fill(204));
  expect(await rig.context.db.system('audit_entry').where({ document_id: id })).toHaveLength(1);
});

test('a partner who lost a confirmed document can download it again', async () => {
  const id = await insertWaiting(rig.context.db.system, { orgId: orgs.quayside });
  await rig.withKey('quayside', 'put', `/v1/outbox/${id}/confirmation`);
  expect((await rig.withKey('quayside', 'get', `/v1/outbox/${id}`)).status).toBe(200);
});

test('documents of others, of the other environment, received ones and unknown ones are 404, and are not touched', async () => {
  const { system } = rig.context.db;
  const foreign = await insertWaiting(system, { orgId: orgs.heron });
  const sandbox = await insertWaiting(system, { orgId: orgs.quayside, environment: 'sandbox' });
  const { documentId: inbound } = await insertTraffic(system, { orgId: orgs.quayside });
  for (const id of [foreign, sandbox, inbound, unknown]) {
    const download = await rig.withKey('quayside', 'get', `/v1/outbox/${id}`);
    const confirm = await rig.withKey('quayside', 'put', `/v1/outbox/${id}/confirmation`);
    for (const answer of [download, confirm])
      expect([answer.status, answer.body.code]).toEqual([404, 'http.not-found']);
  }
  expect(await documentRow(foreign)).toMatchObject({ state: 'ready' });
  expect(await documentRow(sandbox)).toMatchObject({ state: 'ready' });
});

test('a key without the scope is 403; a bad id or limit is 400', async () => {
  for (const path of ['/v1/outbox', `/v1/outbox/${unknown}`])
    expect((await rig.withKey('powerless', 'get', path)).status).toBe(403);
  expect((await rig.withKey('powerless', 'put', `/v1/outbox/${unknown}/confirmation`)).status).toBe(403);
  for (const path of [
    '/v1/outbox?limit=0',
    '/v1/outbox?limit=x',
    '/v1/outbox?limit=1&limit=2',
    '/v1/outbox?limt=1',
    '/v1/outbox/not-an-id',
    `/v1/outbox/urn:uuid:${unknown}`,
  ]) {
    const answer = await rig.withKey('quayside', 'get', path);
    expect([path, answer.status]).toEqual([path, 400]);
  }
});
