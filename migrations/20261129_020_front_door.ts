import type { Knex } from 'knex';

// Names shown on screens must read as they are: no control characters, nothing that turns or hides text. services/domain/file-name.ts has the same rule.
const deceiving = '[\\u0001-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table api_key add column expires_at timestamptz;
-- Keys that are in use get a year from now, and not from their making: nobody is locked out by an upgrade.
update api_key set expires_at = now() + interval '365 days';
alter table api_key alter column expires_at set not null;

-- How often somebody has tried to sign in, by account and where from. Counted before the password is looked at; the subject is a hash.
create table sign_in_attempt (
  subject bytea primary key,
  count integer not null,
  window_ends_at timestamptz not null
);
create index sign_in_attempt_over on sign_in_attempt (window_ends_at);
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
create policy team_only on sign_in_attempt using ((select app_everything()));

-- Whoever ends a session, in whatever way: streams that hang on it hear of it.
create function session_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_ended', encode(old.token_hash, 'hex'));
  return null;
end $$;
create trigger session_ended after delete on session for each row execute function session_ended();

-- A new password, a disabled account and a membership that is gone end the sessions that hang on them.
create function end_sessions_of_user() returns trigger language plpgsql as $$
begin
  delete from session where user_id = new.id;
  return null;
end $$;
create trigger password_or_standing_changed after update of password_hash, disabled_at on app_user for each row
  when (old.password_hash is distinct from new.password_hash or (old.disabled_at is null and new.disabled_at is not null))
  execute function end_sessions_of_user();
create function end_sessions_of_membership() returns trigger language plpgsql as $$
begin
  delete from session where user_id = old.user_id and org_id = old.org_id;
  return null;
end $$;
create trigger membership_ended after delete on membership for each row execute function end_sessions_of_membership();
`);
  await knex.raw(
    `update document set file_name = regexp_replace(file_name, :deceiving, '_', 'g') where file_name ~ :deceiving`,
    {
      deceiving,
    },
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop trigger membership_ended on membership;
drop trigger password_or_standing_changed on app_user;
drop trigger session_ended on session;
drop function end_sessions_of_membership(), end_sessions_of_user(), session_ended();
drop table sign_in_attempt;
alter table api_key drop column expires_at;
`);
}
