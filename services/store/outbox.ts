import type { Knex } from 'knex';
import type { components } from '../../specs/generated/openapi.ts';
import { mediaTypeOf } from '../domain/media-type.ts';
import { type Content, fromContent } from './contents.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';

export type OutboxEntry = components['schemas']['OutboxEntry'];

/** Whose outbox: row-level security knows the organisation, but not the environment that a key is bound to. */
export interface Mailbox {
  readonly orgId: string;
  readonly environment: Environment;
  /** Channels whose documents partners fetch here. */
  readonly channels: readonly string[];
}

interface EntryRow {
  id: string;
  file_name: string | null;
  sets: { code: string }[];
  control_number: string | null;
  size_bytes: number;
  created_at: Date;
  answers: string | null;
}

const inMailbox = (mailbox: Mailbox) => ({
  org_id: mailbox.orgId,
  environment: mailbox.environment,
  direction: 'out',
});
const isFetched = ({ channels }: Mailbox) => ['channel', channels] as const;

/** The name of the endpoint that a document `d` goes out at, where a person has paused it: then it waits there, whatever else is open. */
export const pausedAtSql =
  '(select p.name from channel_endpoint p where p.id = d.endpoint_id and p.paused_at is not null and p.removed_at is null)';

/** Documents that wait for the partner, oldest first; one more than `limit` is looked for to know whether there are more. */
export async function listOutbox(
  tx: Tx,
  mailbox: Mailbox,
  limit: number,
): Promise<{ documents: OutboxEntry[]; more: boolean }> {
  const rows = await tx('document as d')
    .where({ ...inMailbox(mailbox), state: 'ready' })
    .whereIn(...isFetched(mailbox))
    .whereRaw(`${pausedAtSql} is null`)
    .orderBy([{ column: 'created_at' }, { column: 'id' }])
    .limit(limit + 1)
    .select<EntryRow[]>('id', 'file_name', 'sets', 'control_number', 'size_bytes', 'created_at', 'answers');
  return { documents: rows.slice(0, limit).map(entry), more: rows.length > limit };
}

function entry(row: EntryRow): OutboxEntry {
  return {
    id: row.id,
    fileName: row.file_name ?? `${row.id}.x12`,
    sets: row.sets.map((set) => set.code),
    ...(row.control_number !== null && { controlNumber: row.control_number }),
    mediaType: mediaTypeOf(row.file_name ?? ''),
    sizeBytes: row.size_bytes,
    availableAt: row.created_at.toISOString(),
    ...(row.answers !== null && { answers: row.answers }),
  };
}

export interface OutboxContent {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  /** The endpoint where it is held back for now. */
  readonly pausedAt: string | undefined;
}

/** Bytes of a document in the outbox. A confirmed one can still be had, for a partner who lost it; one that was reissued cannot. */
export async function readOutbox(tx: Tx, mailbox: Mailbox, id: string): Promise<OutboxContent | undefined> {
  const row = await tx('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.id': id, 'd.org_id': mailbox.orgId, environment: mailbox.environment, direction: 'out' })
    .whereNot({ state: 'replaced' })
    .whereIn(...isFetched(mailbox))
    .first<{ file_name: string | null; content: Buffer; sha256: Buffer; held: string | null } | undefined>(
      ...['d.file_name', 'r.content', 'd.sha256'],
      tx.raw(`${pausedAtSql} as held`),
    );
  if (!row) return undefined;
  const { file_name: fileName, content: bytes, sha256, held } = row;
  return { fileName: fileName ?? `${id}.x12`, bytes, sha256, pausedAt: held ?? undefined };
}

/** A document of ours as it was before it was marked. */
export interface Delivered {
  readonly state: string;
  readonly channel: string;
  /** It waits for the partner, or for being handed over; nothing else has been said of it. */
  readonly isOpen: boolean;
  /** The partner still has to acknowledge or answer it. */
  readonly awaitsAnswer: boolean;
}

const deliveredSql = `select state, channel, outcome in ('waiting', 'processing') as "isOpen",
  exists (select from ladder_rung l where l.document_id = document.id and l.rung <> 'transport' and l.state = 'pending') as "awaitsAnswer" from document`;

/** The partner has it, or it was reissued and is no longer to be fetched. */
export const isOver = ({ state }: Pick<Delivered, 'state'>): boolean => state === 'delivered' || state === 'replaced';

