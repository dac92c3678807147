import { expect, it } from 'vitest';
import { actionOf } from '../../../services/odoo/actions/index.ts';
import { readCapabilities } from '../../../services/odoo/capabilities.ts';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { shipped } from './events.ts';
import { onRealOdoo, onRealOdooOnly } from './rig.ts';
import { colleague, mintKey } from './user-keys.ts';
import { type Product, twice, type World } from './world.ts';

/** Documents count pieces; Odoo counts in the product's unit. */
onRealOdoo((stage) => {
  it('24 pieces of a product that is kept in dozens take two dozens', async () => {
    const { world, apply } = stage();
    const product = await world.product({ unit: world.units.dozen });
    const shelf = await world.shelf();
    await world.stock(product, shelf, 20);
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const result = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 24 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([2, 18]);
  });

  it('pieces that do not divide are held, and taken within a tolerance that was agreed', async () => {
    const { world, apply } = stage();
    const product = await world.product({ unit: world.units.dozen });
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const event = shipped(String(transfers[0]!.name), [
      { product, shipped: 10, more: { status: 'partial-backordered' } },
    ]);
    const before = await world.lines(transfers[0]!.id);
    expect(await apply(event)).toMatchObject({ outcome: 'held', code: 'odoo.unit-does-not-divide', writes: [] });
    expect(await world.lines(transfers[0]!.id)).toEqual(before);
    const result = await apply(event, { unitTolerance: 0.01 });
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toEqual([expect.stringContaining('0.83')]);
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([0.83, 19.17]);
  });

  it('an order line in dozens of a product that is kept in pieces ships pieces', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 60);
    const { transfers } = await world.order([{ product, quantity: 2, unit: world.units.dozen }]);
    const result = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 24 }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([24, 36]);
  });

  it('cases are what the partner’s table says, and held where it says nothing', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 60);
    const { transfers } = await world.order([{ product, quantity: 24 }]);
    const event = shipped(String(transfers[0]!.name), [
      { product, shipped: 2, more: { shipped: { value: 2, unit: 'case', unitCode: 'CA' } } },
    ]);
    expect(await apply(event)).toMatchObject({ outcome: 'held', code: 'odoo.unit-unknown', writes: [] });
    expect(await apply(event, { units: new Map([['CA', '12']]) })).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([24, 36]);
  });
  it('a product that is kept in packs of six: pieces take packs, and packs may be said by their name', async () => {
    const { world, apply } = stage();
    const six = await unitOf(world, 6);
    const product = await world.product({ unit: six.id });
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 7, unit: six.id }]);
    const event = (shippedOf: object) =>
      shipped(String(transfers[0]!.name), [
        { product, shipped: 4, more: { shipped: shippedOf, status: 'partial-backordered' } },
      ]);
    const byName = event({ value: 4, unit: 'other', unitCode: 'PK' });
    expect(await apply(byName)).toMatchObject({ outcome: 'held', code: 'odoo.unit-unknown', writes: [] });
    expect(await apply(event({ value: 25, unit: 'each', unitCode: 'EA' }))).toMatchObject({
      code: 'odoo.unit-does-not-divide',
    });
    expect(await apply(byName, { units: new Map([['PK', six.name]]) })).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([4, 16]);
    const [rest] = await world.odoo.rows('stock.picking', [['backorder_id', '=', transfers[0]!.id]], ['name']);
    const second = shipped(String(rest!.name), [{ product, shipped: 18 }]);
    expect(await apply(second)).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([7, 13]);
  });

  it('cases that the table calls the packaging of each product hold what Odoo says they hold', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await addPackaging(world, product, 8);
    await world.stock(product, await world.shelf(), 60);
    const { transfers } = await world.order([{ product, quantity: 24 }]);
    const event = shipped(String(transfers[0]!.name), [
      { product, shipped: 3, more: { shipped: { value: 3, unit: 'case', unitCode: 'CA' } } },
    ]);
    const unknown = { units: new Map([['CA', 'packaging Barrel']]) };
    expect(await apply(event, unknown)).toMatchObject({ outcome: 'held', code: 'odoo.unit-unknown', writes: [] });
    expect(await apply(event, { units: new Map([['CA', 'packaging']]) })).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([24, 36]);
  });
});

/** A unit of so many pieces, as Odoo 17 and 18 keep it (a factor in a category), and as 19 does (so many of another unit). */
async function unitOf(world: World, pieces: number): Promise<{ readonly id: number; readonly name: string }> {
  const name = `Test ${pieces}-pack ${world.units.piece}-${Date.now()}`;
  const { odoo, units } = world;
  if (odoo.version >= 19)
    return { name, id: await odoo.create('uom.uom', { name, relative_factor: pieces, relative_uom_id: units.piece }) };
  const [piece] = await odoo.rows('uom.uom', [['id', '=', units.piece]], ['category_id']);
  const [category] = piece!.category_id as [number, string];
  const values = { name, category_id: category, uom_type: 'bigger', factor_inv: pieces };
  return { name, id: await odoo.create('uom.uom', values) };
}

async function addPackaging(world: World, product: Product, holds: number): Promise<void> {
  const { odoo } = world;
  if (odoo.version < 19) {
    await odoo.create('product.packaging', { name: 'Crate', product_id: product.id, qty: holds });
    return;
  }
  const { id } = await unitOf(world, holds);
  await odoo.call('product.product', 'write', [[product.id], { uom_ids: [[4, id]] }]);
}

/** Names of units are translated, for whoever speaks another language. */
onRealOdooOnly((stage) => {
  it('a hub’s user who speaks French: units are known by their names all the same', async () => {
    const { world, rules } = stage();
    const lang = [
      ['code', '=', 'fr_FR'],
      ['active', 'in', [true, false]],
    ];
    const [french] = await world.odoo.rows('res.lang', lang, ['active']);
    await twice(() => world.odoo.call('res.lang', 'write', [[french!.id], { active: true }]));
    const inFrench = { context: { lang: 'fr_FR' } };
    const named = { [world.units.piece]: 'Unités', [world.units.dozen]: 'Douzaines' };
    for (const [id, name] of Object.entries(named))
      await world.odoo.call('uom.uom', 'write', [[Number(id)], { name }], inFrench);
    const person = await colleague(stage(), { lang: 'fr_FR' });
    const { url, database, version, login } = person;
    const client = connectOdoo({ url, database, version, login, apiKey: await mintKey(person) });
    const dozen = { ids: [world.units.dozen], args: { fields: ['name'] } };
    expect(await client.call('uom.uom', 'read', { ...dozen, ...inFrench })).toMatchObject([{ name: 'Douzaines' }]);
    const capabilities = await readCapabilities(client);
    const product = await world.product({ unit: world.units.dozen });
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const event = shipped(String(transfers[0]!.name), [{ product, shipped: 24 }]);
    const now = () => new Date().toISOString();
    const result = await actionOf(event.type)!(event, { client, now, version, capabilities, partner: rules });
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([2, 18]);
    const odd = shipped(String(transfers[0]!.name), [
      { product, shipped: 2, more: { shipped: { value: 2, unit: 'case', unitCode: 'CA' } } },
    ]);
    const held = await actionOf(odd.type)!(odd, { client, now, version, capabilities, partner: rules });
    expect(held.reason).toMatch(/counted in CA and Odoo keeps it in Dozens/);
  });
});
