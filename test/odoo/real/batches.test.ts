import { expect, it } from 'vitest';
import type { CanonicalEvent } from '../../../services/domain/events.ts';
import { moment } from '../action-rig.ts';
import { losing } from '../lossy-client.ts';
import { shipped, sscc } from './events.ts';
import { onRealOdoo, type Stage } from './rig.ts';
import { once, outcomesOf, watched } from './watched.ts';
import { fresh, type Product } from './world.ts';

/** Many shipments in few calls: what comes of each is the same as if it had gone alone, whatever happens to the others. */

interface Order {
  readonly id: number;
  readonly name: string;
}

/** Orders of one product each, reserved from one shelf. */
async function orders({ world }: Stage, count: number, quantity = 8) {
  const product = await world.product();
  const shelf = await world.shelf();
  await world.stock(product, shelf, count * quantity);
  const made: Order[] = [];
  for (let n = 0; n < count; n += 1) {
    const [transfer] = (await world.order([{ product, quantity }])).transfers;
    made.push({ id: transfer!.id, name: String(transfer!.name) });
  }
  return { product, shelf, made };
}

const full = ({ name }: Order, product: Product, quantity = 8): CanonicalEvent =>
  shipped(name, [{ product, shipped: quantity, more: { packages: [{ sscc: sscc() }] } }]);

const stateOf = async ({ world }: Stage, { id }: Order) => (await world.transfer(id)).state;

