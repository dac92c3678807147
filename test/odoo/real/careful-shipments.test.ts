import { expect, it } from 'vitest';
import { shipped, sscc } from './events.ts';
import { onRealOdoo } from './rig.ts';
import { fresh } from './world.ts';

/** Shipments that are ordinary, and that a client which looks at one thing at a time gets wrong. */
onRealOdoo((stage) => {
  it('a 945 for a delivery that waits for a receipt does not close the receipt', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { receipt } = await world.purchase([{ product, quantity: 10 }]);
    const [incoming] = await world.moves(receipt.id);
    const { id, name } = await world.delivery([{ product, quantity: 10 }]);
    const [move] = await world.moves(id);
    await world.odoo.call('stock.move', 'write', [[move!.id], { move_orig_ids: [[4, incoming!.id]] }]);
    const result = await apply(shipped(name, [{ product, shipped: 10 }]));
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.transfer-waiting', writes: [] });
    expect((await world.transfer(receipt.id)).state).not.toBe('done');
  });

  it('more of a lot than lies there, the rest of it reserved here, is held', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const name1 = `L${fresh()}`;
    const lot = await world.lot(product, name1);
    const shelf = await world.shelf();
    await world.stock(product, shelf, 10, { lot });
    const { transfers } = await world.order([{ product, quantity: 10 }]);
    const result = await apply(
      shipped(String(transfers[0]!.name), [{ product, shipped: 12, more: { lots: [{ lot: name1, quantity: 12 }] } }]),
    );
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.lot-not-in-stock', writes: [] });
    expect(Object.values(await world.quants(product))).toEqual([10]);
  });

  it('one serial number given twice is held', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'serial' });
    const shelf = await world.shelf();
    const [na, nb] = [`A${fresh()}`, `B${fresh()}`];
    for (const one of [na, nb]) await world.stock(product, shelf, 1, { lot: await world.lot(product, one) });
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const { id, name } = transfers[0]!;
    const before = await world.lines(id);
    const result = await apply(shipped(String(name), [{ product, shipped: 2, more: { serialNumbers: [na, na] } }]));
    expect(result).toMatchObject({ outcome: 'held', writes: [] });
    expect(await world.lines(id)).toEqual(before);
  });

  it('three nested shelves, two lots, two owners', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const aisle = await world.shelf();
    const bay = await world.shelf(aisle);
    const [s1, s2, s3] = [await world.shelf(bay), await world.shelf(bay), await world.shelf(aisle)];
    const owner = world.vendor;
    const [na, nb] = [`A${fresh()}`, `B${fresh()}`];
    const [a, b] = [await world.lot(product, na), await world.lot(product, nb)];
    await world.stock(product, s1!, 4, { lot: a });
    await world.stock(product, s2!, 5, { lot: a, owner });
    await world.stock(product, s3!, 6, { lot: b, owner });
    const { transfers } = await world.order([{ product, quantity: 15 }]);
    const labels = [sscc(), sscc()];
    const result = await apply(
      shipped(String(transfers[0]!.name), [
        {
          product,
          shipped: 12,
          more: {
            lots: [
              { lot: nb, quantity: 5 },
              { lot: na, quantity: 7 },
            ],
            packages: labels.map((one) => ({ sscc: one })),
          },
        },
      ]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).every((q) => q > 0)).toBe(true);
    expect(result.remarks).toBeUndefined();
  });

  it('what goes out beyond the order is not another owner’s', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const other = await world.odoo.create('res.partner', { name: `Owner ${fresh()}` });
    await world.stock(product, await world.shelf(), 5);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    await world.stock(product, await world.shelf(), 2);
    await world.stock(product, await world.shelf(), 20, { owner: other });
    expect(await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 6 }]))).toMatchObject({
      outcome: 'applied',
    });
    const owned = Object.entries(await world.quants(product)).filter(([key]) => key.includes('Owner'));
    expect(owned.map(([, q]) => q)).toEqual([20]);
  });

  it('more cartons than the equal part fills: each label is there or named', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const labels = [sscc(), sscc(), sscc(), sscc()];
    const result = await apply(
      shipped(String(transfers[0]!.name), [
        { product, shipped: 5, more: { packages: labels.map((one) => ({ sscc: one })) } },
      ]),
    );
    const said = JSON.stringify([result.writes, result.remarks]);
    for (const label of labels) expect(said).toContain(label);
  });

  it('two dozen in three cartons are two dozen', async () => {
    const { world, apply } = stage();
    const product = await world.product({ unit: world.units.dozen });
    await world.stock(product, await world.shelf(), 10);
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const labels = [sscc(), sscc(), sscc()];
    const result = await apply(
      shipped(String(transfers[0]!.name), [
        { product, shipped: 24, more: { packages: labels.map((one) => ({ sscc: one })) } },
      ]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const quants = Object.values(await world.quants(product)).sort();
    expect(quants).toEqual([0.66, 0.67, 0.67, 8]);
  });

  it('a dozen of serial numbers on a move in dozens', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'serial' });
    const shelf = await world.shelf();
    const names = Array.from({ length: 12 }, () => `S${fresh()}`);
    for (const one of names) await world.stock(product, shelf, 1, { lot: await world.lot(product, one) });
    const { name } = await world.delivery([{ product, quantity: 1, unit: world.units.dozen }]);
    const result = await apply(shipped(name, [{ product, shipped: 12, more: { serialNumbers: names } }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
  });

  it('a person has picked all but not validated: the number of the carrier is on the transfer', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const { id, name } = transfers[0]!;
    const [move] = await world.moves(id);
    await world.odoo.call('stock.move', 'write', [[move!.id], { picked: true }]);
    const result = await apply(shipped(String(name), [{ product, shipped: 5 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const carrier_tracking_ref = `TRK-${String(name).replaceAll('/', '-')}`;
    expect(await world.transfer(id)).toMatchObject({ state: 'done', carrier_tracking_ref });
  });

  it('a person has picked another lot than the document says: held, not validated', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const [na, nb] = [`A${fresh()}`, `B${fresh()}`];
    const shelf = await world.shelf();
    await world.stock(product, shelf, 5, { lot: await world.lot(product, na) });
    await world.stock(product, shelf, 5, { lot: await world.lot(product, nb) });
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const { id, name } = transfers[0]!;
    const [line] = await world.lines(id);
    const reserved = line!.lot_id[1];
    const [move] = await world.moves(id);
    await world.odoo.call('stock.move', 'write', [[move!.id], { picked: true }]);
    const result = await apply(
      shipped(String(name), [
        { product, shipped: 5, more: { lots: [{ lot: reserved === na ? nb : na, quantity: 5 }] } },
      ]),
    );
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.person-half-way', writes: [] });
    expect((await world.transfer(id)).state).not.toBe('done');
  });

  it('several tracking numbers: what Odoo does not hold is said', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 10 }]);
    const { name } = transfers[0]!;
    const packages = [
      { sscc: sscc(), tracking: '1Z0000000000000001' },
      { sscc: sscc(), tracking: '1Z0000000000000002' },
    ];
    const result = await apply(
      shipped(String(name), [{ product, shipped: 10, more: { packages } }], { trackingNumber: undefined }),
    );
    const said = JSON.stringify([result.writes, result.remarks]);
    for (const { tracking } of packages) expect(said).toContain(tracking);
  });
});
