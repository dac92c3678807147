import { expect, it } from 'vitest';
import { moment } from '../action-rig.ts';
import { announced, shipped, sscc } from './events.ts';
import { onRealOdooOnly, type Stage } from './rig.ts';
import type { Product } from './world.ts';

const validate = ({ world }: Stage, id: number) =>
  world.odoo.call('stock.picking', 'button_validate', [[id]], { context: { skip_backorder: true, skip_sms: true } });

/** An open order in a warehouse of its own, whose deliveries are set up as told: what others do at the same time is not touched by it. */
async function inHouseWith({ world, apply }: Stage, settings: object, ordered: number) {
  const house = await world.steps('ship_only');
  await world.odoo.call('stock.picking.type', 'write', [[house.outType], settings]);
  const product = await world.product();
  await world.stock(product, await world.shelf(house.stock), 20);
  const [transfer] = (await world.order([{ product, quantity: ordered }], { warehouse_id: house.id })).transfers;
  const here: Stage['apply'] = (event, more) => apply(event, { pickingTypeIds: [house.outType], ...more });
  return { house, product, id: transfer!.id, name: String(transfer!.name), apply: here };
}

async function openOrder({ world }: Stage, ordered: number, more: object = {}) {
  const product = await world.product();
  await world.stock(product, await world.shelf(), 20);
  const { transfers } = await world.order([{ product, quantity: ordered }], more);
  return { product, id: transfers[0]!.id, name: String(transfers[0]!.name) };
}

const partial = { status: 'partial-backordered' };
const sorted = (quants: Readonly<Record<string, number>>) => Object.values(quants).sort((a, b) => a - b);

