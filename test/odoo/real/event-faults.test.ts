import { expect, it } from 'vitest';
import { x945 } from './documents.ts';
import { onRealHub, type RealHub } from './hub.ts';
import { fresh } from './world.ts';

async function openOrder({ world }: RealHub, tracking: 'none' | 'lot' = 'none') {
  const product = await world.product(tracking === 'lot' ? { tracking } : {});
  const shelf = await world.shelf();
  const lot = `L${fresh()}`;
  await world.stock(product, shelf, 20, tracking === 'lot' ? { lot: await world.lot(product, lot) } : {});
  const [transfer] = (await world.order([{ product, quantity: 8 }])).transfers;
  const { id } = transfer!;
  return { product, shelf, lot, id, name: String(transfer!.name) };
}

const shippedOf = (quants: Readonly<Record<string, number>>) =>
  Object.entries(quants)
    .filter(([place]) => place.includes('Customers'))
    .reduce((sum, [, quantity]) => sum + quantity, 0);

/** What goes wrong with one document: one case that says what to do, nothing changed, and a retry takes it when it is mended. */
onRealHub((hub) => {
  async function stopsOnce(document: string, state: string, code: string, says: RegExp): Promise<string> {
    const delivery = await hub().delivery(document);
    expect(delivery).toMatchObject({ state, reason_code: code });
    const open = (await hub().openCases()).filter((one) => one.fingerprint.startsWith(`${code}/`));
    expect(open).toHaveLength(1);
    expect(open[0]!.detail).toMatch(says);
    return delivery.id;
  }

  async function mended(deliveryId: string, document: string): Promise<void> {
    await hub().retry(deliveryId);
    await hub().later(1);
    expect((await hub().delivery(document)).state).toBe('applied');
    expect(await hub().openCases()).toEqual([]);
  }

  it('a field that was renamed under the hub: asked anew what there is, once, and done without it', async () => {
    const { gate, server, world } = hub();
    const { product, id, name } = await openOrder(hub());
    // The hub knows this Odoo by now.
    await hub().say('standard-3pl', x945(name, [{ sku: 'unknown', quantity: 1 }]));
    gate.meet = (_call, said) => {
      said.body = said.body.replaceAll('carrier_tracking_ref', 'carrier_tracking_reference');
      return 'pass';
    };
    const document = await hub().say('standard-3pl', x945(name, [{ sku: product.sku, quantity: 8 }], 'TRK-RENAMED'));
    for (let turn = 0; turn < 3; turn += 1) await hub().later(400);
    gate.meet = undefined;
    expect(await hub().delivery(document)).toMatchObject({ state: 'applied' });
    const notes = [
      ['model', '=', 'stock.picking'],
      ['res_id', '=', id],
      ['body', 'ilike', 'TRK-RENAMED'],
    ];
    expect(await world.odoo.rows('mail.message', notes, ['body'])).toHaveLength(1);
    expect(shippedOf(await world.quants(product))).toBe(8);
    expect(server.version).toBeGreaterThan(16);
    await hub().rig.context.db.system('exception_case').update({ state: 'resolved', resolved_at: new Date() });
    await hub().connectAs({ key: server.key });
  });

  it('a field that the hub cannot do without: failed with a case, and not tried for ever', async () => {
    const { gate, world } = hub();
    const { product, id, name } = await openOrder(hub());
    gate.meet = (_call, said) => {
      said.body = said.body.replaceAll('result_package_id', 'result_pack_id');
      return 'pass';
    };
    const document = await hub().say('standard-3pl', x945(name, [{ sku: product.sku, quantity: 8 }]));
    for (let turn = 0; turn < 5; turn += 1) await hub().later(400);
    const tried = gate.calls.length;
    await hub().later(4000);
    expect(gate.calls.length).toBe(tried);
    const delivery = await stopsOnce(document, 'failed', 'odoo.bad-request', /result_pack_id/);
    expect((await world.transfer(id)).state).toBe('assigned');
    gate.meet = undefined;
    await mended(delivery, document);
    expect(shippedOf(await world.quants(product))).toBe(8);
  });

  it('a product that the transfer has not', async () => {
    const { world } = hub();
    const { id, name } = await openOrder(hub());
    const late = await world.product();
    await world.stock(late, await world.shelf(), 5);
    const document = await hub().say('standard-3pl', x945(name, [{ sku: late.sku, quantity: 2 }]));
    const delivery = await stopsOnce(document, 'refused', 'odoo.product-unknown', new RegExp(late.sku));
    const [{ sale_id: sale }] = (await world.odoo.rows('stock.picking', [['id', '=', id]], ['sale_id'])) as [
      { id: number; sale_id: [number] },
    ];
    const line = { product_id: late.id, product_uom_qty: 2 };
    await world.odoo.call('sale.order', 'write', [[sale[0]], { order_line: [[0, 0, line]] }]);
    await mended(delivery, document);
    expect(shippedOf(await world.quants(late))).toBe(2);
  });

  it('a lot that Odoo does not know', async () => {
    const { world } = hub();
    const { product, shelf, name } = await openOrder(hub(), 'lot');
    const unknown = `U${fresh()}`;
    const document = await hub().say('standard-3pl', x945(name, [{ sku: product.sku, quantity: 8, lot: unknown }]));
    const delivery = await stopsOnce(document, 'held', 'odoo.lot-unknown', new RegExp(unknown));
    await world.stock(product, shelf, 8, { lot: await world.lot(product, unknown) });
    await mended(delivery, document);
    expect(shippedOf(await world.quants(product))).toBe(8);
  });

  it('a transfer that a person has cancelled: refused, with nothing shipped', async () => {
    const { world } = hub();
    const { product, id, name } = await openOrder(hub());
    await world.odoo.call('stock.picking', 'action_cancel', [[id]]);
    const document = await hub().say('standard-3pl', x945(name, [{ sku: product.sku, quantity: 8 }]));
    await stopsOnce(document, 'refused', 'odoo.transfer-cancelled', new RegExp(name));
    expect(Object.values(await world.quants(product))).toEqual([20]);
    await hub().rig.context.db.system('exception_case').update({ state: 'resolved', resolved_at: new Date() });
  });

  it('somebody else who writes to the same transfer for seconds: both are done', async () => {
    const { world } = hub();
    const { product, id, name } = await openOrder(hub());
    const [model] = await world.odoo.rows('ir.model', [['model', '=', 'stock.picking']], ['name']);
    const code = "record.write({'note': 'somebody else'})\nenv.flush_all()\ntime.sleep(4)";
    const action = { name: `Slow ${fresh()}`, model_id: model!.id, state: 'code', code };
    const slow = await world.odoo.create('ir.actions.server', action);
    const context = { active_id: id, active_ids: [id], active_model: 'stock.picking' };
    // Odoo finds the collision at the commit, takes the loser's work back and repeats it; what it cannot, the hub repeats.
    const other = world.odoo.call('ir.actions.server', 'run', [[slow]], { context });
    const document = await hub().say('standard-3pl', x945(name, [{ sku: product.sku, quantity: 8 }], 'TRK-BOTH'));
    await other;
    for (let turn = 0; turn < 3; turn += 1) await hub().later(400);
    expect(['applied', 'already-applied']).toContain((await hub().delivery(document)).state);
    const [both] = await world.odoo.rows('stock.picking', [['id', '=', id]], ['note', 'state']);
    expect(String(both!.note)).toContain('somebody else');
    expect(both!.state).toBe('done');
    expect(shippedOf(await world.quants(product))).toBe(8);
    expect(await hub().openCases()).toEqual([]);
  });
});
