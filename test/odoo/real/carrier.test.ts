import { expect, it } from 'vitest';
import { event, moment } from '../action-rig.ts';
import { shipped } from './events.ts';
import { notesOn, onRealOdoo, type Stage } from './rig.ts';

const milestone = (shipmentId: string, more: Record<string, unknown>, at: string, id?: string) =>
  event('shipment.milestone.v1', shipmentId, { shipmentId, references: [], at: moment(at), ...more }, at, id);

async function openOrder({ world }: Stage) {
  const product = await world.product();
  await world.stock(product, await world.shelf(), 20);
  const { transfers } = await world.order([{ product, quantity: 5 }]);
  return { id: transfers[0]!.id, name: String(transfers[0]!.name) };
}

const activitiesOn = ({ world }: Stage, id: number) =>
  world.odoo.rows(
    'mail.activity',
    [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', id],
    ],
    ['summary', 'user_id'],
  );

onRealOdoo((stage) => {
  it('a 214 is noted once, also when it comes again in another envelope', async () => {
    const { id, name } = await openOrder(stage());
    const data = { milestone: 'departed-pickup', statusCode: 'AF', carrierReference: 'PRO-7', stop: 1 };
    const first = await stage().apply(milestone(name, data, '2026-11-20T15:00:00Z', 'first'));
    expect(first).toMatchObject({ outcome: 'applied' });
    const again = await stage().apply(milestone(name, data, '2026-11-20T15:00:00Z', 'second'));
    expect(again).toMatchObject({ outcome: 'already-applied' });
    expect(await notesOn(stage(), id)).toHaveLength(1);
    expect((await stage().world.transfer(id)).carrier_tracking_ref).toBe('PRO-7');
  });

  it('a refusal becomes a to-do for the responsible that the connection names', async () => {
    const { id, name } = await openOrder(stage());
    const [admin] = await stage().world.odoo.rows('res.users', [['login', '=', stage().server.setUpLogin]], ['login']);
    const data = { milestone: 'refused', statusCode: 'A7', stop: 2 };
    const refusal = milestone(name, data, '2026-11-20T16:00:00Z');
    expect(await stage().apply(refusal, { responsibleId: admin!.id })).toMatchObject({ outcome: 'applied' });
    expect(await stage().apply(refusal, { responsibleId: admin!.id })).toMatchObject({ outcome: 'already-applied' });
    const todos = await activitiesOn(stage(), id);
    expect(todos).toHaveLength(1);
    expect((todos[0]!.user_id as [number, string])[0]).toBe(admin!.id);
  });

  it('a declined 990 leaves one note and one to-do, in however many envelopes it comes', async () => {
    const { id, name } = await openOrder(stage());
    const answer = (envelope: string) =>
      event(
        'tender.answered.v1',
        name,
        {
          shipmentId: name,
          answer: 'declined',
          answerCode: 'D',
          carrier: { scac: 'BHFT' },
          reason: 'No trailer',
          references: [],
        },
        '2026-11-20T12:00:00Z',
        envelope,
      );
    expect(await stage().apply(answer('one'))).toMatchObject({ outcome: 'applied' });
    expect(await stage().apply(answer('two'))).toMatchObject({ outcome: 'already-applied' });
    expect(await notesOn(stage(), id)).toHaveLength(1);
    expect(await activitiesOn(stage(), id)).toHaveLength(1);
  });

  it('an estimate after the transfer was finished is a remark where Odoo does not take it, and never a failure', async () => {
    const { id, name } = await openOrder(stage());
    await stage().world.odoo.call('stock.picking', 'button_validate', [[id]], {
      context: { skip_backorder: true, skip_sms: true },
    });
    const data = { milestone: 'estimated-delivery', statusCode: 'AG' };
    expect(await stage().apply(milestone(name, data, '2026-12-24T10:00:00Z'))).toMatchObject({ outcome: 'applied' });
  });

  it('a carrier speaks only of loads that it was tendered', async () => {
    const { name } = await openOrder(stage());
    const data = { milestone: 'delivered', statusCode: 'D1' };
    const result = await stage().apply(milestone(name, data, '2026-11-21T10:00:00Z'), { pickingTypeIds: [] });
    expect(result).toMatchObject({ outcome: 'refused', code: 'odoo.transfer-foreign', writes: [] });
  });

  it('a 214 for the backorder’s load under the first name', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 10 }]);
    const { id, name } = transfers[0]!;
    await apply(shipped(String(name), [{ product, shipped: 6 }], { trackingNumber: `P1${name}` }));
    const second = await apply(
      shipped(String(name), [{ product, shipped: 4 }], {
        trackingNumber: `P2${name}`,
        shippedAt: moment('2026-11-21T10:00:00Z'),
      }),
    );
    expect(second.outcome).toBe('applied');
    const rest = (await world.transfer(id)).backorder_ids[0];
    const status = event(
      'shipment.milestone.v1',
      String(name),
      {
        shipmentId: name,
        carrierReference: `P2${name}`,
        references: [],
        milestone: 'delivered',
        statusCode: 'D1',
        at: moment('2026-11-22T10:00:00Z'),
      },
      '2026-11-22T10:00:00Z',
    );
    expect(await apply(status)).toMatchObject({ outcome: 'applied' });
    expect((await world.transfer(id)).carrier_tracking_ref).toBe(`P1${name}`);
    expect(await notesOn(stage(), rest)).toHaveLength(1);
  });

  it('a new estimate that is earlier than the first', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, await world.shelf(), 20);
    const { transfers } = await world.order([{ product, quantity: 10 }]);
    const { id, name } = transfers[0]!;
    const eta = (at: string, more: object = {}) =>
      event(
        'shipment.milestone.v1',
        String(name),
        {
          shipmentId: name,
          references: [],
          milestone: 'estimated-delivery',
          statusCode: 'AG',
          at: moment(at),
          ...more,
        },
        at,
      );
    await apply(eta('2026-12-12T20:00:00Z'));
    await apply(eta('2026-12-11T15:00:00Z'));
    expect((await world.transfer(id)).scheduled_date).toBe('2026-12-11 15:00:00');
    const af = event(
      'shipment.milestone.v1',
      String(name),
      {
        ...{
          shipmentId: name,
          carrierReference: 'PRO-LATE',
          references: [],
          milestone: 'departed-pickup',
          statusCode: 'AF',
        },
        at: moment('2026-12-01T15:00:00Z'),
      },
      '2026-12-01T15:00:00Z',
    );
    await apply(af);
    expect((await world.transfer(id)).carrier_tracking_ref).toBe('PRO-LATE');
  });

  it('an appointment is noted with its number, once; one that is cancelled is a to-do', async () => {
    const { id, name } = await openOrder(stage());
    const appointed = (status: string, envelope: string) =>
      event(
        'dock-appointment.scheduled.v1',
        name,
        {
          ...{ shipmentId: name, appointment: 'delivery', status, appointmentNumber: 'APT-7', dock: '4' },
          ...{ at: moment('2026-12-15T16:00:00Z'), carrier: { scac: 'BHFT' } },
        },
        '2026-11-20T12:00:00Z',
        envelope,
      );
    expect(await stage().apply(appointed('confirmed', 'one'))).toMatchObject({
      ...{
        outcome: 'applied',
        writes: [{ field: 'message_ids', after: expect.stringMatching(/number APT-7, dock 4/) }],
      },
    });
    expect(await stage().apply(appointed('confirmed', 'two'))).toMatchObject({ outcome: 'already-applied' });
    expect(await notesOn(stage(), id)).toHaveLength(1);
    expect(await activitiesOn(stage(), id)).toHaveLength(0);
    for (const envelope of ['three', 'four']) await stage().apply(appointed('cancelled', envelope));
    expect(await notesOn(stage(), id)).toHaveLength(2);
    expect(await activitiesOn(stage(), id)).toHaveLength(1);
  });

  it('what became of our document is noted on its transfer, once; a rejection is a to-do, or a case where the transfer is unknown', async () => {
    const { id, name } = await openOrder(stage());
    const advised = (status: string, value: string, adviceNumber = 'ADV-1') =>
      event(
        'document.advised.v1',
        value,
        {
          ...{ adviceNumber, set: '204', status, statusCode: status === 'accepted' ? 'TA' : 'TR' },
          reference: { kind: 'shipment-id', value },
          ...(status === 'rejected' && { errors: [{ code: '006', description: 'Unknown stop' }] }),
        },
        '2026-11-20T12:00:00Z',
      );
    expect(await stage().apply(advised('accepted', name))).toMatchObject({ outcome: 'applied' });
    expect(await stage().apply(advised('accepted', name))).toMatchObject({ outcome: 'already-applied' });
    expect(await activitiesOn(stage(), id)).toHaveLength(0);
    for (const outcome of ['applied', 'already-applied'])
      expect(await stage().apply(advised('rejected', name, 'ADV-2'))).toMatchObject({ outcome });
    expect(await notesOn(stage(), id)).toHaveLength(2);
    expect(await activitiesOn(stage(), id)).toHaveLength(1);
    expect(await stage().apply(advised('accepted', 'NONE/1'))).toMatchObject({
      outcome: 'already-applied',
      writes: [],
    });
    expect(await stage().apply(advised('rejected', 'NONE/1'))).toMatchObject({
      ...{ outcome: 'refused', code: 'odoo.order-unknown', reason: expect.stringContaining('Unknown stop') },
    });
  });
});
