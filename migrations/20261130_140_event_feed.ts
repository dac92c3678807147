import type { Knex } from 'knex';

/** The order in which events became visible, for readers that go on where they stopped. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- What is added to transaction ids: they begin anew where a dump is restored into another server, and the order must go on. 'migrate' raises it then.
create function app_xact_offset() returns bigint language sql stable parallel safe as 'select 0::bigint';
-- The transaction of the caller, in the order of all that there were.
create function app_xact() returns bigint language sql stable parallel safe as $$ select pg_current_xact_id()::text::bigint + app_xact_offset() $$;
-- Whatever was written by transactions below this is visible, or never will be.
create function app_xact_settled() returns bigint language sql stable parallel safe as $$
  select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + app_xact_offset()
$$;
-- Numbers are taken before the commit: by 'seq' alone a reader would pass over an event whose transaction took its time.
alter table event add column xact bigint not null default 0;
alter table event alter column xact set default app_xact();
create index event_feed on event (xact, seq);
create index event_feed_of on event (org_id, environment, xact, seq);

-- How far readers inside the hub have come, such as the one that feeds the broker.
create table event_reader (
  name text primary key,
  xact bigint not null,
  seq bigint not null,
  moved_at timestamptz not null,
  failures integer not null default 0,
  failing_since timestamptz,
  retry_at timestamptz,
  last_error text
);
alter table event_reader enable row level security;
alter table event_reader force row level security;
create policy team_only on event_reader using ((select app_everything()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop table event_reader;
drop index event_feed, event_feed_of;
alter table event drop column xact;
drop function app_xact_settled(), app_xact(), app_xact_offset();
`);
}
