import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- Each time that the database's clock was set, as the hub noticed it: by how much the deadlines were moved along.
create table clock_jump (
  id bigint generated always as identity primary key,
  noticed_at timestamptz not null default clock_timestamp(),
  shift_ms bigint not null,
  -- When the queue was made to forget the times that it had from before; only needed when the clock was set back.
  queue_anew_at timestamptz
);
-- The jump that a clock's times know of: what came after is added when they are compared.
alter table sla_clock add column known_jump bigint not null default 0;
create function since_jumps(at timestamptz, known_jump bigint) returns timestamptz language sql stable as $$
  select at + coalesce((select sum(shift_ms) * interval '1 millisecond' from clock_jump where id > known_jump), '0') $$;
-- What is done again and again, and when some worker began it last.
create table schedule (
  id text primary key,
  started_at timestamptz not null
);
alter table clock_jump enable row level security;
alter table clock_jump force row level security;
create policy team_only on clock_jump using ((select app_everything()));
alter table schedule enable row level security;
alter table schedule force row level security;
create policy team_only on schedule using ((select app_everything()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    'drop function since_jumps; alter table sla_clock drop column known_jump; drop table schedule; drop table clock_jump',
  );
}
