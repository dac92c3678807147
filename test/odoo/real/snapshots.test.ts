import { expect, it } from 'vitest';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { adjusted, snapshot } from './events.ts';
import { onRealOdoo } from './rig.ts';
import { watched } from './watched.ts';
import { fresh } from './world.ts';

/** What an 846 does: it is held against the stock of its time, what differs is told, and nothing is written. */
onRealOdoo((stage) => {
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const changes = /write|create|save|apply|validate|post|unlink|assign|confirm/;

  it('numbers that agree are told as such, by product and by lot, with what lies in the quarantine; nothing is written', async () => {
    const { world, apply, client } = stage();
    const [lamp, jacket] = [await world.product(), await world.product({ tracking: 'lot' })];
    const lot = `L${fresh()}`;
    const quarantineId = await world.shelf(world.warehouse.view);
    await world.stock(lamp, await world.shelf(), 12);
    await world.stock(lamp, world.warehouse.stock, 8);
    await world.stock(lamp, quarantineId, 3);
    await world.stock(jacket, world.warehouse.stock, 7, { lot: await world.lot(jacket, lot) });
    await wait(1100);
    const event = snapshot(
      `INV-${fresh()}`,
      [
        { product: lamp, levels: { 'on-hand': 23, available: 20, 'on-hold': 3 } },
        { product: jacket, levels: { available: 7 }, more: { lot } },
      ],
      new Date().toISOString(),
    );
    const seen = watched(client);
    const result = await apply(event, { quarantineId }, seen.client);
    expect(result).toMatchObject({
      outcome: 'already-applied',
      writes: [],
      remarks: [expect.stringContaining('All 3')],
    });
    expect(seen.calls.filter((call) => changes.test(call.split('.').at(-1)!))).toEqual([]);
  });

  it('numbers that differ are one case with all of them, and nothing is written', async () => {
    const { world, apply, client } = stage();
    const [lamp, jacket] = [await world.product(), await world.product()];
    await world.stock(lamp, world.warehouse.stock, 20);
    await wait(1100);
    const items = [
      { product: lamp, levels: { 'on-hand': 18 } },
      { product: jacket, levels: { available: 2 } },
      { product: { id: 0, sku: 'NONE' }, levels: { available: 2 } },
    ];
    const seen = watched(client);
    const result = await apply(snapshot(`INV-${fresh()}`, items, new Date().toISOString()), {}, seen.client);
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.stock-differs', writes: [] });
    expect(result.reason).toMatch(/18 on hand, Odoo 20/);
    expect(result.reason).toMatch(/2 available, Odoo 0/);
    expect(result.reason).toContain('NONE');
    expect(seen.calls.filter((call) => changes.test(call.split('.').at(-1)!))).toEqual([]);
    expect(Object.values(await world.quants(lamp))).toEqual([20]);
  });

  it('what moved after the snapshot was taken is no difference', async () => {
    const { world, apply, server } = stage();
    const product = await world.product();
    await world.stock(product, world.warehouse.stock, 20);
    await wait(2100);
    const asOf = new Date().toISOString();
    await wait(2100);
    const out = await world.delivery([{ product, quantity: 5 }]);
    const context = { skip_backorder: true, skip_sms: true };
    await world.odoo.call('stock.picking', 'button_validate', [[out.id]], { context });
    const { receipt } = await world.purchase([{ product, quantity: 9 }]);
    await world.odoo.call('stock.picking', 'button_validate', [[receipt.id]], { context });
    const count = adjusted(`ADJ-${fresh()}`, [{ product, change: -1 }]);
    const admin = connectOdoo({
      ...server,
      login: server.setUpLogin,
      apiKey: server.setUpKey,
      version: server.version,
    });
    expect(await apply(count, {}, admin)).toMatchObject({ outcome: 'applied' });
    const of = (quantity: number) =>
      apply(snapshot(`INV-${fresh()}`, [{ product, levels: { 'on-hand': quantity } }], asOf));
    expect(await of(20)).toMatchObject({ outcome: 'already-applied' });
    expect(await of(23)).toMatchObject({ outcome: 'held', code: 'odoo.stock-differs' });
  });

  it('what a full snapshot does not name is nothing there', async () => {
    const { world, apply } = stage();
    const house = await world.steps('ship_only');
    const [named, silent] = [await world.product(), await world.product()];
    await world.stock(named, house.stock, 4);
    await world.stock(silent, house.stock, 6);
    await wait(1100);
    const items = [{ product: named, levels: { 'on-hand': 4 } }];
    const rules = { pickingTypeIds: [house.outType] };
    const at = new Date().toISOString();
    expect(await apply(snapshot(`INV-${fresh()}`, items, at), rules)).toMatchObject({ outcome: 'already-applied' });
    const full = await apply(snapshot(`INV-${fresh()}`, items, at, { scope: 'full' }), rules);
    expect(full).toMatchObject({ outcome: 'held', code: 'odoo.stock-differs', writes: [] });
    expect(full.reason).toContain(silent.sku);
  });
});
