import { fileTypeOf } from '../domain/documents/file-type.ts';
import { type CanonicalEvent, isOfType, type MappedEvent } from '../domain/events.ts';
import { nameAttachments, readAttachment } from '../store/attachments.ts';
import type { Tx } from '../store/database.ts';
import type { EventHead } from '../store/deliveries.ts';
import type { Terms } from './configuration.ts';
import type { Context } from './context.ts';
import type { Translated } from './record.ts';

/** The file that an event names. */
export function fileNamedIn({ type, data }: Pick<MappedEvent, 'type' | 'data'>): string | undefined {
  if (type === 'shipment.delivered.v1') return (data as { documentId?: string }).documentId;
  if (type !== 'shipment.milestone.v1') return undefined;
  return (data as { proofOfDelivery?: { documentId?: string } }).proofOfDelivery?.documentId;
}

/** Ties files to what the events that name them are about. */
export async function tieFiles(
  tx: Tx,
  terms: Pick<Terms, 'orgId' | 'environment'>,
  translated: readonly Translated[],
): Promise<void> {
  const files = translated.flatMap(({ found }) =>
    found.events.flatMap(({ mapped }) => {
      const id = fileNamedIn(mapped);
      return id === undefined ? [] : [{ id, subject: mapped.subject }];
    }),
  );
  if (files.length > 0) await nameAttachments(tx, terms, files);
}

/** An event with the file that it names in place of the name, as actions take it. The event itself stays as it is: a file may be large. */
export async function withProof({ db }: Context, { event, orgId, environment }: EventHead): Promise<CanonicalEvent> {
  const id = fileNamedIn(event);
  if (id === undefined || contentIn(event) !== undefined) return event;
  const bytes = await readAttachment(db.system, { orgId, environment, id });
  const contentType = bytes && fileTypeOf(bytes);
  if (!bytes || !contentType) return event;
  const file = { contentType, content: bytes.toString('base64') };
  const data = isOfType(event, 'shipment.milestone.v1')
    ? { ...event.data, proofOfDelivery: { ...event.data.proofOfDelivery, ...file } }
    : { ...event.data, document: file };
  return { ...event, data } as CanonicalEvent;
}

const contentIn = ({ data }: CanonicalEvent): string | undefined => {
  const { proofOfDelivery, document } = data as Readonly<Record<string, { content?: string } | undefined>>;
  return (proofOfDelivery ?? document)?.content;
};
