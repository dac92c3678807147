import type { Knex } from 'knex';
import { type Content, fromContent } from './contents.ts';
import type { Tx } from './database.ts';

// Versions of mappings, their reviews and what people say of their lines.

/** A version of a file: who wrote it, and when. */
export interface FileVersion {
  readonly path: string;
  readonly hash: string;
  readonly at: Date;
  readonly by: string;
  readonly byId: string | null;
  /** Numbers of the releases that have it, the newest first. */
  readonly releases: readonly number[];
}

const versionsSql = `
select f.path, f.hash, f.created_at as at, f.created_by as by, f.created_by_id as "byId",
  coalesce((select array_agg(r.number order by r.number desc) from release r join configuration c on c.org_id = r.org_id and c.hash = r.hash
    where r.org_id = f.org_id and c.files ->> f.path = f.hash), '{}') as releases
from configuration_file f where f.org_id = :orgId and f.path like 'mappings/%' and (:path::text is null or f.path = :path)
order by f.path, f.created_at desc, f.hash`;

/** Versions of the partner's mappings, or of one of them, the newest first. */
export async function mappingVersions(db: Knex, orgId: string, path?: string): Promise<readonly FileVersion[]> {
  const { rows } = await db.raw<{ rows: FileVersion[] }>(versionsSql, { orgId, path: path ?? null });
  return rows;
}

/** The text of a version; undefined where there is none. */
export async function versionText(db: Knex, orgId: string, path: string, hash: string): Promise<string | undefined> {
  const row = await db('configuration_file')
    .where({ org_id: orgId, path, hash })
    .first<{ content: Buffer } | undefined>('content');
  return row?.content.toString('utf8');
}

/** Hashes of the files of a configuration, by path. */
export async function fileHashes(db: Knex, orgId: string, configuration: string): Promise<ReadonlyMap<string, string>> {
  const row = await db('configuration')
    .where({ org_id: orgId, hash: configuration })
    .first<{ files: Record<string, string> } | undefined>('files');
  return new Map(Object.entries(row?.files ?? {}));
}

export interface Review {
  readonly id: string;
  readonly path: string;
  readonly hash: string;
  readonly state: 'asked' | 'approved' | 'returned';
  readonly askedBy: string;
  readonly askedById: string | null;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
}

const reviewColumns = {
  ...{ id: 'id', path: 'path', hash: 'hash', state: 'state', note: 'note' },
  ...{ askedBy: 'asked_by', askedById: 'asked_by_id', askedAt: 'asked_at' },
  ...{ decidedBy: 'decided_by', decidedById: 'decided_by_id', decidedAt: 'decided_at' },
} as const;

