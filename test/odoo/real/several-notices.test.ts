import { expect, it } from 'vitest';
import type { CanonicalEvent } from '../../../services/domain/events.ts';
import type { PartnerRules } from '../../../services/odoo/actions/index.ts';
import { moment } from '../action-rig.ts';
import { announced, received, sscc } from './events.ts';
import { notesOn, onRealOdoo } from './rig.ts';
import { fresh, type Product } from './world.ts';

/** Several 856s about one purchase order: what they announce adds up on its receipt, in whatever order and however often they come. */
onRealOdoo((stage) => {
  type Notice = CanonicalEvent<'shipment.announced.v1'>;

  /** A receipt and a hub that keeps what it has brought there. */
  async function awaited(lines: readonly { product: Product; quantity: number }[]) {
    const { world, apply } = stage();
    const { name, receipt } = await world.purchase(lines);
    const kept: Notice[] = [];
    const rules: Partial<PartnerRules> = {
      announced: async () =>
        kept.toSorted((a, b) => (a.time < b.time ? -1 : 1)).map(({ time, data }) => ({ time, data })),
    };
    return {
      ...{ name, receipt },
      async say(event: CanonicalEvent) {
        const result = await apply(event, rules);
        if (result.outcome === 'applied' && result.writes.length > 0) kept.push(event as unknown as Notice);
        return result;
      },
      lines: async () =>
        (await world.lines(receipt.id))
          .map((line) => [
            (line.product_id as [number, string])[0],
            line.quantity,
            line.lot_name || (line.lot_id ? (line.lot_id as [number, string])[1] : '') || '',
            line.result_package_id ? (line.result_package_id as [number, string])[1] : '',
          ])
          .toSorted((a, b) => String(a).localeCompare(String(b))),
      head: async () => {
        const { scheduled_date, carrier_tracking_ref, state } = await world.transfer(receipt.id);
        return { scheduled_date, carrier_tracking_ref, state };
      },
    };
  }

  const notice = (
    order: string,
    shipmentId: string,
    items: readonly { product: Product; quantity: number; more?: Record<string, unknown> }[],
    { eta, tracking, at, purpose = 'original' }: { eta: string; tracking: string; at: string; purpose?: string },
  ) =>
    ({
      ...announced(order, items, { shipmentId, purpose, expectedAt: moment(eta), trackingNumber: tracking }, at),
      id: `${shipmentId}-${at}`,
    }) as CanonicalEvent;

  it('quantities, lots and packages add up; the receipt shows the first date and its number', async () => {
    const { world } = stage();
    const [lamp, jacket] = [await world.product(), await world.product({ tracking: 'lot' })];
    const of = await awaited([
      { product: lamp, quantity: 30 },
      { product: jacket, quantity: 8 },
    ]);
    const [one, two, lot, other] = [sscc(), sscc(), `A${fresh()}`, `B${fresh()}`];
    const first = notice(
      of.name,
      'ASN-1',
      [
        { product: lamp, quantity: 20, more: { package: { sscc: one } } },
        { product: jacket, quantity: 5, more: { lot } },
      ],
      { eta: '2026-12-05T09:00:00Z', tracking: 'PRO-1', at: '2026-11-19T10:00:00Z' },
    );
    const second = notice(
      of.name,
      'ASN-2',
      [
        { product: lamp, quantity: 10, more: { package: { sscc: two } } },
        { product: jacket, quantity: 3, more: { lot: other } },
      ],
      { eta: '2026-12-03T09:00:00Z', tracking: 'PRO-2', at: '2026-11-19T11:00:00Z' },
    );
    expect(await of.say(first)).toMatchObject({ outcome: 'applied' });
    const result = await of.say(second);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    expect(result.writes).toContainEqual(
      expect.objectContaining({ field: 'quantity', before: 20, after: 30, pointer: '/items/0/quantity/value' }),
    );
    const both = [
      [lamp.id, 20, '', one],
      [lamp.id, 10, '', two],
      [jacket.id, 5, lot, ''],
      [jacket.id, 3, other, ''],
    ].toSorted((a, b) => String(a).localeCompare(String(b)));
    expect(await of.lines()).toEqual(both);
    const head = { scheduled_date: '2026-12-03 09:00:00', carrier_tracking_ref: 'PRO-2', state: 'assigned' };
    expect(await of.head()).toEqual(head);
    // Each once more, in new envelopes.
    for (const event of [second, first])
      expect(await of.say({ ...event, id: `again-${fresh()}` })).toMatchObject({ outcome: 'already-applied' });
    expect(await of.lines()).toEqual(both);
    expect(await of.head()).toEqual(head);
    expect(await notesOn(stage(), of.receipt.id)).toHaveLength(2);
    // What was announced is received, each lot in its package.
    const lots = [
      { lot, quantity: 5 },
      { lot: other, quantity: 3 },
    ];
    const came = received(of.receipt.name, [
      { product: lamp, received: 30 },
      { product: jacket, received: 8, more: { lots } },
    ]);
    expect(await of.say(came)).toMatchObject({ outcome: 'applied' });
    expect(Object.values(await world.quants(lamp)).toSorted()).toEqual([10, 20]);
    expect(Object.values(await world.quants(jacket)).toSorted()).toEqual([3, 5]);
  });

  it('in every order they end the same, with one that replaces an earlier one of its own', async () => {
    const { world } = stage();
    const product = await world.product();
    const make = (order: string) => [
      notice(order, 'ASN-A', [{ product, quantity: 12 }], {
        ...{ eta: '2026-12-06T09:00:00Z', tracking: 'PRO-A', at: '2026-11-19T10:00:00Z' },
      }),
      notice(order, 'ASN-B', [{ product, quantity: 9 }], {
        ...{ eta: '2026-12-04T09:00:00Z', tracking: 'PRO-B', at: '2026-11-19T11:00:00Z' },
      }),
      notice(order, 'ASN-A', [{ product, quantity: 15 }], {
        ...{ eta: '2026-12-07T09:00:00Z', tracking: 'PRO-A2', at: '2026-11-19T12:00:00Z', purpose: 'replace' },
      }),
    ];
    const permutations = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of permutations) {
      const of = await awaited([{ product, quantity: 40 }]);
      const events = make(of.name);
      for (const at of order) expect((await of.say(events[at]!)).outcome).toBe('applied');
      const total = (await of.lines()).reduce((sum, line) => sum + Number(line[1]), 0);
      expect([order, total]).toEqual([order, 24]);
      expect([order, await of.head()]).toEqual([
        order,
        { scheduled_date: '2026-12-04 09:00:00', carrier_tracking_ref: 'PRO-B', state: 'assigned' },
      ]);
    }
  });

  it('what comes first is received alone, and the next notice is for the backorder', async () => {
    const { world } = stage();
    const product = await world.product();
    const of = await awaited([{ product, quantity: 30 }]);
    const times = (at: string) => ({
      eta: '2026-12-05T09:00:00Z',
      tracking: `PRO-${at}`,
      at: `2026-11-19T1${at}:00:00Z`,
    });
    await of.say(notice(of.name, 'ASN-1', [{ product, quantity: 20 }], times('0')));
    await of.say(received(of.receipt.name, [{ product, received: 20 }], { receiptNumber: `R${fresh()}` }));
    const [rest] = await world.odoo.rows('stock.picking', [['backorder_id', '=', of.receipt.id]], ['name']);
    const label = sscc();
    const next = notice(of.name, 'ASN-2', [{ product, quantity: 10, more: { package: { sscc: label } } }], times('1'));
    expect(await of.say(next)).toMatchObject({ outcome: 'applied' });
    const [line, ...more] = await world.lines(rest!.id);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ quantity: 10, picked: false });
    expect((line!.result_package_id as [number, string])[1]).toBe(label);
  });
});
