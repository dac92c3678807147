import { fileTypeOf } from '../domain/documents/file-type.ts';
import { type CanonicalEvent, isOfType } from '../domain/events.ts';
import { readAttachment } from '../store/attachments.ts';
import type { EventHead } from '../store/deliveries.ts';
import type { Context } from './context.ts';

/** An event with the file that it names in place of the name, as actions take it. The event itself stays as it is: a file may be large. */
export async function withProof({ db }: Context, { event, orgId, environment }: EventHead): Promise<CanonicalEvent> {
  if (!isOfType(event, 'shipment.milestone.v1')) return event;
  const { documentId: id, content } = event.data.proofOfDelivery ?? {};
  if (id === undefined || content !== undefined) return event;
  const bytes = await readAttachment(db.system, { orgId, environment, id });
  const contentType = bytes && fileTypeOf(bytes);
  if (!bytes || !contentType) return event;
  const proofOfDelivery = { ...event.data.proofOfDelivery, contentType, content: bytes.toString('base64') };
  return { ...event, data: { ...event.data, proofOfDelivery } } as CanonicalEvent;
}
