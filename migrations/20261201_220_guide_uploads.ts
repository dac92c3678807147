import type { Knex } from 'knex';

/** What people uploaded as the specification of a partner: the file as it was, beside the version of the guide that was made of it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table guide_upload (
  id uuid primary key,
  org_id uuid not null references organization,
  -- The guide that it became; null for a document for people, which is only kept.
  path text,
  guide_hash text,
  set_code text,
  file_name text not null,
  format text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  content bytea not null,
  created_at timestamptz not null,
  created_by text not null,
  check ((path is null) = (guide_hash is null))
);
create index guide_upload_of_org on guide_upload (org_id, id desc);
alter table guide_upload enable row level security;
alter table guide_upload force row level security;
create policy own_rows on guide_upload using ((select app_everything()) or org_id = (select app_org()));
create trigger guide_upload_immutable before update or delete on guide_upload for each row execute function stays_as_it_is();
create trigger guide_upload_no_truncate before truncate on guide_upload for each statement execute function stays_as_it_is();
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table guide_upload');
}
