import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { laneOf } from '../../services/domain/destinations.ts';
import type { EventType } from '../../services/domain/events.ts';
import { envelope } from '../../services/store/deliveries.ts';
import { insertEvents } from '../../services/store/events.ts';
import { clocksOf, documentRow, type FlowRig, flowRig, ladderOf, type Profile, pickUp, sample, sentTo } from './rig.ts';

// Which documents of ours wait for an answer of the trade, and which only for a 997.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 1 });
});
afterAll(() => rig.close());

/** Tells a partner what a sample event says, as the feed would. @returns the document that went out. */
async function tell(profile: Profile, name: string, type: EventType, subject: string): Promise<string> {
  const file = new URL(`../../partners/${profile}/samples/${name}.event.json`, import.meta.url);
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const { newId, now, db } = rig.context;
  const partner = { orgId: rig.orgs[profile], environment: 'production' as const };
  const event = envelope({ id: newId(), orgId: partner.orgId, type, subject, occurredAt: now(), data });
  const lane = laneOf.document('production', partner.orgId);
  await db.system.transaction((tx) =>
    insertEvents(tx, partner, [
      {
        event,
        documentId: null,
        setId: null,
        documentSeq: 0,
        turn: 0,
        receivedAt: now(),
        provenance: {},
        deliveries: [{ id: newId(), destination: 'document', place: '', lane }],
      },
    ]),
  );
  await rig.work();
  const sent = (await sentTo(rig, profile)).filter(({ subjects }) => subjects.includes(subject));
  return sent[0]!.id;
}

describe('what we send', () => {
  test('to announce a receipt waits for its confirmation, which goes to Odoo', async () => {
    const id = await tell('standard-3pl', '943-inbound-transfer', 'receipt.expected.v1', 'P00001');
    expect(await ladderOf(rig, id)).toMatchObject({ 'functional-ack': 'pending', 'business-answer': 'pending' });
    expect(await ladderOf(rig, id)).toHaveProperty('odoo');
    const answer = await rig.bring('standard-3pl', sample('standard-3pl', '944-full-receipt'));
    await rig.work();
    expect(await documentRow(rig, answer)).toMatchObject({ outcome: 'done' });
    expect(await ladderOf(rig, id)).toMatchObject({ 'business-answer': 'done' });
    expect(await clocksOf(rig, id)).toEqual({ collect: 'met', 'functional-ack': 'running', 'business-answer': 'met' });
  });

  test('as a bill of lading waits for its acknowledgement and for nothing else', async () => {
    const id = await tell('standard-carrier', '211-hazardous', 'bill-of-lading.issued.v1', 'BOL-70019');
    expect(await ladderOf(rig, id)).toEqual(
      expect.not.objectContaining({ 'business-answer': expect.anything(), odoo: expect.anything() }),
    );
    expect(await ladderOf(rig, id)).toMatchObject({ 'functional-ack': 'pending' });
    expect(await clocksOf(rig, id)).toEqual({ collect: 'running' });
    await pickUp(rig, 'standard-carrier', id);
    expect(await clocksOf(rig, id)).toEqual({ collect: 'met', 'functional-ack': 'running' });
  });
});

describe('what says more of a milestone', () => {
  test('is recorded beside it and goes to nobody: the milestone alone reaches Odoo', async () => {
    const id = await rig.bring('standard-carrier', sample('standard-carrier', '214-delivered-pod'));
    const events = await rig.context.db
      .system('event as e')
      .leftJoin('delivery as d', 'd.event_id', 'e.id')
      .where({ 'e.document_id': id })
      .orderBy('e.seq')
      .select<{ type: string; destination: string | null }[]>('e.type', 'd.destination');
    expect(events).toEqual([
      { type: 'shipment.milestone.v1', destination: 'odoo' },
      { type: 'shipment.milestone.v1', destination: 'odoo' },
      { type: 'shipment.delivered.v1', destination: null },
    ]);
  });
});
