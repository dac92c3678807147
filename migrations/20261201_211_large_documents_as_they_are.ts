import type { Knex } from 'knex';

/**
 * Bytes of documents are kept as they are: compressing 50 MB of X12 took PostgreSQL nearly half of the time in which it stored them (5.3 s of which 2.3 s went away, on a
 * machine with much else to do), while the partner waited for its receipt. Rows that are there stay as they are; both are read alike.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table document_raw alter column content set storage external');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table document_raw alter column content set storage extended');
}
