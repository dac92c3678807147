import type { Knex } from 'knex';

/** The time limit of the rules that existed before each rule had its own. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- A number is taken for as long as its rule says; then its sender may use it again, and the row goes.
alter table business_key add column expires_at timestamptz;
update business_key set expires_at = seen_at + interval '365 days';
alter table business_key alter column expires_at set not null;
create index business_key_expires_at on business_key (expires_at);
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table business_key drop column expires_at');
}
