import { expect, it } from 'vitest';
import { emptyFeed, readFeed } from '../../../services/odoo/feed.ts';
import { event, moment } from '../action-rig.ts';
import { shipped, sscc } from './events.ts';
import { notesOn, onRealOdoo, type Stage } from './rig.ts';
import { fresh } from './world.ts';

const validate = ({ world }: Stage, id: number) =>
  world.odoo.call('stock.picking', 'button_validate', [[id]], { context: { skip_backorder: true, skip_sms: true } });
const sorted = (quants: Readonly<Record<string, number>>) => Object.values(quants).sort((a, b) => a - b);
const partial = { status: 'partial-backordered' };
const done = new Set(['applied', 'already-applied']);

/** Warehouses that are ordinary in one thing each, and in which the effect went or could go wrong. */
onRealOdoo((stage) => {
  it('pick and ship, short, and the rest in a second 945 under the first number: both leave, and neither leaves twice', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const house = await world.steps('pick_ship');
    await world.stock(product, await world.shelf(house.stock), 50);
    const { order, transfers } = await world.order([{ product, quantity: 8 }], { warehouse_id: house.id });
    const pick = transfers.find((one) => (one.picking_type_id as [number])[0] === house.pickType)!;
    const here = { pickingTypeIds: [house.pickType, house.outType] };
    const first = shipped(String(pick.name), [
      { product, shipped: 5, more: { ...partial, packages: [{ sscc: sscc() }] } },
    ]);
    const second = shipped(String(pick.name), [{ product, shipped: 3, more: { packages: [{ sscc: sscc() }] } }], {
      trackingNumber: 'SECOND',
      shippedAt: moment('2026-11-21T09:00:00Z'),
    });
    expect(await apply(first, here)).toMatchObject({ outcome: 'applied' });
    expect(sorted(await world.quants(product))).toEqual([5, 45]);
    expect(await apply(first, here)).toMatchObject({ outcome: 'already-applied' });
    expect(sorted(await world.quants(product))).toEqual([5, 45]);
    expect(await apply(second, here)).toMatchObject({ outcome: 'applied' });
    expect(sorted(await world.quants(product))).toEqual([3, 5, 42]);
    expect(await apply(second, here)).toMatchObject({ outcome: 'already-applied' });
    expect(await apply(first, here)).toMatchObject({ outcome: 'already-applied' });
    const all = await world.odoo.rows('stock.picking', [['sale_id', '=', order]], ['state', 'picking_type_id']);
    expect(all.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('pick and ship in two halves without labels: the second is another shipment, with a number of its own', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const house = await world.steps('pick_ship');
    await world.stock(product, await world.shelf(house.stock), 50);
    const { order, transfers } = await world.order([{ product, quantity: 10 }], { warehouse_id: house.id });
    const pick = transfers.find((one) => (one.picking_type_id as [number])[0] === house.pickType)!;
    const here = { pickingTypeIds: [house.pickType, house.outType] };
    const first = shipped(String(pick.name), [{ product, shipped: 5, more: partial }]);
    const second = shipped(String(pick.name), [{ product, shipped: 5 }], {
      trackingNumber: 'SECOND',
      shippedAt: moment('2026-11-21T09:00:00Z'),
    });
    for (const [event, left] of [
      [first, 5],
      [second, 10],
    ] as const) {
      expect(await apply(event, here)).toMatchObject({ outcome: 'applied' });
      for (const again of [event, first])
        expect(await apply(again, here)).toMatchObject({ outcome: 'already-applied' });
      expect(sorted(await world.quants(product))).toEqual([left, 50 - left]);
    }
    const outs = await world.odoo.rows(
      'stock.picking',
      [
        ['sale_id', '=', order],
        ['picking_type_id', '=', house.outType],
      ],
      ['state', 'carrier_tracking_ref'],
    );
    const numbers = outs.map(({ state, carrier_tracking_ref: ref }) => [state, ref]).sort();
    expect(numbers).toEqual([
      ['done', 'SECOND'],
      ['done', `TRK-${String(pick.name).replaceAll('/', '-')}`],
    ]);
  });

  it('fewer serial numbers than pieces are held with nothing written', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'serial' });
    const shelf = await world.shelf();
    const names = [`S${fresh()}`, `S${fresh()}`, `S${fresh()}`];
    for (const name of names) await world.stock(product, shelf, 1, { lot: await world.lot(product, name) });
    const { transfers } = await world.order([{ product, quantity: 2 }]);
    const before = await world.lines(transfers[0]!.id);
    const more = { serialNumbers: [names[2]!] };
    const result = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 2, more }]));
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.lot-quantities-differ', writes: [] });
    expect(await world.lines(transfers[0]!.id)).toEqual(before);
  });

  it('a carton of two lots from two shelves', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const [a, b] = [`A${fresh()}`, `B${fresh()}`];
    await world.stock(product, await world.shelf(), 3, { lot: await world.lot(product, a) });
    await world.stock(product, await world.shelf(), 9, { lot: await world.lot(product, b) });
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const label = sscc();
    const lots = [
      { lot: a, quantity: 3 },
      { lot: b, quantity: 5 },
    ];
    const more = { lots, packages: [{ sscc: label }] };
    const result = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 8, more }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const quants = Object.entries(await world.quants(product));
    const gone = quants.filter(([place]) => place.includes(label));
    expect(gone.map(([place, quantity]) => [place.includes(a) ? a : b, quantity]).sort()).toEqual([
      [a, 3],
      [b, 5],
    ]);
    expect(quants.filter(([place]) => place.includes('Shelf')).map(([, quantity]) => quantity)).toEqual([4]);
  });

  it('one line that nothing follows for beside one that something does: the backorder has both, and the result says so', async () => {
    const { world, apply } = stage();
    const [one, two] = [await world.product(), await world.product()];
    const shelf = await world.shelf();
    for (const product of [one, two]) await world.stock(product, shelf, 20);
    const lines = [one, two].map((product) => ({ product, quantity: 8 }));
    const { transfers } = await world.order(lines);
    const result = await apply(
      shipped(String(transfers[0]!.name), [
        { product: one, shipped: 5, more: { status: 'partial' } },
        { product: two, shipped: 6, more: partial },
      ]),
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toEqual([expect.stringMatching(new RegExp(`${one.sku}.*nothing of it is to follow`))]);
  });

  it('a person who shipped another lot than the document says: the number is written, and the lot is named', async () => {
    const { world, apply } = stage();
    const product = await world.product({ tracking: 'lot' });
    const [a, b] = [`A${fresh()}`, `B${fresh()}`];
    const shelf = await world.shelf();
    await world.stock(product, shelf, 10, { lot: await world.lot(product, a) });
    const { transfers } = await world.order([{ product, quantity: 6 }]);
    await world.stock(product, shelf, 10, { lot: await world.lot(product, b) });
    await validate(stage(), transfers[0]!.id);
    const more = { lots: [{ lot: b, quantity: 6 }] };
    const result = await apply(shipped(String(transfers[0]!.name), [{ product, shipped: 6, more }]));
    expect(done).toContain(result.outcome);
    expect(result.remarks).toEqual([expect.stringContaining(`Lot ${b} is not on`)]);
    expect(result.writes.some(({ after }) => after === b)).toBe(false);
    expect(sorted(await world.quants(product))).toEqual([4, 6, 10]);
  });

  it('a load that is taken and then given back: a note for each answer, and one to-do', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const { id, name } = transfers[0]!;
    const answer = (said: 'accepted' | 'declined', time: string, envelope: string) =>
      event(
        'tender.answered.v1',
        String(name),
        {
          ...{ shipmentId: String(name), answer: said, answerCode: said === 'accepted' ? 'A' : 'D' },
          ...{ carrier: { scac: 'BHFT' }, references: [] },
        },
        time,
        envelope,
      );
    for (const envelope of ['first', 'again']) {
      await apply(answer('accepted', '2026-11-20T12:00:00Z', `taken ${envelope}`));
      await apply(answer('declined', '2026-11-20T15:00:00Z', `back ${envelope}`));
    }
    expect(await notesOn(stage(), id)).toHaveLength(2);
    const todos = [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', id],
    ];
    expect(await world.odoo.rows('mail.activity', todos, ['summary'])).toHaveLength(1);
  });

  it('a load of a carrier that has no code waits for the entry, and goes out with it', async () => {
    const { world, client, capabilities } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const [carrier] = await world.odoo.rows('delivery.carrier', [], ['name']);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const { id } = transfers[0]!;
    await world.odoo.call('stock.picking', 'write', [[id], { carrier_id: carrier!.id }]);
    const look = async (codes: readonly (readonly [number, string])[]) => {
      const since = String(
        (await world.odoo.rows('stock.picking', [['id', '=', id]], ['create_date']))[0]!.create_date,
      );
      const feed = await readFeed(client, {
        ...{ ...emptyFeed, since, capabilities, pickingTypeIds: [world.warehouse.outType] },
        ...{ carrierCodes: new Map(codes), unitsFor: () => new Map(), overlapSeconds: 0 },
      });
      const mine = <T extends { recordId: number }>(list: readonly T[]) => list.filter((one) => one.recordId === id);
      return { items: mine(feed.items), obstacles: mine(feed.obstacles) };
    };
    const before = await look([]);
    expect(before.items.map(({ type }) => type)).toEqual(['warehouse-order.released.v1']);
    expect(before.obstacles).toMatchObject([
      { type: 'shipment.tendered.v1', kind: 'carrier-code', id: carrier!.id, name: carrier!.name },
    ]);
    const after = await look([[carrier!.id, 'BHFT']]);
    expect(after.obstacles).toEqual([]);
    expect(after.items.map(({ type }) => type)).toContain('shipment.tendered.v1');
  });

  it('a delay is a to-do once, however often the carrier tells of it', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const { id, name } = transfers[0]!;
    const data = { shipmentId: String(name), milestone: 'delayed', statusCode: 'SD', references: [] };
    const at = '2026-11-20T15:00:00Z';
    for (const envelope of ['one', 'two']) {
      const told = event('shipment.milestone.v1', String(name), { ...data, at: moment(at) }, at, `${name} ${envelope}`);
      expect(done).toContain((await apply(told)).outcome);
    }
    const todos = [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', id],
    ];
    expect(await world.odoo.rows('mail.activity', todos, ['summary'])).toHaveLength(1);
    expect(await notesOn(stage(), id)).toHaveLength(1);
  });
});