onRealOdoo((stage) => {
  it('full, short, closed short, in two cartons, with lots, with several lines: each becomes what it says', async () => {
    const { world, together, client } = stage();
    const { product, made } = await orders(stage(), 4);
    const [whole, short, closed, split] = made as [Order, Order, Order, Order];
    const tracked = await world.product({ tracking: 'lot' });
    const [na, nb] = [`A${fresh()}`, `B${fresh()}`];
    const shelf = await world.shelf();
    for (const name of [na, nb]) await world.stock(tracked, shelf, 5, { lot: await world.lot(tracked, name) });
    const other = await world.product();
    await world.stock(other, await world.shelf(), 20);
    const lots = (
      await world.order([
        { product: tracked, quantity: 10 },
        { product: other, quantity: 3 },
      ])
    ).transfers[0]!;
    const labels = Array.from({ length: 5 }, sscc);
    const watch = watched(client);
    const at = (minute: number) => ({ shippedAt: moment(`2026-11-20T16:4${minute}:00Z`) });
    const results = await together(
      [
        shipped(whole.name, [{ product, shipped: 8, more: { packages: [{ sscc: labels[0] }] } }], at(0)),
        shipped(
          short.name,
          [{ product, shipped: 5, more: { packages: [{ sscc: labels[1] }], status: 'backordered' } }],
          at(1),
        ),
        shipped(closed.name, [{ product, shipped: 3, more: { status: 'partial' } }], at(2)),
        shipped(
          split.name,
          [{ product, shipped: 8, more: { packages: [{ sscc: labels[2] }, { sscc: labels[3] }] } }],
          at(3),
        ),
        shipped(
          String(lots.name),
          [
            {
              product: tracked,
              shipped: 10,
              more: {
                lots: [
                  { lot: na, quantity: 5 },
                  { lot: nb, quantity: 5 },
                ],
                packages: [{ sscc: labels[4] }],
              },
            },
            { product: other, shipped: 3 },
          ],
          at(4),
        ),
      ],
      {},
      watch.client,
    );
    expect(outcomesOf(results)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    for (const result of results) expect(result).not.toHaveProperty('remarks');
    for (const [minute, one] of [...made, { id: lots.id, name: String(lots.name) }].entries()) {
      const now = await world.transfer(one.id);
      expect(now).toMatchObject({ state: 'done', date_done: `2026-11-20 16:4${minute}:00` });
      expect(now.carrier_tracking_ref).toBe(`TRK-${one.name.replaceAll('/', '-')}`);
    }
    const packed = async ({ id }: { id: number }) =>
      (await world.lines(id)).map((line) => [
        line.quantity,
        line.result_package_id ? (line.result_package_id as [number, string])[1] : false,
      ]);
    expect(await packed(whole)).toEqual([[8, labels[0]]]);
    expect(await packed(short)).toEqual([[5, labels[1]]]);
    expect(await packed(closed)).toEqual([[3, false]]);
    expect((await packed(split)).toSorted()).toEqual(
      [
        [4, labels[2]],
        [4, labels[3]],
      ].toSorted(),
    );
    expect((await packed(lots)).filter(([, label]) => label === labels[4])).toEqual([
      [5, labels[4]],
      [5, labels[4]],
    ]);
    const backorders = await world.odoo.rows(
      'stock.picking',
      [['backorder_id', 'in', made.map(({ id }) => id)]],
      ['backorder_id', 'state'],
    );
    expect(backorders.map((row) => (row.backorder_id as [number])[0])).toEqual([short.id]);
    const left = await world.quants(product);
    // Of 32 in the shelf 24 have left it.
    expect(Object.values(left).toSorted((a, b) => a - b)).toEqual([3, 4, 4, 5, 8, 8]);
    expect(watch.calls.length).toBeLessThanOrEqual(client.majorVersion >= 19 ? 8 : 14);
  });

  it('one that is cancelled, one that is unreserved and one that a person ships otherwise meanwhile go alone, and the others are shipped', async () => {
    const { world, together, client } = stage();
    const { product, made } = await orders(stage(), 6);
    const [cancelled, unreserved, person] = made as [Order, Order, Order];
    const others = made.slice(3);
    const meet = once('.button_validate', async () => {
      await world.odoo.call('stock.picking', 'action_cancel', [[cancelled.id]]);
      const [line] = await world.lines(person.id);
      await world.odoo.call('stock.move.line', 'write', [[line!.id], { quantity: 6 }]);
      await world.odoo.call('stock.picking', 'button_validate', [[person.id]], {
        context: { skip_backorder: true, skip_sms: true },
      });
      // What is picked is not unreserved by the button any more.
      const [reserved] = await world.lines(unreserved.id);
      await world.odoo.call('stock.move.line', 'unlink', [[reserved!.id]]);
    });
    const results = await together(
      made.map((one) => full(one, product)),
      {},
      watched(client, meet).client,
    );
    expect(outcomesOf(results)).toEqual(['alone', 'alone', 'alone', 'applied', 'applied', 'applied']);
    expect(await Promise.all(made.map((one) => stateOf(stage(), one)))).toEqual([
      'cancel',
      'confirmed',
      'done',
      'done',
      'done',
      'done',
    ]);
    const [line] = await world.lines(person.id);
    expect(line!.quantity).toBe(6);
    // What a person shipped has the date that Odoo gave it.
    expect((await world.transfer(person.id)).date_done).not.toBe('2026-11-20 16:42:00');
    for (const { id } of others) expect((await world.transfer(id)).date_done).toBe('2026-11-20 16:42:00');
  });

  it('a transfer that a person finishes before the lines are written keeps its quantities', async () => {
    const { world, together, client } = stage();
    const { product, made } = await orders(stage(), 4);
    const [same, less] = made as [Order, Order];
    const meet = once('stock.package.create', () => finish());
    const old = once('stock.quant.package.create', () => finish());
    const finish = async () => {
      for (const [{ id }, quantity] of [
        [same, 8],
        [less, 5],
      ] as const) {
        const [line] = await world.lines(id);
        await world.odoo.call('stock.move.line', 'write', [[line!.id], { quantity, picked: true }]);
        await world.odoo.call('stock.picking', 'button_validate', [[id]], {
          context: { skip_backorder: true, skip_sms: true },
        });
      }
    };
    const both = async (call: string) => {
      await meet(call);
      await old(call);
    };
    const events = made.map((one) => full(one, product));
    const results = await together(events, {}, watched(client, both).client);
    expect(outcomesOf(results)).toEqual(['alone', 'alone', 'applied', 'applied']);
    expect((await world.lines(less.id)).map(({ quantity }) => quantity)).toEqual([5]);
    const alone = await Promise.all(events.slice(0, 2).map((event) => stage().apply(event)));
    expect(outcomesOf(alone)).toEqual(['applied', 'held']);
  });

  it('one that Odoo refuses stands as it stood, and the others are shipped', async () => {
    const { world, together, client } = stage();
    const tracked = await world.product({ tracking: 'lot' });
    const name = `L${fresh()}`;
    await world.stock(tracked, await world.shelf(), 4, { lot: await world.lot(tracked, name) });
    const bad = (await world.order([{ product: tracked, quantity: 4 }])).transfers[0]!;
    const { product, made } = await orders(stage(), 6);
    // Its lot is taken away between the write and the validation.
    const meet = once('.button_validate', async () => {
      const [line] = await world.lines(bad.id);
      await world.odoo.call('stock.move.line', 'write', [[line!.id], { lot_id: false }]);
    });
    const events = [
      ...made.slice(0, 3).map((one) => full(one, product)),
      shipped(String(bad.name), [{ product: tracked, shipped: 4, more: { lots: [{ lot: name, quantity: 4 }] } }]),
      ...made.slice(3).map((one) => full(one, product)),
    ];
    const results = await together(events, {}, watched(client, meet).client);
    expect(outcomesOf(results)).toEqual(['applied', 'applied', 'applied', 'refused', 'applied', 'applied', 'applied']);
    expect(results[3]).toMatchObject({ code: 'odoo.refused' });
    expect((await world.transfer(bad.id)).state).toBe('assigned');
    const [line] = await world.lines(bad.id);
    expect(line).toMatchObject({ quantity: 4, picked: false });
  });

  it('a line that is gone when it is to be written sends one transfer alone and costs the others nothing', async () => {
    const { world, together, client } = stage();
    const { product, made } = await orders(stage(), 5);
    const gone = made[2]!;
    const meet = once('package.create', () => world.odoo.call('stock.picking', 'do_unreserve', [[gone.id]]));
    const results = await together(
      made.map((one) => full(one, product)),
      {},
      watched(client, meet).client,
    );
    expect(outcomesOf(results)).toEqual(['applied', 'applied', 'alone', 'applied', 'applied']);
    expect(await stateOf(stage(), gone)).toBe('confirmed');
    expect((await world.transfer(gone.id)).carrier_tracking_ref || false).toBe(false);
  });

  it('killed after any of its calls, all of them are shipped once', async () => {
    const { world, together, apply, client } = stage();
    const { product, made } = await orders(stage(), 4);
    const events = made.map((one, n) =>
      n === 1
        ? shipped(one.name, [{ product, shipped: 5, more: { packages: [{ sscc: sscc() }], status: 'backordered' } }])
        : full(one, product),
    );
    const survived = new Set<string>();
    for (let run = 0; ; run += 1) {
      const before = survived.size;
      const results = await together(events, {}, losing(client, survived)).catch((error: unknown) => [error]);
      if (survived.size === before) {
        const last: unknown[] = [];
        for (const [at, one] of results.entries()) last.push(one ?? (await apply(events[at]!)));
        expect(outcomesOf(last).filter((one) => one !== 'applied' && one !== 'already-applied')).toEqual([]);
        break;
      }
      expect(run).toBeLessThan(20);
    }
    expect(survived.size).toBeGreaterThanOrEqual(3);
    const again: unknown[] = [];
    for (const event of events) again.push(await apply(event));
    expect(outcomesOf(again)).toEqual(['already-applied', 'already-applied', 'already-applied', 'already-applied']);
    const backorders = await world.odoo.rows(
      'stock.picking',
      [['backorder_id', 'in', made.map(({ id }) => id)]],
      ['name'],
    );
    expect(backorders).toHaveLength(1);
    expect(Object.values(await world.quants(product)).toSorted((a, b) => a - b)).toEqual([3, 5, 8, 8, 8]);
  });
});
