import type { Knex } from 'knex';

/** Deliveries that may be brought to Odoo together, and those that go first. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- A worker may take the heads of several lanes of one pool at once; null for what goes alone.
alter table delivery add column pool text;
-- 0 before 1: what somebody waits for before what is only to be known.
alter table delivery add column precedence smallint not null default 1;
create index delivery_pool on delivery (pool, precedence, document_seq, seq) where state in ('pending', 'in-flight') and pool is not null;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index delivery_pool; alter table delivery drop column pool, drop column precedence');
}
