import { expect, it } from 'vitest';
import { emptyFeed, readFeed } from '../../../services/odoo/feed.ts';
import { event, moment } from '../action-rig.ts';
import { announced, shipped } from './events.ts';
import { notesOn, onBareOdoo } from './rig.ts';

/** An Odoo with sales, purchases and stock only: no carrier, tracking number or weight on a transfer. */
onBareOdoo((stage) => {
  it('says what it lacks', () => {
    expect(stage().capabilities).toMatchObject({ delivery: false, sales: true, purchases: true });
  });

  it('a 945 ships, and leaves the tracking number as a note, once', async () => {
    const { world, apply, client } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const event = shipped(String(transfers[0]!.name), [{ product, shipped: 8 }]);
    const result = await apply(event);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(result.writes).toContainEqual(expect.objectContaining({ field: 'message_ids', pointer: '/trackingNumber' }));
    expect(await apply(event)).toMatchObject({ outcome: 'already-applied' });
    const notes = await client.searchRead(
      'mail.message',
      [
        ['model', '=', 'stock.picking'],
        ['res_id', '=', transfers[0]!.id],
        ['body', 'ilike', 'TRK-'],
      ],
      ['body'],
    );
    expect(notes).toHaveLength(1);
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([8, 12]);
  });

  it('a 214 is noted with the carrier’s number, and a declined 990 is a to-do', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const [{ id }, shipmentId] = [transfers[0]!, String(transfers[0]!.name)];
    const at = '2026-11-20T15:00:00Z';
    const status = { milestone: 'departed-pickup', statusCode: 'AF', carrierReference: 'PRO-7', at: moment(at) };
    const milestone = event('shipment.milestone.v1', shipmentId, { shipmentId, references: [], ...status }, at);
    expect(await apply(milestone)).toMatchObject({ outcome: 'applied' });
    expect(await apply(milestone)).toMatchObject({ outcome: 'already-applied' });
    const answer = { answer: 'declined', answerCode: 'D', carrier: { scac: 'BHFT' }, reason: 'No trailer' };
    const declined = event('tender.answered.v1', shipmentId, { shipmentId, references: [], ...answer }, at);
    expect(await apply(declined)).toMatchObject({ outcome: 'applied' });
    const notes = (await notesOn({ world }, id)).map(({ body }) => String(body));
    expect(notes.filter((body) => body.includes('Tracking number PRO-7'))).toHaveLength(1);
    expect(notes.filter((body) => body.includes('declined the load'))).toHaveLength(1);
  });

  it('the feed reads an order without weight and carrier', async () => {
    const { world, client, capabilities } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const { id } = transfers[0]!;
    const since = String((await world.odoo.rows('stock.picking', [['id', '=', id]], ['create_date']))[0]!.create_date);
    const { items } = await readFeed(client, {
      ...{ ...emptyFeed, since, capabilities, pickingTypeIds: [world.warehouse.outType] },
      ...{ carrierCodes: new Map(), unitsFor: () => new Map(), overlapSeconds: 0 },
    });
    const mine = items.filter(({ recordId }) => recordId === id);
    expect(mine.map(({ type }) => type)).toContain('warehouse-order.released.v1');
    expect(mine[0]!.data).toMatchObject({ lines: [{ quantity: { value: 5 } }] });
  });

  it('an 856 prepares its receipt', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { name, receipt } = await world.purchase([{ product, quantity: 30 }]);
    const result = await apply(announced(name, [{ product, quantity: 12 }], { trackingNumber: 'PRO-9' }));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect((await world.lines(receipt.id)).map(({ quantity }) => quantity)).toEqual([12]);
  });
});
