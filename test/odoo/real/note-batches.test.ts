import { expect, it } from 'vitest';
import type { CanonicalEvent } from '../../../services/domain/events.ts';
import { event, moment } from '../action-rig.ts';
import { losing } from '../lossy-client.ts';
import { notesOn, onRealOdoo, type Stage } from './rig.ts';
import { once, outcomesOf, watched } from './watched.ts';

/** Many milestones in few calls: each transfer gets its note, its number and its proof once. */

interface Order {
  readonly id: number;
  readonly name: string;
}

async function orders({ world }: Stage, count: number): Promise<readonly Order[]> {
  const product = await world.product();
  await world.stock(product, await world.shelf(), count);
  const made: Order[] = [];
  for (let n = 0; n < count; n += 1) {
    const [transfer] = (await world.order([{ product, quantity: 1 }])).transfers;
    made.push({ id: transfer!.id, name: String(transfer!.name) });
  }
  return made;
}

const milestone = ({ name }: Order, more: Record<string, unknown> = {}, at = '2026-11-21T08:00:00Z'): CanonicalEvent =>
  event(
    'shipment.milestone.v1',
    name,
    {
      shipmentId: name,
      carrierReference: `PRO-${name.replaceAll('/', '-')}`,
      carrier: { name: 'Heron & Sons <Freight>' },
      milestone: 'departed-pickup',
      statusCode: 'AF',
      at: moment(at),
      references: [],
      ...more,
    },
    at,
  );

const pdf = Buffer.from('%PDF-1.4 proof').toString('base64');
const proof = {
  milestone: 'delivered',
  statusCode: 'D1',
  proofOfDelivery: { signedBy: 'M O', content: pdf, contentType: 'application/pdf' },
};

onRealOdoo((stage) => {
  it('each transfer has its note as if it had come alone, its number, and its date', async () => {
    const { world, together, apply, client } = stage();
    const made = await orders(stage(), 6);
    const [eta, pod, single, ...plain] = made as [Order, Order, Order, ...Order[]];
    await apply(milestone(single));
    const watch = watched(client);
    const results = await together(
      [
        milestone(eta, { milestone: 'estimated-delivery', statusCode: 'AG', at: moment('2026-12-24T17:00:00Z') }),
        milestone(pod, proof),
        ...plain.map((one) => milestone(one)),
      ],
      {},
      watch.client,
    );
    expect(outcomesOf(results)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect(watch.calls.length).toBeLessThanOrEqual(8);
    for (const one of made)
      expect(await world.transfer(one.id)).toMatchObject({
        carrier_tracking_ref: `PRO-${one.name.replaceAll('/', '-')}`,
      });
    expect((await world.transfer(eta.id)).scheduled_date).toBe('2026-12-24 17:00:00');
    const shape = ['body', 'message_type', 'subtype_id', 'author_id', 'is_internal'];
    const note = async ({ id, name }: Order) => {
      const [found, ...more] = await world.odoo.rows(
        'mail.message',
        [
          ['model', '=', 'stock.picking'],
          ['res_id', '=', id],
          ['body', 'ilike', '[crossdock'],
        ],
        shape,
      );
      expect(more).toEqual([]);
      const { id: _, ...rest } = found!;
      return JSON.parse(JSON.stringify(rest).replaceAll(name, ''));
    };
    // The same body, author and kind as of one that was posted alone.
    expect(await note(plain[0]!)).toEqual(await note(single));
    const files = await world.odoo.rows(
      'ir.attachment',
      [
        ['res_model', '=', 'stock.picking'],
        ['res_id', '=', pod.id],
      ],
      ['name', 'mimetype'],
    );
    expect(files).toMatchObject([{ mimetype: 'application/pdf' }]);
    const again = await together([milestone(pod, proof), ...plain.map((one) => milestone(one))]);
    expect(outcomesOf(again)).toEqual(['already-applied', 'already-applied', 'already-applied', 'already-applied']);
    for (const { id } of made) expect(await notesOn(stage(), id)).toHaveLength(1);
  });

  it('what asks for a person and what nobody knows go alone', async () => {
    const { world, together } = stage();
    const [one, other] = (await orders(stage(), 2)) as [Order, Order];
    const results = await together([
      milestone(one, { milestone: 'refused', statusCode: 'A7' }),
      milestone(other),
      milestone({ id: 0, name: 'WH/OUT/NOBODY' }),
    ]);
    expect(outcomesOf(results)).toEqual(['alone', 'applied', 'alone']);
    expect(await notesOn(stage(), one.id)).toEqual([]);
    expect((await world.transfer(one.id)).carrier_tracking_ref || false).toBe(false);
  });

  it('a transfer that is done or deleted meanwhile does not keep the others from their notes', async () => {
    const { world, together, client } = stage();
    const made = await orders(stage(), 5);
    const [shippedOne, gone] = made as [Order, Order];
    const meet = once('mail.message.search_read', async () => {
      await world.odoo.call('stock.picking', 'button_validate', [[shippedOne.id]], {
        context: { skip_backorder: true, skip_sms: true },
      });
      await world.odoo.call('stock.picking', 'action_cancel', [[gone.id]]);
      await world.odoo.call('stock.picking', 'unlink', [[gone.id]]);
    });
    const eta = { milestone: 'estimated-delivery', statusCode: 'AG', at: moment('2026-12-24T17:00:00Z') };
    const results = await together(
      made.map((one) => milestone(one, eta)),
      {},
      watched(client, meet).client,
    );
    const [done, deleted, ...others] = outcomesOf(results);
    // 19 takes the date on a finished transfer.
    expect(done).toBe(client.majorVersion >= 19 ? 'applied' : 'alone');
    expect([deleted, ...others]).toEqual(['alone', 'applied', 'applied', 'applied']);
  });

  it('killed after any of its calls, each transfer has one note and one file', async () => {
    const { world, together, apply, client } = stage();
    const made = await orders(stage(), 3);
    const events = made.map((one, at) => milestone(one, at === 0 ? proof : {}));
    const survived = new Set<string>();
    for (;;) {
      const before = survived.size;
      await together(events, {}, losing(client, survived)).catch(() => undefined);
      if (survived.size === before) break;
    }
    expect(survived.size).toBeGreaterThanOrEqual(3);
    for (const one of events) expect((await apply(one)).outcome).toBe('already-applied');
    for (const { id } of made) expect(await notesOn(stage(), id)).toHaveLength(1);
    const files = await world.odoo.rows(
      'ir.attachment',
      [
        ['res_model', '=', 'stock.picking'],
        ['res_id', 'in', made.map(({ id }) => id)],
      ],
      ['name'],
    );
    expect(files).toHaveLength(1);
  });
});
