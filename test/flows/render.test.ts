import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../services/domain/x12/check/check.ts';
import { read } from '../../services/domain/x12/read/read.ts';
import { collect } from '../../services/flows/collect.ts';
import { retryDelivery } from '../../services/flows/retry.ts';
import { secondReader } from '../domain/x12/support.ts';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import {
  casesAbout,
  clocksOf,
  type FlowRig,
  flowRig,
  ladderOf,
  type Profile,
  picked,
  pickUp,
  sentTo,
  without,
} from './rig.ts';

// Released transfers on their way to the partners.

let out: OutboundRig;
let rig: FlowRig;
beforeAll(async () => {
  out = await outboundRig(8);
  rig = out.rig;
});
afterAll(() => rig.close());

const look = () => out.look();
const orders = (subject: string) => out.orders(subject);
const tenders = (subject: string) => out.tenders(subject);
const change: OutboundRig['change'] = (...args) => out.change(...args);
const _fresh = (text: string) => out.fresh(text);
const deliveryOf: OutboundRig['deliveryOf'] = (...args) => out.deliveryOf(...args);

describe('released transfers', () => {
  test('become one 940 to the warehouse and one 204 to the carrier each, however often and by how many they are looked for', async () => {
    await Promise.all([look(), look(), look()]);
    await look();
    const names = Array.from({ length: 8 }, (_, n) => `WH/OUT/0000${n + 1}`);
    for (const name of names) {
      expect([name, (await orders(name)).map(({ sets }) => sets)]).toEqual([name, [['940']]]);
      expect([name, (await tenders(name)).map(({ sets }) => sets)]).toEqual([name, [['204']]]);
    }
  });

  test('are written as agreed: our reader accepts them, node-x12 reads the same, and they say what Odoo says', async () => {
    const [order] = await orders('WH/OUT/00001');
    expect(picked(order!.text, 'W05', 'W01', 'W76')).toEqual([
      'W05*N*WH/OUT/00001*PO-88101',
      'W01*10*EA**SK*NG-JACKET-M*EN*0614141000012',
      'W01*4*EA**SK*NG-LAMP*EN*0614141000036',
      'W76*14*10.4*KG',
    ]);
    const [tender] = await tenders('WH/OUT/00001');
    expect(picked(tender!.text, 'B2', 'B2A')).toEqual(['B2**BHFT**WH/OUT/00001**PP', 'B2A*00']);
    for (const { text } of [order!, tender!]) {
      const { interchanges, findings } = check(read(Buffer.from(text, 'latin1')), rig.context.catalog.standards);
      expect([findings, interchanges[0]!.status, interchanges[0]!.groups[0]!.status]).toEqual([[], 'A', 'A']);
      expect(secondReader(text)).toHaveLength(1);
    }
  });

  test('carry the version of the agreement in ISA12 and GS08', async () => {
    const [order] = await orders('WH/OUT/00001');
    const isa = picked(order!.text, 'ISA')[0]!.split('*');
    expect([isa[11], isa[12], picked(order!.text, 'GS')[0]!.split('*')[8]]).toEqual(['U', '00401', '004010']);
  });

  test('lead from each field of the event to the bytes that say it', async () => {
    const [order] = await orders('WH/OUT/00001');
    const delivery = await deliveryOf('WH/OUT/00001', 'warehouse-order.released.v1');
    const { provenance } = await rig.context.db.system('document').where({ id: delivery.document_id }).first();
    const said = (pointer: string) =>
      provenance[pointer].ranges.map(([start, end]: [number, number]) => order!.text.slice(start, end));
    expect(said('/orderNumber')).toEqual(['WH/OUT/00001']);
    expect(said('/lines/1/product/sku')).toEqual(['NG-LAMP']);
    expect(said('/lines/0/quantity/value')).toContain('10');
    expect(provenance['/orderNumber']).toMatchObject({ place: 'W05-02', position: 2 });
  });

  test('wait for the acknowledgement, the answer and Odoo; the time for collecting runs, and from then on that for the first two', async () => {
    const [order] = await orders('WH/OUT/00001');
    expect(await ladderOf(rig, order!.id)).toEqual({
      transport: 'pending',
      'functional-ack': 'pending',
      'business-answer': 'pending',
      odoo: 'pending',
    });
    expect(await clocksOf(rig, order!.id)).toEqual({ collect: 'running' });
    expect(order).toMatchObject({ outcome: 'waiting', headline: '940 for WH/OUT/00001' });
    rig.context.pass(7_200_000);
    expect(await pickUp(rig, 'standard-3pl', order!.id)).toBe('confirmed');
    expect(await clocksOf(rig, order!.id)).toEqual({
      collect: 'met',
      'functional-ack': 'running',
      'business-answer': 'running',
    });
    const { system } = rig.context.db;
    const due = async (name: string) =>
      (await system('sla_clock').where({ document_id: order!.id, name }).first()).due_at;
    const inHours = async (name: string) => ((await due(name)).getTime() - rig.context.now().getTime()) / 3_600_000;
    expect([await inHours('functional-ack'), await inHours('business-answer')]).toEqual([24, 48]);
  });

  test('go to nobody where no route says to whom', async () => {
    await collect(rig.context, rig.context.newId());
    await rig.context.db
      .system('odoo_connection')
      .where({ environment: 'sandbox' })
      .update({ settings: JSON.stringify({ pickingTypeIds: [1, 2, 3, 4, 5], routes: [] }) });
    await collect(rig.context, rig.connections.sandbox);
    expect(await rig.context.db.system('event').where({ environment: 'sandbox' })).toEqual([]);
  });
});

