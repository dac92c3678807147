import type { Knex } from 'knex';

/** What attempts at handing a document over leave for the next one, so that a partner gets it once though a process dies in between. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table delivery add column journal text');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table delivery drop column journal');
}
