import type pg from 'pg';
import type { Tx } from './database.ts';

/**
 * Wakes documents that were received and for which nothing is under way. A document and its wake-up are committed together and translation ends both at once,
 * so one without the other has lost it, however old it is.
 */
export async function wakeForgottenDocuments(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `insert into wake_up (topic, key) select 'translate', d.id::text from document d
     where d.state = 'received' and not exists (select from wake_up w where w.topic = 'translate' and w.key = d.id::text)`,
  );
  return rowCount ?? 0;
}

/** Deletes hints about documents that are translated already, or were never there. */
export async function deleteSpentWakeUps(pool: pg.Pool, documentIds: readonly string[]): Promise<void> {
  await pool.query(
    `delete from wake_up w where topic = 'translate' and key = any($1::text[])
       and not exists (select from document d where d.id::text = w.key and d.state = 'received')`,
    [documentIds],
  );
}

/** Deletes the hints about documents that this transaction translates. */
export async function forgetTranslated(tx: Tx, documentIds: readonly string[]): Promise<void> {
  await tx('wake_up').where({ topic: 'translate' }).whereIn('key', documentIds).del();
}
