import { fillData } from '../../domain/certification/fill-in.ts';
import type { HubRepeats, HubSends } from '../../domain/certification/scenario.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Tx } from '../../store/database.ts';
import { envelope } from '../../store/deliveries.ts';
import { insertEvents } from '../../store/events.ts';
import { obstacleOf, resentSince, rungOf, sentDocument, writtenOf } from '../../store/scenario-documents.ts';
import { termsOf } from '../configuration.ts';
import type { Context } from '../context.ts';
import { documentDeliveries, webhookDeliveries } from '../destinations.ts';
import { eventEndpoints } from '../endpoint-in-use.ts';
import { offerOf, resend } from '../resend.ts';
import type { AtFrame, Step } from './advance.ts';
import { eventIdOf } from './ids.ts';

// The twin: what it tenders, orders, changes and cancels are events like those that Odoo's feed makes, and go the way that those go.

/** Sends the event of a frame, then waits until it is with the partner, or where the partner takes it from. */
export async function send(context: Context, tx: Tx, of: AtFrame, frame: HubSends): Promise<Step> {
  const { run, row, given } = of;
  const id = eventIdOf(run.id, frame.id);
  if (row.eventIds.length === 0) {
    const data = fillData(frame.data, given);
    const subject = String(data.orderNumber ?? data.shipmentId ?? run.number);
    const { orgId } = run;
    const environment = 'sandbox';
    const terms = await termsOf(context, orgId, environment);
    if (!terms) return { kind: 'failed', reason: 'Nothing is agreed with the partner in the sandbox.' };
    const event = envelope({ id, orgId, type: frame.event, subject, occurredAt: of.at, data });
    const webhooks = await eventEndpoints(context, { orgId, environment });
    const deliveries = [
      ...documentDeliveries(frame.event, { terms, newId: context.newId }),
      ...webhookDeliveries(event, webhooks, context.newId),
    ];
    const { at: receivedAt } = of;
    await insertEvents(tx, { orgId, environment }, [
      { event, documentId: null, setId: null, documentSeq: 0, turn: 0, receivedAt, provenance: {}, deliveries },
    ]);
    return { kind: 'waits', change: { eventIds: [id] }, after: async () => context.wakeRelay() };
  }
  const document = await writtenOf(tx, id);
  if (!document) {
    const reason = await obstacleOf(tx, id);
    return reason === undefined ? { kind: 'waits' } : { kind: 'failed', reason };
  }
  const change = {
    ...{ documentId: document.id, sha256: document.sha256.toString('hex') },
    way: document.control !== null ? ('x12' as const) : ('document' as const),
  };
  const rung = await rungOf(tx, document.id, 'transport');
  if (rung?.state === 'failed')
    return { kind: 'failed', reason: rung.detail ?? 'It could not be handed over.', change };
  const isOut =
    rung?.state === 'done' ||
    ['sent', 'delivered'].includes(document.state) ||
    (await waitsForPartner(tx, document.id));
  return isOut ? { kind: 'passed', change } : { kind: 'waits', change };
}

/** Whether it is where the partner takes it from, and the hub has nothing more to do. */
async function waitsForPartner(tx: Tx, documentId: string): Promise<boolean> {
  const row = await tx('delivery').where({ document_id: documentId, destination: 'channel' }).first('id');
  return row === undefined;
}

/** Sends the document of an earlier frame once more, byte for byte. */
export async function repeat(context: Context, tx: Tx, of: AtFrame, frame: HubRepeats): Promise<Step> {
  const { frames, scenario, row } = of;
  const target = frames[scenario!.frames.findIndex(({ id }) => id === frame.frame)]!;
  const document = target.documentId === null ? undefined : await sentDocument(tx, target.documentId);
  if (!document) return { kind: 'failed', reason: 'The document that is to be repeated cannot be found any more.' };
  const change = { documentId: document.id, sha256: document.sha256.toString('hex'), way: target.way };
  const resentAt = await resentSince(tx, document.id, row.beganAt!);
  if (!resentAt) return { kind: 'waits', change, after: () => resendOnce(context, document.id) };
  const rung = await rungOf(tx, document.id, 'transport');
  if (rung?.state === 'failed')
    return { kind: 'failed', reason: rung.detail ?? 'It could not be handed over.', change };
  const isOut = rung?.state === 'done' || (await waitsForPartner(tx, document.id));
  return isOut ? { kind: 'passed', change } : { kind: 'waits', change };
}

/** What stands in the way, such as a partner that has yet to fetch the first one, is waited out. */
async function resendOnce(context: Context, documentId: string): Promise<void> {
  const offer = await offerOf(context, documentId, '*');
  if (!offer || offer.obstacle !== undefined || !offer.numbers.includes('same')) return;
  const by = { actor: 'certification', by: { kind: 'hub' as const }, visibility: '*' };
  try {
    await resend(context, documentId, { numbers: 'same', sending: offer.sending }, by);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
  }
}
