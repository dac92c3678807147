import { expect, it } from 'vitest';
import { shipped, sscc } from './events.ts';
import { onRealOdoo } from './rig.ts';

/** A warehouse that picks before it ships. From 18 on the delivery only exists once something was picked. */
onRealOdoo((stage) => {
  it('a 945 for the pick validates pick and delivery in their order, with the carton from one to the other', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const house = await world.steps('pick_ship');
    await world.stock(product, await world.shelf(house.stock), 50);
    const { order, transfers } = await world.order([{ product, quantity: 8 }], { warehouse_id: house.id });
    const pick = transfers.find((one) => (one.picking_type_id as [number])[0] === house.pickType)!;
    const label = sscc();
    const result = await apply(
      shipped(String(pick.name), [{ product, shipped: 8, more: { packages: [{ sscc: label }] } }]),
      { pickingTypeIds: [house.pickType, house.outType] },
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const all = await world.odoo.rows(
      'stock.picking',
      [['sale_id', '=', order]],
      ['state', 'carrier_tracking_ref', 'picking_type_id'],
    );
    expect(all.map(({ state }) => state)).toEqual(['done', 'done']);
    const out = all.find((one) => (one.picking_type_id as [number])[0] === house.outType)!;
    expect(out.carrier_tracking_ref).toBe(`TRK-${String(pick.name).replaceAll('/', '-')}`);
    const quants = await world.quants(product);
    expect(Object.values(quants).sort((a, b) => a - b)).toEqual([8, 42]);
    expect(Object.entries(quants).find(([place]) => place.includes(label))?.[1]).toBe(8);
  });

  it('a pick that is short ships what was picked, and leaves the rest open', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const house = await world.steps('pick_ship');
    await world.stock(product, await world.shelf(house.stock), 50);
    const { transfers } = await world.order([{ product, quantity: 8 }], { warehouse_id: house.id });
    const pick = transfers.find((one) => (one.picking_type_id as [number])[0] === house.pickType)!;
    const result = await apply(
      shipped(String(pick.name), [{ product, shipped: 5, more: { status: 'partial-backordered' } }]),
      { pickingTypeIds: [house.pickType, house.outType] },
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([5, 45]);
  });

  it('a delivery whose pick is somebody else’s waits for it', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const house = await world.steps('pick_ship');
    await world.stock(product, await world.shelf(house.stock), 50);
    const { transfers } = await world.order([{ product, quantity: 8 }], { warehouse_id: house.id });
    const out = transfers.find((one) => (one.picking_type_id as [number])[0] === house.outType);
    const pick = transfers.find((one) => (one.picking_type_id as [number])[0] === house.pickType)!;
    const name = String((out ?? pick).name);
    const result = await apply(shipped(name, [{ product, shipped: 8 }]), { pickingTypeIds: [house.outType] });
    // Before 18 the delivery exists and waits; later there is only the pick, which is not the partner's.
    expect(result.code).toBe(out ? 'odoo.transfer-waiting' : 'odoo.transfer-foreign');
    expect(Object.values(await world.quants(product))).toEqual([50]);
  });
});
