import type { Knex } from 'knex';
import type pg from 'pg';
import type { Provenance } from '../domain/events.ts';
import type { Finding, FindingLevel } from '../domain/finding.ts';
import type { FindingTotal } from '../domain/finding-list.ts';
import type { Outcome, Status } from '../domain/obligations/status.ts';
import type { Form } from '../domain/translate/recognise.ts';
import { type AuditEntry, proofOf } from './audit.ts';
import type { AuditKeys } from './audit-keys.ts';
import { asBuffer, type Content, fromContent } from './contents.ts';
import type { Tx } from './database.ts';
import { addNumbers } from './document-numbers.ts';
import { toJson } from './json.ts';
import { startAcknowledgeClocksSql, statusSql, waitingColumns } from './obligations/in-statements.ts';
import { jsonPieces, pieces } from './pieces.ts';

export type Environment = 'sandbox' | 'production';

/** A document as a channel received it, not yet stored. */
export interface NewDocument {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly channel: string;
  /** The endpoint that it came in at, where the channel has several. */
  readonly endpointId?: string | undefined;
  readonly transportId: string;
  readonly fileName: string | null;
  readonly sha256: string;
  readonly actor: string;
  readonly receivedAt: Date;
  /** When the acknowledgement is owed. */
  readonly ackDueAt: Date;
  /** The newest jump of the database's clock that the times take account of. */
  readonly knownJump: number;
  /** What it is by itself, where no agreement has to say it. */
  readonly form?: Form | undefined;
  readonly sizeBytes: number;
  /** Its bytes as they are kept. */
  readonly content: Content;
}

// One statement, one round trip, one commit: document, bytes, wake-up, clock and audit stand or fall together.
// All contents travel as one binary value and are cut apart here, because arrays of bytea would travel as hex text.
const insertReceivedSql = `
with arrival as (
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::int[], $12::int[], $14::uuid[], $15::text[], $16::bigint[], $17::uuid[], $18::text[], $19::int[], $20::boolean[])
    as a(id, org_id, environment, channel, transport_id, file_name, sha256, actor, received_at, ack_due_at, start, size, clock_id, proof, known_jump, endpoint_id, form, kept, compressed)
), stored as (
  insert into document (id, org_id, environment, direction, channel, state, transport_id, file_name, size_bytes, sha256, created_at, endpoint_id, form)
  select id, org_id, environment, 'in', channel, 'received', transport_id, file_name, size, decode(sha256, 'hex'), received_at, endpoint_id, form from arrival
  on conflict (org_id, environment, direction, transport_id) do nothing
  returning id
), fresh as (select arrival.* from arrival join stored using (id)
), raw as (
  insert into document_raw (document_id, org_id, content, compressed) select id, org_id, substring($13::bytea from start + 1 for kept), compressed from fresh
), clock as (
  ${startAcknowledgeClocksSql('fresh')}
), audit as (
  insert into audit_entry (org_id, at, actor, action, document_id, detail, proof)
  select org_id, received_at, actor, 'document.received', id, jsonb_build_object('sha256', sha256, 'sizeBytes', size, 'channel', channel), decode(proof, 'hex') from fresh
), wake as (
  insert into wake_up (topic, key, owner_id) select 'translate', id::text, org_id from fresh
)
select id from stored`;

// How it stands is a by-product: one look, and only at what came before.
const existingSql = `
select a.place, d.id, d.state, d.outcome, d.headline, encode(d.sha256, 'hex') as sha256, d.created_at as "receivedAt", (
  select f ->> 'explanation' from jsonb_array_elements(d.findings) f where f ->> 'level' <> 'note' or d.state = 'quarantined' limit 1
) as reason
from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as a(place, org_id, environment, transport_id)
join document d on d.org_id = a.org_id and d.environment = a.environment and d.direction = 'in' and d.transport_id = a.transport_id`;

/** What became of a document that came before. */
export interface Before {
  readonly id: string;
  readonly state: string;
  readonly outcome: Outcome;
  /** In one line why it stands so; null while nothing has been worked out. */
  readonly headline: string | null;
  /** The first thing that was found wrong with it. */
  readonly reason: string | null;
  /** In hex: of the same bytes, unless its sender gives each document an id of its own. */
  readonly sha256: string;
  readonly receivedAt: Date;
}

