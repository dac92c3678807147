import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliveriesOf, documentRow } from '../flows/rig.ts';
import { at, type RestRig, restRig } from './rest-rig.ts';

// Files that events name: signed proofs of delivery.

let rest: RestRig;
beforeAll(async () => {
  rest = await restRig({ transfers: 2 });
});
afterAll(async () => {
  expect(rest.rig.log).toEqual([]);
  await rest.close();
});

const pdf = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.from([0, 255, 10, 13]),
  Buffer.from('signed by M KOWALSKI'),
]);
const send = (bytes: Buffer, type = 'application/pdf', who: 'carrier' | 'sandbox' = 'carrier') =>
  rest
    .as(who, 'post', '/v1/documents')
    .set('Content-Type', type)
    .set('X-File-Name', 'pod 1.pdf')
    .serialize((it) => it as never)
    .send(bytes as never);
const delivered = (documentId: string, more: object = {}) => ({
  type: 'shipment.milestone.v1',
  subject: 'WH/OUT/00001',
  data: {
    ...{
      shipmentId: 'WH/OUT/00001',
      carrier: { scac: 'BHFT' },
      milestone: 'delivered',
      statusCode: 'D1',
      references: [],
    },
    ...{ at: at('2026-11-23T16:12:00Z'), proofOfDelivery: { signedBy: 'M KOWALSKI', documentId }, ...more },
  },
});

test('a proof of delivery is kept as it came, and the status that names it brings it to the transfer in Odoo', async () => {
  const { status, body } = await send(pdf);
  expect([status, body]).toEqual([
    201,
    expect.objectContaining({ mediaType: 'application/pdf', fileName: 'pod 1.pdf', sizeBytes: pdf.length }),
  ]);
  await rest.work();
  expect(await documentRow(rest.rig, body.id)).toMatchObject({
    form: 'attachment',
    state: 'translated',
    outcome: 'kept',
    sets: [{ code: 'attachment', count: 1 }],
  });
  const event = await rest.events(delivered(body.id), 'carrier');
  expect(event.status).toBe(202);
  await rest.work();
  expect(await deliveriesOf(rest.rig, event.body.documentId)).toMatchObject([{ state: 'applied' }]);
  const { odoo } = rest.rig;
  const [picking] = await odoo.production.searchRead('stock.picking', [['name', '=', 'WH/OUT/00001']], ['id']);
  const [file] = await odoo.production.searchRead(
    'ir.attachment',
    [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', picking!.id],
    ],
    ['datas', 'mimetype'],
  );
  expect(Buffer.from(String(file!.datas), 'base64')).toEqual(pdf);
  // Who looks for the shipment finds the file.
  expect(await documentRow(rest.rig, body.id)).toMatchObject({ subjects: ['WH/OUT/00001'] });
  const found = await rest.as('carrier', 'get', '/v1/messages?q=WH/OUT/00001');
  expect(found.body.messages.map(({ id }: { id: string }) => id)).toContain(body.id);
  const shown = await rest.as('carrier', 'get', event.body.status);
  expect(shown.body.events[0].data.proofOfDelivery).toEqual({ signedBy: 'M KOWALSKI', documentId: body.id });
});

test('the paper of a delivery that was told before comes by the event of the delivery too: attached once, and told twice in one body it goes to Odoo once', async () => {
  const told = (type: string, data: object) => ({
    ...{ type, subject: 'WH/OUT/00002' },
    data: { shipmentId: 'WH/OUT/00002', at: at('2026-11-23T16:12:00Z'), ...data },
  });
  const status = told('shipment.milestone.v1', { milestone: 'delivered', statusCode: 'D1', references: [] });
  const both = await rest.events({ events: [status, told('shipment.delivered.v1', {})] }, 'carrier');
  await rest.work();
  expect(await deliveriesOf(rest.rig, both.body.documentId)).toMatchObject([{ state: 'applied' }]);
  const { body: paper } = await send(Buffer.concat([pdf, Buffer.from('2')]));
  const lost = await rest.events(told('shipment.delivered.v1', { documentId: 'gone' }), 'carrier');
  expect(lost.body).toMatchObject({ status: 422, errors: [{ pointer: '/data/documentId' }] });
  for (const [signedBy, state] of [
    ['A BRANDT', 'applied'],
    ['A BRANDT', 'already-applied'],
  ] as const) {
    const time = new Date(Date.now()).toISOString();
    const event = { ...told('shipment.delivered.v1', { signedBy, documentId: paper.id }), source: time };
    const { body } = await rest.events(event, 'carrier');
    await rest.work();
    expect(await deliveriesOf(rest.rig, body.documentId)).toMatchObject([{ state }]);
  }
  const { odoo } = rest.rig;
  const [picking] = await odoo.production.searchRead('stock.picking', [['name', '=', 'WH/OUT/00002']], ['id']);
  const files = await odoo.production.searchRead(
    'ir.attachment',
    [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', picking!.id],
    ],
    ['name'],
  );
  expect(files).toHaveLength(1);
});

