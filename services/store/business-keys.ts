import type pg from 'pg';
import type { Tx } from './database.ts';
import { toJson } from './json.ts';

/** A number that its sender uses once within a time, in a document that brings it. */
export interface BusinessKey {
  /** The rule that says so, such as `business.repeated-asn`. */
  readonly rule: string;
  readonly key: string;
  readonly documentId: string;
  /** For how long the number is taken, counted from now. */
  readonly days: number;
}

/**
 * Notes numbers that one partner uses once, each different by rule and key. A number whose time is over belongs to the document that brings it now.
 * The time is that of the database. They are claimed in the order given, which must be the same for all who claim: two workers would wait in a circle.
 * @returns for each number that another document has, by `businessKeyName`, that document.
 */
export async function claimBusinessKeys(
  tx: Tx,
  of: { orgId: string; environment: string },
  keys: readonly BusinessKey[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  // A document that is translated again keeps its own.
  const { rows } = await tx.raw<{ rows: { rule: string; key: string; document_id: string }[] }>(
    `with wanted as (
       select rule, key, document_id, now() + make_interval(days => days) as expires_at
       from jsonb_to_recordset(:wanted::jsonb) as w(rule text, key text, document_id uuid, days int)
     ), claimed as (
       insert into business_key as b (org_id, environment, rule, key, document_id, seen_at, expires_at)
       select :orgId::uuid, :environment, rule, key, document_id, now(), expires_at from wanted
       on conflict (org_id, environment, rule, key) do update set
         document_id = case when b.expires_at <= now() then excluded.document_id else b.document_id end,
         seen_at = case when b.expires_at <= now() then excluded.seen_at else b.seen_at end,
         expires_at = case when b.expires_at <= now() then excluded.expires_at else b.expires_at end
       returning rule, key, document_id
     )
     select c.rule, c.key, c.document_id from claimed c join wanted w using (rule, key) where c.document_id <> w.document_id`,
    {
      wanted: toJson(keys.map(({ rule, key, documentId, days }) => ({ rule, key, document_id: documentId, days }))),
      ...of,
    },
  );
  return new Map(rows.map(({ rule, key, document_id }) => [businessKeyName({ rule, key }), document_id]));
}

/** Rows that one call deletes: a short transaction, whatever has piled up. */
const deletedAtOnce = 5000;

/**
 * Deletes numbers whose time is over, at most a few thousand; what another transaction holds stays for the next time.
 * @returns how many were deleted.
 */
export async function deleteExpiredBusinessKeys(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from business_key where ctid = any(array(
       select ctid from business_key where expires_at <= now() order by expires_at limit $1 for update skip locked))`,
    [deletedAtOnce],
  );
  return rowCount ?? 0;
}

/** A number with its rule as one text. */
export const businessKeyName = ({ rule, key }: { rule: string; key: string }): string => `${rule}\n${key}`;