/**
 * Stores received documents durably; with any number of documents it is one commit.
 * @returns for each document what came first under its transport id; undefined where that is the document itself.
 */
export async function insertReceived(
  pool: pg.Pool,
  documents: readonly NewDocument[],
  clockIds: readonly string[],
  keys: AuditKeys,
): Promise<readonly (Before | undefined)[]> {
  const kept = documents.map(({ content }) => content);
  const sizes = kept.map(({ content }) => content.byteLength);
  const starts: number[] = [];
  let end = 0;
  for (const size of sizes) {
    starts.push(end);
    end += size;
  }
  const contents = kept.map(({ content }) => content);
  const column = <T>(pick: (d: NewDocument) => T) => documents.map(pick);
  const { rows } = await pool.query<{ id: string }>({
    name: 'insert-received',
    text: insertReceivedSql,
    values: [
      column((d) => d.id),
      column((d) => d.orgId),
      column((d) => d.environment),
      column((d) => d.channel),
      column((d) => d.transportId),
      column((d) => d.fileName),
      column((d) => d.sha256),
      column((d) => d.actor),
      column((d) => d.receivedAt),
      column((d) => d.ackDueAt),
      starts,
      column((d) => d.sizeBytes),
      contents.length === 1 ? contents[0] : Buffer.concat(contents, end),
      clockIds,
      column((d) => proofOf(keys, receipt(d)).toString('hex')),
      column((d) => d.knownJump),
      column((d) => d.endpointId ?? null),
      column((d) => d.form ?? null),
      sizes,
      kept.map(({ compressed }) => compressed),
    ],
  });
  const stored = new Set(rows.map((row) => row.id));
  const before = documents.map((): Before | undefined => undefined);
  const repeated = documents.flatMap((d, place) => (stored.has(d.id) ? [] : [place]));
  if (repeated.length === 0) return before;
  const known = await pool.query<Before & { place: number }>(existingSql, [
    repeated,
    repeated.map((p) => documents[p]!.orgId),
    repeated.map((p) => documents[p]!.environment),
    repeated.map((p) => documents[p]!.transportId),
  ]);
  for (const { place, ...row } of known.rows) before[place] = row;
  return before;
}

/** The entry that the statement above writes. */
const receipt = (d: NewDocument): AuditEntry => ({
  ...{ orgId: d.orgId, at: d.receivedAt, actor: d.actor, action: 'document.received', documentId: d.id },
  detail: { sha256: d.sha256, sizeBytes: d.sizeBytes, channel: d.channel },
});

/** A stored document with its bytes. */
export interface StoredDocument {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly channel: string;
  /** The endpoint that it came in at, where the channel has several. */
  readonly endpointId: string | null;
  readonly state: string;
  /** Place in the order of receipt. */
  readonly seq: number;
  readonly receivedAt: Date;
  readonly fileName: string | null;
  readonly form: Form | null;
  readonly bytes: Buffer;
}

/** Documents with their bytes, in the order of receipt; ids that are not there are left out. */
export async function readDocuments(pool: pg.Pool, ids: readonly string[]): Promise<readonly StoredDocument[]> {
  const { rows } = await pool.query<Omit<StoredDocument, 'bytes'> & Content>(
    `select d.id, d.org_id as "orgId", d.environment, d.channel, d.endpoint_id as "endpointId", d.state, d.seq, d.created_at as "receivedAt", d.file_name as "fileName", d.form, r.content, r.compressed
     from document d join document_raw r on r.document_id = d.id where d.id = any($1::uuid[]) order by d.seq`,
    [ids],
  );
  return Promise.all(
    rows.map(async ({ content, compressed, ...row }) => ({
      ...row,
      bytes: await fromContent({ content, compressed }),
    })),
  );
}

/**
 * Locks documents until the transaction ends. Whoever changes rungs, clocks or cases of documents locks them first: in this order nobody waits in a circle,
 * and who then works out how they stand sees what the others wrote.
 */
export async function lockDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.raw('select 1 from document where id = any(?::uuid[]) order by id for update', [[...ids]]);
}

/** Those of documents that are translated. */
export async function translatedAmong(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  return tx('document')
    .where({ state: 'translated' })
    .whereRaw('id = any(?::uuid[])', [[...ids]])
    .pluck<string[]>('id');
}

