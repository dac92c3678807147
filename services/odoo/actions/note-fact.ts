import type { Action, ActionContext, ActionResult, OdooWrite } from './contract.ts';
import type { Advised, Appointed } from './event-data.ts';
import { findShipment } from './find-shipment.ts';
import { leaveNote, markersOn, type NoteTopic, requestAction } from './notes.ts';
import type { PickingHead } from './pickings.ts';

/** What is to be noted on a transfer, once: the same fact in another envelope is the same. */
interface Fact {
  readonly topic: NoteTopic;
  readonly at: string;
  readonly fact: string;
  readonly text: string;
  /** Where in the event it stands. */
  readonly pointer: string;
  /** Whether somebody has to do something about it. */
  readonly asks: boolean;
}

/** Leaves the note, and gives a person a to-do where the fact asks for one. The note comes last and closes the fact. */
async function noteFact(
  picking: PickingHead,
  { topic, at, fact, text, pointer, asks }: Fact,
  context: ActionContext,
): Promise<ActionResult> {
  const said = (field: string, method: string): OdooWrite => ({
    ...{ model: 'stock.picking', recordId: picking.id, recordName: picking.name, field, after: text, pointer, method },
  });
  const writes = [said('message_ids', 'message_post'), ...(asks ? [said('activity_ids', 'activity_schedule')] : [])];
  const markers = await markersOn(context.client, picking.id, topic);
  if (markers.some((one) => one.fact === fact && one.at === at)) return { outcome: 'already-applied', writes };
  if (asks) await requestAction(picking, text, `${topic} ${fact}`, context);
  await leaveNote(context.client, picking.id, text, { topic, at, fact });
  return { outcome: 'applied', writes };
}

/** Of a dock: notes for when the transfer has its appointment, and under which number. What is cancelled is a to-do. */
export const noteAppointment: Action<'dock-appointment.scheduled.v1'> = async ({ data }, context) => {
  const picking = await findShipment({ ...data, references: data.references ?? [] }, context);
  if ('outcome' in picking) return picking;
  const { appointment, status, at, stop, appointmentNumber } = data;
  const fact = [appointment, status, appointmentNumber, stop].filter((part) => part !== undefined).join('.');
  const about = { topic: 'appointment', at: at.utc, fact, pointer: '/at/utc' } as const;
  return noteFact(picking, { ...about, text: appointmentText(data), asks: status === 'cancelled' }, context);
};

/** `Appointment for delivery confirmed: 2026-12-15T10:15 America/Chicago to 11:00, number APT-7, dock 4 (Blue Heron Freight)`. */
function appointmentText({ appointment, status, at, until, appointmentNumber, dock, carrier }: Appointed): string {
  const when = `${at.local}${at.zone ? ` ${at.zone}` : ''}${until ? ` to ${until.local}` : ''}`;
  const parts = [when, appointmentNumber && `number ${appointmentNumber}`, dock && `dock ${dock}`];
  const who = carrier?.name ?? carrier?.scac;
  return `Appointment for ${appointment} ${status}: ${parts.filter(Boolean).join(', ')}${who ? ` (${who})` : ''}`;
}

/** 824: notes what became of a document of ours on the transfer that it was about, and asks a person to act where it was not taken as it was. */
export const noteAdvice: Action<'document.advised.v1'> = async (event, context) => {
  const { data } = event;
  const asks = data.status !== 'accepted';
  const text = adviceText(data);
  const picking = await findShipment(
    { references: [...(data.reference ? [data.reference] : []), ...(data.references ?? [])] },
    context,
  );
  if ('outcome' in picking)
    // What was taken asks nothing of anybody, whatever it was about.
    return asks
      ? { ...picking, reason: `${text}. ${picking.reason}` }
      : { outcome: 'already-applied', writes: [], remarks: [`${text}.`] };
  const fact = [data.adviceNumber, data.set, data.statusCode, data.groupControl, data.control]
    .filter(Boolean)
    .join('.');
  return noteFact(picking, { topic: 'advice', at: event.time, fact, text, pointer: '/status', asks }, context);
};

/** `The 204 was rejected: Unknown stop; Date missing (824 TR)`. */
function adviceText({ set, status, statusCode, errors = [] }: Advised): string {
  const verbs: Readonly<Record<string, string>> = {
    accepted: 'was accepted',
    'accepted-with-errors': 'was accepted with errors',
    rejected: 'was rejected',
  };
  const why = errors.map(({ description, code }) => description ?? code).join('; ');
  return `The ${set ?? 'document'} ${verbs[status] ?? 'was answered in an unforeseen way'}${why ? `: ${why}` : ''} (824 ${statusCode})`;
}