test('the same bytes are the same file; a key with other bytes is 409', async () => {
  const first = await send(pdf).set('Idempotency-Key', 'pod-1');
  const again = await send(pdf);
  expect([again.status, again.body.id, again.headers['idempotent-replayed']]).toEqual([201, first.body.id, 'true']);
  expect((await send(Buffer.concat([pdf, pdf])).set('Idempotency-Key', 'pod-1')).status).toBe(409);
});

test('what is no PDF and no picture is refused, whatever it is called, and so is nothing at all', async () => {
  for (const bytes of [Buffer.from('<html></html>'), Buffer.from('MZ\x90\x00'), Buffer.from('ISA*00*')])
    expect((await send(bytes)).body).toMatchObject({ status: 415, code: 'http.media-type' });
  expect((await send(Buffer.alloc(0))).body).toMatchObject({ status: 400, code: 'inbox.empty' });
  expect((await send(pdf).set('Content-Encoding', 'gzip')).status).toBe(415);
});

test('a file of the other environment, or of somebody else, is none that an event can name', async () => {
  const { body } = await send(Buffer.concat([pdf, Buffer.from('sandbox')]), 'application/pdf', 'sandbox');
  const answer = await rest.events(delivered(body.id), 'carrier');
  expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '/data/proofOfDelivery/documentId' }] });
});

test('with an event that names an unknown file nothing of a batch is taken, also what is good by itself', async () => {
  const count = async () => Number((await rest.rig.context.db.system('document').count().first())!.count);
  const before = await count();
  const { proofOfDelivery: _none, ...bare } = delivered('').data;
  const good = { ...delivered(''), subject: 'WH/OUT/00002', data: { ...bare, shipmentId: 'WH/OUT/00002' } };
  const unknown = delivered('0198c1a2-0000-7000-8000-00000000dead');
  const { status, body } = await rest.events({ events: [good, unknown] }, 'carrier');
  expect([status, body.code]).toEqual([422, 'events.invalid']);
  expect(body.errors).toMatchObject([{ pointer: '/events/1/data/proofOfDelivery/documentId' }]);
  expect(await count()).toBe(before);
});

test('what was dropped into the inbox in vain can still be sent the right way', async () => {
  const scan = Buffer.from('%PDF-1.7\nsent to the wrong address first');
  const wrong = await rest
    .as('carrier', 'post', '/v1/inbox')
    .set('Content-Type', 'application/octet-stream')
    .send(scan);
  expect(wrong.status).toBe(422);
  const right = await send(scan);
  expect([right.status, right.headers['idempotent-replayed']]).toEqual([201, undefined]);
  const event = JSON.stringify(delivered(right.body.id, { shipmentId: 'WH/OUT/00002' }));
  const dropped = await rest.as('carrier', 'post', '/v1/inbox').set('Content-Type', 'application/json').send(event);
  expect(dropped.status).toBe(422);
  const { status, body } = await rest
    .as('carrier', 'post', '/v1/events')
    .set('Content-Type', 'application/json')
    .send(event);
  expect(status).toBe(202);
  await rest.work();
  expect(await documentRow(rest.rig, body.documentId)).toMatchObject({ form: 'events', state: 'translated' });
  expect(await deliveriesOf(rest.rig, body.documentId)).toHaveLength(1);
});