/** What translation adds to a document's row. */
export interface TranslatedRow extends Status {
  readonly id: string;
  readonly state: 'translated' | 'unreadable';
  readonly sets: readonly { code: string; count: number }[];
  readonly subjects: readonly string[];
  readonly control_number: string | null;
  readonly delivery_count: number;
  readonly configuration_hash: string | null;
  readonly release_id: string | null;
  readonly findings: readonly Finding[];
  readonly finding_counts: Readonly<Record<FindingLevel, number>>;
  readonly finding_totals: readonly FindingTotal[];
}

export async function markTranslated(tx: Tx, rows: readonly TranslatedRow[], at: Date): Promise<void> {
  for (const piece of jsonPieces(rows, (row) => row))
    await tx.raw(
      `update document d set state = r.state, translated_at = ?, sets = r.sets, subjects = r.subjects, control_number = r.control_number, delivery_count = r.delivery_count,
         configuration_hash = r.configuration_hash, release_id = r.release_id,
         findings = r.findings, finding_counts = r.finding_counts, finding_totals = r.finding_totals, ${statusSql('r')}
       from jsonb_populate_recordset(null::document, ?::jsonb) r where d.id = r.id`,
      [at, piece],
    );
}

export interface OutboundDocument {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly channel: string;
  /** Where it is to be handed over, or fetched. */
  readonly endpointId: string | null;
  readonly transportId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly answers: string | null;
  /** What it was written of. */
  readonly eventId?: string | undefined;
  /** The document that it was written anew for. */
  readonly replaces?: string | undefined;
  readonly sets: readonly { code: string; count: number }[];
  readonly subjects: readonly string[];
  /** What it is found by besides its subjects, control number and file name. */
  readonly numbers: readonly string[];
  readonly controlNumber: string | null;
  readonly headline: string;
  readonly createdAt: Date;
  readonly configurationHash: string | null;
  readonly releaseId: string | null;
  /** Where the fields of its event stand in it; undefined where it was made of none. */
  readonly provenance?: Provenance | undefined;
  readonly form?: Form | undefined;
}

/** Puts documents into the partner's outbox, as part of the transaction that made them. */
export async function insertOutbound(tx: Tx, documents: readonly OutboundDocument[]): Promise<void> {
  for (const piece of pieces(documents, ({ bytes }) => bytes.byteLength)) await insertFew(tx, piece);
}

async function insertFew(tx: Tx, documents: readonly OutboundDocument[]): Promise<void> {
  await tx('document').insert(
    documents.map((d) => ({
      id: d.id,
      org_id: d.orgId,
      environment: d.environment,
      direction: 'out',
      channel: d.channel,
      state: 'ready',
      transport_id: d.transportId,
      file_name: d.fileName,
      size_bytes: d.bytes.byteLength,
      sha256: Buffer.from(d.sha256, 'hex'),
      answers: d.answers,
      event_id: d.eventId ?? null,
      replaces: d.replaces ?? null,
      ...waitingColumns(d.headline),
      sets: toJson(d.sets),
      subjects: [...d.subjects],
      control_number: d.controlNumber,
      created_at: d.createdAt,
      configuration_hash: d.configurationHash,
      release_id: d.releaseId,
      endpoint_id: d.endpointId,
      form: d.form ?? null,
      provenance: d.provenance ? toJson(d.provenance) : null,
    })),
  );
  await tx('document_raw').insert(
    documents.map((d) => ({ document_id: d.id, org_id: d.orgId, content: asBuffer(d.bytes) })),
  );
  await addNumbers(
    tx,
    documents.map((d) => ({ ...d, numbers: [...d.subjects, d.controlNumber ?? '', d.fileName, ...d.numbers] })),
  );
}

/** What documents that came in are called, and when they came. */
export async function namesOfReceived(
  db: Knex,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly fileName: string | null; readonly receivedAt: Date }>> {
  const rows = await db('document')
    .whereIn('id', [...ids])
    .select<{ id: string; fileName: string | null; receivedAt: Date }[]>({
      ...{ id: 'id', fileName: 'file_name', receivedAt: 'created_at' },
    });
  return new Map(rows.map((row) => [row.id, row]));
}
