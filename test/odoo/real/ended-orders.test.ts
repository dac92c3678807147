import { expect, it } from 'vitest';
import { event } from '../action-rig.ts';
import { shipped } from './events.ts';
import { notesOn, onRealOdoo } from './rig.ts';
import { fresh } from './world.ts';

/** A 945 that does not ship what was ordered: less for good, nothing, more, something else, in several documents, or cancelled. */
onRealOdoo((stage) => {
  const ready = async (quantity: number, there = 50) => {
    const { world } = stage();
    const product = await world.product();
    await world.stock(product, world.warehouse.stock, there);
    const { transfers } = await world.order([{ product, quantity }]);
    return { product, transfer: transfers[0]! };
  };
  const cancel = (orderNumber: string) =>
    event('warehouse-order.cancelled.v1', orderNumber, {
      orderNumber,
      cancelledBy: 'warehouse',
      lines: [],
      references: [],
    });
  const todos = (id: number) =>
    stage().world.odoo.rows(
      'mail.activity',
      [
        ['res_model', '=', 'stock.picking'],
        ['res_id', '=', id],
      ],
      ['summary'],
    );

  it('closed short: nothing is to follow, no backorder stays', async () => {
    const { world, apply } = stage();
    const { product, transfer } = await ready(10);
    const result = await apply(shipped(transfer.name, [{ product, shipped: 6, more: { status: 'partial' } }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(await world.transfer(transfer.id)).toMatchObject({ state: 'done', backorder_ids: [] });
  });

  it('zero shipped is a case, and the transfer stands as it stood', async () => {
    const { world, apply } = stage();
    const { product, transfer } = await ready(10);
    const result = await apply(shipped(transfer.name, [{ product, shipped: 0 }]));
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.nothing-shipped', writes: [] });
    expect(await world.transfer(transfer.id)).toMatchObject({ state: 'assigned' });
  });

  it('more than ordered is shipped from free stock with a remark, or held where that is the rule, alone and together', async () => {
    const { world, apply, together } = stage();
    const { product, transfer } = await ready(10);
    const over = shipped(transfer.name, [{ product, shipped: 12 }]);
    const held = { outcome: 'held', code: 'odoo.more-than-ordered', writes: [] };
    expect(await apply(over, { overs: 'hold' })).toMatchObject(held);
    const other = await ready(4);
    const all = [over, shipped(other.transfer.name, [{ product: other.product, shipped: 4 }])];
    expect(await together(all, { overs: 'hold' })).toMatchObject([undefined, { outcome: 'applied' }]);
    expect(await world.transfer(transfer.id)).toMatchObject({ state: 'assigned' });
    const result = await apply(over);
    expect(result).toMatchObject({ outcome: 'applied', remarks: [expect.stringContaining('2 more')] });
    const left = Object.entries(await world.quants(product)).filter(([place]) => /Stock/.test(place));
    expect(left.map(([, quantity]) => quantity)).toEqual([38]);
  });

  it('a substitution is a case, whichever way the warehouse says it; on the order, it is shipped', async () => {
    const { world, apply } = stage();
    const { product, transfer } = await ready(3);
    const other = await world.product();
    await world.stock(other, world.warehouse.stock, 5);
    const one = [{ product: other, shipped: 3, more: { status: 'substituted' } }];
    const two = [
      { product, shipped: 0, more: { status: 'substituted' } },
      { product: other, shipped: 3 },
    ];
    for (const lines of [one, two])
      expect(await apply(shipped(transfer.name, lines))).toMatchObject({
        ...{ outcome: 'held', code: 'odoo.substituted', writes: [] },
      });
    expect(await world.transfer(transfer.id)).toMatchObject({ state: 'assigned' });
  });

  it('split over several 945s, each with what it says, in whatever order they are repeated', async () => {
    const { world, apply } = stage();
    const { product, transfer } = await ready(10);
    const part = (quantity: number, nth: number) =>
      shipped(transfer.name, [{ product, shipped: quantity }], {
        trackingNumber: `TRK-${fresh()}`,
        shipmentId: `SHP-${nth}`,
        shippedAt: { local: '', zone: 'UTC', zoneOrigin: 'document', utc: `2026-11-2${nth}T10:00:00Z` },
      });
    const [first, second, third] = [part(4, 1), part(4, 2), part(2, 3)];
    for (const one of [first, second, third]) expect(await apply(one)).toMatchObject({ outcome: 'applied' });
    for (const one of [third, first, second]) expect(await apply(one)).toMatchObject({ outcome: 'already-applied' });
    const left = Object.entries(await world.quants(product)).filter(([place]) => /Stock/.test(place));
    expect(left.map(([, quantity]) => quantity)).toEqual([40]);
    const all = await world.odoo.rows('stock.picking', [['origin', '=', transfer.origin]], ['state', 'date_done']);
    expect(all.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  it('cancelled by the warehouse: a person is told once, by whichever event comes first, and it stays a case until the transfer is cancelled', async () => {
    const { world, apply } = stage();
    const { product, transfer } = await ready(3);
    const none = shipped(transfer.name, [{ product, shipped: 0, more: { status: 'cancelled' } }]);
    expect(await apply(none)).toMatchObject({ outcome: 'held', code: 'odoo.order-cancelled', writes: [] });
    for (const again of [cancel(transfer.name), none])
      expect(await apply(again)).toMatchObject({ outcome: 'held', code: 'odoo.order-cancelled', writes: [] });
    expect(await notesOn(stage(), transfer.id)).toHaveLength(1);
    expect(await todos(transfer.id)).toHaveLength(1);
    expect(await world.transfer(transfer.id)).toMatchObject({ state: 'assigned' });
    await world.odoo.call('stock.picking', 'action_cancel', [[transfer.id]]);
    expect(await apply(none)).toMatchObject({
      outcome: 'already-applied',
      writes: [{ field: 'state', after: 'cancel' }],
    });
  });

  it('cancelled by the warehouse, and so in Odoo where that is the rule; what was shipped stays shipped', async () => {
    const { world, apply } = stage();
    const rules = { warehouseCancels: 'apply' } as const;
    const { product, transfer } = await ready(3);
    expect(await apply(cancel(transfer.name), rules)).toMatchObject({
      ...{ outcome: 'applied', writes: [{ field: 'state', before: 'assigned', after: 'cancel' }] },
    });
    expect(await world.transfer(transfer.id)).toMatchObject({ state: 'cancel' });
    expect(await apply(cancel(transfer.name), rules)).toMatchObject({ outcome: 'already-applied' });
    expect(await notesOn(stage(), transfer.id)).toHaveLength(1);
    const late = shipped(transfer.name, [{ product, shipped: 3 }]);
    expect(await apply(late, rules)).toMatchObject({ outcome: 'refused', code: 'odoo.transfer-cancelled' });
    const other = await ready(10);
    expect(await apply(shipped(other.transfer.name, [{ product: other.product, shipped: 4 }]))).toMatchObject({
      outcome: 'applied',
    });
    expect(await apply(cancel(other.transfer.name), rules)).toMatchObject({ outcome: 'applied' });
    expect(await world.transfer(other.transfer.id)).toMatchObject({ state: 'done' });
    const done = await ready(2);
    await apply(shipped(done.transfer.name, [{ product: done.product, shipped: 2 }]));
    expect(await apply(cancel(done.transfer.name), rules)).toMatchObject({
      ...{ outcome: 'held', code: 'odoo.transfer-differs', writes: [] },
    });
  });
});
