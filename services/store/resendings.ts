import type { Tx } from './database.ts';
import type { DeliveryState } from './deliveries.ts';
import type { Environment } from './documents.ts';

/** A document as far as sending it once more is concerned. */
export interface Resendable {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly direction: 'in' | 'out';
  readonly state: string;
  readonly channel: string;
  readonly endpointId: string | null;
  /** Name of its file, or its id. */
  readonly name: string;
  readonly set: string | null;
  readonly isAcknowledgement: boolean;
  /** What it was written of; null where it was made of none. */
  readonly eventId: string | null;
  /** What it was written with. */
  readonly hash: string | null;
  readonly releaseId: string | null;
  /** How often it was sent. */
  readonly sendings: number;
  /** What it was reissued as. */
  readonly replacedBy: string | null;
  /** How its newest handing over stands; null where the partner comes for it. */
  readonly handover: DeliveryState | null;
}

const columns = `d.id, d.org_id as "orgId", d.environment, d.direction, d.state, d.channel, d.endpoint_id as "endpointId", coalesce(d.file_name, d.id::text) as name,
  d.sets -> 0 ->> 'code' as set, d.answers is not null as "isAcknowledgement", d.event_id as "eventId", d.configuration_hash as hash, d.release_id as "releaseId",
  (select coalesce(max(r.sending), 1) from resending r where r.document_id = d.id) as sendings,
  (select n.id from document n where n.replaces = d.id) as "replacedBy",
  (select v.state from delivery v where v.document_id = d.id and v.destination = 'channel' order by v.seq desc limit 1) as handover`;

/** A document of ours, or of the partner's, as it is to be sent once more; undefined when the caller sees none with this id. */
export async function readResendable(tx: Tx, id: string): Promise<Resendable | undefined> {
  const { rows } = await tx.raw<{ rows: Resendable[] }>(`select ${columns} from document d where d.id = ?`, [id]);
  return rows[0];
}

/** Notes that a document is sent once more, with its ladder as it stands before, and makes it ready for its way. The caller has locked it. */
export async function insertResending(
  tx: Tx,
  of: Pick<Resendable, 'id' | 'orgId'> & {
    readonly sending: number;
    readonly at: Date;
    readonly actor: string;
    readonly way: { readonly endpointId: string | null; readonly channel: string; readonly name: string };
  },
): Promise<void> {
  const { id, orgId, sending, at, actor, way } = of;
  await tx.raw(
    `insert into resending (document_id, sending, org_id, at, actor, endpoint, before)
     select :id, :sending, :orgId, :at, :actor, :endpoint, coalesce(jsonb_agg(to_jsonb(l) - 'document_id' - 'org_id'), '[]') from ladder_rung l where l.document_id = :id`,
    { id, sending, orgId, at, actor, endpoint: way.endpointId === null ? null : way.name },
  );
  const { channel, endpointId } = way;
  await tx('document').where({ id }).update({ state: 'ready', delivered_at: null, channel, endpoint_id: endpointId });
}

/** A document that was written anew is no longer to be fetched, and its event has become the new one. */
export async function markReplaced(tx: Tx, id: string, by: string): Promise<void> {
  await tx('document').where({ id }).update({ state: 'replaced' });
  await tx('delivery').where({ document_id: id, destination: 'document' }).update({ document_id: by });
}

/** Ends what was left of handing a document over. @returns the deliveries that ended */
export async function supersedeHandovers(tx: Tx, documentId: string, at: Date): Promise<readonly string[]> {
  const rows = await tx('delivery')
    .where({ document_id: documentId, destination: 'channel' })
    .whereIn('state', ['pending', 'held', 'refused', 'failed'])
    .update({ state: 'superseded', finished_at: at, reason: 'A later sending took its place.', reason_code: null })
    .returning<{ id: string }[]>('id');
  return rows.map(({ id }) => id);
}

/** Whether a document was sent once more after a time. */
export async function resentSince(tx: Tx, documentId: string, since: Date): Promise<boolean> {
  const row = await tx('resending').where({ document_id: documentId }).where('at', '>', since).first('sending');
  return row !== undefined;
}
