import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- How many findings of each code a document has, and how many of them are listed one by one: lists are shortened, totals never.
alter table document add column finding_totals jsonb not null default '[]';
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table document drop column finding_totals');
}
