import { expect, it } from 'vitest';
import { announced, sscc } from './events.ts';
import { onRealOdoo } from './rig.ts';
import { fresh } from './world.ts';

/** Receipts that are ordinary in one thing each, and that an 856 went or could go wrong on. */
onRealOdoo((stage) => {
  it('goods that come in steps are announced at the first one', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const label = fresh();
    const values = { name: `Steps ${label}`, code: label.slice(-5), reception_steps: 'two_steps' };
    const id = await world.odoo.create('stock.warehouse', values);
    const [house] = await world.odoo.rows('stock.warehouse', [['id', '=', id]], ['in_type_id']);
    const inType = (house!.in_type_id as [number])[0];
    const { name, receipt } = await world.purchase([{ product, quantity: 30 }], { picking_type_id: inType });
    const [before] = await world.lines(receipt.id);
    const notice = announced(name, [{ product, quantity: 12, more: { package: { sscc: sscc() } } }]);
    expect(await apply(notice)).toMatchObject({ outcome: 'refused', code: 'odoo.transfer-foreign' });
    expect(await apply(notice, { pickingTypeIds: [inType] })).toMatchObject({ outcome: 'applied' });
    expect(await world.lines(receipt.id)).toMatchObject([
      { quantity: 12, picked: false, location_dest_id: before!.location_dest_id },
    ]);
  });

  it('a receipt that a person has spread over two shelves keeps both when the 856 comes', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const [one, two] = [await world.shelf(), await world.shelf()];
    const { name, receipt } = await world.purchase([{ product, quantity: 20 }]);
    const [line] = await world.lines(receipt.id);
    const [move] = await world.moves(receipt.id);
    const rest = { move_id: move!.id, product_id: product.id, quantity: 8, location_dest_id: two };
    await world.odoo.call('stock.picking', 'write', [
      [receipt.id],
      {
        move_line_ids: [
          [1, line!.id, { quantity: 12, location_dest_id: one }],
          [0, 0, rest],
        ],
      },
    ]);
    const pallets = [sscc(), sscc()];
    const items = pallets.map((label) => ({ product, quantity: 10, more: { package: { sscc: label } } }));
    const result = await apply(announced(name, items));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const sums = new Map<number, number>();
    for (const { location_dest_id, quantity } of await world.lines(receipt.id)) {
      const place = (location_dest_id as [number])[0];
      sums.set(place, (sums.get(place) ?? 0) + Number(quantity));
    }
    expect([sums.get(one), sums.get(two)]).toEqual([12, 8]);
  });

  it('serial numbers of an 856 for two order lines of one product become pieces of their own', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'serial' });
    const { name, receipt } = await world.purchase([
      { product, quantity: 2 },
      { product, quantity: 1 },
    ]);
    const serialNumbers = [`S${fresh()}`, `S${fresh()}`, `S${fresh()}`];
    const few = announced(name, [{ product, quantity: 3, more: { serialNumbers: serialNumbers.slice(1) } }]);
    expect(await apply(few)).toMatchObject({ outcome: 'held', code: 'odoo.lot-quantities-differ', writes: [] });
    const result = await apply(announced(name, [{ product, quantity: 3, more: { serialNumbers } }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(result.writes.filter(({ pointer }) => pointer?.includes('/serialNumbers/'))).toHaveLength(3);
    await world.odoo.call('stock.picking', 'button_validate', [[receipt.id]], {
      context: { skip_backorder: true, skip_sms: true },
    });
    const quants = await world.quants(product);
    expect(Object.values(quants)).toEqual([1, 1, 1]);
    for (const serial of serialNumbers) expect(Object.keys(quants).join()).toContain(serial);
  });

  it('an 856 with a lot of a product without lots, with a pallet: what is not kept is said', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { name } = await world.purchase([{ product, quantity: 10 }]);
    const [carton, pallet] = [sscc(), sscc()];
    const more = { lot: 'LOT-X', package: { sscc: carton }, pallet: { sscc: pallet } };
    const result = await apply(announced(name, [{ product, quantity: 10, more }]));
    const said = JSON.stringify([result.writes, result.remarks]);
    expect(said).toContain('not tracked');
    expect(said).toContain(pallet);
  });

  it('an 856 with one lot for pieces with serial numbers, and serial numbers for a lot: what is not kept is said', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'serial' });
    const { name, receipt } = await world.purchase([{ product, quantity: 3 }]);
    const result = await apply(announced(name, [{ product, quantity: 3, more: { lot: 'LOT-X' } }]));
    expect(result).toMatchObject({ outcome: 'applied', remarks: [expect.stringContaining('LOT-X')] });
    expect((await world.lines(receipt.id)).every(({ lot_name }) => !lot_name)).toBe(true);
    const lotted = await world.product({ tracking: 'lot' });
    const other = await world.purchase([{ product: lotted, quantity: 3 }]);
    const numbers = ['S1', 'S2', 'S3'];
    const second = await apply(
      announced(other.name, [{ product: lotted, quantity: 3, more: { serialNumbers: numbers } }]),
    );
    expect(second.remarks).toEqual([expect.stringContaining('3 serial numbers')]);
  });
});
