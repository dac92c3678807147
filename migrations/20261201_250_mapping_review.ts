import type { Knex } from 'knex';

const tables = ['mapping_review', 'mapping_comment'];

/** Reviews of mappings, and what people say of their lines. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- Who wrote a version, where it was a person at the portal: an address changes, a person does not.
alter table configuration_file add column created_by_id uuid;

-- One round of review of one version of a mapping: asked for, then decided once.
create table mapping_review (
  id uuid primary key,
  org_id uuid not null references organization,
  path text not null,
  hash text not null,
  asked_by text not null,
  asked_by_id uuid,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'approved', 'returned')),
  decided_by text,
  decided_by_id uuid,
  decided_at timestamptz,
  note text,
  foreign key (org_id, path, hash) references configuration_file,
  check ((state = 'asked') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (state <> 'returned' or btrim(coalesce(note, '')) <> '')
);
create unique index mapping_review_asked on mapping_review (org_id, path, hash) where state = 'asked';
create index mapping_review_of on mapping_review (org_id, path, hash, asked_at);

-- What somebody says of a line of a version; an answer names what it answers.
create table mapping_comment (
  id uuid primary key,
  org_id uuid not null references organization,
  path text not null,
  hash text not null,
  line integer not null check (line > 0),
  answers uuid references mapping_comment,
  text text not null check (btrim(text) <> '' and length(text) <= 4000),
  written_by text not null,
  written_by_id uuid,
  written_at timestamptz not null,
  resolved_by text,
  resolved_at timestamptz,
  foreign key (org_id, path, hash) references configuration_file,
  check ((resolved_by is null) = (resolved_at is null))
);
create index mapping_comment_of on mapping_comment (org_id, path, written_at);

-- Nobody reviews what he wrote, and what was decided stays decided.
create function mapping_review_by_another() returns trigger language plpgsql as $$
declare
  author record;
begin
  if tg_op = 'DELETE' then
    raise exception 'mapping_review is never deleted';
  end if;
  if tg_op = 'UPDATE' and (old.state <> 'asked' or (new.org_id, new.path, new.hash, new.asked_by, new.asked_at) is distinct from (old.org_id, old.path, old.hash, old.asked_by, old.asked_at)) then
    raise exception 'a decided mapping_review is never changed';
  end if;
  if new.decided_by is not null then
    select created_by, created_by_id into author from configuration_file where org_id = new.org_id and path = new.path and hash = new.hash;
    if author.created_by_id = new.decided_by_id or lower(author.created_by) = lower(new.decided_by) then
      raise exception 'the author of a mapping does not review it';
    end if;
  end if;
  return new;
end $$;
create trigger mapping_review_by_another before insert or update or delete on mapping_review for each row execute function mapping_review_by_another();
`);
  for (const table of tables)
    await knex.raw(`
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} using ((select app_everything()) or org_id = (select app_org()));`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    'drop table mapping_comment, mapping_review; drop function mapping_review_by_another; alter table configuration_file drop column created_by_id',
  );
}
