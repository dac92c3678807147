import { expect, it } from 'vitest';
import { actionOf } from '../../../services/odoo/actions/index.ts';
import { readCapabilities } from '../../../services/odoo/capabilities.ts';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { shipped } from './events.ts';
import { onRealOdoo, onRealOdooOnly } from './rig.ts';
import { colleague, mintKey } from './user-keys.ts';
import { twice } from './world.ts';

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
});

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
