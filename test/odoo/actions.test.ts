import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CanonicalEvent, EventType } from '../../services/domain/events.ts';
import { type ActionResult, actions } from '../../services/odoo/actions/index.ts';
import type { OdooClient, OdooRecord } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { OdooError } from '../../services/odoo/error.ts';
import type { Seeded } from '../../services/odoo/twin/seed.ts';
import { versionFacts } from '../../services/odoo/version.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { losing } from './lossy-client.ts';
import { seedAll, serveTwin, type TwinServer, versions } from './twin-rig.ts';

let database: TestDatabase;
let twin: TwinServer;
let seeded: Record<17 | 18 | 19, Seeded>;

beforeAll(async () => {
  database = await testDatabase();
  seeded = await seedAll(database.knex, { transfers: 40, receipts: 12 });
  twin = await serveTwin(database.knex);
});
afterAll(async () => {
  expect(twin.crashes).toEqual([]);
  await twin.close();
  await database.drop();
});

function event(
  type: EventType,
  subject: string,
  data: Record<string, unknown>,
  at = '2026-12-15T16:42:00Z',
  id = `evt-${subject}-${at}`,
): CanonicalEvent {
  return {
    specversion: '1.0',
    id,
    source: '/partners/test',
    type,
    subject,
    time: at,
    datacontenttype: 'application/json',
    dataschema: '',
    data,
  };
}

function apply(client: OdooClient, of: CanonicalEvent): Promise<ActionResult> {
  return actions[of.type]!(of, { client, now: () => '2026-12-16T00:00:00Z', version: client.majorVersion });
}

const each = (value: number) => ({ value, unit: 'each', unitCode: 'EA' });
const moment = (utc: string) => ({ local: utc.slice(0, 19), zone: 'UTC', zoneOrigin: 'document', utc });

function shipped(
  orderNumber: string,
  lines: Record<string, unknown>[],
  more: Record<string, unknown> = {},
): CanonicalEvent {
  const data = {
    orderNumber,
    reporting: 'full',
    shippedAt: moment('2026-12-15T16:42:00Z'),
    trackingNumber: 'PRO-1',
    lines,
    references: [],
    ...more,
  };
  return event('warehouse-order.shipped.v1', orderNumber, data);
}

const line = (sku: string, quantity: number, more: Record<string, unknown> = {}) => ({
  product: { sku },
  shipped: each(quantity),
  status: 'complete',
  ...more,
});

async function transfer(client: OdooClient, name: string): Promise<OdooRecord> {
  const fields = [
    'name',
    'state',
    'carrier_tracking_ref',
    'date_done',
    'scheduled_date',
    'backorder_ids',
    'move_ids',
    'move_line_ids',
  ];
  return (await client.searchRead('stock.picking', [['name', '=', name]], fields))[0]!;
}
const linesOf = (client: OdooClient, name: string) =>
  client.searchRead(
    'stock.move.line',
    [['picking_id.name', '=', name]],
    ['product_id', 'quantity', 'picked', 'lot_id', 'lot_name', 'result_package_id'],
    { order: 'id' },
  );
const notesOf = (client: OdooClient, id: number) =>
  client.searchRead(
    'mail.message',
    [
      ['model', '=', 'stock.picking'],
      ['res_id', '=', id],
      ['body', 'like', '[crossdock'],
    ],
    ['body', 'attachment_ids'],
    { order: 'id' },
  );
const stockOf = async (client: OdooClient, sku: string) => {
  const quants = await client.searchRead(
    'stock.quant',
    [
      ['product_id.default_code', '=', sku],
      ['location_id.usage', '=', 'internal'],
    ],
    ['quantity'],
  );
  return quants.reduce((sum, quant) => sum + Number(quant.quantity), 0);
};

/** Applies an event, killed after each of its changing calls in turn, until a run comes through; then once more. */
async function killedEverywhere(
  client: OdooClient,
  of: CanonicalEvent,
): Promise<{ kills: string[]; again: ActionResult }> {
  const kills = new Set<string>();
  for (;;) {
    const before = kills.size;
    try {
      await apply(losing(client, kills), of);
      return { kills: [...kills], again: await apply(client, of) };
    } catch (error) {
      if (!(error instanceof OdooError) || kills.size === before) throw error;
    }
  }
}

