import { expect, it } from 'vitest';
import { billsEntered, type DoneInOdoo, transfersDone } from '../../../services/odoo/done-by-hand.ts';
import { onRealOdoo } from './rig.ts';
import { company } from './trade-rig.ts';
import { fresh } from './world.ts';

const day = 86_400_000;
const iso = (ms: number) => new Date(Date.now() + ms).toISOString();
const today = { from: iso(-day), to: iso(day) };
const yesterday = { from: iso(-2 * day), to: iso(-day) };

async function all(pages: AsyncIterable<readonly DoneInOdoo[]>): Promise<readonly DoneInOdoo[]> {
  const found: DoneInOdoo[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

/** What people finish in Odoo is found by when it was done, and again by what it is. */
onRealOdoo((stage) => {
  it('a delivery that a person validates is found in its period, with who and when; not before it is done', async () => {
    const { world, client } = stage();
    const product = await world.product();
    await world.stock(product, world.warehouse.stock, 10);
    const { id, name } = await world.delivery([{ product, quantity: 4 }]);
    const typeIds = [world.warehouse.outType];
    const found = async (of: typeof today, again: readonly number[] = []) =>
      (await all(transfersDone(client, { ...of, typeIds, again }))).filter(({ recordId }) => recordId === id);
    expect(await found(today)).toEqual([]);
    for (const move of await world.moves(id))
      await world.odoo.call('stock.move', 'write', [[move.id], { quantity: 4, picked: true }]);
    await world.odoo.call('stock.picking', 'button_validate', [[id]]);
    expect(await world.transfer(id)).toMatchObject({ state: 'done' });
    expect(await found(today)).toEqual([
      {
        ...{ model: 'stock.picking', recordId: id, recordName: name, of: world.warehouse.outType, kind: 'shipped' },
        ...{ at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), by: expect.stringMatching(/\w/) },
      },
    ]);
    expect(await found(yesterday)).toEqual([]);
    expect(await found(yesterday, [id])).toHaveLength(1);
    expect(
      await all(transfersDone(client, { ...today, typeIds: [world.warehouse.inType], again: [id] })),
    ).not.toContainEqual(expect.objectContaining({ recordId: id }));
  });

  it('a bill that a person enters is found by its vendor; one that was cancelled is not', async () => {
    const { world, client } = stage();
    const vendor = await company(stage(), 'Typed bills');
    const found = () => all(billsEntered(client, { ...today, vendorIds: [vendor], again: [] }));
    expect(await found()).toEqual([]);
    const ref = `BILL-${fresh()}`;
    const bill = await world.odoo.create('account.move', { move_type: 'in_invoice', partner_id: vendor, ref });
    expect(await found()).toMatchObject([{ model: 'account.move', recordId: bill, of: vendor, kind: 'billed' }]);
    expect((await found())[0]!.recordName).toBe(`Draft bill ${bill} (${ref})`);
    await world.odoo.call('account.move', 'button_cancel', [[bill]]);
    expect(await found()).toEqual([]);
  });
});
