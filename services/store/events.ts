import type { Knex } from 'knex';
import type { CanonicalEvent, Provenance } from '../domain/events.ts';
import type { Tx } from './database.ts';
import { envelope, type NewDelivery, turnSql } from './deliveries.ts';
import { jsonPieces } from './pieces.ts';

export interface EventRow {
  readonly event: CanonicalEvent;
  /** Where it was read; null for events from Odoo. */
  readonly documentId: string | null;
  readonly setId: string | null;
  readonly receivedAt: Date;
  /** Place of its document in the order of receipt; 0 where none brought it. */
  readonly documentSeq: number;
  /** How many events of its document come before it. */
  readonly turn: number;
  readonly provenance: Provenance;
  /** Where it goes; nowhere where it is only kept. */
  readonly deliveries: readonly NewDelivery[];
}

/** Inserts events with their deliveries and wakes the lanes, one of each pool. An event that is there already is left alone, and so are its deliveries. */
export async function insertEvents(
  tx: Tx,
  of: { readonly orgId: string; readonly environment: string; readonly releaseId?: string | null },
  rows: readonly EventRow[],
): Promise<void> {
  for (const list of jsonPieces(rows, eventFact))
    await insertFacts(tx, { ...of, releaseId: of.releaseId ?? null, list });
}

// A document with many events gives way to those that come soon after it: each further lane of it has its turn so much later.
// Longer than a delivery takes, so that there is always room between two of them.
const turnMs = 1000;

const eventFact = ({ event, documentId, setId, receivedAt, documentSeq, turn, provenance, deliveries }: EventRow) => ({
  id: event.id,
  document_id: documentId,
  set_id: setId,
  type: event.type,
  subject: event.subject,
  occurred_at: event.time,
  received_at: receivedAt,
  document_seq: documentSeq,
  turn,
  data: event.data,
  provenance,
  deliveries,
});

async function insertFacts(
  tx: Tx,
  facts: { orgId: string; environment: string; releaseId: string | null; list: string },
): Promise<void> {
  await tx.raw(
    `with fact as (
       select row_number() over () as nth, f.* from jsonb_to_recordset(:list::jsonb)
         as f(id text, document_id uuid, set_id uuid, type text, subject text, occurred_at timestamptz, received_at timestamptz, data jsonb,
              document_seq bigint, turn int, provenance jsonb, deliveries jsonb)
     ), stored as (
       insert into event (id, org_id, environment, document_id, set_id, type, subject, occurred_at, received_at, data, provenance, release_id)
       select id, :orgId::uuid, :environment, document_id, set_id, type, subject, occurred_at, received_at, data, provenance, :releaseId::uuid from fact order by nth
       on conflict (id) do nothing returning id
     ), sent as (
       insert into delivery (id, org_id, environment, event_id, destination, place, lane, document_seq, endpoint_id, pool, precedence)
       select d.id, :orgId::uuid, :environment, f.id, d.destination, d.place, d.lane, f.document_seq, d."endpointId", d.pool, case when d.urgent then 0 else 1 end
       from fact f join stored using (id),
         jsonb_to_recordset(f.deliveries) as d(id uuid, destination text, place text, lane text, "endpointId" uuid, pool text, urgent boolean) order by f.nth
       returning event_id, lane, pool, precedence
     )
     insert into wake_up (topic, key, owner_id, turn_at)
     select 'lane', min(s.lane), :orgId::uuid, ${turnSql('min(s.precedence)')} + min(f.turn) * interval '${turnMs} milliseconds'
     from sent s join fact f on f.id = s.event_id group by coalesce(s.pool, s.lane)`,
    facts,
  );
}

/** A stored event; undefined where there is none of this id. */
export async function readEventOf(tx: Knex, id: string): Promise<CanonicalEvent | undefined> {
  const row = await tx('event')
    .where({ id })
    .first<Parameters<typeof envelope>[0] | undefined>({
      ...{ id: 'id', orgId: 'org_id', type: 'type', subject: 'subject', occurredAt: 'occurred_at', data: 'data' },
    });
  return row && envelope(row);
}
