import { expect, it } from 'vitest';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { shipped } from './events.ts';
import { onRealOdoo } from './rig.ts';

/** Two companies in one Odoo, of which the hub's user belongs to one. A warehouse of each may have the same code, and their transfers the same numbers. */
onRealOdoo((stage) => {
  it('a 945 for a transfer of a company that the hub’s user lacks: there is no such transfer, and it stays as it is', async () => {
    const { world, apply } = stage();
    const other = await world.company(`C${Date.now() % 10_000}`);
    const product = await world.product();
    await world.stock(product, other.stock, 20);
    const { id, name } = await world.delivery([{ product, quantity: 8 }], other);
    const event = shipped(name, [{ product, shipped: 8 }]);
    const reached = { pickingTypeIds: [other.outType], notified: async () => [{ recordId: id, lines: {} }] };
    for (const rules of [{}, reached])
      expect(await apply(event, rules)).toMatchObject({ outcome: 'refused', code: 'odoo.order-unknown', writes: [] });
    expect(await world.transfer(id)).toMatchObject({ state: 'assigned', carrier_tracking_ref: false });
    expect(Object.values(await world.quants(product))).toEqual([20]);
  });

  it('what is another company’s is not found, and refused where it is named by its id', async () => {
    const { world, client } = stage();
    const other = await world.company(`C${Date.now() % 10_000}`);
    const product = await world.product();
    const { id } = await world.delivery([{ product, quantity: 1 }], other);
    expect(await client.searchRead('stock.picking', [['id', '=', id]], ['name'])).toEqual([]);
    const looks = [
      () => client.read('stock.picking', [id], ['name']),
      () => client.write('stock.picking', [id], { note: 'x' }),
      () => client.call('stock.picking', 'button_validate', { ids: [id] }),
      () =>
        client.call('stock.picking', 'search_count', {
          args: { domain: [] },
          context: { allowed_company_ids: [other.company] },
        }),
    ];
    for (const look of looks) await expect(look()).rejects.toMatchObject({ kind: 'access' });
    expect((await world.transfer(id)).state).toBe('confirmed');
  });

  it('transfers of one number in both, and a user of both: the sites of the partner decide which is meant', async () => {
    const { world, apply, server } = stage();
    const product = await world.product();
    const { url, database, version, setUpLogin: login, setUpKey: apiKey } = server;
    const both = connectOdoo({ url, database, login, apiKey, version });
    const [one, two] = [await world.company('TWIN'), await world.company('TWIN')];
    for (const { stock } of [one, two]) await world.stock(product, stock, 20);
    const mine = await world.delivery([{ product, quantity: 8 }], one);
    const theirs = await world.delivery([{ product, quantity: 8 }], two);
    expect(mine.name).toBe(theirs.name);
    const event = shipped(mine.name, [{ product, shipped: 8 }]);
    expect(await apply(event, { pickingTypeIds: [two.outType] }, both, both)).toMatchObject({ outcome: 'applied' });
    expect((await world.transfer(mine.id)).state).toBe('assigned');
    expect((await world.transfer(theirs.id)).state).toBe('done');
    const unclear = shipped(mine.name, [{ product, shipped: 8 }]);
    expect(await apply(unclear, { pickingTypeIds: [one.outType, two.outType] }, both)).toMatchObject({
      outcome: 'held',
      code: 'odoo.order-ambiguous',
    });
    expect((await world.transfer(mine.id)).state).toBe('assigned');
  });
});
