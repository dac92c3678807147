import type { Knex } from 'knex';
import type { CanonicalEvent, EventType } from '../domain/events.ts';
import { envelope } from './deliveries.ts';
import type { Environment } from './documents.ts';
import { isSettled } from './settled.ts';

// What the hub knows of that was done in an Odoo.

/** A partner of an Odoo whose documents of some kind are applied there, and since when. */
export interface Accounting {
  readonly orgId: string;
  readonly since: Date;
}

/** Since when events of these types of each partner are applied in an Odoo; partners of whom none was are left out. */
export async function accountingSince(
  db: Knex,
  of: { readonly connectionId: string; readonly environment: Environment; readonly types: readonly EventType[] },
): Promise<readonly Accounting[]> {
  const { rows } = await db.raw<{ rows: Accounting[] }>(
    `select o.org_id as "orgId", f.since from odoo_partner o, lateral (
       select v.finished_at as since from event e join delivery v on v.event_id = e.id and v.destination = 'odoo'
       where e.org_id = o.org_id and e.environment = :environment and e.type = any(:types::text[]) and v.state in ('applied', 'already-applied')
       order by e.received_at limit 1) f
     where o.connection_id = :connectionId and f.since is not null order by o.org_id`,
    { ...of, types: [...of.types] },
  );
  return rows;
}

/** Which of these records of an Odoo the hub is on record to have written. */
export async function writtenRecords(
  db: Knex,
  of: {
    readonly connectionId: string;
    readonly model: string;
    readonly fields: readonly string[];
    readonly recordIds: readonly number[];
  },
): Promise<ReadonlySet<number>> {
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    `select distinct record_id as id from odoo_write
     where connection_id = :connectionId and model = :model and record_id = any(:recordIds::bigint[]) and field = any(:fields::text[])`,
    { ...of, fields: [...of.fields], recordIds: [...of.recordIds] },
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whom the hub has told of these transfers, by id; the one who was told last. */
export async function toldOf(
  db: Knex,
  connectionId: string,
  recordIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await db.raw<{ rows: { id: number; orgId: string }[] }>(
    `select distinct on (n.record_id) n.record_id as id, n.org_id as "orgId"
     from notified_transfer n join event e on e.id = n.event_id
     where n.connection_id = ? and n.record_id = any(?::int[]) and n.event_type in ('warehouse-order.released.v1', 'receipt.expected.v1')
     order by n.record_id, e.seq desc`,
    [connectionId, [...recordIds]],
  );
  return new Map(rows.map(({ id, orgId }) => [id, orgId]));
}

/** Events that an Odoo has not taken: a person has to look at them, and nobody has said yet that it is settled. */
export async function countNotApplied(db: Knex, environment: Environment): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `select count(*) as count from delivery v
     where v.environment = ? and v.destination = 'odoo' and v.state in ('refused', 'held', 'failed') and not ${isSettled}`,
    [environment],
  );
  return rows[0]!.count;
}

export interface LastSnapshot {
  readonly orgId: string;
  readonly partner: string;
  readonly documentId: string | null;
  readonly receivedAt: Date;
  readonly event: CanonicalEvent<'inventory.snapshot.v1'>;
}

// A warehouse that has said nothing for so long says nothing about today.
const snapshotDays = 45;

/** The newest snapshot of each warehouse of the partners of an Odoo. */
export async function lastSnapshots(
  db: Knex,
  of: { readonly connectionId: string; readonly environment: Environment; readonly now: Date },
): Promise<readonly LastSnapshot[]> {
  const { rows } = await db.raw<{ rows: (Omit<LastSnapshot, 'event'> & Parameters<typeof envelope>[0])[] }>(
    `select g.name as partner, e.id, e.org_id as "orgId", e.type, e.subject, e.occurred_at as "occurredAt", e.data, e.document_id as "documentId",
       e.received_at as "receivedAt"
     from odoo_partner o join organization g on g.id = o.org_id, lateral (
       select distinct on (jsonb_path_query_first(data, '$.parties[*] \\? (@.role == "warehouse")')) * from event
       where org_id = o.org_id and environment = :environment and type = 'inventory.snapshot.v1' and received_at > :now::timestamptz - interval '${snapshotDays} days'
       order by jsonb_path_query_first(data, '$.parties[*] \\? (@.role == "warehouse")'), received_at desc, seq desc) e
     where o.connection_id = :connectionId order by g.name, e.received_at`,
    of,
  );
  return rows.map(({ orgId, partner, documentId, receivedAt, ...row }) => ({
    ...{ orgId, partner, documentId, receivedAt },
    event: envelope({ ...row, orgId }) as CanonicalEvent<'inventory.snapshot.v1'>,
  }));
}
