import type { Knex } from 'knex';
import type { EventType, Provenance } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import type { Tx } from './database.ts';

// What runs of scenarios look at of the documents of a sandbox.

/** A document of the partner's that carries the number of a run. */
export interface CameRow {
  readonly id: string;
  readonly seq: number;
  readonly createdAt: Date;
  readonly transportId: string;
  readonly form: string | null;
  readonly state: string;
  readonly findings: readonly Finding[];
  readonly sets: readonly { readonly code: string }[];
  readonly content: Buffer;
  readonly sha256: Buffer;
}

/** Documents that were translated, under a number: those after `seq`, and those that are known of before. Oldest first. */
export async function documentsUnder(
  tx: Knex,
  of: { readonly orgId: string; readonly number: string; readonly after: number; readonly known: readonly string[] },
): Promise<readonly CameRow[]> {
  const { rows } = await tx.raw<{ rows: CameRow[] }>(
    `select d.id, d.seq, d.created_at as "createdAt", d.transport_id as "transportId", d.form, d.state, d.findings, d.sets, d.sha256, r.content
     from document d join document_raw r on r.document_id = d.id
     where d.org_id = :orgId::uuid and d.environment = 'sandbox' and d.direction = 'in' and d.translated_at is not null
       and (d.seq > :after or d.id = any(:known::uuid[])) and position(convert_to(:number, 'LATIN1') in r.content) > 0
     order by d.seq limit 200`,
    { ...of, known: [...of.known] },
  );
  return rows;
}

/** Up to which document of the sandbox nothing can come any more that was not looked at: what is older than a minute and translated. */
export async function settledSeq(tx: Knex, orgId: string, at: Date): Promise<number> {
  const { rows } = await tx.raw<{ rows: { seq: number | null }[] }>(
    `select max(seq) as seq from document d where d.org_id = :orgId::uuid and d.environment = 'sandbox' and d.created_at < :at::timestamptz - interval '1 minute'
       and not exists (select 1 from document o where o.org_id = d.org_id and o.environment = 'sandbox' and o.direction = 'in' and o.translated_at is null
         and o.state = 'received' and o.seq <= d.seq)`,
    { orgId, at },
  );
  return rows[0]?.seq ?? 0;
}

export interface SetRow {
  readonly id: string;
  readonly documentId: string;
  readonly code: string;
  readonly status: string;
  readonly from: number;
  readonly to: number;
  readonly findings: readonly Finding[];
}

export async function setsOf(tx: Knex, documentIds: readonly string[]): Promise<readonly SetRow[]> {
  return tx('transaction_set')
    .whereIn('document_id', documentIds)
    .orderBy(['document_id', 'start_byte'])
    .select<SetRow[]>({
      id: 'id',
      documentId: 'document_id',
      code: 'code',
      status: 'status',
      from: 'start_byte',
      to: 'end_byte',
      findings: 'findings',
    });
}

/** Status and findings of the interchanges and groups of documents. */
export async function envelopesOf(
  tx: Knex,
  documentIds: readonly string[],
): Promise<readonly { readonly documentId: string; readonly status: string; readonly findings: readonly Finding[] }[]> {
  const of = { documentId: 'document_id', status: 'status', findings: 'findings' };
  const [interchanges, groups] = [
    await tx('interchange').whereIn('document_id', documentIds).orderBy('ordinal').select(of),
    await tx('functional_group').whereIn('document_id', documentIds).orderBy('ordinal').select(of),
  ];
  return [...interchanges, ...groups];
}

export interface StoredEvent {
  readonly id: string;
  readonly documentId: string;
  readonly setId: string | null;
  readonly type: EventType;
  readonly subject: string;
  readonly data: Record<string, unknown>;
  readonly provenance: Provenance;
}

/** Events that were read from documents, in their order. */
export async function eventsFrom(tx: Knex, documentIds: readonly string[]): Promise<readonly StoredEvent[]> {
  return tx('event')
    .whereIn('document_id', documentIds)
    .orderBy('seq')
    .select<StoredEvent[]>({
      ...{ id: 'id', documentId: 'document_id', setId: 'set_id', type: 'type', subject: 'subject' },
      ...{ data: 'data', provenance: 'provenance' },
    });
}

export interface SentRow {
  readonly id: string;
  readonly state: string;
  readonly fileName: string | null;
  readonly sha256: Buffer;
  readonly sets: readonly { readonly code: string }[];
  /** ISA13; null of what is no X12. */
  readonly control: string | null;
}

/** The document that was written of an event; undefined before it was. */
export async function writtenOf(tx: Knex, eventId: string): Promise<SentRow | undefined> {
  return tx('document')
    .where({ event_id: eventId })
    .whereNot({ state: 'replaced' })
    .orderBy('seq')
    .first<SentRow | undefined>(sentColumns);
}

