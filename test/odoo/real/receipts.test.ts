import { expect, it } from 'vitest';
import { announced, received, sscc } from './events.ts';
import { notesOn, onRealOdoo } from './rig.ts';
import { fresh } from './world.ts';

/** What a 944 does in Odoo: quantities, lots, labels and places, and what a person has to decide. */
onRealOdoo((stage) => {
  const place = (value: unknown) => (value as [number, string])[0];

  it('goods that came as they were ordered are received where the putaway sends them, at the time that the warehouse says', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    const rule = { product_id: product.id, location_in_id: world.warehouse.stock, location_out_id: shelf };
    await world.odoo.create('stock.putaway.rule', rule);
    const { order, receipt } = await world.purchase([{ product, quantity: 20 }]);
    const event = received(receipt.name, [{ product, received: 20 }]);
    const result = await apply(event);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(result.writes.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/orderNumber', '/receivedAt/utc', '/lines/0/received/value']),
    );
    expect(await world.transfer(receipt.id)).toMatchObject({ state: 'done', date_done: '2026-11-20 13:40:00' });
    const quants = await world.quants(product);
    expect(Object.values(quants)).toEqual([20]);
    expect(Object.keys(quants)[0]).toContain('Shelf');
    const [line] = await world.odoo.rows('purchase.order.line', [['order_id', '=', order]], ['qty_received']);
    expect(line!.qty_received).toBe(20);
    expect(await notesOn(stage(), receipt.id)).toHaveLength(1);
    // The same document in a new envelope is the same fact.
    expect(await apply({ ...event, id: `again-${fresh()}` })).toMatchObject({ outcome: 'already-applied' });
    expect(Object.values(await world.quants(product))).toEqual([20]);
    expect(await notesOn(stage(), receipt.id)).toHaveLength(1);
  });

  it('what is short waits on a backorder, which the next document is received on; a third has nothing left', async () => {
    const { world, apply } = stage();
    const [one, two] = [await world.product(), await world.product()];
    const { name, receipt } = await world.purchase([
      { product: one, quantity: 30 },
      { product: two, quantity: 4 },
    ]);
    const first = received(receipt.name, [{ product: one, received: 12 }], { receiptNumber: `A${fresh()}` });
    expect(await apply(first)).toMatchObject({ outcome: 'applied' });
    const [rest] = await world.odoo.rows('stock.picking', [['backorder_id', '=', receipt.id]], ['name', 'state']);
    const lines = [
      { product: one, received: 18 },
      { product: two, received: 4 },
    ];
    const second = received(receipt.name, lines, { receiptNumber: `B${fresh()}` });
    expect(await apply(second)).toMatchObject({ outcome: 'applied' });
    expect(await world.transfer(rest!.id)).toMatchObject({ state: 'done' });
    expect(Object.values(await world.quants(one))).toEqual([30]);
    // Each document stays with its transfer, in whatever order it is repeated.
    expect(await apply(first)).toMatchObject({ outcome: 'already-applied' });
    expect(await apply(second)).toMatchObject({ outcome: 'already-applied' });
    const third = received(name, lines, { receiptNumber: `C${fresh()}` });
    expect(await apply(third)).toMatchObject({ outcome: 'refused', code: 'odoo.receipt-closed', writes: [] });
    expect(Object.values(await world.quants(one))).toEqual([30]);
  });

  it('what is more than ordered is booked with a remark, or held where that is the rule', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { order, receipt } = await world.purchase([{ product, quantity: 10 }]);
    const event = received(receipt.name, [
      { product, received: 12, more: { conditions: [{ condition: 'over', quantity: 2 }] } },
    ]);
    expect(await apply(event, { overs: 'hold' })).toMatchObject({
      ...{ outcome: 'held', code: 'odoo.more-than-ordered', writes: [] },
    });
    expect(await world.transfer(receipt.id)).toMatchObject({ state: 'assigned' });
    expect(await apply(event)).toMatchObject({ outcome: 'applied', remarks: [expect.stringContaining('2 more')] });
    expect(Object.values(await world.quants(product))).toEqual([12]);
    const [line] = await world.odoo.rows('purchase.order.line', [['order_id', '=', order]], ['qty_received']);
    expect(line!.qty_received).toBe(12);
  });

  it('what came damaged lies in the quarantine, and the order has received all of it; without one it is held', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const quarantine = await world.shelf(world.warehouse.view);
    const { order, receipt } = await world.purchase([{ product, quantity: 20 }]);
    const conditions = [
      { condition: 'damaged', quantity: 2 },
      { condition: 'hold', quantity: 1 },
      { condition: 'short', quantity: 1 },
    ];
    const event = received(receipt.name, [{ product, received: 19, more: { conditions } }]);
    expect(await apply(event)).toMatchObject({ outcome: 'held', code: 'odoo.quarantine-unset', writes: [] });
    const result = await apply(event, { quarantineId: quarantine });
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(result.writes.map(({ pointer }) => pointer)).toContain('/lines/0/conditions');
    const places = new Map(
      (await world.lines(receipt.id)).map((line) => [place(line.location_dest_id), Number(line.quantity)]),
    );
    expect([places.get(quarantine), places.get(world.warehouse.stock)]).toEqual([3, 16]);
    const [line] = await world.odoo.rows('purchase.order.line', [['order_id', '=', order]], ['qty_received']);
    expect(line!.qty_received).toBe(19);
    expect(await apply(event, { quarantineId: quarantine })).toMatchObject({ outcome: 'already-applied' });
  });

  it('an item that nobody ordered is a case, and nothing of the receipt is booked; put on the receipt by a person, all of it is', async () => {
    const { world, apply } = stage();
    const [product, other] = [await world.product(), await world.product()];
    const { receipt } = await world.purchase([{ product, quantity: 5 }]);
    const event = received(receipt.name, [
      { product, received: 5 },
      { product: other, received: 2 },
    ]);
    expect(await apply(event)).toMatchObject({ outcome: 'held', code: 'odoo.item-unexpected', writes: [] });
    expect(await world.transfer(receipt.id)).toMatchObject({ state: 'assigned' });
    const [move] = await world.odoo.rows(
      'stock.move',
      [['picking_id', '=', receipt.id]],
      ['location_id', 'location_dest_id'],
    );
    const places = { location_id: place(move!.location_id), location_dest_id: place(move!.location_dest_id) };
    const added = { product_id: other.id, product_uom_qty: 2, product_uom: world.units.piece, ...places };
    const named = { ...added, picking_id: receipt.id, ...(stage().server.version < 19 && { name: other.sku }) };
    await world.odoo.create('stock.move', named);
    await world.odoo.call('stock.picking', 'action_confirm', [[receipt.id]]);
    expect(await apply(event)).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(other))).toEqual([2]);
  });

  it('lots and labels: those of the warehouse count, those of the announcement stay where it says nothing', async () => {
    const { world, apply } = stage();
    const [lotted, plain] = [await world.product({ tracking: 'lot' }), await world.product()];
    const { name, receipt } = await world.purchase([
      { product: lotted, quantity: 12 },
      { product: plain, quantity: 6 },
    ]);
    const known = `L${fresh()}`;
    await world.lot(lotted, known);
    const [carton, pallet] = [sscc(), sscc()];
    const notice = announced(name, [
      { product: lotted, quantity: 12, more: { lot: 'ANNOUNCED' } },
      { product: plain, quantity: 6, more: { package: { sscc: carton } } },
    ]);
    expect(await apply(notice)).toMatchObject({ outcome: 'applied' });
    const lots = [
      { lot: known, quantity: 8 },
      { lot: `N${known}`, quantity: 4 },
    ];
    const event = received(receipt.name, [
      { product: lotted, received: 12, more: { lots, packages: [{ sscc: pallet }] } },
      { product: plain, received: 5 },
    ]);
    const result = await apply(event);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const quants = await world.quants(lotted);
    expect(Object.values(quants).sort()).toEqual([4, 8]);
    expect(Object.keys(quants).every((key) => key.includes(pallet))).toBe(true);
    expect(Object.entries(await world.quants(plain))).toEqual([[expect.stringContaining(carton), 5]]);
    const found = await world.odoo.rows('stock.lot', [['product_id', '=', lotted.id]], ['name']);
    expect(found.map(({ name: lot }) => lot).sort()).toEqual([known, `N${known}`].sort());
    expect(await apply(event)).toMatchObject({ outcome: 'already-applied' });
  });

  it('serial numbers become pieces; a lot that is missing is Odoo’s refusal, and the receipt stands as it stood', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'serial' });
    const { receipt } = await world.purchase([{ product, quantity: 2 }]);
    const before = await world.lines(receipt.id);
    expect(await apply(received(receipt.name, [{ product, received: 2 }]))).toMatchObject({ outcome: 'refused' });
    expect((await world.lines(receipt.id)).map(({ picked }) => picked)).toEqual(before.map(() => false));
    const serialNumbers = [`S${fresh()}`, `S${fresh()}`];
    const event = received(receipt.name, [{ product, received: 2, more: { serialNumbers } }]);
    expect(await apply(event)).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product))).toEqual([1, 1]);
  });

  it('a person was faster: just so, it is the same fact; otherwise it is held, and nothing is changed', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const first = await world.purchase([{ product, quantity: 5 }]);
    const done = (id: number) =>
      world.odoo.call('stock.picking', 'button_validate', [[id]], {
        context: { skip_backorder: true, skip_sms: true },
      });
    await done(first.receipt.id);
    expect(await apply(received(first.receipt.name, [{ product, received: 5 }]))).toMatchObject({ outcome: 'applied' });
    expect(await notesOn(stage(), first.receipt.id)).toHaveLength(1);
    const second = await world.purchase([{ product, quantity: 5 }]);
    await done(second.receipt.id);
    const event = received(second.receipt.name, [{ product, received: 4 }]);
    expect(await apply(event)).toMatchObject({ outcome: 'held', code: 'odoo.transfer-differs', writes: [] });
    expect(Object.values(await world.quants(product))).toEqual([10]);
    const third = await world.purchase([{ product, quantity: 5 }]);
    const [line] = await world.lines(third.receipt.id);
    await world.odoo.call('stock.move.line', 'write', [[line!.id], { quantity: 2, picked: true }]);
    expect(await apply(received(third.receipt.name, [{ product, received: 5 }]))).toMatchObject({
      ...{ outcome: 'held', code: 'odoo.person-half-way', writes: [] },
    });
  });

  it('a receipt is found by its purchase order too; nothing received, a cancelled one and somebody else’s are told', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { name, receipt } = await world.purchase([{ product, quantity: 5 }]);
    const none = received(name, [{ product, received: 0 }]);
    expect(await apply(none)).toMatchObject({ outcome: 'held', code: 'odoo.nothing-received', writes: [] });
    expect(await apply(none, { pickingTypeIds: [] })).toMatchObject({ code: 'odoo.transfer-foreign' });
    expect(await apply(received(`none-${fresh()}`, [{ product, received: 1 }]))).toMatchObject({
      ...{ outcome: 'refused', code: 'odoo.order-unknown' },
    });
    expect(await apply(received(name, [{ product, received: 5 }]))).toMatchObject({ outcome: 'applied' });
    expect(await world.transfer(receipt.id)).toMatchObject({ state: 'done' });
    const other = await world.purchase([{ product, quantity: 5 }]);
    await world.odoo.call('stock.picking', 'action_cancel', [[other.receipt.id]]);
    expect(await apply(received(other.receipt.name, [{ product, received: 5 }]))).toMatchObject({
      ...{ outcome: 'refused', code: 'odoo.transfer-cancelled' },
    });
  });
});
