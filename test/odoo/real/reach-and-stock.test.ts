import { expect, it } from 'vitest';
import { shipped, sscc } from './events.ts';
import { onRealOdoo } from './rig.ts';
import { fresh } from './world.ts';

/** Which transfers a document may touch, and what happens where Odoo has not reserved what was shipped. */
onRealOdoo((stage) => {
  it('a 945 never closes a receipt, nor a delivery of a site that is not the partner’s', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { receipt } = await world.purchase([{ product, quantity: 5 }]);
    expect(await apply(shipped(String(receipt.name), [{ product, shipped: 5 }]))).toMatchObject({
      outcome: 'refused',
      code: 'odoo.transfer-foreign',
    });
    expect((await world.transfer(receipt.id)).state).toBe('assigned');
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const event = shipped(String(transfers[0]!.name), [{ product, shipped: 5 }]);
    expect(await apply(event, { pickingTypeIds: [] })).toMatchObject({ code: 'odoo.transfer-foreign' });
    const recordId = transfers[0]!.id;
    const told = await apply(event, { pickingTypeIds: [], notified: async () => [{ recordId, lines: {} }] });
    expect(told).toMatchObject({ outcome: 'applied' });
  });

  it('free stock that nobody reserved is reserved first', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    await world.stock(product, await world.shelf(), 20);
    await world.odoo.call('stock.picking', 'do_unreserve', [[transfers[0]!.id]]);
    const event = shipped(String(transfers[0]!.name), [{ product, shipped: 8 }]);
    expect(await apply(event, { unreserved: 'hold' })).toMatchObject({ outcome: 'held', code: 'odoo.not-reserved' });
    expect(await apply(event)).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([8, 12]);
  });

  it('what Odoo does not have is held with nothing written, or shipped with a remark where that is the policy', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    await world.stock(product, shelf, 5);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const event = shipped(String(transfers[0]!.name), [{ product, shipped: 8 }]);
    const before = await world.lines(transfers[0]!.id);
    expect(await apply(event)).toMatchObject({ outcome: 'held', code: 'odoo.not-reserved', writes: [] });
    expect(await world.lines(transfers[0]!.id)).toEqual(before);
    const result = await apply(event, { unreserved: 'apply' });
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toEqual([expect.stringContaining('3 of')]);
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([-3, 8]);
  });

  it('more than was ordered leaves where there is free stock of it, and is held where there is none', async () => {
    const { world, apply } = stage();
    const [plenty, scarce] = [await world.product(), await world.product()];
    const shelf = await world.shelf();
    await world.stock(plenty, shelf, 20);
    await world.stock(scarce, shelf, 10);
    const over = await world.order([{ product: plenty, quantity: 10 }]);
    expect(await apply(shipped(String(over.transfers[0]!.name), [{ product: plenty, shipped: 12 }]))).toMatchObject({
      outcome: 'applied',
    });
    expect(Object.values(await world.quants(plenty)).sort((a, b) => a - b)).toEqual([8, 12]);
    const short = await world.order([{ product: scarce, quantity: 10 }]);
    expect(await apply(shipped(String(short.transfers[0]!.name), [{ product: scarce, shipped: 12 }]))).toMatchObject({
      outcome: 'held',
      code: 'odoo.not-reserved',
    });
  });

  it('a draft is held, and a cancelled transfer is refused', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    await world.odoo.call('stock.picking', 'action_cancel', [[transfers[0]!.id]]);
    const cancelled = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 5 }]));
    expect(cancelled).toMatchObject({ outcome: 'refused', code: 'odoo.transfer-cancelled' });
    const draft = await world.draft([{ product, quantity: 5 }]);
    const held = await apply(shipped(draft.name, [{ product, shipped: 5 }]));
    expect(held).toMatchObject({ outcome: 'held', code: 'odoo.transfer-draft', writes: [] });
    expect((await world.transfer(draft.id)).state).toBe('draft');
  });

  it('a lot that Odoo has less of than was shipped is held', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const shelf = await world.shelf();
    const [one, two] = [`A${fresh()}`, `B${fresh()}`];
    await world.stock(product, shelf, 10, { lot: await world.lot(product, one) });
    const { transfers } = await world.order([{ product, quantity: 6 }]);
    await world.stock(product, shelf, 2, { lot: await world.lot(product, two) });
    const lots = (lot: string) => ({ lots: [{ lot, quantity: 6 }] });
    const name = String(transfers[0]!.name);
    expect(await apply(shipped(name, [{ product, shipped: 6, more: lots(two) }]))).toMatchObject({
      code: 'odoo.lot-not-in-stock',
      writes: [],
    });
    expect(await apply(shipped(name, [{ product, shipped: 6, more: lots(`C${fresh()}`) }]))).toMatchObject({
      code: 'odoo.lot-unknown',
      writes: [],
    });
  });

  it('serial numbers leave one by one', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'serial' });
    const shelf = await world.shelf();
    const serialNumbers = [`S${fresh()}`, `S${fresh()}`, `S${fresh()}`];
    for (const name of serialNumbers) await world.stock(product, shelf, 1, { lot: await world.lot(product, name) });
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const chosen = [serialNumbers[2]!, serialNumbers[0]!];
    const result = await apply(
      shipped(String(transfers[0]!.name), [
        { product, shipped: 2, more: { serialNumbers: chosen, packages: [{ sscc: sscc() }] } },
      ]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    const inShelf = Object.entries(await world.quants(product)).filter(([place]) => place.includes('Shelf'));
    expect(inShelf.map(([place, quantity]) => [place.includes(serialNumbers[1]!), quantity])).toEqual([[true, 1]]);
  });
});