const sentColumns = {
  ...{ id: 'id', state: 'state', fileName: 'file_name', sha256: 'sha256', sets: 'sets', control: 'control_number' },
} as const;

export async function sentDocument(tx: Knex, id: string): Promise<SentRow | undefined> {
  return tx('document').where({ id }).first<SentRow | undefined>(sentColumns);
}

/** Why an event does not become a document; undefined where nothing stands in its way. */
export async function obstacleOf(tx: Knex, eventId: string): Promise<string | undefined> {
  const row = await tx('delivery')
    .where({ event_id: eventId, destination: 'document' })
    .whereIn('state', ['held', 'failed', 'refused'])
    .first<{ reason: string | null } | undefined>('reason');
  return row && (row.reason ?? 'It was not written.');
}

export interface RungRow {
  readonly state: string;
  readonly at: Date | null;
  readonly detail: string | null;
  readonly byDocumentId: string | null;
}

export async function rungOf(tx: Knex, documentId: string, rung: string): Promise<RungRow | undefined> {
  return tx('ladder_rung')
    .where({ document_id: documentId, rung })
    .first<RungRow | undefined>({ state: 'state', at: 'at', detail: 'detail', byDocumentId: 'by_document_id' });
}

/** Our acknowledgement of a document; undefined where there is none. */
export async function acknowledgementOf(tx: Knex, documentId: string): Promise<{ readonly id: string } | undefined> {
  return tx('document').where({ answers: documentId }).orderBy('seq', 'desc').first<{ id: string } | undefined>('id');
}

/** What passed, or was refused, at an endpoint of the sandbox since a time; the oldest first. */
export async function exchangeSince(
  tx: Tx,
  of: {
    readonly orgId: string;
    readonly since: Date;
    readonly direction: string;
    readonly states: readonly string[];
    readonly channels?: readonly string[] | undefined;
    /** Of the error that a refusal was answered with. */
    readonly code?: string | undefined;
  },
): Promise<
  | { readonly summary: string; readonly at: Date; readonly channel: string; readonly documentIds: readonly string[] }
  | undefined
> {
  const query = tx('exchange')
    .where({ org_id: of.orgId, environment: 'sandbox', direction: of.direction })
    .whereIn('state', of.states)
    .where('at', '>=', of.since)
    .orderBy('at')
    .first({ summary: 'summary', at: 'at', channel: 'channel', documentIds: 'document_ids' });
  if (of.channels) query.whereIn('channel', of.channels);
  if (of.code !== undefined) query.whereRaw(`detail ->> 'code' = ?`, [of.code]);
  return query;
}

/** A document of the partner's that passed since a time by a channel whose exchanges nobody notes, such as HTTPS. */
export async function documentSince(
  tx: Tx,
  of: {
    readonly orgId: string;
    readonly since: Date;
    readonly direction: 'in' | 'out';
    readonly channels?: readonly string[] | undefined;
  },
): Promise<{ readonly id: string; readonly channel: string; readonly at: Date } | undefined> {
  const query = tx('document')
    .where({ org_id: of.orgId, environment: 'sandbox', direction: of.direction })
    .where(of.direction === 'in' ? 'created_at' : 'delivered_at', '>=', of.since)
    .orderBy('seq')
    .first({ id: 'id', channel: 'channel', at: of.direction === 'in' ? 'created_at' : 'delivered_at' });
  if (of.channels) query.whereIn('channel', of.channels);
  return query;
}

/** When a document was sent once more after a time. */
export async function resentSince(tx: Knex, documentId: string, since: Date): Promise<Date | undefined> {
  const row = await tx('resending')
    .where({ document_id: documentId })
    .where('at', '>=', since)
    .orderBy('sending', 'desc')
    .first<{ at: Date } | undefined>('at');
  return row?.at;
}

/** Fixture numbers that events of sandboxes are about, which came since a time, and that no run has. */
export async function newcomersUnder(
  tx: Knex,
  since: Date,
): Promise<readonly { readonly orgId: string; readonly number: string; readonly seq: number }[]> {
  const { rows } = await tx.raw<{ rows: { orgId: string; number: string; seq: number }[] }>(
    `select e.org_id as "orgId", e.subject as number, min(d.seq) as seq from event e join document d on d.id = e.document_id
     where e.environment = 'sandbox' and e.document_id is not null and e.subject like 'CT-%' and e.received_at >= :since
       and not exists (select from scenario_run r where r.org_id = e.org_id and r.number = e.subject)
     group by 1, 2 limit 100`,
    { since },
  );
  return rows;
}
