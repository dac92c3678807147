import type { Knex } from 'knex';
import { type Content, fromContent } from './contents.ts';
import type { Tx } from './database.ts';
import { addNumbers } from './document-numbers.ts';
import type { Environment } from './documents.ts';

interface Of {
  readonly orgId: string;
  readonly environment: Environment;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const filesOf = (db: Knex, { orgId, environment }: Of) =>
  db('document as d').where({
    'd.org_id': orgId,
    'd.environment': environment,
    'd.direction': 'in',
    'd.form': 'attachment',
  });

/** Those of the ids that are files which a partner sent. */
export async function attachmentsAmong(
  db: Knex,
  { ids, ...of }: Of & { readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  const possible = ids.filter((id) => uuid.test(id));
  if (possible.length === 0) return new Set();
  const rows = await filesOf(db, of).whereIn('d.id', possible).select<{ id: string }[]>('d.id');
  return new Set(rows.map(({ id }) => id));
}

/** The bytes of a file that a partner sent; undefined where there is none. */
export async function readAttachment(
  db: Knex,
  { id, ...of }: Of & { readonly id: string },
): Promise<Buffer | undefined> {
  if (!uuid.test(id)) return undefined;
  const row = await filesOf(db, of)
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.id': id })
    .first<Content | undefined>('r.content', 'r.compressed');
  return row && fromContent(row);
}

/** Says of files what the events that name them are about, so that who looks for an order finds its proof. What is no file of the partner's is left alone. */
export async function nameAttachments(
  tx: Tx,
  { orgId, environment }: Of,
  named: readonly { readonly id: string; readonly subject: string }[],
): Promise<void> {
  // In one order, so that two who name the same files do not wait in a circle.
  for (const { id, subject } of named.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!uuid.test(id)) continue;
    const changed = await tx('document')
      .where({ id, org_id: orgId, environment, direction: 'in', form: 'attachment' })
      .whereRaw('not subjects @> array[?]::text[]', [subject])
      .update({ subjects: tx.raw('(subjects || array[?]::text[])[1:100]', [subject]) });
    if (changed > 0) await addNumbers(tx, [{ id, orgId, numbers: [subject] }]);
  }
}
