import { expect, it } from 'vitest';
import type { CanonicalEvent, EventType } from '../../../services/domain/events.ts';
import { event, moment } from '../action-rig.ts';
import { notesOn, onRealOdoo, type Stage } from './rig.ts';
import { outcomesOf, watched } from './watched.ts';

/** The same fact about a shipment, by a 214, as an event of its own over REST, or by both: Odoo looks the same. */

async function openOrder({ world }: Stage) {
  const product = await world.product();
  await world.stock(product, await world.shelf(), 20);
  const { transfers } = await world.order([{ product, quantity: 5 }]);
  return { id: transfers[0]!.id, name: String(transfers[0]!.name) };
}

const toDosOn = ({ world }: Stage, id: number) =>
  world.odoo.rows(
    'mail.activity',
    [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', id],
    ],
    ['summary'],
  );
const filesOn = ({ world }: Stage, id: number) =>
  world.odoo.rows(
    'ir.attachment',
    [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', id],
    ],
    ['name', 'mimetype'],
  );

const at = '2026-11-21T16:15:00Z';
const pdf = (text: string) => Buffer.from(`%PDF-1.4 ${text}`).toString('base64');

let envelopes = 0;
function told(type: EventType, name: string, data: Record<string, unknown>, time = at): CanonicalEvent {
  envelopes += 1;
  return event(type, name, { shipmentId: name, ...data }, time, `envelope-${envelopes}`);
}
const status = (name: string, data: Record<string, unknown>, time = at) =>
  told('shipment.milestone.v1', name, { references: [], at: moment(time), ...data }, time);
const delivered214 = (name: string, more: object = {}) =>
  status(name, {
    ...{ milestone: 'delivered', statusCode: 'D1', stop: 2, proofOfDelivery: { signedBy: 'M OKAFOR' } },
    ...more,
  });
const delivered = (name: string, more: object = {}, time = at) =>
  told('shipment.delivered.v1', name, { at: moment(time), signedBy: 'M OKAFOR', ...more }, time);

