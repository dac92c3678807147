import type { Knex } from 'knex';
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
    .first<{ content: Buffer } | undefined>('r.content');
  return row?.content;
}
