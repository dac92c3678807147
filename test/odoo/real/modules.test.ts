import { expect, it } from 'vitest';
import { announced, shipped } from './events.ts';
import { onBareOdoo } from './rig.ts';

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

  it('an 856 prepares its receipt', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { name, receipt } = await world.purchase([{ product, quantity: 30 }]);
    const result = await apply(announced(name, [{ product, quantity: 12 }], { trackingNumber: 'PRO-9' }));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect((await world.lines(receipt.id)).map(({ quantity }) => quantity)).toEqual([12]);
  });
});
