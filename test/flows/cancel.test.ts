import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import { clocksOf, documentRow, type FlowRig, ladderOf, picked, pickUp, sample } from './rig.ts';

// A transfer that is cancelled in Odoo after somebody was told of it, and what a connection tells that begins later.

let out: OutboundRig;
let rig: FlowRig;
beforeAll(async () => {
  out = await outboundRig(8);
  rig = out.rig;
});
afterAll(() => rig.close());

const connection = () => rig.context.db.system('odoo_connection').where({ id: rig.connections.production });

async function transferOf(subject: string) {
  const [found] = await rig.odoo.production.searchRead('stock.picking', [['name', '=', subject]], ['write_date']);
  return found as { id: number; write_date: string };
}

async function cancel(subject: string): Promise<void> {
  rig.context.pass(1000);
  const { id } = await transferOf(subject);
  await rig.odoo.production.call('stock.picking', 'action_cancel', { ids: [id] });
}

describe('a connection that sends from a time on', () => {
  test('leaves alone what was ready before, be it by seconds, and sends it when it changes', async () => {
    const { write_date: at } = await transferOf('WH/OUT/00001');
    const begin = new Date(Date.parse(`${at.replace(' ', 'T')}Z`) + 5_000).toISOString().slice(0, 19).replace('T', ' ');
    await connection().update({ feed: JSON.stringify({ begin }) });
    await out.look();
    expect(await out.orders('WH/OUT/00001')).toEqual([]);
    rig.context.pass(3_600_000);
    await out.look();
    expect(await out.orders('WH/OUT/00001')).toEqual([]);
    await rig.context.db
      .twin('odoo_twin.record')
      .where({ model: 'stock.picking' })
      .update({ write_date: new Date(Date.parse(`${begin.replace(' ', 'T')}Z`) + 1_000) });
    await out.look();
    expect(await out.orders('WH/OUT/00001')).toHaveLength(1);
  });
});

describe('a transfer cancelled in Odoo', () => {
  beforeAll(async () => {
    await connection().update({ feed: JSON.stringify({}) });
    await out.look();
  });

  test('is cancelled with everybody who was told of it, once', async () => {
    await pickUp(out.rig, 'standard-3pl', (await out.orders('WH/OUT/00004'))[0]!.id);
    await cancel('WH/OUT/00004');
    await out.look();
    await out.look();
    expect((await out.orders('WH/OUT/00004')).map(({ text }) => picked(text, 'W05'))).toEqual([
      ['W05*N*WH/OUT/00004*PO-88104'],
      ['W05*F*WH/OUT/00004*PO-88104'],
    ]);
    expect((await out.tenders('WH/OUT/00004')).map(({ text }) => picked(text, 'B2A'))).toEqual([
      ['B2A*00'],
      ['B2A*01'],
    ]);
  });

  test('is awaited no longer: the order waits for no answer, the cancel for its acknowledgement', async () => {
    const [order, cancelled] = await out.orders('WH/OUT/00004');
    expect(await ladderOf(rig, order!.id)).toMatchObject({
      'business-answer': 'not-expected',
      odoo: 'not-expected',
      'functional-ack': 'pending',
    });
    expect(await clocksOf(rig, order!.id)).toEqual({
      collect: 'met',
      'business-answer': 'met',
      'functional-ack': 'running',
    });
    expect(await ladderOf(rig, cancelled!.id)).toMatchObject({ 'functional-ack': 'pending' });
    expect(await ladderOf(rig, cancelled!.id)).not.toHaveProperty('business-answer');
    expect(await clocksOf(rig, cancelled!.id)).toEqual({ collect: 'running' });
  });

  test('is cancelled nowhere where that is not agreed', async () => {
    const { production } = rig.connections;
    const rule = { connection_id: production, org_id: rig.orgs['standard-3pl'], send_cancels: false };
    await rig.context.db.system('odoo_partner').insert(rule).onConflict(['connection_id', 'org_id']).merge();
    await cancel('WH/OUT/00005');
    await out.look();
    expect(await out.orders('WH/OUT/00005')).toHaveLength(1);
    expect((await out.tenders('WH/OUT/00005')).map(({ text }) => picked(text, 'B2A'))).toEqual([
      ['B2A*00'],
      ['B2A*01'],
    ]);
    await rig.context.db.system('odoo_partner').where({ connection_id: production }).update({ send_cancels: true });
  });

  test('of which nothing went out yet goes out neither as an order nor as a cancel', async () => {
    const type = 'warehouse-order.released.v1';
    const { id } = await out.deliveryOf('WH/OUT/00006', type);
    // As when the document could not be made.
    await rig.context.db.system('delivery').where({ id }).update({ state: 'held', document_id: null });
    await cancel('WH/OUT/00006');
    await out.look();
    expect(await out.orders('WH/OUT/00006')).toHaveLength(1);
    const stopped = { id, state: 'superseded', reason: 'A newer one took its place.' };
    expect(await out.deliveryOf('WH/OUT/00006', type)).toMatchObject(stopped);
  });

  test('that the warehouse ships all the same is answered, and held for a person', async () => {
    const shipped = out.fresh(sample('standard-3pl', '945-complete', { 'WH/OUT/00001': 'WH/OUT/00004' }));
    const id = await rig.bring('standard-3pl', shipped);
    await rig.work();
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
    const [order] = await out.orders('WH/OUT/00004');
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'business-answer': 'done' });
  });
});
