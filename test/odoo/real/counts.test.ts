import { expect, it } from 'vitest';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { losing } from '../lossy-client.ts';
import { adjusted } from './events.ts';
import { onRealOdoo, type Stage } from './rig.ts';
import { once, watched } from './watched.ts';
import { fresh } from './world.ts';

/** In 17 nobody but an administrator of the stock may apply a count. */
const clientFor = ({ server, client }: Stage) =>
  server.version > 17
    ? client
    : connectOdoo({ ...server, login: server.setUpLogin, apiKey: server.setUpKey, version: server.version });

/** What a 947 does in Odoo: what is more or less is counted where the goods lie, once, and never over somebody else's count. */
onRealOdoo((stage) => {
  const apply: Stage['apply'] = (event, rules, client) => stage().apply(event, rules, client ?? clientFor(stage()));
  const movesNamed = (number: string) => {
    const field = stage().server.version >= 19 ? 'inventory_name' : 'name';
    return stage().world.odoo.rows('stock.move', [[field, 'like', number]], [field, 'state', 'product_id']);
  };

  it('more and less become moves of that number, and the stock reads back; the same number again changes nothing', async () => {
    const { world } = stage();
    const [lamp, jacket] = [await world.product(), await world.product({ tracking: 'lot' })];
    const lot = `L${fresh()}`;
    const lotId = await world.lot(jacket, lot);
    const shelf = await world.shelf();
    await world.stock(lamp, shelf, 20);
    await world.stock(jacket, world.warehouse.stock, 7, { lot: lotId });
    const number = `ADJ-${fresh()}`;
    const event = adjusted(number, [
      { product: lamp, change: -2 },
      { product: jacket, change: 3, more: { lot } },
    ]);
    const result = await apply(event);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.writes).toMatchObject([
      { model: 'stock.quant', field: 'quantity', before: 20, after: 18, pointer: '/lines/0/change/value' },
      { model: 'stock.quant', field: 'quantity', before: 7, after: 10, pointer: '/lines/1/change/value' },
    ]);
    expect(Object.entries(await world.quants(lamp))).toEqual([[expect.stringContaining('Shelf'), 18]]);
    expect(Object.values(await world.quants(jacket))).toEqual([10]);
    expect(await movesNamed(number)).toHaveLength(2);
    expect(await apply({ ...event, id: `again-${fresh()}` })).toMatchObject({ outcome: 'already-applied' });
    expect(Object.values(await world.quants(lamp))).toEqual([18]);
    expect(Object.values(await world.quants(jacket))).toEqual([10]);
  });

  it('what nobody has reserved goes first, over several shelves; goods without a place are put into the stock', async () => {
    const { world } = stage();
    const [lamp, fresher] = [await world.product(), await world.product()];
    const [one, two] = [await world.shelf(), await world.shelf()];
    await world.stock(lamp, one, 6);
    await world.delivery([{ product: lamp, quantity: 5 }]);
    await world.stock(lamp, two, 4);
    const result = await apply(
      adjusted(`ADJ-${fresh()}`, [
        { product: lamp, change: -5 },
        { product: fresher, change: 8 },
      ]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(lamp))).toEqual([5]);
    expect(Object.entries(await world.quants(fresher))).toEqual([[expect.stringMatching(/Stock$/), 8]]);
  });

  it('stock that moves between the count and its application is counted anew', async () => {
    const { world } = stage();
    const product = await world.product();
    await world.stock(product, world.warehouse.stock, 20);
    const out = await world.delivery([{ product, quantity: 4 }]);
    const done = () =>
      world.odoo.call('stock.picking', 'button_validate', [[out.id]], {
        context: { skip_backorder: true, skip_sms: true },
      });
    const { client, calls } = watched(clientFor(stage()), once('action_apply_inventory', done));
    const number = `ADJ-${fresh()}`;
    expect(await apply(adjusted(number, [{ product, change: -3 }]), {}, client)).toMatchObject({
      ...{ outcome: 'applied', writes: [{ before: 16, after: 13 }] },
    });
    expect(calls.filter((call) => call.endsWith('action_apply_inventory'))).toHaveLength(2);
    const inside = Object.entries(await world.quants(product)).filter(([place]) => /Stock/.test(place));
    expect(inside.map(([, quantity]) => quantity)).toEqual([13]);
    expect(await movesNamed(number)).toHaveLength(1);
  });

  it('somebody else’s count that is not applied yet is not touched, and neither is anything else', async () => {
    const { world } = stage();
    const [product, other] = [await world.product(), await world.product()];
    await world.stock(product, world.warehouse.stock, 20);
    await world.stock(other, world.warehouse.stock, 20);
    const [quant] = await world.odoo.rows(
      'stock.quant',
      [
        ['product_id', '=', product.id],
        ['location_id', '=', world.warehouse.stock],
      ],
      ['quantity'],
    );
    // In 17 the hub is the one who sets up: the count is then nobody's.
    const counted = { inventory_quantity: 5, ...(stage().server.version === 17 && { user_id: false }) };
    await world.odoo.call('stock.quant', 'write', [[quant!.id], counted], { context: { inventory_mode: true } });
    const event = adjusted(`ADJ-${fresh()}`, [
      { product: other, change: -1 },
      { product, change: 2 },
    ]);
    expect(await apply(event)).toMatchObject({ outcome: 'held', code: 'odoo.count-pending', writes: [] });
    const [now] = await world.odoo.rows('stock.quant', [['id', '=', quant!.id]], ['quantity', 'inventory_quantity']);
    expect(now).toMatchObject({ quantity: 20, inventory_quantity: 5 });
    expect(Object.values(await world.quants(other))).toEqual([20]);
    await world.odoo.call('stock.quant', 'action_clear_inventory_quantity', [[quant!.id]]);
    expect(await apply(event)).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product))).toEqual([22]);
  });

  it('whichever answer is lost, the stock changes once', async () => {
    const { world } = stage();
    const product = await world.product();
    await world.stock(product, world.warehouse.stock, 20);
    const number = `ADJ-${fresh()}`;
    const event = adjusted(number, [{ product, change: -3 }]);
    const kills = new Set<string>();
    for (let before = -1; kills.size > before; ) {
      before = kills.size;
      await apply(event, {}, losing(clientFor(stage()), kills)).catch(() => undefined);
    }
    expect(kills.size).toBeGreaterThan(1);
    expect(await apply(event)).toMatchObject({ outcome: 'already-applied' });
    expect(Object.values(await world.quants(product))).toEqual([17]);
    expect(await movesNamed(number)).toHaveLength(1);
  });

  it('what Odoo has not, does not know or cannot tell apart is a case, and nothing is changed', async () => {
    const { world } = stage();
    const [product, lotted] = [await world.product(), await world.product({ tracking: 'lot' })];
    await world.stock(product, world.warehouse.stock, 2);
    const one = (line: Parameters<typeof adjusted>[1][number]) => apply(adjusted(`ADJ-${fresh()}`, [line]));
    expect(await one({ product, change: -3 })).toMatchObject({ outcome: 'held', code: 'odoo.stock-short', writes: [] });
    expect(await one({ product: { id: 0, sku: 'NONE' }, change: 1 })).toMatchObject({ code: 'odoo.product-unknown' });
    expect(await one({ product: lotted, change: 1 })).toMatchObject({ outcome: 'held', code: 'odoo.lot-unknown' });
    const found = { product: lotted, change: 1, more: { lot: `N${fresh()}` } };
    expect(await one(found)).toMatchObject({ outcome: 'held', code: 'odoo.lot-unknown' });
    const event = adjusted(`ADJ-${fresh()}`, [{ product, change: 1 }]);
    expect(await apply(event, { pickingTypeIds: [] })).toMatchObject({ outcome: 'held', code: 'odoo.site-unknown' });
    expect(Object.values(await world.quants(product))).toEqual([2]);
  });

  it('goods on hold go to the quarantine and come back from there, by a transfer each, once', async () => {
    const { world } = stage();
    const product = await world.product();
    const shelf = await world.shelf();
    await world.stock(product, shelf, 20);
    const quarantineId = await world.shelf(world.warehouse.view);
    const number = `ADJ-${fresh()}`;
    const hold = adjusted(number, [{ product, change: -4, more: { reason: 'hold', reasonCode: '05' } }]);
    expect(await apply(hold)).toMatchObject({ outcome: 'held', code: 'odoo.quarantine-unset', writes: [] });
    const result = await apply(hold, { quarantineId });
    expect(result).toMatchObject({ outcome: 'applied', writes: [{ model: 'stock.picking', after: 'done' }] });
    expect(Object.values(await world.quants(product)).sort()).toEqual([16, 4]);
    expect(await apply(hold, { quarantineId })).toMatchObject({ outcome: 'already-applied' });
    const more = { reason: 'released', reasonCode: '55' };
    const back = adjusted(`ADJ-${fresh()}`, [{ product, change: 3, more }]);
    expect(await apply(back, { quarantineId })).toMatchObject({ outcome: 'applied' });
    const inside = await world.odoo.rows(
      'stock.quant',
      [
        ['product_id', '=', product.id],
        ['location_id', '=', quarantineId],
      ],
      ['quantity'],
    );
    expect(inside.map(({ quantity }) => quantity)).toEqual([1]);
    expect(await apply(adjusted(`ADJ-${fresh()}`, [{ product, change: 9, more }]), { quarantineId })).toMatchObject({
      ...{ outcome: 'held', code: 'odoo.stock-short', writes: [] },
    });
  });

  it('the same number of another warehouse is another adjustment, counted or moved to the quarantine', async () => {
    const { world } = stage();
    const product = await world.product();
    const elsewhere = await world.steps('ship_only');
    const quarantineId = await world.shelf(world.warehouse.view);
    await world.stock(product, world.warehouse.stock, 20);
    await world.stock(product, elsewhere.stock, 30);
    const number = `ADJ-${fresh()}`;
    const holds = { product, change: -5, more: { reason: 'hold', reasonCode: '05' } };
    const event = adjusted(number, [{ product, change: -2 }, holds]);
    for (const pickingTypeIds of [[world.warehouse.outType], [elsewhere.outType]]) {
      const rules = { pickingTypeIds, quarantineId };
      expect(await apply(event, rules)).toMatchObject({ outcome: 'applied' });
      expect(await apply(event, rules)).toMatchObject({ outcome: 'already-applied' });
    }
    expect(Object.values(await world.quants(product)).sort()).toEqual([10, 13, 23]);
  });
});
