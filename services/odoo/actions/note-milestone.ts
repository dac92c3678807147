import type { CanonicalEvent } from '../../domain/events.ts';
import type { Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { attachOnce, type ProofFile, podName } from './attachments.ts';
import type { Action, ActionContext, ActionResult, OdooWrite } from './contract.ts';
import type { Milestone } from './event-data.ts';
import { findShipment } from './find-shipment.ts';
import { leaveNote, type Marker, markersOn, noteTracking, requestAction } from './notes.ts';
import { isOpen, odooTime, type PickingHead, pickingHeads } from './pickings.ts';

const etas = new Set(['estimated-delivery', 'estimated-delivery-appointment']);
/** Marks the note of an estimate. */
const estimateKey = 'estimate';
/** Milestones after which somebody has to do something. */
const needsPerson = new Set([
  'refused',
  'delayed',
  'damaged',
  'returned',
  'not-completed',
  'delivery-attempted',
  'cancelled',
]);

/**
 * 214: leaves a note on the transfer, sets the carrier's number, moves the date of an open transfer to a new estimate, attaches a proof of delivery, and gives a person
 * something to do where the shipment is in trouble. The note comes last and closes the fact: where it is found, nothing is left to do. A fact older than one noted
 * before is noted, and changes nothing else.
 */
export const noteMilestone: Action<'shipment.milestone.v1'> = async (event, context) => {
  const data = event.data;
  const picking = await findShipment(data, context);
  return 'outcome' in picking ? picking : note(event, data, picking, context);
};

/** The same status at the same stop: `D1.2`. Its time stands beside it in the marker. */
const factOf = ({ statusCode, reason, stop }: Milestone) =>
  [statusCode, reason && reason.code !== 'NS' ? reason.code : '', stop ?? ''].filter((part) => part !== '').join('.');

/** What a milestone means for a transfer as it stands, beside the notes that are on it. Pure. */
export function readMilestone(
  { id, time, data }: CanonicalEvent<'shipment.milestone.v1'>,
  picking: PickingHead,
  markers: readonly Marker[],
) {
  const fact = factOf(data);
  // The time of an estimate is when the goods are awaited: it says nothing of which document is the newer one.
  const estimate = etas.has(data.milestone) && Date.parse(time) === Date.parse(data.at.utc);
  const latest =
    markers
      .filter(({ key }) => key !== estimateKey)
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  const target = targetOf(data, picking);
  const stale = time < latest && !estimate;
  const marker: Marker = { topic: 'milestone', at: time, fact, ...(estimate && { key: estimateKey }) };
  return {
    fact,
    marker,
    asks: needsPerson.has(data.milestone),
    isKnown: markers.some((one) => (one.fact === fact && one.at === time) || one.fact === id),
    target,
    values: stale ? {} : differing(target, picking),
    // What a newer fact has set stays; that is no difference to remark on.
    wanted: stale ? held(target, picking) : target,
  };
}

async function note(
  event: CanonicalEvent<'shipment.milestone.v1'>,
  data: Milestone,
  picking: PickingHead,
  context: ActionContext,
): Promise<ActionResult> {
  const { client } = context;
  const markers = await markersOn(client, picking.id, 'milestone');
  const { fact, marker, asks, isKnown, target, values, wanted } = readMilestone(event, picking, markers);
  if (isKnown) return { outcome: 'already-applied', ...readBack(picking, picking, target, data, asks) };
  const refusals = await writeFields(picking, values, context);
  const tracking = data.carrierReference
    ? { value: data.carrierReference, pointer: pointers.carrier_tracking_ref! }
    : undefined;
  const noted = await noteTracking(picking, tracking, context);
  const proof = proofOf(data, picking);
  const attachment = proof && (await attachOnce(client, picking.id, proof));
  if (asks) await requestAction(picking, milestoneText(data), `${fact} ${event.time}`, context);
  await leaveNote(client, picking.id, milestoneText(data), marker, attachment === undefined ? [] : [attachment]);
  const [after] = await pickingHeads(client, context.capabilities, [['id', '=', picking.id]], 1);
  const { writes, remarks = [] } = readBack(picking, after ?? picking, wanted, data, asks);
  const all = [...refusals, ...remarks];
  return {
    outcome: 'applied',
    writes: [...writes, ...noted, ...(attachment === undefined ? [] : [proofWrite(attachment, proof!.name, data)])],
    ...(all.length > 0 && { remarks: all }),
  };
}

/** What the transfer is to hold. */
function targetOf(data: Milestone, picking: PickingHead): Values {
  return {
    ...(data.carrierReference &&
      picking.carrier_tracking_ref !== undefined && { carrier_tracking_ref: data.carrierReference }),
    ...(etas.has(data.milestone) && isOpen(picking.state) && { scheduled_date: odooTime(data.at.utc) }),
  };
}

const shown = (picking: PickingHead, field: string) => picking[field as keyof PickingHead];
const differing = (target: Values, picking: PickingHead): Values =>
  Object.fromEntries(Object.entries(target).filter(([field, value]) => shown(picking, field) !== value));
const held = (target: Values, picking: PickingHead): Values =>
  Object.fromEntries(Object.entries(target).filter(([field, value]) => shown(picking, field) === value));

const pointers: Readonly<Record<string, string>> = {
  carrier_tracking_ref: '/carrierReference',
  scheduled_date: '/at/utc',
};
const record = (picking: PickingHead) => ({ model: 'stock.picking', recordId: picking.id, recordName: picking.name });

/** Writes the fields, all at once or, where Odoo refuses that on a finished transfer, those that it still takes. @returns what it refused, in sentences. */
async function writeFields(
  picking: PickingHead,
  values: Values,
  { client }: ActionContext,
): Promise<readonly string[]> {
  const refusal = (fields: Values) =>
    client.write('stock.picking', [picking.id], fields).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof OdooError) || error.kind !== 'refused') throw error;
        return error;
      },
    );
  const fields = Object.entries(values);
  if (fields.length === 0 || !(await refusal(values))) return [];
  const refusals: string[] = [];
  for (const [field, value] of fields) {
    const error = await refusal({ [field]: value });
    if (error) refusals.push(`Odoo did not take ${field} on ${picking.name}: ${error.message}`);
  }
  return refusals;
}

