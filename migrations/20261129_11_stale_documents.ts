import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table document add column delivery_count integer not null default 0;

-- Documents of very many deliveries: how they stand is worked out every few seconds, not at each of them.
create table stale_document (
  id bigint generated always as identity primary key,
  document_id uuid not null,
  org_id uuid not null references organization on delete cascade
);
alter table stale_document enable row level security;
alter table stale_document force row level security;
create policy own_rows on stale_document using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table stale_document; alter table document drop column delivery_count');
}
