import { expect, it } from 'vitest';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { losing } from '../lossy-client.ts';
import { adjusted } from './events.ts';
import { onRealOdoo, type Stage } from './rig.ts';
import { once, outcomesOf, watched } from './watched.ts';
import { fresh, type Product } from './world.ts';

/** In 17 nobody but an administrator of the stock may apply a count. */
const clientFor = ({ server, client }: Stage) =>
  server.version > 17
    ? client
    : connectOdoo({ ...server, login: server.setUpLogin, apiKey: server.setUpKey, version: server.version });

/** Many 947s in one count: the stock is what each says, once, under its own number, whatever happens to the others. */
onRealOdoo((stage) => {
  async function stocked(count: number, quantity = 20): Promise<Product[]> {
    const { world } = stage();
    const made: Product[] = [];
    for (let n = 0; n < count; n += 1) {
      const product = await world.product();
      await world.stock(product, await world.shelf(), quantity);
      made.push(product);
    }
    return made;
  }
  const one = (product: Product, change: number) => adjusted(`ADJ-${fresh()}`, [{ product, change }]);
  const numberOf = (event: { data: Record<string, unknown> }) => String(event.data.adjustmentNumber);
  const movesNamed = (number: string) => {
    const field = stage().server.version >= 19 ? 'inventory_name' : 'name';
    return stage().world.odoo.rows('stock.move', [[field, 'like', number]], [field, 'product_id']);
  };
  /** What lies in the warehouse. */
  const sum = async (product: Product) =>
    Object.entries(await stage().world.quants(product))
      .filter(([place]) => /Stock/.test(place))
      .reduce((total, [, quantity]) => total + quantity, 0);

  it('each becomes its own move under its own number, with few calls, and the same again changes nothing', async () => {
    const { world, together } = stage();
    const products = await stocked(5);
    const lots = await world.product({ tracking: 'lot' });
    const lot = `L${fresh()}`;
    await world.stock(lots, world.warehouse.stock, 7, { lot: await world.lot(lots, lot) });
    const found = await world.product();
    const events = [
      ...products.map((product, at) => one(product, at === 2 ? 4 : at - 2)),
      adjusted(`ADJ-${fresh()}`, [{ product: lots, change: 3, more: { lot } }]),
      one(found, 8),
    ];
    const watch = watched(clientFor(stage()));
    const results = await together(events, {}, watch.client);
    expect(outcomesOf(results)).toEqual(Array(7).fill('applied'));
    expect(watch.calls.length).toBeLessThanOrEqual(14);
    expect(results[0]).toMatchObject({
      writes: [{ model: 'stock.quant', field: 'quantity', before: 20, after: 18, pointer: '/lines/0/change/value' }],
    });
    expect(await Promise.all([...products, lots, found].map(sum))).toEqual([18, 19, 24, 21, 22, 10, 8]);
    for (const event of events) expect(await movesNamed(`${numberOf(event)}]`)).toHaveLength(1);
    const again = await together(events, {}, clientFor(stage()));
    expect(outcomesOf(again)).toEqual(Array(7).fill('alone'));
    for (const event of events)
      expect(await stage().apply(event, {}, clientFor(stage()))).toMatchObject({ outcome: 'already-applied' });
    expect(await Promise.all([...products, lots, found].map(sum))).toEqual([18, 19, 24, 21, 22, 10, 8]);
  });

  it('several that count the same goods add up', async () => {
    const { together, apply } = stage();
    const [lamp, other] = (await stocked(2)) as [Product, Product];
    const events = [one(lamp, -5), one(other, 1), one(lamp, -3), one(lamp, 2)];
    expect(outcomesOf(await together(events, {}, clientFor(stage())))).toEqual(Array(4).fill('applied'));
    expect(await sum(lamp)).toBe(14);
    for (const event of events)
      expect(await apply(event, {}, clientFor(stage()))).toMatchObject({ outcome: 'already-applied' });
    expect(await sum(lamp)).toBe(14);
  });

  it('one that takes more than there is, or whose goods somebody counts, holds up no other', async () => {
    const { world, together, apply } = stage();
    const [lamp, short, counted, rug] = (await stocked(4)) as [Product, Product, Product, Product];
    const [quant] = await world.odoo.rows(
      'stock.quant',
      [
        ['product_id', '=', counted.id],
        ['location_id.usage', '=', 'internal'],
      ],
      ['quantity'],
    );
    await world.odoo.call('stock.quant', 'write', [[quant!.id], { inventory_quantity: 3 }], {
      context: { inventory_mode: true },
    });
    const events = [one(lamp, 2), one(short, -50), one(counted, -1), one(rug, -4)];
    const results = await together(events, {}, clientFor(stage()));
    const [first, second, third, fourth] = outcomesOf(results);
    expect([second, third]).toEqual(['alone', 'alone']);
    for (const [at, outcome] of [
      [0, first],
      [3, fourth],
    ] as const)
      if (outcome === 'alone') await apply(events[at]!, {}, clientFor(stage()));
    expect(await Promise.all([lamp, short, counted, rug].map(sum))).toEqual([22, 20, 20, 16]);
    expect(await apply(events[1]!, {}, clientFor(stage()))).toMatchObject({ code: 'odoo.stock-short' });
    expect(await apply(events[2]!, {}, clientFor(stage()))).toMatchObject({ code: 'odoo.count-pending' });
  });

  it('stock that moves between reading and applying is counted anew', async () => {
    const { world, together } = stage();
    const [lamp, rug] = (await stocked(2)) as [Product, Product];
    const meet = once('stock.quant.action_apply_inventory', async () => {
      const { id } = await world.delivery([{ product: lamp, quantity: 6 }]);
      await world.odoo.call('stock.picking', 'button_validate', [[id]], {
        context: { skip_backorder: true, skip_sms: true },
      });
    });
    const results = await together([one(lamp, 3), one(rug, -2)], {}, watched(clientFor(stage()), meet).client);
    expect(outcomesOf(results)).toEqual(['applied', 'applied']);
    expect(await Promise.all([lamp, rug].map(sum))).toEqual([17, 18]);
  });

  it('killed after any of its calls, each is counted once', async () => {
    const { together, apply } = stage();
    const products = await stocked(3);
    const events = products.map((product) => one(product, -2));
    const survived = new Set<string>();
    for (;;) {
      const before = survived.size;
      await together(events, {}, losing(clientFor(stage()), survived)).catch(() => undefined);
      if (survived.size === before) break;
    }
    for (const event of events) expect((await apply(event, {}, clientFor(stage()))).outcome).toMatch(/applied/);
    expect(await Promise.all(products.map(sum))).toEqual([18, 18, 18]);
  });
});
