import type { Knex } from 'knex';

/** Connection tests that were run at endpoints of sandboxes, step by step. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table connection_test (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  endpoint_id uuid not null references channel_endpoint on delete cascade,
  stage text not null check (stage in ('loopback', 'host')),
  started_at timestamptz not null,
  started_by text not null,
  started_side text not null check (started_side in ('team', 'partner')),
  -- What the partner is to do now.
  awaits text,
  steps jsonb not null default '[]',
  finished_at timestamptz,
  works boolean check ((works is null) = (finished_at is null))
);
create index connection_test_newest on connection_test (endpoint_id, id desc);
create index connection_test_of_org on connection_test (org_id);
alter table connection_test enable row level security;
alter table connection_test force row level security;
create policy own_rows on connection_test using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table connection_test');
}
