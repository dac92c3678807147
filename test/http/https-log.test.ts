import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHttpsLog } from '../../services/flows/https-log.ts';
import { pruneExchanges } from '../../services/flows/prune-exchanges.ts';
import { sample } from '../flows/rig.ts';
import { type RestRig, restRig, tenderAnswer } from './rest-rig.ts';

// What programs of partners do by HTTPS stands in the log of their endpoint, as what goes by any other channel does.

let rest: RestRig;
beforeAll(async () => {
  rest = await restRig({ transfers: 2 });
});
afterAll(async () => {
  expect(rest.rig.log).toEqual([]);
  await rest.close();
});

const system = () => rest.rig.context.db.system;
const drop = (body: string, type = 'application/edi-x12') =>
  rest
    .as('warehouse', 'post', '/v1/inbox')
    .type(type)
    .set('X-File-Name', 'ours.x12')
    .serialize((it) => it as never)
    .send(body as never);
const entries = async () => {
  await writeHttpsLog(rest.rig.context);
  return system()('exchange')
    .join('channel_endpoint as e', 'e.id', 'exchange.endpoint_id')
    .where({ 'e.channel': 'https' })
    .orderBy('exchange.id')
    .select('exchange.*');
};

test('drops, events, files, fetching and confirming are told, in both directions, by what took part in them', async () => {
  const text = sample('standard-3pl', '945-complete');
  const { id } = (await drop(text)).body.documents[0];
  await drop(text);
  const events = await rest.events({ events: [tenderAnswer('LOAD-1'), { type: 'none' }] }, 'carrier');
  await rest.work();
  const [waiting] = (await rest.as('warehouse', 'get', '/v1/outbox')).body.documents;
  await rest.as('warehouse', 'get', `/v1/outbox/${waiting.id}`);
  await rest.as('warehouse', 'put', `/v1/outbox/${waiting.id}/confirmation`);
  const told = (await entries()).map(({ direction, kind, state, summary, document_ids }) => [
    direction,
    kind,
    state,
    summary,
    document_ids,
  ]);
  expect(told).toEqual([
    ['in', 'message', 'done', 'Took ours.x12', [id]],
    ['in', 'message', 'done', 'Came once more; it is the same: ours.x12', [id]],
    ['in', 'message', 'done', 'Took 1 event, 1 not', [events.body.documentId]],
    ['out', 'message', 'done', `Fetched ${waiting.fileName}`, [waiting.id]],
    ['in', 'receipt', 'done', 'Confirmed that the document was fetched', [waiting.id]],
  ]);
});

test('neither bodies nor keys get there, and of much that is refused one entry in ten seconds', async () => {
  const before = (await entries()).length;
  const from = performance.now();
  for (let nth = 0; nth < 5; nth += 1) expect((await drop('x', 'image/png')).status).toBe(415);
  const all = await entries();
  expect(all.length).toBeGreaterThan(before);
  expect(all.length - before).toBeLessThanOrEqual(1 + Math.floor((performance.now() - from) / 10_000));
  expect(all.at(-1)).toMatchObject({
    state: 'refused',
    summary: expect.stringContaining('image/png is not accepted'),
    detail: { status: 415, by: expect.stringContaining('API key') },
  });
  const text = JSON.stringify(all);
  expect(text).not.toContain('ISA*');
  for (const key of Object.values(rest.keys)) expect(text).not.toContain(key);
});

test('a partner without an HTTPS endpoint has no log there, and its documents are taken all the same', async () => {
  const [count] = [(await entries()).length];
  const now = rest.rig.context.now();
  await system()('channel_endpoint')
    .where({ org_id: rest.rig.orgs['standard-carrier'], channel: 'https' })
    .update({ removed_at: now });
  expect((await rest.events(tenderAnswer('LOAD-2'), 'carrier')).status).toBe(202);
  expect(await entries()).toHaveLength(count);
});

test('entries end by their age, but not while a document that took part is not at its end', async () => {
  const { context } = rest.rig;
  const day = 86_400_000;
  const open = await system()('document')
    .whereIn('outcome', ['processing', 'attention', 'waiting'])
    .pluck<string[]>('id');
  const all = await entries();
  const stays = all.filter(({ document_ids }) => document_ids.some((id: string) => open.includes(id)));
  expect(stays.length).toBeGreaterThan(0);
  expect(stays.length).toBeLessThan(all.length);
  await pruneExchanges(context, 90 * day);
  expect(await entries()).toHaveLength(all.length);
  await system()('exchange').update({ at: new Date(context.now().getTime() - 91 * day) });
  await pruneExchanges(context, 0);
  expect(await entries()).toHaveLength(all.length);
  await pruneExchanges(context, 90 * day);
  expect((await entries()).map(({ id }) => id)).toEqual(stays.map(({ id }) => id));
  await system()('document').whereIn('id', open).update({ outcome: 'done' });
  await pruneExchanges(context, 90 * day);
  expect(await entries()).toEqual([]);
});
