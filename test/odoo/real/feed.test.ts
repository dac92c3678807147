import { expect, it } from 'vitest';
import { emptyFeed, type FeedState, readFeed } from '../../../services/odoo/feed.ts';
import { onRealOdoo, type Stage } from './rig.ts';

const look = ({ client, capabilities, world }: Stage, state: FeedState) =>
  readFeed(client, {
    ...state,
    capabilities,
    pickingTypeIds: [world.warehouse.outType, world.warehouse.inType],
    carrierCodes: new Map(),
    unitsFor: () => new Map(),
    overlapSeconds: 0,
  });

/** What has happened until now is nobody's business: the way a connection begins. */
const fromNow = async (stage: Stage) => ({ ...emptyFeed, since: (await look(stage, emptyFeed)).since });

onRealOdoo((stage) => {
  it('an order in dozens goes out in pieces', async () => {
    const { world } = stage();
    const product = await world.product({ unit: world.units.dozen });
    await world.stock(product, await world.shelf(), 20);
    const start = await fromNow(stage());
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const { items } = await look(stage(), start);
    const order = items.find(
      ({ recordId, type }) => recordId === transfers[0]!.id && type === 'warehouse-order.released.v1',
    );
    expect(order!.data.lines).toMatchObject([{ quantity: { value: 24, unit: 'each', unitCode: 'EA' } }]);
  });

  it('sees a line added to the order, a new address, and a cancel', async () => {
    const { world } = stage();
    const [one, two] = [await world.product(), await world.product()];
    const shelf = await world.shelf();
    for (const product of [one, two]) await world.stock(product, shelf, 20);
    const { order, transfers } = await world.order([{ product: one, quantity: 3 }]);
    const { id } = transfers[0]!;
    const told = async (state: FeedState) => {
      const feed = await look(stage(), state);
      return { feed, mine: feed.items.find(({ recordId }) => recordId === id) };
    };
    const first = await told(await fromNow(stage()));
    await world.odoo.call('sale.order', 'write', [
      [order],
      { order_line: [[0, 0, { product_id: two.id, product_uom_qty: 2 }]] },
    ]);
    const second = await told(first.feed);
    expect(second.mine!.data.lines).toHaveLength(2);
    await world.odoo.call('res.partner', 'write', [[world.customer], { street: `${Date.now()} New Street` }]);
    const third = await told(second.feed);
    expect(JSON.stringify(third.mine!.data.parties)).toContain('New Street');
    await world.odoo.call('stock.picking', 'action_cancel', [[id]]);
    const fourth = await told(third.feed);
    expect(fourth.mine).toBeUndefined();
    expect(fourth.feed.cancels.map(({ recordId }) => recordId)).toContain(id);
  });

  it('a receipt is announced to the warehouse', async () => {
    const { world } = stage();
    const product = await world.product();
    const start = await fromNow(stage());
    const { name, receipt } = await world.purchase([{ product, quantity: 7 }]);
    const { items } = await look(stage(), start);
    expect(items.find(({ recordId }) => recordId === receipt.id)).toMatchObject({
      type: 'receipt.expected.v1',
      data: { purchaseOrder: name, lines: [{ quantity: { value: 7 } }] },
    });
  });
});