/** Reviews of the partner's mappings, or of one of them, the newest first. */
export async function reviewsOf(db: Knex, orgId: string, path?: string): Promise<readonly Review[]> {
  const query = db('mapping_review').where({ org_id: orgId });
  if (path !== undefined) query.where({ path });
  return query
    .orderBy([
      { column: 'asked_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .select<Review[]>(reviewColumns);
}

export async function insertReview(tx: Tx, orgId: string, review: Review): Promise<void> {
  const { id, path, hash, state, note, askedBy, askedById, askedAt, decidedBy, decidedById, decidedAt } = review;
  await tx('mapping_review').insert({
    ...{ id, org_id: orgId, path, hash, state, note, asked_by: askedBy, asked_by_id: askedById, asked_at: askedAt },
    ...{ decided_by: decidedBy, decided_by_id: decidedById, decided_at: decidedAt },
  });
}

export async function decideReview(
  tx: Tx,
  id: string,
  {
    state,
    decidedBy,
    decidedById,
    decidedAt,
    note,
  }: Pick<Review, 'state' | 'decidedBy' | 'decidedById' | 'decidedAt' | 'note'>,
): Promise<void> {
  await tx('mapping_review')
    .where({ id })
    .update({ state, decided_by: decidedBy, decided_by_id: decidedById, decided_at: decidedAt, note });
}

export interface Comment {
  readonly id: string;
  readonly path: string;
  readonly hash: string;
  readonly line: number;
  /** The comment that it answers. */
  readonly answers: string | null;
  readonly text: string;
  readonly by: string;
  readonly byId: string | null;
  readonly at: Date;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
}

const commentColumns = {
  ...{ id: 'id', path: 'path', hash: 'hash', line: 'line', answers: 'answers', text: 'text' },
  ...{ by: 'written_by', byId: 'written_by_id', at: 'written_at' },
  ...{ resolvedBy: 'resolved_by', resolvedAt: 'resolved_at' },
} as const;

/** What was said of the partner's mappings, or of one of them, in its order. */
export async function commentsOf(db: Knex, orgId: string, path?: string): Promise<readonly Comment[]> {
  const query = db('mapping_comment').where({ org_id: orgId });
  if (path !== undefined) query.where({ path });
  return query.orderBy(['written_at', 'id']).limit(1000).select<Comment[]>(commentColumns);
}

export async function insertComment(
  tx: Tx,
  orgId: string,
  { id, path, hash, line, answers, text, by, byId, at }: Omit<Comment, 'resolvedBy' | 'resolvedAt'>,
): Promise<void> {
  await tx('mapping_comment').insert({
    ...{ id, org_id: orgId, path, hash, line, answers, text },
    ...{ written_by: by, written_by_id: byId, written_at: at },
  });
}

/** @param by null takes it back */
export async function resolveComment(tx: Tx, id: string, by: string | null, at: Date | null): Promise<void> {
  await tx('mapping_comment').where({ id }).update({ resolved_by: by, resolved_at: at });
}

/** Names of people, by id and by the address in small letters; only of those whom the transaction sees. */
export async function namesOfPeople(db: Knex): Promise<ReadonlyMap<string, string>> {
  const rows = await db('app_user')
    .limit(10_000)
    .select<{ id: string; email: string; name: string }[]>('id', 'email', 'name');
  return new Map(rows.flatMap(({ id, email, name }) => [[id, name] as const, [email.toLowerCase(), name] as const]));
}

/** The organisation of a person; undefined for one who is gone. */
export async function organisationOf(db: Knex, userId: string): Promise<string | undefined> {
  const row = await db('membership').where({ user_id: userId }).first<{ org_id: string } | undefined>('org_id');
  return row?.org_id;
}

/** A document that the partner sent, with its bytes. */
export interface RecentDocument {
  readonly id: string;
  readonly at: Date;
  readonly bytes: number;
  readonly fileName: string | null;
}

/** How far back is looked: whoever sent more since has no document of the kind among the newest. */
export const lookedAt = 5000;

/** The newest documents of a kind that came from the partner. @param kind a set, or the name of a document that is no X12 */
export async function recentDocuments(
  db: Knex,
  of: { readonly orgId: string; readonly environment: string; readonly kind: string; readonly limit: number },
): Promise<readonly RecentDocument[]> {
  const newest = db('document')
    .where({ org_id: of.orgId, environment: of.environment, direction: 'in' })
    .orderBy('created_at', 'desc')
    .limit(lookedAt)
    .as('newest');
  return db
    .from(newest)
    .whereRaw('sets @> ?::jsonb', [JSON.stringify([{ code: of.kind }])])
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'seq', order: 'desc' },
    ])
    .limit(of.limit)
    .select<RecentDocument[]>({ id: 'id', at: 'created_at', bytes: 'size_bytes', fileName: 'file_name' });
}

export interface RecentEvent {
  readonly id: string;
  readonly at: Date;
  readonly subject: string;
}

/** The newest events of a type that are written for the partner, or came from it. */
export async function recentEvents(
  db: Knex,
  of: { readonly orgId: string; readonly environment: string; readonly type: string; readonly limit: number },
): Promise<readonly RecentEvent[]> {
  const newest = db('event')
    .where({ org_id: of.orgId, environment: of.environment })
    .orderBy('received_at', 'desc')
    .limit(lookedAt)
    .as('newest');
  return db
    .from(newest)
    .where({ type: of.type })
    .orderBy([
      { column: 'received_at', order: 'desc' },
      { column: 'seq', order: 'desc' },
    ])
    .limit(of.limit)
    .select<RecentEvent[]>({ id: 'id', at: 'received_at', subject: 'subject' });
}

/** The bytes of a document of the partner; undefined where it has none of this id. */
export async function bytesOfDocument(db: Knex, orgId: string, id: string): Promise<Buffer | undefined> {
  const row = await db('document_raw')
    .where({ org_id: orgId, document_id: id })
    .first<Content | undefined>('content', 'compressed');
  return row && fromContent(row);
}

/** The data of an event of the partner. */
export async function dataOfEvent(db: Knex, orgId: string, id: string): Promise<Record<string, unknown> | undefined> {
  const row = await db('event')
    .where({ org_id: orgId, id })
    .first<{ data: Record<string, unknown> } | undefined>('data');
  return row?.data;
}
