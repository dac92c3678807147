import type { Knex } from 'knex';

/** Deliveries that came to nothing, tried again by the hundred. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table bulk_retry (
  id uuid primary key,
  environment text not null check (environment in ('sandbox', 'production')),
  -- What all of them failed of; null for everything that failed.
  cause text,
  actor text not null,
  total integer not null,
  done integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz
);
-- The same once more, while it runs, is the same.
create unique index bulk_retry_running on bulk_retry (environment, cause) nulls not distinct where finished_at is null;
create table bulk_retry_delivery (
  retry_id uuid not null references bulk_retry on delete cascade,
  delivery_id uuid not null references delivery on delete cascade,
  is_done boolean not null default false,
  primary key (retry_id, delivery_id)
);
create index bulk_retry_delivery_open on bulk_retry_delivery (retry_id) where not is_done;
create index bulk_retry_delivery_of on bulk_retry_delivery (delivery_id);
alter table bulk_retry enable row level security;
alter table bulk_retry force row level security;
create policy team_only on bulk_retry using ((select app_everything()));
alter table bulk_retry_delivery enable row level security;
alter table bulk_retry_delivery force row level security;
create policy team_only on bulk_retry_delivery using ((select app_everything()));
create index delivery_failed on delivery (environment) where state in ('refused', 'held', 'failed');
create index exception_case_listed on exception_case (environment, opened_at) where state = 'open';
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop index exception_case_listed;
drop index delivery_failed;
drop table bulk_retry_delivery;
drop table bulk_retry;
`);
}
