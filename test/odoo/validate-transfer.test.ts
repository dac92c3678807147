import { beforeAll, describe, expect, it } from 'vitest';
import type { CanonicalEvent } from '../../services/domain/events.ts';
import { conveniences, type OdooClient } from '../../services/odoo/client.ts';
import { versionFacts } from '../../services/odoo/version.ts';
import { apply, each, event, killedEverywhere, linesOf, moment, stockOf, transfer, twins } from './action-rig.ts';
import { refusing } from './refusing-client.ts';
import { versions } from './twin-rig.ts';

const clientOf = twins();

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

describe.each(versions)('on Odoo %i', (version) => {
  let client: OdooClient;
  /** All that a transfer wants, as lines of a document. */
  const whole = async (name: string) => {
    const moves = await client.searchRead(
      'stock.move',
      [['picking_id.name', '=', name]],
      ['product_id', 'product_uom_qty'],
    );
    const skus = await client.read(
      'product.product',
      moves.map(({ product_id: product }) => (product as [number, string])[0]),
      ['default_code'],
    );
    return moves.map(({ product_uom_qty: quantity }, at) => line(String(skus[at]!.default_code), Number(quantity)));
  };
  const packageModel = versionFacts[version].packageModel;
  beforeAll(() => {
    client = clientOf(version);
  });

  it('however many lines have no stock, it is read once for all of them, and the reason names each product once', async () => {
    const read: string[] = [];
    const call: OdooClient['call'] = (model, method, options) => {
      if (model === 'stock.quant') read.push(method);
      return client.call(model, method, options);
    };
    const counting = { ...client, call, ...conveniences(call) };
    const lines = Array.from({ length: 400 }, (_, at) => line(at % 2 === 0 ? 'NG-JACKET-M' : 'NG-LAMP', 900));
    const result = await apply(counting, shipped('WH/OUT/00001', lines), { overs: 'apply' });
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.not-reserved', writes: [] });
    expect(result).toMatchObject({
      reason: expect.stringMatching(/^Odoo has no stock for \d+ of .+, \d+ of .+ on WH\/OUT\/00001; .{0,120}$/),
    });
    expect(read).toHaveLength(1);
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

  it('a time of shipping that Odoo does not take is a remark, and what was shipped stays shipped', async () => {
    const picky = refusing(client, 'stock.picking.write', 'date_done', 'refused');
    const result = await apply(picky, shipped('WH/OUT/00006', await whole('WH/OUT/00006')));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toContainEqual('Odoo refused the time of the transfer: not by this user');
    expect(await transfer(client, 'WH/OUT/00006')).toMatchObject({ state: 'done', carrier_tracking_ref: 'PRO-1' });
  });

  it('where the right to validate is missing, the transfer is left as it was', async () => {
    const before = await transfer(client, 'WH/OUT/00008');
    const lines = await linesOf(client, 'WH/OUT/00008');
    const powerless = refusing(client, 'stock.picking.button_validate', undefined, 'access');
    const result = await apply(powerless, shipped('WH/OUT/00008', await whole('WH/OUT/00008')));
    expect(result).toMatchObject({ outcome: 'refused', code: 'odoo.refused', writes: [] });
    expect(result.reason).toContain('The transfer stands as it stood before.');
    const { move_line_ids: _, ...same } = before;
    expect(await transfer(client, 'WH/OUT/00008')).toMatchObject(same);
    expect((await linesOf(client, 'WH/OUT/00008')).map(({ id: _, ...rest }) => rest)).toEqual(
      lines.map(({ id: _, ...rest }) => rest),
    );
  });

  it('what was made beside a transfer that Odoo then refuses is said, for it stays', async () => {
    const powerless = refusing(client, 'stock.picking.button_validate', undefined, 'access');
    const [first, ...rest] = await whole('WH/OUT/00009');
    const event = shipped('WH/OUT/00009', [{ ...first!, packages: [{ sscc: '106141411234567897' }] }, ...rest]);
    const result = await apply(powerless, event);
    expect(result).toMatchObject({ outcome: 'refused', writes: [] });
    expect(result.remarks).toEqual(['The hub made packages that stay empty in Odoo: 106141411234567897.']);
    // The next try uses what is there.
    const again = await apply(client, event);
    expect(again).toMatchObject({ outcome: 'applied' });
    expect(again.remarks).toBeUndefined();
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
      'held odoo.order-cancelled',
    );
    expect(await code(shipped('WH/OUT/00007', [line('NG-BOOT-42', 1, { lots: [{ lot: 'L-1' }] })]))).toBe(
      'held odoo.lot-unknown',
    );
    expect(await code(shipped('WH/OUT/00007', [line('NG-BOOT-42', 1, { lots: [{ lot: 'L-1', quantity: 9 }] })]))).toBe(
      'held odoo.lot-quantities-differ',
    );
    expect(await transfer(client, 'WH/OUT/00003')).toEqual(before);
    await client.call('stock.picking', 'action_cancel', { ids: [before.id] });
    expect(await code(shipped('WH/OUT/00003', [line('NG-LAMP', 6)]))).toBe('refused odoo.transfer-cancelled');
  });
});
