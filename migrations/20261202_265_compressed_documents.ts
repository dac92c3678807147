import type { Knex } from 'knex';

/**
 * Large documents are compressed by the hub before they travel to the database (`services/store/contents.ts`). What is left for PostgreSQL is small and compresses quickly,
 * so that it does so again. Rows that are there stay as they are; all are read alike.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table document_raw add column compressed boolean not null default false');
  await knex.raw('alter table document_raw alter column content set storage extended');
}

export async function down(knex: Knex): Promise<void> {
  if (await knex('document_raw').where({ compressed: true }).first('document_id'))
    throw new Error('Some documents are kept compressed, which an older hub cannot read. Restore a backup instead.');
  await knex.raw('alter table document_raw drop column compressed');
  await knex.raw('alter table document_raw alter column content set storage external');
}
