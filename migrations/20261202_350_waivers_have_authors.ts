import type { Knex } from 'knex';

/** Whoever waives a check of a go-live does not approve it, like whoever wrote part of it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create or replace function go_live_authors() returns trigger language plpgsql as $$
begin
  select coalesce(array_agg(distinct name), '{}') into new.authors from (
    select f.created_by as name
      from configuration c, jsonb_each_text(c.files) e, configuration_file f
      where c.org_id = new.org_id and c.hash = new.draft_hash and f.org_id = c.org_id and f.path = e.key and f.hash = e.value
        and not exists (
          select from release r join configuration p on p.org_id = r.org_id and p.hash = r.hash
          where r.org_id = new.org_id and r.number = new.from_release and p.files ->> e.key = e.value)
    union
    select u.id::text from app_user u join configuration_file f on lower(f.created_by) = lower(u.email)
      join configuration c on c.org_id = f.org_id and c.files ->> f.path = f.hash
      where c.org_id = new.org_id and c.hash = new.draft_hash
        and not exists (
          select from release r join configuration p on p.org_id = r.org_id and p.hash = r.hash
          where r.org_id = new.org_id and r.number = new.from_release and p.files ->> f.path = f.hash)
    union
    select a.detail -> 'by' ->> 'id' from audit_entry a
      where a.org_id = new.org_id and (a.action = 'configuration.draft-saved' or a.action like 'agreement.%')
        and a.detail -> 'by' ->> 'kind' = 'person'
        and a.at > coalesce((select r.created_at from release r where r.org_id = new.org_id and r.number = new.from_release), '-infinity')
    union
    select unnest(array[w.waived_by, (select u.id::text from app_user u where lower(u.email) = lower(w.waived_by))])
      from requirement_waiver w
      where w.org_id = new.org_id and w.until > new.at
        and not exists (select from requirement_waiver later
          where later.org_id = w.org_id and later.requirement = w.requirement and later.waived_at > w.waived_at)
        and (w.requirement !~ '/(inbound|outbound)/' or exists (select from unnest(new.covers) c(document) where w.requirement like '%/' || c.document))
  ) found where name is not null;
  return new;
end $$;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
create or replace function go_live_authors() returns trigger language plpgsql as $$
begin
  select coalesce(array_agg(distinct name), '{}') into new.authors from (
    select f.created_by as name
      from configuration c, jsonb_each_text(c.files) e, configuration_file f
      where c.org_id = new.org_id and c.hash = new.draft_hash and f.org_id = c.org_id and f.path = e.key and f.hash = e.value
        and not exists (
          select from release r join configuration p on p.org_id = r.org_id and p.hash = r.hash
          where r.org_id = new.org_id and r.number = new.from_release and p.files ->> e.key = e.value)
    union
    select u.id::text from app_user u join configuration_file f on lower(f.created_by) = lower(u.email)
      join configuration c on c.org_id = f.org_id and c.files ->> f.path = f.hash
      where c.org_id = new.org_id and c.hash = new.draft_hash
        and not exists (
          select from release r join configuration p on p.org_id = r.org_id and p.hash = r.hash
          where r.org_id = new.org_id and r.number = new.from_release and p.files ->> f.path = f.hash)
    union
    select a.detail -> 'by' ->> 'id' from audit_entry a
      where a.org_id = new.org_id and (a.action = 'configuration.draft-saved' or a.action like 'agreement.%')
        and a.detail -> 'by' ->> 'kind' = 'person'
        and a.at > coalesce((select r.created_at from release r where r.org_id = new.org_id and r.number = new.from_release), '-infinity')
  ) found where name is not null;
  return new;
end $$;
`);
}
