import type { Action, OdooWrite } from './contract.ts';
import type { Answered } from './event-data.ts';
import { findShipment } from './find-shipment.ts';
import { askPerson, leaveNote, markersOn } from './notes.ts';

/** Answers after which somebody has to find another way. */
const needsPerson = new Set(['declined', 'conditional', 'counter', 'other']);

/** 990: notes the carrier's answer on the transfer, and asks a person to act unless it is a yes. The note comes last and closes the event. */
export const recordAnswer: Action = async (event, { client }) => {
  const data = event.data as unknown as Answered;
  const picking = await findShipment(client, data);
  if ('outcome' in picking) return picking;
  const text = answerText(data);
  const record = { model: 'stock.picking', recordId: picking.id, recordName: picking.name };
  const writes: OdooWrite[] = [
    { ...record, field: 'message_ids', after: text, pointer: '/answer', method: 'message_post' },
  ];
  if (needsPerson.has(data.answer))
    writes.push({ ...record, field: 'activity_ids', after: text, pointer: '/answer', method: 'activity_schedule' });
  const markers = await markersOn(client, picking.id, 'answer');
  if (markers.some(({ eventId }) => eventId === event.id)) return { outcome: 'already-applied', writes };
  if (needsPerson.has(data.answer)) await askPerson(client, picking.id, text, event.id, picking.user_id);
  await leaveNote(client, picking.id, text, { topic: 'answer', at: event.time, eventId: event.id });
  return { outcome: 'applied', writes };
};

/** `Blue Heron Freight declined the load: No trailer available (990 D)`. */
function answerText(data: Answered): string {
  const who = data.carrier?.name ?? data.carrier?.scac ?? 'The carrier';
  const verbs: Readonly<Record<string, string>> = {
    accepted: 'accepted the load',
    declined: 'declined the load',
    conditional: 'accepted the load under conditions',
    counter: 'made a counter-offer for the load',
    changed: 'changed its answer to the load',
  };
  return `${who} ${verbs[data.answer] ?? 'answered the load in an unforeseen way'}${data.reason ? `: ${data.reason}` : ''} (990 ${data.answerCode})`;
}
