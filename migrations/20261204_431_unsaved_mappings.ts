import type { Knex } from 'knex';

/** What a person typed in a mapping and has not saved: kept for that person alone, on every device. It may be of any kind, with faults too. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table mapping_unsaved (
  org_id uuid not null references organization on delete cascade,
  path text not null,
  user_id uuid not null,
  text text not null,
  -- Hash of the version that it began from.
  based_on text not null,
  -- Counts what was kept: whoever keeps another text says which he saw last.
  revision integer not null check (revision > 0),
  kept_at timestamptz not null,
  primary key (org_id, path, user_id)
);
alter table mapping_unsaved enable row level security;
alter table mapping_unsaved force row level security;
create policy own_rows on mapping_unsaved using ((select app_everything()) or org_id = (select app_org()));`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table mapping_unsaved');
}
