import type { Knex } from 'knex';
import { type Content, fromContent } from '../../services/store/contents.ts';

/** Documents that came in, with the name and the bytes that they came with, oldest first. */
export const storedFiles = async (db: Knex): Promise<{ readonly fileName: string | null; readonly bytes: Buffer }[]> =>
  (await storedDocuments(db)).map(({ fileName, bytes }) => ({ fileName, bytes }));

/** The same with their ids. */
export async function storedDocuments(
  db: Knex,
): Promise<{ readonly id: string; readonly fileName: string | null; readonly bytes: Buffer }[]> {
  const rows = await db('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ direction: 'in' })
    .orderBy('d.id')
    .select<({ id: string; file_name: string | null } & Content)[]>('d.id', 'file_name', 'content', 'compressed');
  return Promise.all(
    rows.map(async ({ id, file_name: fileName, ...kept }) => ({ id, fileName, bytes: await fromContent(kept) })),
  );
}
