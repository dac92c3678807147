import type { Knex } from 'knex';

/**
 * What is not live yet has its authors though production runs it beside the old way: a parallel run brings files to production that nobody has approved. Whoever set
 * up a channel that the documents use, since the last go-live, is an author too.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table go_live_version add column fresh_files text[] not null default '{}';
create or replace function go_live_authors() returns trigger language plpgsql as $$
begin
  select coalesce(array_agg(distinct name), '{}') into new.authors from (
    select unnest(array[f.created_by, f.created_by_id::text, (select u.id::text from app_user u where lower(u.email) = lower(f.created_by))]) as name
      from configuration c join configuration_file f on f.org_id = c.org_id and c.files ->> f.path = f.hash
      where c.org_id = new.org_id and c.hash = new.draft_hash
        and (f.path = any (new.fresh_files) or not exists (
          select from release r join configuration p on p.org_id = r.org_id and p.hash = r.hash
          where r.org_id = new.org_id and r.number = new.from_release and p.files ->> f.path = f.hash))
    union
    select a.detail -> 'by' ->> 'id' from audit_entry a
      where a.org_id = new.org_id and (a.action = 'configuration.draft-saved' or a.action like 'agreement.%')
        and a.detail -> 'by' ->> 'kind' = 'person'
        and a.at > coalesce((select r.created_at from release r where r.org_id = new.org_id and r.number = new.from_release), '-infinity')
    union
    select a.detail -> 'by' ->> 'id' from audit_entry a
      join channel_endpoint e on e.org_id = a.org_id and e.id::text = a.detail -> 'subject' ->> 'id'
      where a.org_id = new.org_id and a.action in ('endpoint.added', 'endpoint.changed', 'endpoint.secret-added')
        and a.detail -> 'by' ->> 'kind' = 'person'
        and (not coalesce((a.detail ->> 'promoted')::boolean, false) or coalesce((a.detail ->> 'differs')::boolean, false))
        and exists (select from jsonb_array_elements(new.bundle -> 'endpoints') b where b ->> 'name' = e.name)
        and a.at > coalesce((select max(d.at) from go_live_decision d where d.org_id = new.org_id and d.kind = 'live'), '-infinity')
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
alter table go_live_version drop column fresh_files;
`);
}
