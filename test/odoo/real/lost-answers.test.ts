import { expect, it } from 'vitest';
import { changesSomething } from '../../../services/odoo/client.ts';
import { x214, x856, x945 } from './documents.ts';
import { sscc } from './events.ts';
import { onRealHub, type RealHub } from './hub.ts';
import { notesOn } from './rig.ts';

/** Loses the answer of each changing call once, so that the hub tries again after each as a worker does that takes over from a killed one. */
function losingEach({ gate }: RealHub): Set<string> {
  const lost = new Set<string>();
  gate.meet = (call, { body }) => {
    // The lines and the time of shipping are two writes of one name.
    const key = body.includes('date_done') && call.endsWith('/write') ? `${call} date_done` : call;
    if (!changesSomething(call.split('/')[1]!) || call.startsWith('common/') || lost.has(key)) return 'pass';
    lost.add(key);
    return 'lose-answer';
  };
  return lost;
}

/** Goes on trying until the delivery is settled. */
async function settled(hub: RealHub, document: string) {
  for (let turn = 0; turn < 12; turn += 1) {
    const delivery = await hub.delivery(document);
    if (delivery.state !== 'pending' && delivery.state !== 'in-flight') break;
    await hub.later(400);
  }
  hub.gate.meet = undefined;
  return hub.delivery(document);
}

const packagesNamed = ({ world }: RealHub, name: string) =>
  world.odoo.rows(world.packageModel, [['name', '=', name]], ['name']);

/** A worker that is killed, or an answer that is lost, between the commit in Odoo and the hub's knowing of it. */
onRealHub((hub) => {
  it('a 945 whose every changing call loses its answer ships once: stock, packages, backorder and number', async () => {
    const { world } = hub();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const { id, name } = transfers[0]!;
    const label = sscc();
    const lost = losingEach(hub());
    const document = await hub().say(
      'standard-3pl',
      x945(String(name), [{ sku: product.sku, quantity: 5, sscc: label }], 'TRK-LOST'),
    );
    expect((await settled(hub(), document)).state).toBe('already-applied');
    expect([...lost]).toEqual([
      `${world.packageModel}/create`,
      'stock.picking/write',
      'stock.picking/button_validate',
      'stock.picking/write date_done',
    ]);
    const done = await world.transfer(id);
    expect(done).toMatchObject({ state: 'done', carrier_tracking_ref: 'TRK-LOST', date_done: '2026-03-03 22:45:00' });
    expect(done.backorder_ids).toHaveLength(1);
    expect(await packagesNamed(hub(), label)).toHaveLength(1);
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([5, 15]);
    expect(await hub().openCases()).toEqual([]);
  });

  it('an 856 whose every changing call loses its answer is on the receipt once, with one note', async () => {
    const { world } = hub();
    const product = await world.product();
    const { name, receipt } = await world.purchase([{ product, quantity: 30 }]);
    const label = sscc();
    const lost = losingEach(hub());
    const document = await hub().say('standard-3pl', x856(name, { sku: product.sku, quantity: 12, sscc: label }));
    expect((await settled(hub(), document)).state).toBe('already-applied');
    expect([...lost]).toEqual([`${world.packageModel}/create`, 'stock.picking/write', 'stock.picking/message_post']);
    expect((await world.lines(receipt.id)).map(({ quantity }) => quantity)).toEqual([12]);
    expect(await packagesNamed(hub(), label)).toHaveLength(1);
    expect(await notesOn(hub(), receipt.id)).toHaveLength(1);
    expect(await hub().openCases()).toEqual([]);
  });

  it('a 214 whose every changing call loses its answer leaves one note', async () => {
    const { world } = hub();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const { id, name } = transfers[0]!;
    const lost = losingEach(hub());
    const document = await hub().say('standard-carrier', x214(String(name)));
    expect((await settled(hub(), document)).state).toBe('already-applied');
    expect([...lost]).toEqual(['stock.picking/write', 'stock.picking/message_post']);
    expect(await notesOn(hub(), id)).toHaveLength(1);
    expect((await world.transfer(id)).carrier_tracking_ref).toBe('PRO-4410071');
    expect(await hub().openCases()).toEqual([]);
  });
});
