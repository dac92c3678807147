import { expect, it } from 'vitest';
import type { CanonicalEvent } from '../../../services/domain/events.ts';
import { moment } from '../action-rig.ts';
import { losing } from '../lossy-client.ts';
import { received, sscc } from './events.ts';
import { notesOn, onRealOdoo, type Stage } from './rig.ts';
import { once, outcomesOf, watched } from './watched.ts';
import { fresh, type Product } from './world.ts';

/** Many receipts in few calls: what comes of each is the same as if it had gone alone, whatever happens to the others. */

interface Awaited {
  readonly id: number;
  readonly name: string;
  readonly product: Product;
}

async function awaited({ world }: Stage, count: number, tracking?: 'lot'): Promise<Awaited[]> {
  const made: Awaited[] = [];
  for (let n = 0; n < count; n += 1) {
    const product = await world.product(tracking ? { tracking } : {});
    const { receipt } = await world.purchase([{ product, quantity: 10 }]);
    made.push({ id: receipt.id, name: receipt.name, product });
  }
  return made;
}

const came = (
  { name, product }: Awaited,
  more: Record<string, unknown> = {},
  head: Record<string, unknown> = {},
): CanonicalEvent => received(name, [{ product, received: 10, more }], { receiptNumber: `R${fresh()}`, ...head });

onRealOdoo((stage) => {
  it('whole, short, over, damaged, with lots and labels: each becomes what it says, with its note and its time', async () => {
    const { world, together, client } = stage();
    const [whole, short, over, damaged] = (await awaited(stage(), 4)) as [Awaited, Awaited, Awaited, Awaited];
    const [lots] = (await awaited(stage(), 1, 'lot')) as [Awaited];
    const quarantineId = await world.shelf();
    const [na, nb, one, two] = [`A${fresh()}`, `B${fresh()}`, sscc(), sscc()];
    const watch = watched(client);
    const results = await together(
      [
        came(whole, { packages: [{ sscc: one }] }, { receivedAt: moment('2026-11-20T13:41:00Z') }),
        received(short.name, [{ product: short.product, received: 6 }], { receiptNumber: `R${fresh()}` }),
        received(over.name, [{ product: over.product, received: 12 }], { receiptNumber: `R${fresh()}` }),
        came(damaged, { conditions: [{ condition: 'damaged', quantity: 3 }] }),
        came(lots, {
          lots: [
            { lot: na, quantity: 4 },
            { lot: nb, quantity: 6 },
          ],
          packages: [{ sscc: two }],
        }),
      ],
      { quarantineId },
      watch.client,
    );
    expect(outcomesOf(results)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    if (client.majorVersion >= 19) expect(watch.calls.length).toBeLessThanOrEqual(10);
    expect(results[2]).toMatchObject({ remarks: [expect.stringContaining('2 more')] });
    for (const each of [whole, short, over, damaged, lots]) {
      expect(await world.transfer(each.id)).toMatchObject({
        ...{ state: 'done', date_done: `2026-11-20 13:4${each === whole ? 1 : 0}:00` },
      });
      expect(await notesOn(stage(), each.id)).toHaveLength(1);
    }
    const [rest] = await world.odoo.rows('stock.picking', [['backorder_id', '=', short.id]], ['state']);
    expect(rest).toMatchObject({ state: 'assigned' });
    expect(Object.values(await world.quants(over.product))).toEqual([12]);
    expect(Object.values(await world.quants(damaged.product)).toSorted()).toEqual([3, 7]);
    expect(Object.values(await world.quants(lots.product)).toSorted()).toEqual([4, 6]);
    const packed = async ({ id }: Awaited) =>
      (await world.lines(id)).map((line) => (line.result_package_id ? (line.result_package_id as string[])[1] : false));
    expect(await packed(whole)).toEqual([one]);
    expect(new Set(await packed(lots))).toEqual(new Set([two]));
  });

  it('one that a person has cancelled, begun or received meanwhile holds up no other', async () => {
    const { world, together, client } = stage();
    const made = await awaited(stage(), 6);
    const [cancelled, begun, done, late, ...plain] = made as [Awaited, Awaited, Awaited, Awaited, ...Awaited[]];
    const [line] = await world.lines(begun.id);
    await world.odoo.call('stock.move.line', 'write', [[line!.id], { quantity: 4, picked: true }]);
    const validate = (one: Awaited) =>
      world.odoo.call('stock.picking', 'button_validate', [[one.id]], {
        context: { skip_backorder: true, skip_sms: true },
      });
    await validate(done);
    const meet = once('stock.picking.button_validate', async () => {
      await world.odoo.call('stock.picking', 'action_cancel', [[cancelled.id]]);
      await validate(late);
    });
    const events = made.map((one) => came(one));
    const results = await together(events, {}, watched(client, meet).client);
    const [one, two, three, , ...others] = outcomesOf(results);
    expect([one, two, three]).toEqual(['alone', 'alone', 'alone']);
    expect(others).toEqual(['applied', 'applied']);
    for (const { product } of [late, done, ...plain]) expect(Object.values(await world.quants(product))).toEqual([10]);
    // Alone each is what it is.
    const { apply } = stage();
    expect(await apply(events[0]!)).toMatchObject({ outcome: 'refused', code: 'odoo.transfer-cancelled' });
    expect(await apply(events[1]!)).toMatchObject({ outcome: 'held', code: 'odoo.person-half-way' });
    expect((await apply(events[2]!)).outcome).toMatch(/applied/);
    expect(Object.values(await world.quants(done.product))).toEqual([10]);
  });

  it('what Odoo refuses is put back, and the others are received', async () => {
    const { world, together } = stage();
    const made = await awaited(stage(), 4);
    const [bad] = (await awaited(stage(), 1, 'lot')) as [Awaited];
    // A product that is kept by lots, and a document that names none.
    const results = await together([...made, bad].map((one) => came(one)));
    expect(outcomesOf(results).slice(0, 4)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(outcomesOf(results)[4]).toMatch(/refused|alone/);
    expect(await world.transfer(bad.id)).toMatchObject({ state: 'assigned' });
    const [line] = await world.lines(bad.id);
    expect(line).toMatchObject({ quantity: 10, picked: false });
  });

  it('killed after any of its calls, each is received once', async () => {
    const { world, together, apply, client } = stage();
    const made = await awaited(stage(), 3);
    const events = made.map((one) => came(one));
    const survived = new Set<string>();
    for (;;) {
      const before = survived.size;
      await together(events, {}, losing(client, survived)).catch(() => undefined);
      if (survived.size === before) break;
    }
    for (const one of events) expect((await apply(one)).outcome).toMatch(/applied/);
    for (const one of events) expect(await apply(one)).toMatchObject({ outcome: 'already-applied' });
    for (const { product, id } of made) {
      expect(Object.values(await world.quants(product))).toEqual([10]);
      expect(await notesOn(stage(), id)).toHaveLength(1);
    }
  });
});