describe('what cannot be written', () => {
  const last = (profile: Profile) =>
    rig.context.db
      .system('control_number')
      .where({ org_id: rig.orgs[profile], environment: 'production' })
      .orderBy('kind');

  test('is held as a case, takes no control number and does not stop what comes after it', async () => {
    const before = await last('standard-3pl');
    await change('WH/OUT/00007', { note: '<p>Mind the \u2603</p>' });
    await look();
    const held = await deliveryOf('WH/OUT/00007', 'warehouse-order.released.v1');
    expect(held).toMatchObject({ state: 'held', attempts: 1, document_id: null });
    expect(held.reason).toMatch(/\S/);
    expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([
      { state: 'open', org_id: rig.orgs['standard-3pl'] },
    ]);
    expect(await last('standard-3pl')).toEqual(before);
    await change('WH/OUT/00008', { note: '<p>Top load only</p>' });
    await look();
    expect(await orders('WH/OUT/00008')).toHaveLength(2);
  });

  test('and was corrected in Odoo goes out instead, and its case is closed', async () => {
    const held = await deliveryOf('WH/OUT/00007', 'warehouse-order.released.v1');
    await change('WH/OUT/00007', { note: '<p>Mind the snowman</p>' });
    await look();
    expect((await orders('WH/OUT/00007')).map(({ text }) => picked(text, 'W05', 'NTE'))).toEqual([
      ['W05*N*WH/OUT/00007*PO-88107'],
      ['W05*R*WH/OUT/00007*PO-88107', 'NTE*WHI*Mind the snowman'],
    ]);
    expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([{ state: 'resolved' }]);
    const retried = await rig.context.db.system.transaction((tx) =>
      retryDelivery(tx, held.id, { actor: 'test', at: rig.context.now() }),
    );
    expect(retried).toEqual({ state: 'superseded' });
  });

  test('because nothing was agreed is held, and goes out by a retry once it is', async () => {
    const agree = await rig.configure('standard-carrier', without('204'));
    await change('WH/OUT/00008', { note: '<p>Side door</p>' });
    await look();
    const held = await deliveryOf('WH/OUT/00008', 'shipment.tendered.v1');
    expect(held).toMatchObject({ state: 'held', reason_code: 'agreement.none' });
    const sent = await tenders('WH/OUT/00008');
    await agree();
    await rig.context.db.system.transaction((tx) =>
      retryDelivery(tx, held.id, { actor: 'test', at: rig.context.now() }),
    );
    await rig.work();
    expect(await tenders('WH/OUT/00008')).toHaveLength(sent.length + 1);
    expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([{ state: 'resolved' }]);
  });
});

test('an order of which the partner never got anything is a new one, not a change', async () => {
  const other = await flowRig({ transfers: 1 });
  try {
    const agree = await other.configure('standard-3pl', without('940'));
    await collect(other.context, other.connections.production);
    await other.work();
    expect(await sentTo(other, 'standard-3pl')).toEqual([]);
    await agree();
    const [picking] = await other.odoo.production.searchRead(
      'stock.picking',
      [['name', '=', 'WH/OUT/00001']],
      ['name'],
    );
    await other.odoo.production.write('stock.picking', [picking!.id], { note: '<p>Ring</p>' });
    await collect(other.context, other.connections.production);
    await other.work();
    expect((await sentTo(other, 'standard-3pl')).map(({ text }) => picked(text, 'W05', 'NTE'))).toEqual([
      ['W05*N*WH/OUT/00001*PO-88101', 'NTE*WHI*Ring'],
    ]);
  } finally {
    await other.close();
  }
});

describe('a document in hypercare', () => {
  test('has half of the agreed time to be collected, acknowledged and answered, and the whole of it afterwards', async () => {
    const { db, now } = rig.context;
    const minutes = async (subject: string) => {
      const sent = (await orders(subject)).at(-1)!;
      const rows = await db.system('ladder_rung').where({ document_id: sent.id }).whereNotNull('within_minutes');
      const [clock] = await db.system('sla_clock').where({ document_id: sent.id, name: 'collect' });
      return {
        ...Object.fromEntries(rows.map((row) => [row.rung, row.within_minutes])),
        clock: Math.round((clock.due_at.getTime() - clock.started_at.getTime()) / 60_000),
      };
    };
    const usual = await minutes('WH/OUT/00001');
    expect(usual).toMatchObject({ clock: usual.transport, 'functional-ack': expect.any(Number) });
    const key = { org_id: rig.orgs['standard-3pl'], direction: 'outbound', set_code: '940', version: '004010' };
    await db.system('document_in_production').insert({
      ...{ ...key, event_types: ['warehouse-order.released.v1'], mode: 'live', since: now(), hypercare_since: now() },
    });
    await change('WH/OUT/00002', { note: '<p>Watched</p>' });
    await look();
    const watched = await minutes('WH/OUT/00002');
    const half = Object.fromEntries(Object.entries(usual).map(([rung, value]) => [rung, Number(value) / 2]));
    expect(watched).toEqual(half);
    await db.system('document_in_production').where(key).update({ hypercare_ended_at: now() });
    await change('WH/OUT/00003', { note: '<p>As usual</p>' });
    await look();
    expect(await minutes('WH/OUT/00003')).toEqual(usual);
    await db.system('document_in_production').where(key).delete();
  });
});
