import type { Knex } from 'knex';

/** Since when an endpoint knows each certificate, key and fingerprint of the partner: people see how old they are. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`alter table channel_endpoint add column facts_since jsonb not null default '{}'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table channel_endpoint drop column facts_since');
}
