import type { Knex } from 'knex';

/** The log of endpoints ends by age. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create index exchange_at on exchange (at)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index exchange_at');
}
