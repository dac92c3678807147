import type pg from 'pg';
import type { Tx } from './database.ts';

/** What is known of the tries at translating a document. */
export interface Tries {
  readonly documentId: string;
  /** Tries that failed for what is in the document, or in whose middle the process that was there for it alone died. */
  readonly failures: number;
  /** Tries in whose middle the whole hub died; what it died of is not known. */
  readonly deaths: number;
}

/**
 * Notes that a run of a process begins with documents, before it begins: a try that another run began and did not end counts as a death. The note is
 * not waited for on the disk: it need only outlive this process.
 */
export async function beginTries(
  pool: pg.Pool,
  runner: string,
  documents: readonly { readonly id: string; readonly orgId: string }[],
): Promise<readonly Tries[]> {
  const { rows } = await pool.query<Tries>({
    name: 'begin-tries',
    text: `insert into translation_try as t (document_id, org_id, runner)
           select document_id, org_id, $1 from unnest($2::uuid[], $3::uuid[]) as d(document_id, org_id),
             (select set_config('synchronous_commit', 'off', true)) as unhurried
           on conflict (document_id) do update set runner = excluded.runner,
             deaths = t.deaths + case when t.runner <> excluded.runner then 1 else 0 end
           returning document_id as "documentId", failures, deaths`,
    values: [runner, documents.map(({ id }) => id), documents.map(({ orgId }) => orgId)],
  });
  return rows;
}

/** The try failed: the next one is made apart. */
export async function failTry(pool: pg.Pool, documentId: string): Promise<Tries | undefined> {
  const { rows } = await pool.query<Tries>(
    `update translation_try set failures = failures + 1, runner = null, apart = true where document_id = $1
     returning document_id as "documentId", failures, deaths`,
    [documentId],
  );
  return rows[0];
}

/** The try ended without a result for a reason that is not the document's. */
export async function abandonTry(pool: pg.Pool, documentId: string): Promise<void> {
  await pool.query('update translation_try set runner = null where document_id = $1', [documentId]);
}

/** A document is to be tried anew, alone, as if it had never been tried. */
export async function resetTries(tx: Tx, of: { documentId: string; orgId: string }): Promise<void> {
  await tx.raw(
    `insert into translation_try (document_id, org_id, apart) values (:documentId, :orgId, true)
     on conflict (document_id) do update set failures = 0, deaths = 0, runner = null, apart = true`,
    of,
  );
}
