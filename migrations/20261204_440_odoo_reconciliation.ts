import type { Knex } from 'knex';

/** What the hub has written to an Odoo, held against what that Odoo holds: each look, and what differed then. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table odoo_reconciliation (
  id uuid primary key,
  connection_id uuid not null references odoo_connection,
  -- Who asked for it; null for the nightly one.
  asked_by text,
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  state text not null default 'asked' check (state in ('asked', 'running', 'done', 'failed')),
  -- Why it failed.
  reason text,
  -- What was written after the first and up to the second of these.
  from_write bigint not null default 0,
  to_write bigint,
  agree integer not null default 0,
  moved_on integer not null default 0,
  differ integer not null default 0
);
-- One at a time.
create unique index odoo_reconciliation_open on odoo_reconciliation (connection_id) where finished_at is null;
create index odoo_reconciliation_of on odoo_reconciliation (connection_id, asked_at);
create table odoo_difference (
  id bigint generated always as identity primary key,
  reconciliation_id uuid not null references odoo_reconciliation on delete cascade,
  write_id bigint not null references odoo_write on delete cascade,
  cause text not null check (cause in ('gone', 'changed', 'differs', 'unreadable')),
  -- What Odoo holds; who changed it last and when, or why it cannot be read.
  holds jsonb,
  changed jsonb,
  why text
);
create index odoo_difference_of on odoo_difference (reconciliation_id, id);
create index odoo_difference_write on odoo_difference (write_id);
alter table odoo_reconciliation enable row level security;
alter table odoo_reconciliation force row level security;
create policy team_only on odoo_reconciliation using ((select app_everything()));
alter table odoo_difference enable row level security;
alter table odoo_difference force row level security;
create policy team_only on odoo_difference using ((select app_everything()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table odoo_difference; drop table odoo_reconciliation;');
}
