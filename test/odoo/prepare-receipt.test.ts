import { beforeAll, describe, expect, it } from 'vitest';
import type { OdooClient } from '../../services/odoo/client.ts';
import { versionFacts } from '../../services/odoo/version.ts';
import { apply, each, event, killedEverywhere, linesOf, moment, notesOf, transfer, twins } from './action-rig.ts';
import { versions } from './twin-rig.ts';

const clientOf = twins();

describe.each(versions)('on Odoo %i', (version) => {
  let client: OdooClient;
  const packageModel = versionFacts[version].packageModel;
  beforeAll(() => {
    client = clientOf(version);
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
});