/** The fields that Odoo shows as the document says, with what stood there before where it was something else; and those that it does not. */
export function readBack(
  before: PickingHead,
  after: PickingHead,
  target: Values,
  data: Milestone,
  asks: boolean,
): Pick<ActionResult, 'writes' | 'remarks'> {
  const fields = Object.entries(target).map(([field, value]) => ({ field, value, holds: shown(after, field) }));
  const remarks = fields
    .filter(({ value, holds }) => value !== holds)
    .map(
      ({ field, value, holds }) => `${after.name} holds ${field} ${String(holds || 'empty')} and not ${String(value)}.`,
    );
  const writes = fields
    .filter(({ value, holds }) => value === holds)
    .map(
      ({ field, value }): OdooWrite => ({
        ...record(after),
        field,
        ...(shown(before, field) !== value && { before: shown(before, field) }),
        after: value,
        pointer: pointers[field]!,
        method: 'write',
      }),
    );
  const text = milestoneText(data);
  const said = (field: string, method: string) => ({
    ...record(after),
    field,
    after: text,
    pointer: '/milestone',
    method,
  });
  return {
    writes: [
      ...writes,
      said('message_ids', 'message_post'),
      ...(asks ? [said('activity_ids', 'activity_schedule')] : []),
    ],
    ...(remarks.length > 0 && { remarks }),
  };
}

/** The file that proves a delivery, if the document brought one. */
export function proofOf(data: Milestone, picking: PickingHead): ProofFile | undefined {
  const { content, contentType } = data.proofOfDelivery ?? {};
  return content
    ? { name: podName(picking.name, data.at.local, contentType), base64: content, contentType }
    : undefined;
}

export const proofWrite = (id: number, name: string, { proofOfDelivery }: Milestone): OdooWrite => ({
  ...{ model: 'ir.attachment', recordId: id, recordName: name, field: 'datas', after: name, method: 'create' },
  pointer: `/proofOfDelivery/${proofOfDelivery?.documentId === undefined ? 'content' : 'documentId'}`,
});

const words = (code: string) => code.replaceAll('-', ' ');

/** `Delivered 2026-12-15T10:15 America/Chicago, Madison WI, signed by M KOWALSKI (214 D1, Blue Heron Freight)`. */
export function milestoneText(data: Milestone): string {
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
