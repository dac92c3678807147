import type { Knex } from 'knex';

/** Since when each secret setting of an endpoint has its value: people see the age of passwords and keys. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`alter table channel_endpoint add column secrets_since jsonb not null default '{}'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table channel_endpoint drop column secrets_since');
}
