import type { Knex } from 'knex';

/** What documents are by themselves, and the keys by which senders say that a request is the same again. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table document add column form text check (form in ('events', 'attachment'));
-- What partners fetch as work.
create index document_work on document (org_id, environment, created_at, id) where direction = 'out' and form = 'events';
create table idempotency_key (
  org_id uuid not null references organization on delete cascade,
  environment text not null check (environment in ('sandbox', 'production')),
  operation text not null,
  key text not null,
  body_sha256 bytea not null,
  expires_at timestamptz not null,
  primary key (org_id, environment, operation, key)
);
create index idempotency_key_expires_at on idempotency_key (expires_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own_rows on idempotency_key using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop table idempotency_key;
drop index document_work;
alter table document drop column form;
`);
}
