import { beforeAll, describe, expect, it } from 'vitest';
import type { OdooClient } from '../../services/odoo/client.ts';
import { apply, event, killedEverywhere, moment, notesOf, transfer, twins } from './action-rig.ts';
import { versions } from './twin-rig.ts';

const clientOf = twins();

describe.each(versions)('on Odoo %i', (version) => {
  let client: OdooClient;
  beforeAll(() => {
    client = clientOf(version);
  });

  it('a proof of delivery is noted and attached once, also when the hub is killed after every step', async () => {
    const pod = Buffer.from('%PDF-1.4 signed').toString('base64');
    const of = event('shipment.milestone.v1', 'WH/OUT/00006', {
      shipmentId: 'WH/OUT/00006',
      carrierReference: 'PRO-6',
      carrier: { scac: 'BHFT', name: 'Blue Heron Freight' },
      milestone: 'delivered',
      statusCode: 'D1',
      at: moment('2026-12-15T16:42:00Z'),
      place: { city: 'Madison', state: 'WI' },
      proofOfDelivery: { signedBy: 'M KOWALSKI', contentType: 'application/pdf', content: pod },
      references: [],
    });
    const { kills, again } = await killedEverywhere(client, of);
    expect(kills).toEqual([
      'stock.picking.write carrier_tracking_ref',
      'ir.attachment.create',
      'stock.picking.message_post',
    ]);
    expect(again.outcome).toBe('already-applied');
    const picking = await transfer(client, 'WH/OUT/00006');
    expect(picking).toMatchObject({ carrier_tracking_ref: 'PRO-6', state: 'assigned' });
    const notes = await notesOf(client, picking.id);
    expect(notes).toHaveLength(1);
    expect(notes[0]!.body).toContain(
      'Delivered 2026-12-15T16:42:00 UTC, Madison WI, signed by M KOWALSKI (214 D1, Blue Heron Freight)',
    );
    expect(notes[0]!.attachment_ids).toHaveLength(1);
    const where = [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', picking.id],
    ];
    expect(await client.searchRead('ir.attachment', where, ['name'])).toEqual([
      { id: expect.any(Number), name: 'POD WH-OUT-00006 2026-12-15.pdf' },
    ]);
  });

  it('an estimate moves the date of an open transfer; an older fact is noted and changes nothing', async () => {
    const milestone = (at: string, more: Record<string, unknown>) =>
      event(
        'shipment.milestone.v1',
        'WH/OUT/00007',
        { shipmentId: 'WH/OUT/00007', statusCode: 'AG', references: [], ...more },
        at,
      );
    const newer = milestone('2026-12-14T08:00:00Z', {
      milestone: 'estimated-delivery',
      at: moment('2026-12-18T12:00:00Z'),
      carrierReference: 'PRO-7',
    });
    expect((await apply(client, newer)).writes).toContainEqual(
      expect.objectContaining({ field: 'scheduled_date', after: '2026-12-18 12:00:00', pointer: '/at/utc' }),
    );
    const older = milestone('2026-12-13T08:00:00Z', {
      milestone: 'estimated-delivery',
      at: moment('2026-12-17T12:00:00Z'),
      carrierReference: 'PRO-OLD',
    });
    expect(await apply(client, older)).toMatchObject({ outcome: 'applied', writes: [{ field: 'message_ids' }] });
    const picking = await transfer(client, 'WH/OUT/00007');
    expect(picking).toMatchObject({ scheduled_date: '2026-12-18 12:00:00', carrier_tracking_ref: 'PRO-7' });
    expect(await notesOf(client, picking.id)).toHaveLength(2);
    expect((await apply(client, older)).outcome).toBe('already-applied');
    expect(await notesOf(client, picking.id)).toHaveLength(2);
  });

  it('a carrier that names only its own number is understood once the number is known', async () => {
    const of = event('shipment.milestone.v1', 'PRO-7', {
      carrierReference: 'PRO-7',
      milestone: 'en-route',
      statusCode: 'X6',
      at: moment('2026-12-15T09:00:00Z'),
      references: [],
    });
    expect((await apply(client, of)).outcome).toBe('applied');
    const unknown = event('shipment.milestone.v1', 'PRO-X', {
      carrierReference: 'PRO-X',
      milestone: 'en-route',
      statusCode: 'X6',
      at: moment('2026-12-15T09:00:00Z'),
      references: [],
    });
    expect(await apply(client, unknown)).toMatchObject({ outcome: 'refused', code: 'odoo.order-unknown' });
  });

  it('a declined 990 is noted and given to a person, once, also when the hub is killed after every step', async () => {
    const of = event('tender.answered.v1', 'WH/OUT/00008', {
      shipmentId: 'WH/OUT/00008',
      carrier: { scac: 'BHFT', name: 'Blue Heron Freight' },
      answer: 'declined',
      answerCode: 'D',
      reason: 'No trailer available in Joliet',
      references: [],
    });
    const { kills, again } = await killedEverywhere(client, of);
    expect(kills).toEqual(['stock.picking.activity_schedule', 'stock.picking.message_post']);
    expect(again.outcome).toBe('already-applied');
    const picking = await transfer(client, 'WH/OUT/00008');
    const notes = await notesOf(client, picking.id);
    expect(notes).toHaveLength(1);
    expect(notes[0]!.body).toContain('Blue Heron Freight declined the load: No trailer available in Joliet (990 D)');
    expect(
      await client.searchRead(
        'mail.activity',
        [
          ['res_model', '=', 'stock.picking'],
          ['res_id', '=', picking.id],
        ],
        ['summary'],
      ),
    ).toHaveLength(1);
  });

  it('an accepted 990 is noted and bothers nobody', async () => {
    const of = event('tender.answered.v1', 'WH/OUT/00009', {
      shipmentId: 'WH/OUT/00009',
      answer: 'accepted',
      answerCode: 'A',
      references: [],
    });
    expect((await apply(client, of)).outcome).toBe('applied');
    const picking = await transfer(client, 'WH/OUT/00009');
    expect(
      await client.searchRead(
        'mail.activity',
        [
          ['res_model', '=', 'stock.picking'],
          ['res_id', '=', picking.id],
        ],
        ['summary'],
      ),
    ).toEqual([]);
  });
});
