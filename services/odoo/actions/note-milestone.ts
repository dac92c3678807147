import type { CanonicalEvent } from '../../domain/events.ts';
import { asMilestone, exceptional, type MilestoneLike, milestonePointers } from '../../domain/shipment-facts.ts';
import type { Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { attachedAmong, attachOnce, type ProofFile, podName } from './attachments.ts';
import type { Action, ActionContext, ActionResult, OdooWrite } from './contract.ts';
import type { Milestone } from './event-data.ts';
import { findShipment } from './find-shipment.ts';
import { compareWithNotes, etas, exceptionsIn, needsPerson } from './milestone-facts.ts';
import { leaveNote, type Marker, markersOn, noteTracking, requestAction } from './notes.ts';
import { isOpen, odooTime, type PickingHead, pickingHeads } from './pickings.ts';

/**
 * 214: leaves a note on the transfer, sets the carrier's number, moves the date of an open transfer to a new estimate, attaches a proof of delivery, and gives a person
 * something to do where the shipment is in trouble. The note comes last and closes the fact: where it is found, nothing is left to do but to attach a paper that was not there.
 * A fact older than one noted before is noted, and changes nothing else.
 */
export const noteMilestone: Action<'shipment.milestone.v1'> = async (event, context) => {
  const data = event.data;
  const picking = await findShipment(data, context);
  return 'outcome' in picking ? picking : note(event, data, picking, context);
};

/** The other events that tell such a fact: noted as a 214 would be, once however often and by whatever way it comes. */
export const noteLike =
  <T extends MilestoneLike>(type: T): Action<T> =>
  async (event, context) =>
    pointing(type, await noteMilestone(asMilestone(event as unknown as CanonicalEvent<MilestoneLike>), context));

/** A result whose writes point into the event that told it. */
export function pointing(type: MilestoneLike, result: ActionResult): ActionResult {
  const places = milestonePointers[type];
  const place = (pointer: string) => places[pointer] ?? pointer;
  const writes = result.writes.map((write) =>
    write.pointer === undefined ? write : { ...write, pointer: place(write.pointer) },
  );
  return { ...result, writes };
}

/** What a milestone means for a transfer as it stands, beside the notes that are on it. Pure. */
export function readMilestone(
  { id, time, data: told }: CanonicalEvent<'shipment.milestone.v1'>,
  picking: PickingHead,
  markers: readonly Marker[],
) {
  const data: Milestone = told;
  const { marker, isKnown, texts, isNotedOtherwise, isStale } = compareWithNotes({ id, time, data }, markers);
  const target = targetOf(data, picking);
  const needed = needsPerson(data);
  const text = milestoneText(data);
  const { signedBy } = data.proofOfDelivery ?? {};
  return {
    ...{ marker, isKnown, target, needed },
    /** What the note says; one of before may say it in other words. */
    text: isKnown && !texts.includes(text) ? texts.at(-1)! : text,
    /** It was noted without who signed for it. */
    signsLate: isKnown && signedBy !== undefined && !texts.some((one) => one.includes(signedBy)),
    // Who was asked when it was noted with less is not asked again, unless it was no trouble then.
    asks: needed && (!isNotedOtherwise || exceptionsIn(data).length > 0),
    values: isStale ? {} : differing(target, picking),
    // What a newer fact has set stays; that is no difference to remark on.
    wanted: isStale ? held(target, picking) : target,
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
  const read = readMilestone(event, picking, markers);
  const { marker, asks, isKnown, text, values, wanted } = read;
  const proof = proofOf(data, picking);
  if (isKnown) return addProof(data, proof, picking, read, context);
  const refusals = await writeFields(picking, values, context);
  const tracking = data.carrierReference
    ? { value: data.carrierReference, pointer: pointers.carrier_tracking_ref! }
    : undefined;
  const noted = await noteTracking(picking, tracking, context);
  const attachment = proof && (await attachOnce(client, picking.id, proof));
  if (asks) await requestAction(picking, text, `${marker.fact} ${event.time}`, context);
  await leaveNote(client, picking.id, text, marker, attachment === undefined ? [] : [attachment]);
  const [after] = await pickingHeads(client, context.capabilities, [['id', '=', picking.id]], 1);
  const { writes, remarks = [] } = readBack(picking, after ?? picking, wanted, text, asks);
  const all = [...refusals, ...remarks];
  return {
    outcome: 'applied',
    writes: [...writes, ...noted, ...(attachment === undefined ? [] : [proofWrite(attachment, proof!.name, data)])],
    ...(all.length > 0 && { remarks: all }),
  };
}

/** What proves a delivery may come after it was noted, by another way, or twice. */
async function addProof(
  data: Milestone,
  proof: ProofFile | undefined,
  picking: PickingHead,
  { marker, target, needed, text, signsLate }: ReturnType<typeof readMilestone>,
  { client }: ActionContext,
): Promise<ActionResult> {
  const { writes, ...rest } = readBack(picking, picking, target, text, needed);
  const [there] = proof ? await attachedAmong(client, [{ pickingId: picking.id, file: proof }]) : [];
  const isLate = signsLate || (proof !== undefined && there === undefined);
  const id = proof && (there ?? (await attachOnce(client, picking.id, proof)));
  const all = [...writes, ...(id === undefined ? [] : [proofWrite(id, proof!.name, data)])];
  if (!isLate) return { outcome: 'already-applied', writes: all, ...rest };
  const said = `Proof of delivery: ${milestoneText(data)}`;
  await leaveNote(client, picking.id, said, marker, id === undefined ? [] : [id]);
  return { outcome: 'applied', writes: [...all, noteWrite(picking, said)], ...rest };
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
  text: string,
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
  return {
    writes: [
      ...writes,
      noteWrite(after, text),
      ...(asks ? [{ ...noteWrite(after, text), field: 'activity_ids', method: 'activity_schedule' }] : []),
    ],
    ...(remarks.length > 0 && { remarks }),
  };
}

const noteWrite = (picking: PickingHead, text: string): OdooWrite => ({
  ...{ ...record(picking), field: 'message_ids', after: text, pointer: '/milestone', method: 'message_post' },
});

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
  const { place, reason, proofOfDelivery, carrier, statusCode, pieces, remark } = data;
  const where = [place?.name, [place?.city, place?.state].filter(Boolean).join(' '), place?.country]
    .filter(Boolean)
    .join(', ');
  const why = reason && reason.meaning !== 'normal' ? words(reason.meaning) : '';
  const wrong = (data.exceptions ?? []).map(
    ({ kind, pieces: of, description }) =>
      `${words(kind)}${of ? ` of ${of}` : ''}${description ? `: ${description}` : ''}`,
  );
  const isTrouble = needsPerson(data);
  const count = pieces !== undefined && exceptional.has(data.milestone) ? `${pieces} pieces` : '';
  const signed = proofOfDelivery?.signedBy ? `signed by ${proofOfDelivery.signedBy}` : '';
  const said = isTrouble && remark && !/^signed by /i.test(remark) ? remark : '';
  const what = words(data.happened ?? data.milestone).replace(/^./, (letter) => letter.toUpperCase());
  const head = `${what} ${data.at.local}${data.at.zone ? ` ${data.at.zone}` : ''}`;
  const who = carrier?.name ?? carrier?.scac;
  const code = /^[A-Z0-9]{2}$/.test(statusCode) ? `214 ${statusCode}` : statusCode;
  const parts = [head, where, why, ...wrong, count, said, signed];
  return `${parts.filter(Boolean).join(', ')} (${code}${who ? `, ${who}` : ''})`;
}
