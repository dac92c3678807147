import type { CanonicalEvent, Provenance } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import type { Tx } from './database.ts';
import { toJson } from './json.ts';

/** Rows that one document turned into; see the tables of the same names. */
export interface InterchangeRow {
  readonly id: string;
  readonly ordinal: number;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly usage: string;
  readonly version: string;
  readonly status: string;
  readonly findings: readonly Finding[];
}
export interface GroupRow {
  readonly id: string;
  readonly interchange_id: string;
  readonly ordinal: number;
  readonly functional_id: string;
  readonly control: string;
  readonly version: string;
  readonly status: string;
  readonly findings: readonly Finding[];
}
export interface SetRow {
  readonly id: string;
  readonly group_id: string;
  readonly ordinal: number;
  readonly code: string;
  readonly control: string;
  readonly status: string;
  readonly start_byte: number;
  readonly end_byte: number;
  readonly findings: readonly Finding[];
}
export interface Envelopes {
  readonly interchanges: readonly InterchangeRow[];
  readonly groups: readonly GroupRow[];
  readonly sets: readonly SetRow[];
}

/** Inserts envelopes with one statement per table, however many sets a document holds. */
export async function insertEnvelopes(
  tx: Tx,
  of: { orgId: string; documentId: string },
  rows: Envelopes,
): Promise<void> {
  const insert = (table: string, columns: string, list: readonly object[]) =>
    list.length === 0
      ? Promise.resolve()
      : tx.raw(
          `insert into ${table} (org_id, document_id, ${columns})
           select ?::uuid, ?::uuid, ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
          [of.orgId, of.documentId, toJson(list)],
        );
  await insert(
    'interchange',
    'id, ordinal, sender, receiver, control, usage, version, status, findings',
    rows.interchanges,
  );
  await insert(
    'functional_group',
    'id, interchange_id, ordinal, functional_id, control, version, status, findings',
    rows.groups,
  );
  await insert(
    'transaction_set',
    'id, group_id, ordinal, code, control, status, start_byte, end_byte, findings',
    rows.sets,
  );
}

export interface EventRow {
  readonly event: CanonicalEvent;
  readonly setId: string | null;
  readonly provenance: Provenance;
  /** Its delivery; undefined where nobody subscribes. */
  readonly delivery?: { readonly id: string; readonly subscriber: 'odoo' | 'partner'; readonly lane: string };
}

/** Inserts events with their deliveries and wakes the lanes. An event that is there already is left alone, and so is its delivery. */
export async function insertEvents(
  tx: Tx,
  of: { orgId: string; environment: string; documentId: string | null; receivedAt: Date },
  rows: readonly EventRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const list = rows.map(({ event, setId, provenance, delivery }) => ({
    id: event.id,
    set_id: setId,
    type: event.type,
    subject: event.subject,
    occurred_at: event.time,
    data: event.data,
    provenance,
    delivery_id: delivery?.id ?? null,
    subscriber: delivery?.subscriber ?? null,
    lane: delivery?.lane ?? null,
  }));
  await tx.raw(
    `with fact as (
       select row_number() over () as place, f.* from jsonb_to_recordset(?::jsonb)
         as f(id text, set_id uuid, type text, subject text, occurred_at timestamptz, data jsonb, provenance jsonb, delivery_id uuid, subscriber text, lane text)
     ), stored as (
       insert into event (id, org_id, environment, document_id, set_id, type, subject, occurred_at, received_at, data, provenance)
       select id, ?::uuid, ?, ?::uuid, set_id, type, subject, occurred_at, ?, data, provenance from fact order by place
       on conflict (id) do nothing returning id
     ), sent as (
       insert into delivery (id, org_id, environment, event_id, subscriber, lane, due_at)
       select f.delivery_id, ?::uuid, ?, f.id, f.subscriber, f.lane, ? from fact f join stored using (id) where f.delivery_id is not null order by f.place
       returning lane
     )
     insert into wake_up (topic, key) select distinct 'lane', lane from sent`,
    [toJson(list), of.orgId, of.environment, of.documentId, of.receivedAt, of.orgId, of.environment, of.receivedAt],
  );
}

/**
 * Claims an interchange control number for a document.
 * @param windowDays for how long the number may not be used again.
 * @returns the document that used it first, or undefined when it is free and now ours.
 */
export async function claimInterchange(
  tx: Tx,
  key: {
    orgId: string;
    environment: string;
    sender: string;
    receiver: string;
    control: string;
    documentId: string;
    at: Date;
    windowDays: number;
  },
): Promise<string | undefined> {
  const { rows } = await tx.raw<{ rows: { document_id: string }[] }>(
    `insert into interchange_seen as s (org_id, environment, sender, receiver, control, document_id, seen_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (environment, sender, receiver, control) do update set document_id = excluded.document_id, seen_at = excluded.seen_at
       where s.document_id = excluded.document_id or s.seen_at < excluded.seen_at - make_interval(days => ?)
     returning document_id`,
    [key.orgId, key.environment, key.sender, key.receiver, key.control, key.documentId, key.at, key.windowDays],
  );
  if (rows.length > 0) return undefined;
  const first = await tx('interchange_seen')
    .where({ environment: key.environment, sender: key.sender, receiver: key.receiver, control: key.control })
    .first<{ document_id: string }>('document_id');
  return first.document_id;
}
