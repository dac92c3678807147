import type pg from 'pg';
import type { Finding } from '../domain/finding.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';
import { toJson } from './json.ts';

/** A document that waits for translation. */
export interface ReceivedDocument {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly sizeBytes: number;
  readonly receivedAt: Date;
  /** A try at it failed before, or was cut off with another run of a process. */
  readonly isSuspect: boolean;
}

/** Documents of these that still wait for translation, in the order of receipt. */
export async function receivedDocuments(
  pool: pg.Pool,
  runner: string,
  ids: readonly string[],
): Promise<readonly ReceivedDocument[]> {
  const { rows } = await pool.query<ReceivedDocument>(
    `select d.id, d.org_id as "orgId", d.environment, d.size_bytes as "sizeBytes", d.created_at as "receivedAt",
       coalesce(t.apart or t.runner <> $2, false) as "isSuspect"
     from document d left join translation_try t on t.document_id = d.id
     where d.id = any($1::uuid[]) and d.state = 'received' order by d.seq`,
    [ids, runner],
  );
  return rows;
}

/**
 * Takes a document back that was set aside, to be translated as if it had just come. The caller must see all organisations: the wake-up is the hub's.
 * @returns its state and owner as they were; only `quarantined` is changed.
 */
export async function takeBack(tx: Tx, id: string): Promise<{ state: string; orgId: string } | undefined> {
  const row = await tx('document')
    .where({ id })
    .forUpdate()
    .first<{ state: string; orgId: string } | undefined>('state', { orgId: 'org_id' });
  if (row?.state !== 'quarantined') return row;
  const finding_counts = toJson({ standard: 0, guide: 0, business: 0, note: 0 });
  await tx('document').where({ id }).update({ state: 'received', findings: '[]', finding_counts });
  await tx('wake_up').insert({ topic: 'translate', key: id, owner_id: row.orgId });
  return row;
}

/** Sets a document aside that could not be translated; a person may release it. */
export async function setAside(tx: Tx, id: string, finding: Finding): Promise<void> {
  await tx('document')
    .where({ id })
    .update({
      state: 'quarantined',
      findings: toJson([finding]),
      finding_counts: toJson({ standard: 0, guide: 0, business: 0, note: 0, [finding.level]: 1 }),
    });
}

/** Locks those of the documents that are still to be translated, always in one order, so that two workers cannot wait in a circle. */
export async function lockReceived(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `select id from document where id = any(?::uuid[]) and state = 'received' order by id for update`,
    [[...ids]],
  );
  return new Set(rows.map((row) => row.id));
}
