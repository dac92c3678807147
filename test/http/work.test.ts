import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHttpsLog } from '../../services/flows/https-log.ts';
import { documentRow, edit, eventsOf, ladderOf, without } from '../flows/rig.ts';
import { type RestRig, restRig, tenderAnswer } from './rest-rig.ts';

// A partner that fetches what there is to do as JSON, in place of X12.

let rest: RestRig;
beforeAll(async () => {
  rest = await restRig({ transfers: 6 });
  const room = new URL('../../partners/canonical-rest/mappings/', import.meta.url);
  await rest.rig.configure('standard-3pl', (files) => {
    without('940')(files);
    const agreed = '  - { document: warehouse-order, direction: outbound, mapping: warehouse-order-out.yaml }\n';
    edit('partner.yaml', /^documents:\n/m, `documents:\n${agreed}`)(files);
    files.set('mappings/warehouse-order-out.yaml', readFileSync(new URL('warehouse-order-out.yaml', room), 'utf8'));
  });
  await rest.out.look();
});
afterAll(() => rest.close());

interface Work {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly event: { readonly id: string; readonly data: Record<string, unknown> };
}
const work = async (query = '') =>
  (await rest.as('warehouse', 'get', `/v1/work${query}`)).body as { work: Work[]; next?: string };
const collect = (id: string, who: 'warehouse' | 'carrier' | 'sandbox' = 'warehouse') =>
  rest.as(who, 'put', `/v1/work/${id}/collection`);

test('orders that are agreed as JSON wait as canonical events, in place of X12', async () => {
  const { work: all } = await work();
  expect(all.map(({ subject }) => subject)).toEqual([
    'WH/OUT/00001',
    'WH/OUT/00002',
    'WH/OUT/00003',
    'WH/OUT/00004',
    'WH/OUT/00005',
    'WH/OUT/00006',
  ]);
  expect(await rest.out.orders('WH/OUT/00001')).toHaveLength(1);
  const [first] = all;
  expect(first).toMatchObject({
    state: 'waiting',
    type: 'warehouse-order.released.v1',
    event: { specversion: '1.0', subject: 'WH/OUT/00001', data: { orderNumber: 'WH/OUT/00001', purpose: 'original' } },
  });
  // What is kept for us alone does not go out.
  expect(first!.event.data).not.toHaveProperty('recordId');
  const row = await documentRow(rest.rig, first!.id);
  expect(row).toMatchObject({ form: 'events', state: 'ready', sets: [{ code: 'warehouse-order', count: 1 }] });
  expect(await ladderOf(rest.rig, first!.id)).toEqual({
    transport: 'pending',
    'business-answer': 'pending',
    odoo: 'pending',
  });
  const text = (await rest.rig.context.db.system('document_raw').where({ document_id: first!.id }).first())
    .content as Buffer;
  const { '/orderNumber': place } = row.provenance as Record<string, { ranges: [number, number][] }>;
  expect(text.subarray(...place!.ranges[0]!).toString()).toBe('WH/OUT/00001');
});

test('the same documents lie in the outbox, and come from there as JSON', async () => {
  const [first] = (await work()).work;
  const { body } = await rest.as('warehouse', 'get', '/v1/outbox');
  expect(body.documents).toContainEqual(expect.objectContaining({ id: first!.id, mediaType: 'application/json' }));
  const file = await rest.as('warehouse', 'get', `/v1/outbox/${first!.id}`);
  expect([file.headers['content-type'], file.body.id]).toEqual(['application/json', first!.event.id]);
});

test('pages go on where the one before ended, whatever is added or collected meanwhile', async () => {
  const first = await work('?limit=2');
  expect(first.work).toHaveLength(2);
  await collect(first.work[0]!.id);
  await rest.out.change('WH/OUT/00001', { note: 'Leave it at the gate' });
  await rest.out.look();
  const seen = [...first.work];
  for (let { next } = first; next !== undefined; ) {
    const page = await work(`?limit=2&cursor=${next}`);
    seen.push(...page.work);
    next = page.next;
  }
  const subjects = seen.map(({ subject }) => subject);
  expect(subjects.slice(0, 6)).toEqual([
    'WH/OUT/00001',
    'WH/OUT/00002',
    'WH/OUT/00003',
    'WH/OUT/00004',
    'WH/OUT/00005',
    'WH/OUT/00006',
  ]);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect((await rest.as('warehouse', 'get', '/v1/work?cursor=x')).status).toBe(400);
});

test('collecting is being delivered: the same rungs as fetching a document, once, however often it is said', async () => {
  const [first] = (await work()).work;
  for (let turn = 0; turn < 3; turn += 1) expect((await collect(first!.id)).status).toBe(204);
  expect(await documentRow(rest.rig, first!.id)).toMatchObject({ state: 'delivered', outcome: 'waiting' });
  expect(await ladderOf(rest.rig, first!.id)).toMatchObject({ transport: 'done', 'business-answer': 'pending' });
  const entries = await rest.rig.context.db
    .system('audit_entry')
    .where({ document_id: first!.id, action: 'document.delivered' });
  expect(entries).toHaveLength(1);
  expect((await work()).work.map(({ id }) => id)).not.toContain(first!.id);
  expect((await work('?state=collected')).work).toContainEqual(
    expect.objectContaining({ id: first!.id, state: 'collected' }),
  );
  expect((await rest.as('warehouse', 'get', `/v1/work/${first!.id}`)).body).toMatchObject({
    state: 'collected',
    collectedAt: expect.any(String),
  });
});