describe.each(versions)('on Odoo %i', (version) => {
  let client: OdooClient;
  const packageModel = versionFacts[version].packageModel;
  beforeAll(() => {
    const { database: name, login, apiKey } = seeded[version];
    client = connectOdoo({ url: twin.url, database: name, login, apiKey, version });
  });

  it('a complete 945 validates the transfer, with tracking reference and time of shipping', async () => {
    const before = await stockOf(client, 'NG-JACKET-M');
    const result = await apply(client, shipped('WH/OUT/00001', [line('NG-JACKET-M', 10), line('NG-LAMP', 4)]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(await transfer(client, 'WH/OUT/00001')).toMatchObject({
      state: 'done',
      carrier_tracking_ref: 'PRO-1',
      date_done: '2026-12-15 16:42:00',
      backorder_ids: [],
    });
    expect(await stockOf(client, 'NG-JACKET-M')).toBe(before - 10);
    expect(result.writes).toContainEqual(
      expect.objectContaining({
        model: 'stock.picking',
        field: 'carrier_tracking_ref',
        before: false,
        after: 'PRO-1',
        pointer: '/trackingNumber',
      }),
    );
    expect(result.writes).toContainEqual(
      expect.objectContaining({
        model: 'stock.move',
        field: 'quantity',
        before: 10,
        after: 10,
        pointer: '/lines/0/shipped/value',
      }),
    );
  });

  it('the same 945 again changes nothing and says what holds', async () => {
    const before = await stockOf(client, 'NG-JACKET-M');
    const result = await apply(client, shipped('WH/OUT/00001', [line('NG-JACKET-M', 10), line('NG-LAMP', 4)]));
    expect(result.outcome).toBe('already-applied');
    expect(result.writes.map(({ field }) => field)).toEqual([
      'state',
      'carrier_tracking_ref',
      'date_done',
      'quantity',
      'quantity',
    ]);
    expect(await stockOf(client, 'NG-JACKET-M')).toBe(before);
  });

  it('a 945 that contradicts a finished transfer is held for a person', async () => {
    const result = await apply(client, shipped('WH/OUT/00001', [line('NG-JACKET-M', 9), line('NG-LAMP', 4)]));
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.transfer-differs' });
  });

  it('a short 945 with lots and a package ships the part and leaves a backorder, also when the hub is killed after every step', async () => {
    const before = await stockOf(client, 'NG-BOOT-42');
    const sscc = '006141410000000036';
    const of = shipped('WH/OUT/00002', [
      line('NG-BOOT-42', 8, {
        status: 'partial-backordered',
        lots: [
          { lot: 'LOT-2601', quantity: 5 },
          { lot: 'LOT-2602', quantity: 3 },
        ],
        packages: [{ sscc }],
      }),
    ]);
    const { kills, again } = await killedEverywhere(client, of);
    expect(kills).toEqual([
      `${packageModel}.create`,
      'stock.picking.write carrier_tracking_ref move_line_ids',
      'stock.picking.button_validate',
      'stock.picking.write date_done',
    ]);
    expect(again.outcome).toBe('already-applied');
    const done = await transfer(client, 'WH/OUT/00002');
    expect(done).toMatchObject({ state: 'done', carrier_tracking_ref: 'PRO-1', date_done: '2026-12-15 16:42:00' });
    expect(done.backorder_ids).toHaveLength(1);
    const lines = await linesOf(client, 'WH/OUT/00002');
    expect(
      lines.map((one) => [
        one.quantity,
        (one.lot_id as [number, string])[1],
        (one.result_package_id as [number, string])[1],
      ]),
    ).toEqual([
      [5, 'LOT-2601', sscc],
      [3, 'LOT-2602', sscc],
    ]);
    expect(await stockOf(client, 'NG-BOOT-42')).toBe(before - 8);
    expect(await client.searchRead(packageModel, [['name', '=', sscc]], ['name'])).toHaveLength(1);
    const [backorder] = await client.read('stock.picking', done.backorder_ids as number[], [
      'state',
      'move_ids',
      'carrier_tracking_ref',
    ]);
    expect(backorder).toMatchObject({ state: 'assigned', carrier_tracking_ref: false });
    const [rest] = await client.read('stock.move', backorder!.move_ids as number[], ['product_uom_qty']);
    expect(rest).toMatchObject({ product_uom_qty: 4 });
    expect(again.writes).toContainEqual(expect.objectContaining({ field: 'backorder_id', after: 'WH/OUT/00002' }));
  });

  it('a 945 whose short lines are considered complete leaves no backorder', async () => {
    const result = await apply(
      client,
      shipped('WH/OUT/00004', [line('NG-LAMP', 4, { status: 'partial' }), line('NG-JACKET-M', 3)]),
    );
    expect(result.outcome).toBe('applied');
    expect(await transfer(client, 'WH/OUT/00004')).toMatchObject({ state: 'done', backorder_ids: [] });
  });

  it('a product is found by its GTIN, whatever its length', async () => {
    const result = await apply(
      client,
      shipped('WH/OUT/00005', [{ product: { gtin: '614141000036' }, shipped: each(2) }]),
    );
    expect(result.outcome).toBe('applied');
  });

  it('what cannot be done is refused or held with its code, and nothing is touched', async () => {
    const before = await transfer(client, 'WH/OUT/00003');
    const code = async (of: CanonicalEvent) => {
      const { outcome, code: found } = await apply(client, of);
      return `${outcome} ${found}`;
    };
    expect(await code(shipped('WH/OUT/99999', [line('NG-LAMP', 6)]))).toBe('refused odoo.order-unknown');
    expect(await code(shipped('WH/OUT/00003', [line('NG-TENT', 6)]))).toBe('refused odoo.product-unknown');
    expect(
      await code(
        shipped('WH/OUT/00003', [{ product: { sku: 'NG-LAMP' }, shipped: { value: 6, unit: 'case', unitCode: 'CA' } }]),
      ),
    ).toBe('held odoo.unit-unknown');
    expect(await code(shipped('WH/OUT/00003', [line('NG-LAMP', 0, { status: 'cancelled' })]))).toBe(
      'held odoo.nothing-shipped',
    );
    expect(await code(shipped('WH/OUT/00003', [line('NG-LAMP', 6, { lots: [{ lot: 'L-1' }] })]))).toBe(
      'held odoo.lot-unknown',
    );
    expect(await code(shipped('WH/OUT/00003', [line('NG-LAMP', 6, { lots: [{ lot: 'L-1', quantity: 9 }] })]))).toBe(
      'held odoo.lot-quantities-differ',
    );
    expect(await transfer(client, 'WH/OUT/00003')).toEqual(before);
    await client.call('stock.picking', 'action_cancel', { ids: [before.id] });
    expect(await code(shipped('WH/OUT/00003', [line('NG-LAMP', 6)]))).toBe('refused odoo.transfer-cancelled');
  });

  it('a proof of delivery is noted and attached once, also when the hub is killed after every step', async () => {
    const pod = Buffer.from('%PDF-1.4 signed').toString('base64');
    const of = event('shipment.milestone.v1', 'WH/OUT/00006', {
      shipmentId: 'WH/OUT/00006',
      carrierReference: 'PRO-6',
      carrier: { scac: 'BHFT', name: 'Blue Heron Freight' },
      milestone: 'delivered',
      statusCode: 'D1',
      at: moment('2026-12-15T16:42:00Z'),
      place: { city: 'Madison', state: 'WI' },
      proofOfDelivery: { signedBy: 'M KOWALSKI', contentType: 'application/pdf', content: pod },
      references: [],
    });
    const { kills, again } = await killedEverywhere(client, of);
    expect(kills).toEqual([
      'stock.picking.write carrier_tracking_ref',
      'ir.attachment.create',
      'stock.picking.message_post',
    ]);
    expect(again.outcome).toBe('already-applied');
    const picking = await transfer(client, 'WH/OUT/00006');
    expect(picking).toMatchObject({ carrier_tracking_ref: 'PRO-6', state: 'assigned' });
    const notes = await notesOf(client, picking.id);
    expect(notes).toHaveLength(1);
    expect(notes[0]!.body).toContain(
      'Delivered 2026-12-15T16:42:00 UTC, Madison WI, signed by M KOWALSKI (214 D1, Blue Heron Freight)',
    );
    expect(notes[0]!.attachment_ids).toHaveLength(1);
    const where = [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', picking.id],
    ];
    expect(await client.searchRead('ir.attachment', where, ['name'])).toEqual([
      { id: expect.any(Number), name: 'POD WH-OUT-00006 2026-12-15.pdf' },
    ]);
  });

  it('an estimate moves the date of an open transfer; an older fact is noted and changes nothing', async () => {
    const milestone = (at: string, more: Record<string, unknown>) =>
      event(
        'shipment.milestone.v1',
        'WH/OUT/00007',
        { shipmentId: 'WH/OUT/00007', statusCode: 'AG', references: [], ...more },
        at,
      );
    const newer = milestone('2026-12-14T08:00:00Z', {
      milestone: 'estimated-delivery',
      at: moment('2026-12-18T12:00:00Z'),
      carrierReference: 'PRO-7',
    });
    expect((await apply(client, newer)).writes).toContainEqual(
      expect.objectContaining({ field: 'scheduled_date', after: '2026-12-18 12:00:00', pointer: '/at/utc' }),
    );
    const older = milestone('2026-12-13T08:00:00Z', {
      milestone: 'estimated-delivery',
      at: moment('2026-12-17T12:00:00Z'),
      carrierReference: 'PRO-OLD',
    });
    expect(await apply(client, older)).toMatchObject({ outcome: 'applied', writes: [{ field: 'message_ids' }] });
    const picking = await transfer(client, 'WH/OUT/00007');
    expect(picking).toMatchObject({ scheduled_date: '2026-12-18 12:00:00', carrier_tracking_ref: 'PRO-7' });
    expect(await notesOf(client, picking.id)).toHaveLength(2);
    expect((await apply(client, older)).outcome).toBe('already-applied');
    expect(await notesOf(client, picking.id)).toHaveLength(2);
  });

  it('a carrier that names only its own number is understood once the number is known', async () => {
    const of = event('shipment.milestone.v1', 'PRO-7', {
      carrierReference: 'PRO-7',
      milestone: 'en-route',
      statusCode: 'X6',
      at: moment('2026-12-15T09:00:00Z'),
      references: [],
    });
    expect((await apply(client, of)).outcome).toBe('applied');
    const unknown = event('shipment.milestone.v1', 'PRO-X', {
      carrierReference: 'PRO-X',
      milestone: 'en-route',
      statusCode: 'X6',
      at: moment('2026-12-15T09:00:00Z'),
      references: [],
    });
    expect(await apply(client, unknown)).toMatchObject({ outcome: 'refused', code: 'odoo.order-unknown' });
  });

  const announced = (order: string, items: Record<string, unknown>[], more: Record<string, unknown> = {}) =>
    event('shipment.announced.v1', order, {
      shipmentId: `ASN-${order}`,
      purpose: 'original',
      expectedAt: moment('2026-12-20T09:00:00Z'),
      items: items.map((item) => ({ purchaseOrder: order, ...item })),
      references: [{ kind: 'carrier-pro', value: 'PRO-5520017' }],
      ...more,
    });

  it('an 856 prepares the receipt once, also when the hub is killed after every step, and validates nothing', async () => {
    const of = announced('P00001', [
      { product: { sku: 'NG-JACKET-M' }, quantity: each(20), package: { sscc: '006141410000002016' } },
      { product: { sku: 'NG-BOOT-42' }, quantity: each(12), lot: 'LOT-2604' },
    ]);
    const { kills, again } = await killedEverywhere(client, of);
    expect(kills).toEqual([
      `${packageModel}.create`,
      'stock.picking.write scheduled_date carrier_tracking_ref move_line_ids',
      'stock.picking.message_post',
    ]);
    expect(again.outcome).toBe('already-applied');
    const receipt = await transfer(client, 'WH/IN/00001');
    expect(receipt).toMatchObject({
      state: 'assigned',
      scheduled_date: '2026-12-20 09:00:00',
      carrier_tracking_ref: 'PRO-5520017',
    });
    const lines = await linesOf(client, 'WH/IN/00001');
    expect(lines.map((one) => [one.quantity, one.picked, one.lot_name])).toEqual([
      [20, false, false],
      [12, false, 'LOT-2604'],
    ]);
    expect(await client.searchRead(packageModel, [['name', '=', '006141410000002016']], ['name'])).toHaveLength(1);
    expect(await notesOf(client, receipt.id)).toHaveLength(1);
  });

  it('a replacing 856 replaces the lines; another original for the same receipt is held; a late one is refused', async () => {
    const first = announced('P00002', [{ product: { sku: 'NG-LAMP' }, quantity: each(60) }]);
    expect((await apply(client, first)).outcome).toBe('applied');
    const other = {
      ...announced('P00002', [{ product: { sku: 'NG-LAMP' }, quantity: each(10) }], { shipmentId: 'ASN-OTHER' }),
      id: 'other',
      time: '2026-12-15T17:00:00Z',
    };
    expect(await apply(client, other)).toMatchObject({ outcome: 'held', code: 'odoo.receipt-announced-otherwise' });
    const replacing = {
      ...announced('P00002', [{ product: { sku: 'NG-LAMP' }, quantity: each(50) }], { purpose: 'replace' }),
      id: 'replacing',
      time: '2026-12-15T18:00:00Z',
    };
    const result = await apply(client, replacing);
    expect(result.writes).toContainEqual(
      expect.objectContaining({ field: 'quantity', before: 60, after: 50, pointer: '/items/0/quantity/value' }),
    );
    expect((await linesOf(client, 'WH/IN/00002')).map((one) => one.quantity)).toEqual([50]);
    const receipt = await transfer(client, 'WH/IN/00002');
    await client.call('stock.picking', 'button_validate', {
      ids: [receipt.id],
      context: { skip_backorder: true, picking_ids_not_to_backorder: [receipt.id] },
    });
    const late = {
      ...announced('P00002', [{ product: { sku: 'NG-LAMP' }, quantity: each(5) }]),
      id: 'late',
      time: '2026-12-16T00:00:00Z',
    };
    expect(await apply(client, late)).toMatchObject({ outcome: 'refused', code: 'odoo.receipt-closed' });
    expect(
      await apply(client, announced('P99999', [{ product: { sku: 'NG-LAMP' }, quantity: each(5) }])),
    ).toMatchObject({ code: 'odoo.order-unknown' });
  });

  it('a declined 990 is noted and given to a person, once, also when the hub is killed after every step', async () => {
    const of = event('tender.answered.v1', 'WH/OUT/00008', {
      shipmentId: 'WH/OUT/00008',
      carrier: { scac: 'BHFT', name: 'Blue Heron Freight' },
      answer: 'declined',
      answerCode: 'D',
      reason: 'No trailer available in Joliet',
      references: [],
    });
    const { kills, again } = await killedEverywhere(client, of);
    expect(kills).toEqual(['stock.picking.activity_schedule', 'stock.picking.message_post']);
    expect(again.outcome).toBe('already-applied');
    const picking = await transfer(client, 'WH/OUT/00008');
    const notes = await notesOf(client, picking.id);
    expect(notes).toHaveLength(1);
    expect(notes[0]!.body).toContain('Blue Heron Freight declined the load: No trailer available in Joliet (990 D)');
    expect(
      await client.searchRead(
        'mail.activity',
        [
          ['res_model', '=', 'stock.picking'],
          ['res_id', '=', picking.id],
        ],
        ['summary'],
      ),
    ).toHaveLength(1);
  });

  it('an accepted 990 is noted and bothers nobody', async () => {
    const of = event('tender.answered.v1', 'WH/OUT/00009', {
      shipmentId: 'WH/OUT/00009',
      answer: 'accepted',
      answerCode: 'A',
      references: [],
    });
    expect((await apply(client, of)).outcome).toBe('applied');
    const picking = await transfer(client, 'WH/OUT/00009');
    expect(
      await client.searchRead(
        'mail.activity',
        [
          ['res_model', '=', 'stock.picking'],
          ['res_id', '=', picking.id],
        ],
        ['summary'],
      ),
    ).toEqual([]);
  });
});
