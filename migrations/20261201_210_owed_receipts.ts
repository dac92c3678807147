import type { Knex } from 'knex';

/** Receipts of ours that a partner has asked to get later: what is owed stands in the entry of the message until it was sent or given up. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table exchange
  -- Where the receipt goes and in which form; null while nothing is owed.
  add column owed jsonb,
  -- When it is tried next; while somebody is at it, when it would be taken for abandoned.
  add column owed_at timestamptz,
  add constraint exchange_owed_check check ((owed is null) = (owed_at is null));
create index exchange_owed on exchange (owed_at) where owed is not null;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index exchange_owed; alter table exchange drop column owed, drop column owed_at');
}
