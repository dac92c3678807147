import { expect, it } from 'vitest';
import { announced, shipped, sscc } from './events.ts';
import { onRealOdoo } from './rig.ts';
import { fresh } from './world.ts';

/** What leaves, leaves from where it lies: shelf, lot, package, owner; what comes, comes to where Odoo's putaway wants it. */
onRealOdoo((stage) => {
  it('goods in a shelf leave the shelf', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    await world.stock(product, shelf, 20);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const name = String(transfers[0]!.name);
    const label = sscc();
    const result = await apply(shipped(name, [{ product, shipped: 8, more: { packages: [{ sscc: label }] } }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const quants = await world.quants(product);
    expect(Object.values(quants).sort()).toEqual([12, 8]);
    expect(Object.entries(quants).find(([place]) => place.includes('Shelf'))?.[1]).toBe(12);
    expect(quants[`Customers | ${label}`] ?? quants[`Partners/Customers | ${label}`]).toBe(8);
  });

  it('two cartons from one shelf, and another part short with a backorder that is reserved in the same shelf', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    await world.stock(product, shelf, 20);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const packages = [{ sscc: sscc() }, { sscc: sscc() }];
    const result = await apply(
      shipped(String(transfers[0]!.name), [{ product, shipped: 5, more: { packages, status: 'partial-backordered' } }]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    const after = await world.transfer(transfers[0]!.id);
    expect(after.state).toBe('done');
    const [backorder] = after.backorder_ids as number[];
    expect(await world.lines(backorder!)).toMatchObject([
      { quantity: 3, picked: false, location_id: [shelf, expect.anything()] },
    ]);
    const quants = await world.quants(product);
    expect(Object.values(quants).sort((a, b) => a - b)).toEqual([2, 3, 15]);
  });

  it('a lot in a shelf on a pallet of another owner keeps all four', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const shelf = await world.shelf();
    const lot = await world.lot(product, `L${fresh()}`);
    const pallet = await world.pack(sscc());
    await world.stock(product, shelf, 20, { lot, package: pallet, owner: world.customer });
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const [line] = await world.lines(transfers[0]!.id);
    expect(line).toMatchObject({ quantity: 8, package_id: [pallet, expect.anything()] });
    const carton = sscc();
    const lots = [{ lot: (line!.lot_id as [number, string])[1], quantity: 8 }];
    const result = await apply(
      shipped(String(transfers[0]!.name), [{ product, shipped: 8, more: { lots, packages: [{ sscc: carton }] } }]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const quants = await world.quants(product);
    const inShelf = Object.entries(quants).filter(([place]) => place.includes('Shelf'));
    expect(inShelf.map(([, quantity]) => quantity)).toEqual([12]);
    expect(Object.values(quants).every((quantity) => quantity > 0)).toBe(true);
  });

  it('another lot than the reserved one is taken from where that lot lies', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const [one, two] = [await world.shelf(), await world.shelf()];
    const [first, second] = [`A${fresh()}`, `B${fresh()}`];
    await world.stock(product, one, 10, { lot: await world.lot(product, first) });
    const { transfers } = await world.order([{ product, quantity: 6 }]);
    await world.stock(product, two, 10, { lot: await world.lot(product, second) });
    const result = await apply(
      shipped(String(transfers[0]!.name), [{ product, shipped: 6, more: { lots: [{ lot: second, quantity: 6 }] } }]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    const quants = await world.quants(product);
    const of = (lot: string) =>
      Object.entries(quants).filter(([place]) => place.includes(lot) && place.includes('Shelf'));
    expect(of(first).map(([, quantity]) => quantity)).toEqual([10]);
    expect(of(second).map(([, quantity]) => quantity)).toEqual([4]);
  });

  it('an owner’s goods are the owner’s when they leave', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    await world.stock(product, shelf, 20, { owner: world.customer });
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const result = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 5 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    const quants = await world.quants(product);
    const inStock = Object.entries(quants).filter(([place]) => place.includes('Stock'));
    expect(inStock.map(([, quantity]) => quantity)).toEqual([15]);
    expect(Object.values(quants).every((quantity) => quantity > 0)).toBe(true);
  });

  it('a whole pallet leaves as it is', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    const label = sscc();
    await world.stock(product, shelf, 8, { package: await world.pack(label) });
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const result = await apply(
      shipped(String(transfers[0]!.name), [{ product, shipped: 8, more: { packages: [{ sscc: label }] } }]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    const quants = await world.quants(product);
    expect(Object.keys(quants)).toEqual([expect.stringContaining(label)]);
    expect(Object.values(quants)).toEqual([8]);
  });

  it('the label of a pallet of which less leaves is held before anything is written', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    const label = sscc();
    await world.stock(product, shelf, 20, { package: await world.pack(label) });
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const before = await world.lines(transfers[0]!.id);
    const result = await apply(
      shipped(String(transfers[0]!.name), [{ product, shipped: 8, more: { packages: [{ sscc: label }] } }]),
    );
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.package-in-stock', writes: [] });
    expect(await world.lines(transfers[0]!.id)).toEqual(before);
  });

  it('the label of a pallet that holds labelled cartons is held, and the reason names the cartons', async ({
    skip,
  }) => {
    const { world, apply, server } = stage();
    skip(server.version < 19, 'a package holds packages from Odoo 19 on');
    const product = await world.product();
    const [pallet, carton] = [sscc(), sscc()];
    const [outer, inner] = [await world.pack(pallet), await world.pack(carton)];
    await world.stock(product, await world.shelf(), 8, { package: inner });
    await world.odoo.call('stock.package', 'write', [[inner], { parent_package_id: outer }]);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const name = String(transfers[0]!.name);
    const line = (label: string) => shipped(name, [{ product, shipped: 8, more: { packages: [{ sscc: label }] } }]);
    const held = await apply(line(pallet));
    expect(held).toMatchObject({ outcome: 'held', code: 'odoo.package-in-stock', writes: [] });
    expect(held.reason).toContain(`is a container in Odoo that holds ${carton}`);
    expect(await apply(line(carton))).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product))).toEqual([8]);
  });

  it('an 856 keeps the places of a putaway, and fills two order lines of one product in order', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    await world.odoo.create('stock.putaway.rule', {
      product_id: product.id,
      location_in_id: world.warehouse.stock,
      location_out_id: shelf,
    });
    const { name, receipt } = await world.purchase([
      { product, quantity: 20 },
      { product, quantity: 10 },
    ]);
    const label = sscc();
    const result = await apply(announced(name, [{ product, quantity: 30, more: { package: { sscc: label } } }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const lines = await world.lines(receipt.id);
    expect(lines.map((line) => line.quantity).sort()).toEqual([10, 20]);
    for (const line of lines)
      expect(line).toMatchObject({ location_dest_id: [shelf, expect.anything()], picked: false });
  });

  it('the order’s line number decides which of two lines of one product is announced', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { name, receipt } = await world.purchase([
      { product, quantity: 20 },
      { product, quantity: 10 },
    ]);
    const result = await apply(announced(name, [{ product, quantity: 10, more: { lineNumber: '2' } }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    const moves = await world.moves(receipt.id);
    const [second] = moves.filter((move) => move.product_uom_qty === 10);
    const lines = await world.lines(receipt.id);
    expect(lines.map((line) => line.quantity)).toEqual([10]);
    expect(moves.find((move) => move.id === second!.id)?.quantity).toBe(10);
  });
});
