import type { CanonicalEvent } from '../../domain/events.ts';
import type { Values } from '../client.ts';
import { attachOnce, podName } from './attachments.ts';
import type { Action, ActionContext, ActionResult, OdooWrite } from './contract.ts';
import type { Milestone } from './event-data.ts';
import { findShipment } from './find-shipment.ts';
import { leaveNote, markersOn } from './notes.ts';
import { isOpen, odooTime, type Picking } from './pickings.ts';

type Head = Omit<Picking, 'move_ids'>;
const etas = new Set(['estimated-delivery', 'estimated-delivery-appointment']);

/**
 * 214: leaves a note on the transfer, sets the carrier's number, moves the date of an open transfer to a new estimate and attaches a proof of delivery.
 * The note comes last and closes the event: where it is found, nothing is left to do. A fact older than one noted before is noted, and changes nothing else.
 */
export const noteMilestone: Action = async (event, context) => {
  const data = event.data as unknown as Milestone;
  const picking = await findShipment(context.client, data);
  return 'outcome' in picking ? picking : note(event, data, picking, context);
};

async function note(
  event: CanonicalEvent,
  data: Milestone,
  picking: Head,
  { client }: ActionContext,
): Promise<ActionResult> {
  const markers = await markersOn(client, picking.id, 'milestone');
  const latest =
    markers
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  const target = targetOf(data, picking);
  if (markers.some(({ eventId }) => eventId === event.id))
    return { outcome: 'already-applied', writes: [...heldWrites(picking, target), noteWrite(data, picking)] };
  const values = event.time < latest ? {} : differing(target, picking);
  if (Object.keys(values).length > 0) await client.write('stock.picking', [picking.id], values);
  const attachment = await attachProof(data, picking, client);
  await leaveNote(
    client,
    picking.id,
    milestoneText(data),
    { topic: 'milestone', at: event.time, eventId: event.id },
    attachment.ids,
  );
  return {
    outcome: 'applied',
    // What held before may be the doing of a try that was cut off.
    writes: [
      ...heldWrites(picking, target),
      ...freshWrites(picking, values),
      ...attachment.writes,
      noteWrite(data, picking),
    ],
  };
}

/** What the transfer is to hold. */
function targetOf(data: Milestone, picking: Head): Values {
  return {
    ...(data.carrierReference && { carrier_tracking_ref: data.carrierReference }),
    ...(etas.has(data.milestone) && isOpen(picking.state) && { scheduled_date: odooTime(data.at.utc) }),
  };
}

const shown = (picking: Head, field: string) => picking[field as keyof Head];
const differing = (target: Values, picking: Head): Values =>
  Object.fromEntries(Object.entries(target).filter(([field, value]) => shown(picking, field) !== value));

const pointers: Readonly<Record<string, string>> = {
  carrier_tracking_ref: '/carrierReference',
  scheduled_date: '/at/utc',
};
const record = (picking: Head) => ({ model: 'stock.picking', recordId: picking.id, recordName: picking.name });

const fieldWrite = (picking: Head, field: string, after: unknown): OdooWrite => ({
  ...record(picking),
  field,
  after,
  pointer: pointers[field]!,
  method: 'write',
});

const freshWrites = (picking: Head, values: Values): OdooWrite[] =>
  Object.entries(values).map(([field, after]) => ({
    ...fieldWrite(picking, field, after),
    before: shown(picking, field),
  }));

const heldWrites = (picking: Head, target: Values): OdooWrite[] =>
  Object.entries(target)
    .filter(([field, value]) => shown(picking, field) === value)
    .map(([field, after]) => fieldWrite(picking, field, after));

function noteWrite(data: Milestone, picking: Head): OdooWrite {
  return {
    ...record(picking),
    field: 'message_ids',
    after: milestoneText(data),
    pointer: '/milestone',
    method: 'message_post',
  };
}

async function attachProof(
  data: Milestone,
  picking: Head,
  client: ActionContext['client'],
): Promise<{ ids: number[]; writes: OdooWrite[] }> {
  const { content, contentType } = data.proofOfDelivery ?? {};
  if (!content) return { ids: [], writes: [] };
  const name = podName(picking.name, data.at.local, contentType);
  const id = await attachOnce(client, picking.id, { name, base64: content, contentType });
  const write = {
    model: 'ir.attachment',
    recordId: id,
    recordName: name,
    field: 'datas',
    after: name,
    pointer: '/proofOfDelivery/content',
    method: 'create',
  };
  return { ids: [id], writes: [write] };
}

const words = (code: string) => code.replaceAll('-', ' ');

/** `Delivered 2026-12-15T10:15 America/Chicago, Madison WI, signed by M KOWALSKI (214 D1, Blue Heron Freight)`. */
function milestoneText(data: Milestone): string {
  const { place, reason, proofOfDelivery, carrier } = data;
  const where = [place?.name, [place?.city, place?.state].filter(Boolean).join(' '), place?.country]
    .filter(Boolean)
    .join(', ');
  const why = reason && reason.meaning !== 'normal' ? words(reason.meaning) : '';
  const signed = proofOfDelivery?.signedBy ? `signed by ${proofOfDelivery.signedBy}` : '';
  const head = `${words(data.milestone).replace(/^./, (letter) => letter.toUpperCase())} ${data.at.local}${data.at.zone ? ` ${data.at.zone}` : ''}`;
  const who = carrier?.name ?? carrier?.scac;
  return `${[head, where, why, signed].filter(Boolean).join(', ')} (214 ${data.statusCode}${who ? `, ${who}` : ''})`;
}
