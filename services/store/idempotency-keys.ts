import type { Knex } from 'knex';
import type pg from 'pg';
import type { Environment } from './documents.ts';

/** A request by the key that its sender gave it. */
export interface KeyedRequest {
  readonly orgId: string;
  readonly environment: Environment;
  /** What was asked for; the same key may be used once for each. */
  readonly operation: string;
  readonly key: string;
  /** In hex. */
  readonly bodySha256: string;
}

/**
 * Takes a key for a request, for so many days from now by the time of the database. Of several that come at once with one key the first has it.
 * @returns `taken` for the first, `same` for the same request again, `other` where the key belongs to another body.
 */
export async function takeIdempotencyKey(
  db: Knex,
  { orgId, environment, operation, key, bodySha256 }: KeyedRequest,
  days: number,
): Promise<'taken' | 'same' | 'other'> {
  // The row is touched in any case, so that a key that is over cannot vanish between the two looks.
  const { rows } = await db.raw<{ rows: { isNew: boolean; isSame: boolean }[] }>(
    `insert into idempotency_key as k (org_id, environment, operation, key, body_sha256, expires_at)
     values (:orgId, :environment, :operation, :key, decode(:bodySha256, 'hex'), now() + make_interval(days => :days))
     on conflict (org_id, environment, operation, key) do update set
       body_sha256 = case when k.expires_at <= now() then excluded.body_sha256 else k.body_sha256 end,
       expires_at = case when k.expires_at <= now() then excluded.expires_at else k.expires_at end
     returning xmax = 0 or expires_at = now() + make_interval(days => :days) as "isNew", body_sha256 = decode(:bodySha256, 'hex') as "isSame"`,
    { orgId, environment, operation, key, bodySha256, days },
  );
  const [row] = rows;
  return row?.isSame ? (row.isNew ? 'taken' : 'same') : 'other';
}

/** Rows that one call deletes: a short transaction, whatever has piled up. */
const deletedAtOnce = 5000;

/** Deletes keys whose time is over, at most a few thousand. @returns how many were deleted. */
export async function deleteExpiredIdempotencyKeys(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from idempotency_key where ctid = any(array(
       select ctid from idempotency_key where expires_at <= now() order by expires_at limit $1 for update skip locked))`,
    [deletedAtOnce],
  );
  return rowCount ?? 0;
}