/** Marks a document as delivered, if it is in this mailbox and was not before. @returns it as it was, locked; undefined when there is no such document. */
export async function markDelivered(tx: Tx, mailbox: Mailbox, id: string, at: Date): Promise<Delivered | undefined> {
  const { orgId, environment, channels } = mailbox;
  const { rows } = await tx.raw<{ rows: Delivered[] }>(
    `${deliveredSql} where id = :id and org_id = :orgId and environment = :environment and direction = 'out' and channel = any(:channels::text[]) for update`,
    { id, orgId, environment, channels: [...channels] },
  );
  const [row] = rows;
  if (row && !isOver(row)) await tx('document').where({ id }).update({ state: 'delivered', delivered_at: at });
  return row;
}

/** Marks a document that was handed over at an endpoint, or that the partner has taken there. The caller has locked it. @returns it as it was */
export async function markHandedOver(
  tx: Tx,
  id: string,
  { state, at }: { readonly state: 'sent' | 'delivered'; readonly at: Date },
): Promise<Delivered> {
  const { rows } = await tx.raw<{ rows: Delivered[] }>(`${deliveredSql} where id = ?`, [id]);
  await tx('document')
    .where({ id })
    .whereNot({ state: 'replaced' })
    .update({ state, ...(state === 'delivered' && { delivered_at: at }) });
  return rows[0]!;
}

export interface OutgoingDocument {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  /** What it holds, and the configuration that it was written with. */
  readonly set: string | null;
  readonly hash: string | null;
  readonly releaseId: string | null;
}

/** Bytes that are to be handed over; undefined when there is no such document. */
export async function readOutgoing(tx: Knex, id: string): Promise<OutgoingDocument | undefined> {
  const row = await tx('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.id': id })
    .first<(Omit<OutgoingDocument, 'id' | 'set'> & { fileName: string | null; sets: { code: string }[] }) | undefined>({
      ...{ fileName: 'd.file_name', bytes: 'r.content', hash: 'd.configuration_hash', releaseId: 'd.release_id' },
      sets: 'd.sets',
    });
  if (!row) return undefined;
  const { fileName, sets, ...rest } = row;
  return { ...rest, id, fileName: fileName ?? `${id}.x12`, set: sets[0]?.code ?? null };
}

/** A document at an endpoint that its partner fetches from, or that came in there. */
export interface FileAtEndpoint {
  readonly documentId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly at: Date;
}

const atEndpoint = (
  db: Knex,
  where: Readonly<Record<string, string>>,
  { time, since, most }: { readonly time: 'created_at' | 'delivered_at'; readonly since?: Date; readonly most: number },
): Promise<readonly FileAtEndpoint[]> => {
  const query = db('document')
    .where(where)
    .orderBy([
      { column: time, order: since ? 'desc' : 'asc' },
      { column: 'id', order: since ? 'desc' : 'asc' },
    ])
    .limit(most)
    .select<FileAtEndpoint[]>(
      { documentId: 'id', sizeBytes: 'size_bytes', at: time },
      db.raw(`coalesce(file_name, id || '.x12') as "fileName"`),
    );
  return since ? query.where(time, '>=', since) : query;
};

/** Documents that wait at an endpoint for their partner, oldest first. */
export const waitingAt = (db: Knex, endpointId: string, most: number): Promise<readonly FileAtEndpoint[]> =>
  atEndpoint(db, { endpoint_id: endpointId, direction: 'out', state: 'ready' }, { time: 'created_at', most });

/** Documents that the partner has collected at an endpoint since, newest first. */
export const collectedAt = (
  db: Knex,
  endpointId: string,
  since: Date,
  most: number,
): Promise<readonly FileAtEndpoint[]> =>
  atEndpoint(
    db,
    { endpoint_id: endpointId, direction: 'out', state: 'delivered' },
    { time: 'delivered_at', since, most },
  );

/** Documents that came in at an endpoint since, newest first. */
export const receivedAt = (
  db: Knex,
  endpointId: string,
  since: Date,
  most: number,
): Promise<readonly FileAtEndpoint[]> =>
  atEndpoint(db, { endpoint_id: endpointId, direction: 'in' }, { time: 'created_at', since, most });

/** Bytes of a document that came or went at an endpoint; undefined when there is none. */
export async function readAtEndpoint(db: Knex, endpointId: string, documentId: string): Promise<Buffer | undefined> {
  const row = await db('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.id': documentId, 'd.endpoint_id': endpointId })
    .first<Content | undefined>('r.content', 'r.compressed');
  return row && fromContent(row);
}
