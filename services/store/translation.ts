import type { CanonicalEvent, Provenance } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import type { Tx } from './database.ts';
import type { NewDelivery } from './deliveries.ts';
import { toJson } from './json.ts';
import { jsonPieces, pieces } from './pieces.ts';

/** Rows that one document turned into; see the tables of the same names. */
export interface InterchangeRow {
  readonly id: string;
  readonly document_id: string;
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
  readonly document_id: string;
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
  readonly document_id: string;
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

/** Inserts envelopes, those of several documents together. */
export async function insertEnvelopes(tx: Tx, orgId: string, rows: Envelopes): Promise<void> {
  const insert = async (table: string, columns: string, list: readonly object[]) => {
    for (const piece of jsonPieces(list, (row) => row))
      await tx.raw(
        `insert into ${table} (org_id, ${columns}) select ?::uuid, ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
        [orgId, piece],
      );
  };
  await insert(
    'interchange',
    'id, document_id, ordinal, sender, receiver, control, usage, version, status, findings',
    rows.interchanges,
  );
  await insert(
    'functional_group',
    'id, document_id, interchange_id, ordinal, functional_id, control, version, status, findings',
    rows.groups,
  );
  await insert(
    'transaction_set',
    'id, document_id, group_id, ordinal, code, control, status, start_byte, end_byte, findings',
    rows.sets,
  );
}

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

/** Inserts events with their deliveries and wakes the lanes. An event that is there already is left alone, and so are its deliveries. */
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
       insert into delivery (id, org_id, environment, event_id, destination, place, lane, document_seq)
       select d.id, :orgId::uuid, :environment, f.id, d.destination, d.place, d.lane, f.document_seq
       from fact f join stored using (id), jsonb_to_recordset(f.deliveries) as d(id uuid, destination text, place text, lane text) order by f.nth
       returning event_id, lane
     )
     insert into wake_up (topic, key, owner_id, turn_at)
     select 'lane', s.lane, :orgId::uuid, now() + min(f.turn) * interval '${turnMs} milliseconds'
     from sent s join fact f on f.id = s.event_id group by s.lane`,
    facts,
  );
}

/** An interchange control number that a document wants to use up. */
export interface Claim {
  readonly environment: string;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly documentId: string;
}

/**
 * Claims interchange control numbers, each different, for documents of one organisation.
 * @param windowDays for how long a number may not be used again.
 * @returns for each number that was used before, by `claimKey`, the document that used it.
 */
export async function claimInterchanges(
  tx: Tx,
  orgId: string,
  claims: readonly Claim[],
  at: Date,
  windowDays: number,
): Promise<ReadonlyMap<string, string>> {
  // Always in one order: two workers that claim the same numbers must not wait in a circle.
  const inOrder = [...claims].sort((one, other) => (claimKey(one) < claimKey(other) ? -1 : 1));
  const owners = new Map<string, string>();
  for (const piece of pieces(inOrder))
    for (const [key, owner] of await claimFew(tx, orgId, piece, at, windowDays)) owners.set(key, owner);
  return owners;
}

async function claimFew(
  tx: Tx,
  orgId: string,
  claims: readonly Claim[],
  at: Date,
  windowDays: number,
): Promise<ReadonlyMap<string, string>> {
  const wanted = claims.map(({ environment, sender, receiver, control, documentId }) => ({
    environment,
    sender,
    receiver,
    control,
    document_id: documentId,
  }));
  const ours = await tx.raw<{ rows: Omit<Claim, 'environment' | 'documentId'>[] }>(
    `insert into interchange_seen as s (org_id, environment, sender, receiver, control, document_id, seen_at)
     select :orgId::uuid, environment, sender, receiver, control, document_id, :at::timestamptz
     from jsonb_to_recordset(:wanted::jsonb) as w(environment text, sender text, receiver text, control text, document_id uuid)
     on conflict (environment, sender, receiver, control) do update set document_id = excluded.document_id, seen_at = excluded.seen_at
       where s.document_id = excluded.document_id or s.seen_at < excluded.seen_at - make_interval(days => :windowDays)
     returning sender, receiver, control`,
    { wanted: toJson(wanted), orgId, at, windowDays },
  );
  const free = new Set(ours.rows.map(claimKey));
  const taken = claims.filter((claim) => !free.has(claimKey(claim)));
  if (taken.length === 0) return new Map();
  // A statement of its own: who was first may have committed while the one above waited, and only a new snapshot shows it.
  const { rows } = await tx.raw<{ rows: { sender: string; receiver: string; control: string; document_id: string }[] }>(
    `select s.sender, s.receiver, s.control, s.document_id from interchange_seen s
     join jsonb_to_recordset(?::jsonb) as w(environment text, sender text, receiver text, control text)
       using (environment, sender, receiver, control)`,
    [toJson(taken.map(({ environment, sender, receiver, control }) => ({ environment, sender, receiver, control })))],
  );
  return new Map(rows.map((row) => [claimKey(row), row.document_id]));
}

/** A claimed number as one text. */
export const claimKey = (claim: { sender: string; receiver: string; control: string }): string =>
  `${claim.sender}\n${claim.receiver}\n${claim.control}`;
