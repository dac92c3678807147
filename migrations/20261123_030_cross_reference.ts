import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- What a partner's own keys mean to us (its ship-to 0042 is our WEST), by name of the look-up; mappings ask for them.
create table cross_reference (
  org_id uuid not null references organization on delete cascade,
  name text not null,
  key text not null,
  value text not null,
  updated_at timestamptz not null default now(),
  primary key (org_id, name, key)
);
alter table cross_reference enable row level security;
alter table cross_reference force row level security;
create policy own_rows on cross_reference using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table cross_reference');
}
