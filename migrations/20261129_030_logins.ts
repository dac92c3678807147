import type { Knex } from 'knex';

// Each database has logins of its own, named after it, so that hubs on one server are strangers to each other. The names stand in services/store/logins.ts too.
const functions = `
create function app_login(purpose text) returns name language sql stable parallel safe set search_path = pg_catalog as $$
  select ('crossdock_' || purpose || '_' || case when octet_length(current_database()) <= 45 then current_database() else md5(current_database()) end)::name $$;

-- Who sees every organisation: the hub's flows, and whoever owns the tables and could open the walls anyway.
create or replace function app_everything() returns boolean language plpgsql stable parallel safe set search_path = pg_catalog as $$
begin
  return current_user = public.app_login('hub')
    or pg_has_role(current_user, (select relowner from pg_class where oid = 'public.organization'::regclass), 'usage');
end $$;

-- What signs the passes. Nobody but the owner may read it.
create table wall_key (id integer primary key default 1 check (id = 1), key bytea not null);
insert into wall_key (key) values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- The pass to one organisation: its id and a signature. Only the hub's flows may ask for it.
create function app_pass(org uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
declare secret bytea := (select key from public.wall_key);
begin
  return org::text || '.' || encode(sha256(secret || sha256(secret || convert_to(org::text, 'UTF8'))), 'hex');
end $$;
revoke execute on function app_pass(uuid) from public;

-- The organisation that the pass in app.org opens. SQL may set app.org to anything, but cannot sign.
create or replace function app_org() returns uuid language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare pass text := current_setting('app.org', true);
begin
  if pass ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[.][0-9a-f]{64}$' and pass = public.app_pass(left(pass, 36)::uuid) then
    return left(pass, 36)::uuid;
  end if;
  return null;
end $$;
`;

// The role that superusers stepped down to. It goes where no other database of the server still uses it.
const formerRole = `
do $$ begin
  if exists (select from pg_roles where rolname = 'crossdock_app') then
    revoke all on all tables in schema public, odoo_twin from crossdock_app;
    revoke all on all sequences in schema public, odoo_twin from crossdock_app;
    revoke all on schema public, odoo_twin from crossdock_app;
    begin
      drop role crossdock_app;
    exception when dependent_objects_still_exist or insufficient_privilege or object_in_use then null;
    end;
  end if;
end $$;
do $$ begin execute 'revoke maintain on odoo_twin.record from public'; exception when syntax_error then null; end $$;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(functions.replaceAll('?', '\\?'));
  await knex.raw(formerRole);
}

export async function down(): Promise<void> {
  throw new Error('The former role could see every organisation by a setting: this is not undone.');
}