/** Settings and habits of warehouses that are ordinary enough, and that nobody thinks of. */
onRealOdooOnly((stage) => {
  it('a warehouse that prints its slip at the validation: Odoo answers with something to print, and the transfer is done', async () => {
    const { product, id, name, apply } = await inHouseWith(stage(), { auto_print_delivery_slip: true }, 8);
    const result = await apply(shipped(name, [{ product, shipped: 8 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(await stage().world.transfer(id)).toMatchObject({ state: 'done', date_done: '2026-11-20 16:42:00' });
  });

  it('a warehouse that never makes backorders: what is short is closed, and the result says so', async () => {
    const { product, id, name, apply } = await inHouseWith(stage(), { create_backorder: 'never' }, 8);
    const result = await apply(shipped(name, [{ product, shipped: 5, more: partial }]));
    expect(result).toMatchObject({ outcome: 'applied', remarks: [expect.stringContaining('no backorder')] });
    expect((await stage().world.transfer(id)).backorder_ids).toEqual([]);
  });

  it('a warehouse that always makes backorders: one that nothing follows for is named', async () => {
    const { product, name, apply } = await inHouseWith(stage(), { create_backorder: 'always' }, 8);
    const result = await apply(shipped(name, [{ product, shipped: 5, more: { status: 'partial' } }]));
    expect(result).toMatchObject({ outcome: 'applied', remarks: [expect.stringContaining('nothing is to follow')] });
  });

  it('pick, pack and ship: one 945 validates all three, with the carton from the first to the last', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const house = await world.steps('pick_pack_ship');
    await world.stock(product, await world.shelf(house.stock), 50);
    const { order, transfers } = await world.order([{ product, quantity: 8 }], { warehouse_id: house.id });
    const pick = transfers.find((one) => (one.picking_type_id as [number])[0] === house.pickType)!;
    const label = sscc();
    const result = await apply(
      shipped(String(pick.name), [{ product, shipped: 8, more: { packages: [{ sscc: label }] } }]),
      { pickingTypeIds: [house.pickType, house.packType, house.outType] },
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const all = await world.odoo.rows('stock.picking', [['sale_id', '=', order]], ['state']);
    expect(all.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    const quants = await world.quants(product);
    expect(sorted(quants)).toEqual([8, 42]);
    expect(Object.keys(quants).filter((place) => place.includes(label))).toHaveLength(1);
  });

  it('two moves of one product in different units: pieces fill the dozens first', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 100);
    const { id, name } = await world.delivery([
      { product, quantity: 1, unit: world.units.dozen },
      { product, quantity: 6 },
    ]);
    const result = await apply(shipped(name, [{ product, shipped: 18 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect((await world.moves(id)).map(({ quantity }) => quantity)).toEqual([1, 6]);
    expect(sorted(await world.quants(product))).toEqual([18, 82]);
  });

  it('an 856 for two moves in different units', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { name, receipt } = await world.purchase([
      { product, quantity: 2, unit: world.units.dozen },
      { product, quantity: 5 },
    ]);
    const result = await apply(announced(name, [{ product, quantity: 29 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    await validate(stage(), receipt.id);
    expect(sorted(await world.quants(product))).toEqual([29]);
  });

  it('goods that are reserved in two places of different depth leave both', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const high = await world.shelf();
    const deep = await world.shelf(await world.shelf(await world.shelf()));
    await world.stock(product, high, 5);
    await world.stock(product, deep, 7);
    const { transfers } = await world.order([{ product, quantity: 9 }]);
    const event = shipped(String(transfers[0]!.name), [
      { product, shipped: 8, more: { ...partial, packages: [{ sscc: sscc() }, { sscc: sscc() }] } },
    ]);
    const result = await apply(event);
    expect(result).toMatchObject({ outcome: 'applied' });
    const quants = await world.quants(product);
    expect(Object.values(quants).every((quantity) => quantity > 0)).toBe(true);
    const left = Object.entries(quants).filter(([place]) => place.includes('Shelf'));
    expect(left.reduce((sum, [, quantity]) => sum + quantity, 0)).toBe(4);
  });

  it('an order that ships only as a whole: what the warehouse shipped short is shipped, with the rest as a backorder', async () => {
    const { product, id, name } = await openOrder(stage(), 8, { picking_policy: 'one' });
    const result = await stage().apply(shipped(name, [{ product, shipped: 5, more: partial }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect((await stage().world.transfer(id)).backorder_ids).toHaveLength(1);
    expect(sorted(await stage().world.quants(product))).toEqual([5, 15]);
  });

  it('a product that was archived meanwhile ships all the same', async () => {
    const { product, name } = await openOrder(stage(), 8);
    await stage().world.odoo.call('product.product', 'write', [[product.id], { active: false }]);
    expect(await stage().apply(shipped(name, [{ product, shipped: 8 }]))).toMatchObject({ outcome: 'applied' });
    expect(sorted(await stage().world.quants(product))).toEqual([8, 12]);
  });

  it('stock that is negative elsewhere in the warehouse does not grow more so', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    const hole = await world.shelf();
    await world.stock(product, shelf, 20);
    await world.stock(product, hole, -3);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const result = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 8 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(sorted(await world.quants(product))).toEqual([-3, 8, 12]);
  });

  it('whole packages are moved as such: the pallet leaves whole, and a part of one in its own carton', async () => {
    const { world, apply, server } = stage();
    const house = await world.steps('ship_only');
    // Until 18 the operation type says so, and Odoo keeps a record of each package that moves.
    if (server.version < 19)
      await world.odoo.call('stock.picking.type', 'write', [[house.outType], { show_entire_packs: true }]);
    const here = { pickingTypeIds: [house.outType] };
    const shelf = await world.shelf(house.stock);
    const ordered = async (product: Product) =>
      String((await world.order([{ product, quantity: 8 }], { warehouse_id: house.id })).transfers[0]!.name);
    const whole = await world.product();
    const pallet = sscc();
    await world.stock(whole, shelf, 8, { package: await world.pack(pallet) });
    const first = [{ product: whole, shipped: 8, more: { packages: [{ sscc: pallet }] } }];
    expect(await apply(shipped(await ordered(whole), first), here)).toMatchObject({ outcome: 'applied' });
    expect(Object.entries(await world.quants(whole))).toEqual([[expect.stringContaining(pallet), 8]]);
    const part = await world.product();
    const [source, carton] = [sscc(), sscc()];
    await world.stock(part, shelf, 8, { package: await world.pack(source) });
    const second = [{ product: part, shipped: 3, more: { ...partial, packages: [{ sscc: carton }] } }];
    expect(await apply(shipped(await ordered(part), second), here)).toMatchObject({ outcome: 'applied' });
    const quants = await world.quants(part);
    expect(Object.entries(quants).find(([place]) => place.includes(source))?.[1]).toBe(5);
    expect(Object.entries(quants).find(([place]) => place.includes(carton))?.[1]).toBe(3);
  });

  it('the label of a box that has come back empty is used again', async () => {
    const { world, apply } = stage();
    const label = sscc();
    const box = await world.pack(label);
    const { product, name } = await openOrder(stage(), 4);
    const lines = [{ product, shipped: 4, more: { packages: [{ sscc: label }] } }];
    expect(await apply(shipped(name, lines))).toMatchObject({ outcome: 'applied' });
    const named = await world.odoo.rows(world.packageModel, [['name', '=', label]], ['name']);
    expect(named.map(({ id }) => id)).toEqual([box]);
  });

  it('a return of what was shipped changes nothing for the 945 when it comes again', async () => {
    const { world, apply } = stage();
    const { product, id, name } = await openOrder(stage(), 8);
    const event = shipped(name, [{ product, shipped: 8 }]);
    expect(await apply(event)).toMatchObject({ outcome: 'applied' });
    await world.returned(id, 3);
    const before = await world.quants(product);
    expect(await apply(event)).toMatchObject({ outcome: 'already-applied' });
    expect(await world.quants(product)).toEqual(before);
  });

  it('two orders for one product, each for the rest that the other leaves: both ship what they reserved', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 10);
    const one = (await world.order([{ product, quantity: 6 }])).transfers[0]!;
    const two = (await world.order([{ product, quantity: 6 }])).transfers[0]!;
    const short = shipped(String(two.name), [{ product, shipped: 6 }]);
    expect(await apply(short)).toMatchObject({ outcome: 'held', code: 'odoo.not-reserved', writes: [] });
    const results = await Promise.all([
      apply(shipped(String(one.name), [{ product, shipped: 6 }])),
      apply(
        shipped(String(two.name), [{ product, shipped: 4, more: partial }], {
          shippedAt: moment('2026-11-21T09:00:00Z'),
        }),
      ),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(sorted(await world.quants(product))).toEqual([10]);
  });
});
