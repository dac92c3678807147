import type { Action } from './contract.ts';
import type { Answered } from './event-data.ts';
import { findShipment } from './find-shipment.ts';
import { leaveNote, markersOn, requestAction } from './notes.ts';

/** Answers after which somebody has to find another way. */
const needsPerson = new Set(['declined', 'conditional', 'counter', 'other']);

/** 990: notes the carrier's answer on the transfer, and asks a person to act unless it is a yes. The note comes last and closes the fact. */
export const recordAnswer: Action<'tender.answered.v1'> = async (event, context) => {
  const { client } = context;
  const data = event.data;
  const picking = await findShipment(data, context);
  if ('outcome' in picking) return picking;
  const text = answerText(data);
  const record = { model: 'stock.picking', recordId: picking.id, recordName: picking.name };
  const asks = needsPerson.has(data.answer);
  const said = (field: string, method: string) => ({ ...record, field, after: text, pointer: '/answer', method });
  const writes = [said('message_ids', 'message_post'), ...(asks ? [said('activity_ids', 'activity_schedule')] : [])];
  const fact = factOf(data);
  const markers = await markersOn(client, picking.id, 'answer');
  if (markers.some((marker) => marker.fact === fact || marker.fact === event.id))
    return { outcome: 'already-applied', writes };
  if (asks) await requestAction(picking, text, fact, context);
  await leaveNote(client, picking.id, text, { topic: 'answer', at: event.time, fact });
  return { outcome: 'applied', writes };
};

/** The same answer of the same carrier at the same time, however often it is sent: `D BLHN 2026-12-14T09:30:00Z`. */
const factOf = ({ answerCode, carrier, at, reason }: Answered) =>
  [answerCode, carrier?.scac, at?.utc ?? reason].filter(Boolean).join(' ');

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
