import type pg from 'pg';
import type { Tx } from './database.ts';

/**
 * Wakes documents that were received and for which nothing is under way. A document and its wake-up are committed together and translation ends both at once,
 * so one without the other has lost it, however old it is.
 */
export async function wakeForgottenDocuments(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `insert into wake_up (topic, key, owner_id) select 'translate', d.id::text, d.org_id from document d
     where d.state = 'received'
       and not exists (select from wake_up w where w.topic in ('translate', 'translate-apart') and w.key = d.id::text)`,
  );
  return rowCount ?? 0;
}

// A large document gives way to those that come soon after it and need less time: so many bytes count as a second of waiting.
const bytesPerSecond = 1024 * 1024;

/** Hands documents over to be translated apart; the hints that woke them turn into such ones. */
export async function wakeApart(
  pool: pg.Pool,
  documents: readonly { readonly id: string; readonly orgId: string; readonly sizeBytes: number }[],
): Promise<void> {
  await pool.query(
    `with large as (
       select id, org_id, make_interval(secs => size::float8 / $4) as delay from unnest($1::text[], $2::uuid[], $3::int[]) as l(id, org_id, size)
     ), spent as (delete from wake_up where topic = 'translate' and key = any($1::text[]))
     insert into wake_up (topic, key, owner_id, turn_at) select 'translate-apart', id, org_id, now() + delay from large
     where not exists (select from wake_up w where w.topic = 'translate-apart' and w.key = large.id)`,
    [
      documents.map(({ id }) => id),
      documents.map(({ orgId }) => orgId),
      documents.map(({ sizeBytes }) => sizeBytes),
      bytesPerSecond,
    ],
  );
}

/** Deletes hints about documents that are translated already, or were never there, and notes of tries at them. */
export async function deleteSpentWakeUps(pool: pg.Pool, documentIds: readonly string[]): Promise<void> {
  await pool.query(
    `with spent as (
       select k.key from unnest($1::text[]) as k(key)
       where not exists (select from document d where d.id = k.key::uuid and d.state in ('received', 'quarantined'))
     ), tries as (delete from translation_try where document_id in (select key::uuid from spent))
     delete from wake_up w using unnest($1::text[]) as k(key)
     where w.topic in ('translate', 'translate-apart') and w.key = k.key
       and not exists (select from document d where d.id = k.key::uuid and d.state = 'received')`,
    [documentIds],
  );
}

/**
 * Deletes the hints about documents that this transaction translates or sets aside, and the notes of tries at those that it translates; wakes the lanes
 * that wait for them.
 */
export async function forgetTranslated(tx: Tx, documentIds: readonly string[]): Promise<void> {
  await tx.raw(
    `with hints as (delete from wake_up where topic in ('translate', 'translate-apart') and key = any(:ids::text[])),
       lanes as (update wake_up set waits_for = null where waits_for = any(:ids::uuid[]))
     delete from translation_try where document_id = any(:ids::uuid[])`,
    { ids: [...documentIds] },
  );
}

/** Wakes lanes whose document was translated at the moment when they began to wait for it. */
export async function wakeForgottenLanes(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `update wake_up w set waits_for = null where w.waits_for is not null
       and not exists (select from document d where d.id = w.waits_for and d.state = 'received')`,
  );
  return rowCount ?? 0;
}