test('what was done is answered by an event, which ends the wait for it', async () => {
  const order = (await work()).work.find(({ subject }) => subject === 'WH/OUT/00003')!;
  await collect(order.id);
  const lines = (order.event.data.lines as { product: object; quantity: object }[]).map(
    ({ product, quantity }, nth) => ({
      ...{ lineNumber: String(nth + 1), product, status: 'complete', ordered: quantity, shipped: quantity, lots: [] },
    }),
  );
  const shippedAt = { local: '2026-11-23T14:00:00', zone: 'UTC', zoneOrigin: 'document', utc: '2026-11-23T14:00:00Z' };
  const data = { orderNumber: order.subject, shippedAt, lines, references: [] };
  const sent = await rest.events({ type: 'warehouse-order.shipped.v1', subject: order.subject, data });
  expect([sent.status, sent.text]).toEqual([202, expect.any(String)]);
  await rest.work();
  const [event] = await eventsOf(rest.rig, sent.body.documentId);
  expect(event).toMatchObject({ subject: order.subject });
  expect(await ladderOf(rest.rig, order.id)).toMatchObject({
    transport: 'done',
    'business-answer': 'done',
    odoo: 'done',
  });
  const [picking] = await rest.rig.odoo.production.searchRead(
    'stock.picking',
    [['name', '=', order.subject]],
    ['state'],
  );
  expect(picking!.state).toBe('done');
});

test('an answer that still holds is 304 without a body; one that changed is not', async () => {
  const get = (path: string, tag?: string) => {
    const call = rest.as('warehouse', 'get', path);
    return tag === undefined ? call : call.set('If-None-Match', tag);
  };
  const list = await get('/v1/work');
  const { etag } = list.headers as { etag: string };
  expect(etag).toMatch(/^"[\w-]+"$/);
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const same = await get('/v1/work', tag);
    expect([same.status, same.text, same.headers.etag]).toEqual([304, '', etag]);
  }
  const { id } = (list.body as { work: Work[] }).work[0]!;
  const item = await get(`/v1/work/${id}`);
  expect((await get(`/v1/work/${id}`, item.headers.etag)).status).toBe(304);
  await collect(id);
  expect((await get('/v1/work', etag)).status).toBe(200);
  expect((await get(`/v1/work/${id}`, item.headers.etag)).status).toBe(200);
});

test('by type, and only what is the caller’s', async () => {
  const [first] = (await work('?type=warehouse-order.released.v1&state=all')).work;
  expect((await work('?type=receipt.expected.v1')).work).toEqual([]);
  expect((await rest.as('warehouse', 'get', '/v1/work?type=order')).status).toBe(400);
  for (const who of ['carrier', 'sandbox'] as const) {
    expect((await rest.as(who, 'get', `/v1/work/${first!.id}`)).status).toBe(404);
    expect((await collect(first!.id, who)).status).toBe(404);
    expect((await rest.as(who, 'get', '/v1/work')).body).toEqual({ work: [] });
  }
  // A document of the outbox that is no work is none.
  const ack = await rest.rig.context.db.system('document').where({ direction: 'out', form: null }).first('id');
  if (ack) expect((await collect(ack.id)).status).toBe(404);
});

test('of two mailboxes the one that is paused keeps what goes out there, and the other is as it was', async () => {
  const { system } = rest.rig.context.db;
  const [first] = (await work()).work;
  const of = { org_id: rest.rig.orgs['standard-3pl'], environment: 'production', channel: 'https' };
  const { endpoint_id: usual } = await documentRow(rest.rig, first!.id);
  const other = rest.rig.context.newId();
  await system('channel_endpoint').insert({ ...of, id: other, name: 'second', created_at: rest.rig.context.now() });
  await system('channel_endpoint').where({ id: usual }).update({ paused_at: rest.rig.context.now() });
  // One goes out at the other.
  const [, second] = (await system('document')
    .where({ ...of, form: 'events', state: 'ready' })
    .select('id')) as Work[];
  await system('document').where({ id: second!.id }).update({ endpoint_id: other });
  const given = async (path: string) => (await rest.as('warehouse', 'get', path)).body;
  expect((await work()).work.map(({ id }) => id)).toEqual([second!.id]);
  expect((await given('/v1/outbox')).documents.map(({ id }: Work) => id)).toEqual([second!.id]);
  for (const path of [`/v1/work/${first!.id}`, `/v1/outbox/${first!.id}`])
    expect(await given(path)).toMatchObject({
      code: 'channel.paused',
      status: 503,
      detail: expect.stringMatching(/^https is paused/),
    });
  expect(await given(`/v1/work/${second!.id}`)).toMatchObject({ state: 'waiting' });
  // What is sent names no mailbox, so the open one takes it, and its log says so.
  const sent = await rest.events(tenderAnswer('none'));
  await writeHttpsLog(rest.rig.context);
  const logged = await system('exchange')
    .whereRaw('? = any(document_ids)', [sent.body.documentId])
    .pluck('endpoint_id');
  expect(logged).toEqual([other]);
  await system('channel_endpoint').where({ id: usual }).update({ paused_at: null });
  expect((await work()).work.map(({ id }) => id)).toContain(first!.id);
});
