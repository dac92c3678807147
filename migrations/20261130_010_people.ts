import type { Knex } from 'knex';

// People hold roles of the side that their organisation is on. Whoever could change something before may do all of that side; whoever could only look still only looks.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table membership add column roles text[];
update membership m set roles = array[case
    when o.kind = 'owner' and m.role = 'viewer' then 'team-auditor'
    when o.kind = 'owner' then 'team-admin'
    when m.role = 'viewer' then 'partner-viewer'
    else 'partner-admin' end]
  from organization o where o.id = m.org_id;
alter table membership alter column roles set not null;
alter table membership drop column role;
alter table membership add constraint membership_roles_check check (cardinality(roles) > 0 and (
  roles <@ array['team-admin', 'team-integrator', 'team-approver', 'team-operator', 'team-auditor']
  or roles <@ array['partner-admin', 'partner-editor', 'partner-viewer']));

-- Roles of the side that the organisation is on, whoever writes the row.
create function membership_roles_fit() returns trigger language plpgsql as $$
begin
  if (new.roles[1] like 'team-%') <> (select kind = 'owner' from organization where id = new.org_id) then
    raise exception 'the roles % are not those of this organisation''s side', new.roles using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger membership_roles_fit before insert or update of roles, org_id on membership for each row execute function membership_roles_fit();

-- A password that somebody else has seen: it opens nothing but the way to one's own, and after this time not even that.
alter table app_user add column temporary_until timestamptz;

-- What people recognise their sessions by.
alter table session add column id uuid not null default gen_random_uuid();
alter table session add column browser text;
alter table session add column address text;
alter table session add column last_used_at timestamptz;
create unique index session_id on session (id);
create index session_of_user on session (user_id);

-- Every process remembers keys for some seconds; what is changed of one is told to all at once.
create function api_key_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('api_key_changed', encode(old.key_hash, 'hex'));
  return null;
end $$;
create trigger api_key_changed after update of revoked_at, expires_at, scopes on api_key for each row
  when (old.revoked_at is distinct from new.revoked_at or old.expires_at is distinct from new.expires_at or old.scopes is distinct from new.scopes)
  execute function api_key_changed();
create trigger api_key_removed after delete on api_key for each row execute function api_key_changed();

-- Entries about one thing, such as a person or a key.
create index audit_entry_subject on audit_entry (org_id, (detail -> 'subject' ->> 'id')) where detail \\? 'subject';
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop index audit_entry_subject;
drop trigger api_key_removed on api_key;
drop trigger api_key_changed on api_key;
drop function api_key_changed();
drop index session_of_user;
drop index session_id;
alter table session drop column id, drop column browser, drop column address, drop column last_used_at;
alter table app_user drop column temporary_until;
drop trigger membership_roles_fit on membership;
drop function membership_roles_fit();
alter table membership add column role text check (role in ('admin', 'member', 'viewer'));
update membership set role = case when roles <@ array['team-auditor', 'partner-viewer'] then 'viewer' else 'admin' end;
alter table membership alter column role set not null;
alter table membership drop column roles;
`);
}
