import { expect, it } from 'vitest';
import { each, event, moment } from '../action-rig.ts';
import { losing } from '../lossy-client.ts';
import { shipped } from './events.ts';
import { notesOn, onRealOdoo } from './rig.ts';
import { fresh, type Product } from './world.ts';

/** What a 944 for goods that came back does: a return of just what came, once, the damaged of it in the quarantine. */
onRealOdoo((stage) => {
  const left = async (quantity: number, tracking: 'none' | 'lot' = 'none') => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: tracking as 'lot' });
    const name = `L${fresh()}`;
    const lot = tracking === 'lot' ? await world.lot(product, name) : undefined;
    await world.stock(product, world.warehouse.stock, 20, lot === undefined ? {} : { lot });
    const sold = await world.order([{ product, quantity }]);
    const more = lot === undefined ? {} : { lots: [{ lot: name, quantity }] };
    expect(await apply(shipped(sold.transfers[0]!.name, [{ product, shipped: quantity, more }]))).toMatchObject({
      outcome: 'applied',
    });
    return { product, lot: name, order: sold, delivery: sold.transfers[0]! };
  };
  const back = (
    orderNumber: string | undefined,
    product: Product,
    received: number,
    more: Record<string, unknown> = {},
    line: Record<string, unknown> = {},
  ) =>
    event('return.received.v1', `RMA-${fresh()}`, {
      ...{
        receiptNumber: `RCV-${fresh()}`,
        ...(orderNumber && { orderNumber }),
        returnAuthorization: `RMA-${fresh()}`,
      },
      receivedAt: moment('2026-11-22T05:00:00Z'),
      lines: [{ lineNumber: '1', product: { sku: product.sku }, received: each(received), ...line }],
      references: [],
      ...more,
    });
  const delivered = async (order: number) =>
    (await stage().world.odoo.rows('sale.order.line', [['order_id', '=', order]], ['qty_delivered']))[0]!.qty_delivered;
  const returnsOf = (id: number) =>
    stage().world.odoo.rows('stock.picking', [['return_id', '=', id]], ['name', 'state', 'date_done']);

  it('what came back is returned of the delivery that it left with, once, and the order counts it', async () => {
    const { world, apply } = stage();
    const { product, order, delivery } = await left(8);
    const first = back(delivery.name, product, 3);
    const result = await apply(first);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const [made, ...more] = await returnsOf(delivery.id);
    expect(more).toEqual([]);
    expect(made).toMatchObject({ state: 'done', date_done: '2026-11-22 05:00:00' });
    expect(await delivered(order.order)).toBe(5);
    expect(await apply({ ...first, id: `again-${fresh()}` })).toMatchObject({ outcome: 'already-applied' });
    expect(await returnsOf(delivery.id)).toHaveLength(1);
    // Another return of the same delivery, by the customer's order; then more than is left there.
    const second = back(undefined, product, 2, { customerOrder: order.name });
    expect(await apply(second)).toMatchObject({ outcome: 'applied' });
    expect(await delivered(order.order)).toBe(3);
    const third = back(delivery.name, product, 4);
    expect(await apply(third)).toMatchObject({ outcome: 'held', code: 'odoo.return-exceeds', writes: [] });
    expect(await returnsOf(delivery.id)).toHaveLength(2);
    const inside = Object.entries(await world.quants(product)).filter(([place]) => /Stock/.test(place));
    expect(inside.map(([, quantity]) => quantity)).toEqual([17]);
  });

  it('what came back damaged lies in the quarantine, with its lot', async () => {
    const { world, apply } = stage();
    const { product, lot, delivery } = await left(4, 'lot');
    const quarantineId = await world.shelf(world.warehouse.view);
    const conditions = [{ condition: 'damaged', conditionCode: '01', quantity: 1 }];
    const damaged = back(delivery.name, product, 1, {}, { conditions, lots: [{ lot, quantity: 1 }] });
    expect(await apply(damaged)).toMatchObject({ outcome: 'held', code: 'odoo.quarantine-unset', writes: [] });
    expect(await returnsOf(delivery.id)).toEqual([]);
    expect(await apply(damaged, { quarantineId })).toMatchObject({ outcome: 'applied' });
    const inside = await world.odoo.rows(
      'stock.quant',
      [
        ['product_id', '=', product.id],
        ['location_id', '=', quarantineId],
        ['quantity', '!=', 0],
      ],
      ['quantity', 'lot_id'],
    );
    expect(inside).toMatchObject([{ quantity: 1, lot_id: [expect.any(Number), expect.stringContaining(lot)] }]);
  });

  it('a return that a person has made is used, by its own number or by the delivery’s', async () => {
    const { world, apply } = stage();
    const { product, delivery } = await left(6);
    const context = { active_id: delivery.id, active_ids: [delivery.id], active_model: 'stock.picking' };
    const wizard = await world.odoo.call<number | number[]>(
      'stock.return.picking',
      'create',
      [[{ picking_id: delivery.id }]],
      { context },
    );
    const [id] = [wizard].flat();
    const lines = await world.odoo.rows('stock.return.picking.line', [['wizard_id', '=', id]], ['quantity']);
    await world.odoo.call('stock.return.picking.line', 'write', [lines.map((line) => line.id), { quantity: 4 }]);
    const method = stage().server.version >= 18 ? 'action_create_returns' : 'create_returns';
    await world.odoo.call('stock.return.picking', method, [[id]], { context });
    const [made] = await returnsOf(delivery.id);
    expect(await apply(back(delivery.name, product, 3))).toMatchObject({ outcome: 'applied' });
    expect(await world.transfer(made!.id)).toMatchObject({ state: 'done' });
    expect(await notesOn(stage(), made!.id)).toHaveLength(1);
    // The rest of it came a day later.
    expect(await apply(back(made!.name, product, 1))).toMatchObject({ outcome: 'applied' });
    const inside = Object.entries(await world.quants(product)).filter(([place]) => /Stock/.test(place));
    expect(inside.map(([, quantity]) => quantity)).toEqual([18]);
  });

  it('whichever answer is lost, it comes back once; what never left is a case', async () => {
    const { world, apply, client } = stage();
    const { product, delivery } = await left(5);
    const one = back(delivery.name, product, 2);
    const kills = new Set<string>();
    for (let before = -1; kills.size > before; ) {
      before = kills.size;
      await apply(one, {}, losing(client, kills)).catch(() => undefined);
    }
    expect(kills.size).toBeGreaterThan(4);
    expect(await apply(one)).toMatchObject({ outcome: 'already-applied' });
    expect((await returnsOf(delivery.id)).filter(({ state }) => state === 'done')).toHaveLength(1);
    const inside = Object.entries(await world.quants(product)).filter(([place]) => /Stock/.test(place));
    expect(inside.map(([, quantity]) => quantity)).toEqual([17]);
    const other = await world.product();
    expect(await apply(back(delivery.name, other, 1))).toMatchObject({ outcome: 'held', code: 'odoo.return-exceeds' });
    expect(await apply(back(`none-${fresh()}`, product, 1))).toMatchObject({ code: 'odoo.order-unknown' });
    expect(await apply(back(delivery.name, product, 1), { pickingTypeIds: [] })).toMatchObject({ outcome: 'refused' });
  });
});
