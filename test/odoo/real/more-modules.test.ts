import { expect, it, type TestContext } from 'vitest';
import { announced, shipped, sscc } from './events.ts';
import { onRealOdooOnly, type Stage } from './rig.ts';
import { fresh } from './world.ts';

/** Modules that many have and a plain Odoo has not. A scenario whose module is not there is skipped, and says so. */
async function needs({ world }: Stage, module: string, { skip }: TestContext): Promise<void> {
  const [found] = await world.odoo.rows('ir.module.module', [['name', '=', module]], ['state']);
  skip(found?.state !== 'installed', `module ${module} is not installed`);
}

const sorted = (quants: Readonly<Record<string, number>>) => Object.values(quants).sort((a, b) => a - b);

onRealOdooOnly((stage) => {
  it('deliveries in one batch: each leaves with its own 945, and the batch is done with the last', async (context) => {
    await needs(stage(), 'stock_picking_batch', context);
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const one = (await world.order([{ product, quantity: 6 }])).transfers[0]!;
    const two = (await world.order([{ product, quantity: 5 }])).transfers[0]!;
    const batch = await world.odoo.create('stock.picking.batch', { picking_ids: [[6, 0, [one.id, two.id]]] });
    await world.odoo.call('stock.picking.batch', 'action_confirm', [[batch]]);
    const packages = [{ sscc: sscc() }];
    const first = shipped(String(one.name), [
      { product, shipped: 4, more: { packages, status: 'partial-backordered' } },
    ]);
    expect(await apply(first)).toMatchObject({ outcome: 'applied' });
    expect((await world.transfer(one.id)).state).toBe('done');
    expect(await world.transfer(two.id)).toMatchObject({ state: 'assigned', carrier_tracking_ref: false });
    expect((await world.lines(two.id)).map(({ quantity, picked }) => [quantity, picked])).toEqual([[5, false]]);
    expect(await apply(shipped(String(two.name), [{ product, shipped: 5 }]))).toMatchObject({ outcome: 'applied' });
    expect(await apply(first)).toMatchObject({ outcome: 'already-applied' });
    expect((await world.transfer(two.id)).state).toBe('done');
    const [left] = await world.odoo.rows('stock.picking.batch', [['id', '=', batch]], ['state', 'picking_ids']);
    expect(left).toMatchObject({ state: 'done', picking_ids: [two.id] });
    expect(sorted(await world.quants(product))).toEqual([4, 5, 11]);
  });

  it('a lot past its date: Odoo asks, so it is held with the lot and what to do, and goes on once a person has answered', async (context) => {
    await needs(stage(), 'product_expiry', context);
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const [template] = await world.odoo.rows('product.product', [['id', '=', product.id]], ['product_tmpl_id']);
    await world.odoo.call('product.template', 'write', [
      [(template!.product_tmpl_id as [number])[0]],
      { use_expiration_date: true },
    ]);
    const shelf = await world.shelf();
    const [fine, old] = [`F${fresh()}`, `O${fresh()}`];
    const ids = { fine: await world.lot(product, fine), old: await world.lot(product, old) };
    const dated = (date: string) => ({ expiration_date: date, removal_date: date, alert_date: date });
    await world.odoo.call('stock.lot', 'write', [[ids.fine], dated('2040-01-01 00:00:00')]);
    await world.stock(product, shelf, 10, { lot: ids.fine });
    await world.stock(product, shelf, 10, { lot: ids.old });
    const { transfers } = await world.order([{ product, quantity: 6 }]);
    const { id, name } = transfers[0]!;
    await world.odoo.call('stock.lot', 'write', [[ids.old], dated('2020-01-01 00:00:00')]);
    const shown = async () =>
      (await world.lines(id)).map(({ quantity, picked, lot_id, location_id }) => [
        ...[quantity, picked, lot_id, location_id],
      ]);
    const before = await shown();
    const event = shipped(String(name), [{ product, shipped: 6, more: { lots: [{ lot: old, quantity: 6 }] } }]);
    const held = await apply(event);
    expect(held).toMatchObject({ outcome: 'held', code: 'odoo.question-asked', writes: [] });
    expect(held.reason).toMatch(new RegExp(`${old}.*past its date.*Validate ${String(name)} in Odoo.*retry`));
    expect(await shown()).toEqual(before);
    expect((await world.transfer(id)).carrier_tracking_ref).toBe(false);
    // A person takes the old lot and says that it may go.
    const [line] = await world.lines(id);
    await world.odoo.call('stock.move.line', 'write', [[line!.id], { lot_id: ids.old, quantity: 6, picked: true }]);
    await world.odoo.call('stock.picking', 'button_validate', [[id]], {
      context: { skip_backorder: true, skip_sms: true, skip_expired: true },
    });
    const done = await apply(event);
    expect(done).toMatchObject({ outcome: 'applied' });
    expect(done.remarks).toBeUndefined();
    expect((await world.transfer(id)).carrier_tracking_ref).toContain('TRK-');
    expect(sorted(await world.quants(product))).toEqual([4, 6, 10]);
  });

  it('goods that the vendor sends straight to the customer: its 856 is on the transfer, and a 945 is not about it', async (context) => {
    await needs(stage(), 'stock_dropshipping', context);
    const { world, apply } = stage();
    const product = await world.product();
    const [route] = await world.odoo.rows('stock.route', [['name', '=', 'Dropship']], ['name']);
    const seller = { partner_id: world.vendor, price: 1 };
    await world.odoo.call('product.product', 'write', [
      [product.id],
      { route_ids: [[6, 0, [route!.id]]], seller_ids: [[0, 0, seller]] },
    ]);
    const { name: sale } = await world.order([{ product, quantity: 8 }]);
    const [purchase] = await world.odoo.rows('purchase.order', [['origin', 'ilike', sale]], ['name']);
    await world.odoo.call('purchase.order', 'button_confirm', [[purchase!.id]]);
    const wanted = [['origin', '=', purchase!.name]];
    const [transfer] = await world.odoo.rows('stock.picking', wanted, ['name', 'picking_type_code', 'picking_type_id']);
    expect(transfer!.picking_type_code).toBe('dropship');
    const here = { pickingTypeIds: [(transfer!.picking_type_id as [number])[0]] };
    const label = sscc();
    const notice = announced(String(purchase!.name), [{ product, quantity: 6, more: { package: { sscc: label } } }], {
      trackingNumber: 'PRO-DS',
    });
    expect(await apply(shipped(String(transfer!.name), [{ product, shipped: 8 }]), here)).toMatchObject({
      outcome: 'refused',
      code: 'odoo.transfer-foreign',
    });
    const result = await apply(notice, here);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(await world.transfer(transfer!.id)).toMatchObject({ carrier_tracking_ref: 'PRO-DS' });
    expect(await world.lines(transfer!.id)).toMatchObject([{ quantity: 6, picked: false }]);
    await world.odoo.call('stock.picking', 'button_validate', [[transfer!.id]], {
      context: { skip_backorder: true, skip_sms: true },
    });
    expect(Object.entries(await world.quants(product))).toEqual([[expect.stringContaining(label), 6]]);
  });

  it('a kit leaves as its parts, as many of each as the document says; under the kit’s own number nothing leaves', async (context) => {
    await needs(stage(), 'sale_mrp', context);
    const { world, apply } = stage();
    const [kit, pole, peg] = [await world.product(), await world.product(), await world.product()];
    const [shelf, other] = [await world.shelf(), await world.shelf()];
    await world.stock(pole, shelf, 20);
    await world.stock(peg, other, 20);
    const [row] = await world.odoo.rows('product.product', [['id', '=', kit.id]], ['product_tmpl_id']);
    await world.odoo.create('mrp.bom', {
      product_tmpl_id: (row!.product_tmpl_id as [number])[0],
      type: 'phantom',
      bom_line_ids: [
        [0, 0, { product_id: pole.id, product_qty: 2 }],
        [0, 0, { product_id: peg.id, product_qty: 1 }],
      ],
    });
    const { order, transfers } = await world.order([{ product: kit, quantity: 3 }]);
    const { id, name } = transfers[0]!;
    const asKit = shipped(String(name), [{ product: kit, shipped: 3 }]);
    expect(await apply(asKit)).toMatchObject({ outcome: 'refused', code: 'odoo.product-unknown', writes: [] });
    const more = { status: 'partial-backordered' };
    const parts = shipped(String(name), [
      { product: pole, shipped: 4, more },
      { product: peg, shipped: 2, more },
    ]);
    const result = await apply(parts);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const [line] = await world.odoo.rows('sale.order.line', [['order_id', '=', order]], ['qty_delivered']);
    expect(line!.qty_delivered).toBe(2);
    expect((await world.transfer(id)).backorder_ids).toHaveLength(1);
    expect([sorted(await world.quants(pole)), sorted(await world.quants(peg))]).toEqual([
      [4, 16],
      [2, 18],
    ]);
  });
});
