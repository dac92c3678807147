import type pg from 'pg';
import type { Tx } from './database.ts';

/** What is known of the tries at translating a document. */
export interface Tries {
  readonly documentId: string;
  /** Tries that failed for what is in the document, or in whose middle the process that was there for it alone died. */
  readonly failures: number;
  /** Tries in whose middle the whole hub died; what it died of is not known. */
  readonly deaths: number;
  /** What its first try began with. */
  readonly hash: string | null;
  readonly releaseId: string | null;
}

const columns = 'document_id as "documentId", failures, deaths, configuration_hash as hash, release_id as "releaseId"';

/** Holds a lock in the name of a run for as long as this connection lives: a run whose lock is free is gone. */
export async function holdRun(client: pg.ClientBase, runner: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared(hashtextextended($1, 727))', [runner]);
}

/**
 * Notes that a run of a process begins with documents, before it begins: a try that another run began and did not end, and that run is gone, counts as a death.
 * A run that is there still was held up so long that the queue gave its job to another. The note is not waited for on the disk: it need only outlive this process.
 * @param pinned the configuration that those begin with that were not tried before.
 */
export async function beginTries(
  pool: pg.Pool,
  runner: string,
  documents: readonly { readonly id: string; readonly orgId: string }[],
  pinned: { readonly hash: string | null; readonly releaseId: string | null },
): Promise<readonly Tries[]> {
  const { rows } = await pool.query<Tries>({
    name: 'begin-tries',
    text: `insert into translation_try as t (document_id, org_id, runner, configuration_hash, release_id)
           select document_id, org_id, $1, $4, $5::uuid from unnest($2::uuid[], $3::uuid[]) as d(document_id, org_id),
             (select set_config('synchronous_commit', 'off', true)) as unhurried
           on conflict (document_id) do update set runner = excluded.runner,
             configuration_hash = coalesce(t.configuration_hash, excluded.configuration_hash),
             release_id = case when t.configuration_hash is null then excluded.release_id else t.release_id end,
             deaths = t.deaths + case when t.runner <> excluded.runner
               and pg_try_advisory_xact_lock(hashtextextended(t.runner::text, 727)) then 1 else 0 end
           returning ${columns}`,
    values: [
      ...[runner, documents.map(({ id }) => id), documents.map(({ orgId }) => orgId)],
      ...[pinned.hash, pinned.releaseId],
    ],
  });
  return rows;
}

/** The try failed: the next one is made apart. */
export async function failTry(pool: pg.Pool, documentId: string): Promise<Tries | undefined> {
  const { rows } = await pool.query<Tries>(
    `update translation_try set failures = failures + 1, runner = null, apart = true where document_id = $1
     returning ${columns}`,
    [documentId],
  );
  return rows[0];
}

/** The try ended without a result for a reason that is not the document's. */
export async function abandonTry(pool: pg.Pool, documentId: string): Promise<void> {
  await pool.query('update translation_try set runner = null where document_id = $1', [documentId]);
}

/** A document is to be tried anew, alone, as if it had never been tried: with the configuration that is in use then. */
export async function resetTries(tx: Tx, of: { documentId: string; orgId: string }): Promise<void> {
  await tx.raw(
    `insert into translation_try (document_id, org_id, apart) values (:documentId, :orgId, true)
     on conflict (document_id) do update set failures = 0, deaths = 0, runner = null, apart = true,
       configuration_hash = null, release_id = null`,
    of,
  );
}

/** What the tries at a document began with; undefined when it was not tried. */
export async function pinnedOf(
  pool: pg.Pool,
  documentId: string,
): Promise<Pick<Tries, 'hash' | 'releaseId'> | undefined> {
  const { rows } = await pool.query<Tries>(`select ${columns} from translation_try where document_id = $1`, [
    documentId,
  ]);
  return rows[0];
}