onRealOdoo((stage) => {
  it('a delivery is noted once, whether a 214 tells it, the event of the delivery, or both, whichever is first', async () => {
    const [one, other, alone] = [await openOrder(stage()), await openOrder(stage()), await openOrder(stage())];
    expect(await stage().apply(delivered214(one.name))).toMatchObject({ outcome: 'applied' });
    expect(await stage().apply(delivered(one.name))).toMatchObject({ outcome: 'already-applied' });
    expect(await stage().apply(delivered(other.name, { carrierReference: 'PRO-9' }))).toMatchObject({
      outcome: 'applied',
    });
    expect(await stage().apply(delivered214(other.name))).toMatchObject({ outcome: 'already-applied' });
    // A partner's own code, and seconds where the 214 has minutes.
    const own = status(other.name, { milestone: 'delivered', statusCode: 'DLV', at: moment('2026-11-21T16:15:27Z') });
    expect(await stage().apply({ ...own, time: '2026-11-21T16:15:27Z' })).toMatchObject({
      outcome: 'already-applied',
    });
    expect(await stage().apply(delivered(alone.name))).toMatchObject({
      outcome: 'applied',
      writes: [{ field: 'message_ids', pointer: '/at/utc', after: expect.stringMatching(/^Delivered .*M OKAFOR/) }],
    });
    for (const { id } of [one, other, alone]) expect(await notesOn(stage(), id)).toHaveLength(1);
    // Who signed is told later, twice.
    const unsigned = await openOrder(stage());
    await stage().apply(delivered214(unsigned.name, { proofOfDelivery: {} }));
    expect(await stage().apply(delivered(unsigned.name))).toMatchObject({ outcome: 'applied' });
    expect(await stage().apply(delivered(unsigned.name))).toMatchObject({ outcome: 'already-applied' });
    expect(await notesOn(stage(), unsigned.id)).toHaveLength(2);
    expect((await stage().world.transfer(other.id)).carrier_tracking_ref).toBe('PRO-9');
  });

  it('the proof of delivery is attached once, before or after the delivery is told, twice, and by both ways', async () => {
    const { apply } = stage();
    const paper = (name: string) => ({ document: { content: pdf(name), contentType: 'application/pdf' } });
    const [late, early, both] = [await openOrder(stage()), await openOrder(stage()), await openOrder(stage())];

    await apply(delivered214(late.name));
    expect(await apply(delivered(late.name, paper(late.name)))).toMatchObject({
      outcome: 'applied',
      writes: expect.arrayContaining([expect.objectContaining({ pointer: '/document/content' })]),
    });
    expect(await apply(delivered(late.name, paper(late.name)))).toMatchObject({ outcome: 'already-applied' });

    await apply(delivered(early.name, paper(early.name)));
    expect(await apply(delivered214(early.name))).toMatchObject({ outcome: 'already-applied' });

    const proofOfDelivery = { signedBy: 'M OKAFOR', content: pdf(both.name), contentType: 'application/pdf' };
    await apply(delivered214(both.name, { proofOfDelivery }));
    expect(await apply(delivered(both.name, paper(both.name)))).toMatchObject({ outcome: 'already-applied' });
    // Told once more with another time: another note, the same paper.
    await apply(delivered(both.name, paper(both.name), '2026-11-21T16:40:00Z'));

    for (const { id } of [late, early, both])
      expect(await filesOn(stage(), id)).toMatchObject([{ mimetype: 'application/pdf' }]);
    expect(await notesOn(stage(), late.id)).toHaveLength(2);
    expect(await notesOn(stage(), early.id)).toHaveLength(1);
  });

  it('an exception is one note and one to-do, also when a 214 tells it with its reason later', async () => {
    const { apply } = stage();
    const { id, name } = await openOrder(stage());
    const exception = told('shipment.exception.v1', name, {
      ...{ kind: 'delay', at: moment(at), description: 'Bridge closed at Rockford' },
    });
    expect(await apply(exception)).toMatchObject({
      outcome: 'applied',
      writes: [{ field: 'message_ids', pointer: '/kind' }, { field: 'activity_ids' }],
    });
    expect(await apply({ ...exception, id: 'again' })).toMatchObject({ outcome: 'already-applied' });
    expect(await toDosOn(stage(), id)).toMatchObject([{ summary: expect.stringContaining('Bridge closed') }]);
    const reason = { code: 'AO', meaning: 'weather' };
    await apply(status(name, { milestone: 'delayed', statusCode: 'SD', reason, stop: 2 }));
    expect(await notesOn(stage(), id)).toHaveLength(2);
    expect(await toDosOn(stage(), id)).toHaveLength(1);
    // No milestone says this one.
    await apply(told('shipment.exception.v1', name, { kind: 'shortage', pieces: 3, at: moment(at) }));
    expect(await toDosOn(stage(), id)).toHaveLength(2);
  });

  it('a delivery that is short or damaged asks a person, once, by whichever way it is told', async () => {
    const { apply } = stage();
    const [rest, edi] = [await openOrder(stage()), await openOrder(stage())];
    const exceptions = [{ kind: 'shortage', code: 'S1' }];
    const reason = { code: 'S1', meaning: 'other' };
    await apply(delivered214(edi.name, { reason }));
    expect(await apply(delivered(edi.name, { exceptions }))).toMatchObject({ outcome: 'already-applied' });
    await apply(delivered(rest.name, { exceptions }));
    expect(await apply(delivered214(rest.name, { reason }))).toMatchObject({ outcome: 'already-applied' });
    for (const { id } of [rest, edi]) {
      expect(await notesOn(stage(), id)).toHaveLength(1);
      expect(await toDosOn(stage(), id)).toHaveLength(1);
    }
    // Piece by piece it says more than the 214 did.
    const damaged = { exceptions: [{ kind: 'damage', code: 'D', pieces: 2, description: 'Wet' }] };
    expect(await apply(delivered(edi.name, damaged))).toMatchObject({ outcome: 'applied' });
    expect(await toDosOn(stage(), edi.id)).toHaveLength(2);
  });

  it('an estimate moves the planned date by whichever way it is told, is noted once, and does not make older facts old', async () => {
    const { apply, world } = stage();
    const { id, name } = await openOrder(stage());
    const eta = (utc: string, time: string) =>
      told('shipment.eta.v1', name, { target: 'delivery', estimatedAt: moment(utc) }, time);
    expect(await apply(eta('2026-12-24T17:00:00Z', '2026-11-20T10:00:00Z'))).toMatchObject({
      outcome: 'applied',
      writes: [{ field: 'scheduled_date', pointer: '/estimatedAt/utc' }, { field: 'message_ids' }],
    });
    const same = status(name, { milestone: 'estimated-delivery', statusCode: 'AG' }, '2026-12-24T17:00:00Z');
    expect(await apply(same)).toMatchObject({ outcome: 'already-applied' });
    expect(await apply(eta('2026-12-23T09:00:00Z', '2026-11-20T12:00:00Z'))).toMatchObject({ outcome: 'applied' });
    // Made before the one that holds, and comes after it.
    await apply(eta('2026-12-28T09:00:00Z', '2026-11-20T11:00:00Z'));
    expect((await world.transfer(id)).scheduled_date).toBe('2026-12-23 09:00:00');
    await apply(status(name, { milestone: 'estimated-terminal-arrival', statusCode: 'B6' }, '2026-12-22T09:00:00Z'));
    await apply(status(name, { milestone: 'delivery-appointment', statusCode: 'AB' }, '2026-12-23T09:00:00Z'));
    const left = { milestone: 'departed-pickup', statusCode: 'AF', carrierReference: 'PRO-EARLY' };
    await apply(status(name, left, '2026-11-20T09:00:00Z'));
    expect(await world.transfer(id)).toMatchObject({
      ...{ scheduled_date: '2026-12-23 09:00:00', carrier_tracking_ref: 'PRO-EARLY' },
    });
    expect(await toDosOn(stage(), id)).toEqual([]);
  });

  it('many deliveries of a partner without X12 go in few calls; what asks a person goes alone', async () => {
    const { together, client } = stage();
    const made = [];
    for (let n = 0; n < 4; n += 1) made.push(await openOrder(stage()));
    const [trouble, ...plain] = made as [(typeof made)[0], ...typeof made];
    const watch = watched(client);
    const events = [
      delivered(trouble.name, { exceptions: [{ kind: 'damage' }] }),
      ...plain.map(({ name }) => delivered(name, { document: { content: pdf(name), contentType: 'application/pdf' } })),
    ];
    const results = await together(events, {}, watch.client);
    expect(outcomesOf(results)).toEqual(['alone', 'applied', 'applied', 'applied']);
    expect(watch.calls.length).toBeLessThanOrEqual(8);
    expect(results[1]).toMatchObject({
      writes: expect.arrayContaining([expect.objectContaining({ pointer: '/at/utc' })]),
    });
    for (const { id } of plain) {
      expect(await notesOn(stage(), id)).toHaveLength(1);
      expect(await filesOn(stage(), id)).toHaveLength(1);
    }
    expect(outcomesOf(await together(events))).toEqual([
      ...['alone', 'already-applied', 'already-applied', 'already-applied'],
    ]);
  });
});
