import type { Knex } from 'knex';

/** Runs of certification scenarios, frame by frame, and the trouble that a partner asks for. All of it is of the sandbox. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table scenario_run (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  scenario text not null,
  -- What the documents of the run carry.
  number text not null,
  state text not null default 'open' check (state in ('open', 'passed', 'failed', 'cancelled')),
  reason text,
  started_at timestamptz not null,
  started_by text not null,
  started_side text not null check (started_side in ('team', 'partner')),
  finished_at timestamptz check ((state = 'open') = (finished_at is null)),
  -- Ordinal of the frame that is awaited, and until when.
  awaited integer not null default 0,
  due_at timestamptz,
  -- The documents that the scenario certifies, and those of them that were exchanged as agreed.
  documents text[] not null,
  proven text[] not null default '{}',
  -- What it was run with: hashes by what they are of.
  depends_on jsonb not null,
  strays jsonb not null default '[]',
  -- All documents up to this one have been looked at.
  seen_seq bigint not null default 0
);
create unique index scenario_run_number on scenario_run (org_id, number);
create index scenario_run_newest on scenario_run (org_id, id desc);
create index scenario_run_of_scenario on scenario_run (org_id, scenario, id desc);
create index scenario_run_open on scenario_run (org_id, due_at) where state = 'open';

create table scenario_frame (
  run_id uuid not null references scenario_run on delete cascade,
  ordinal integer not null,
  org_id uuid not null references organization on delete cascade,
  frame text not null,
  state text not null default 'later' check (state in ('later', 'awaited', 'passed', 'failed', 'left-out')),
  began_at timestamptz,
  due_at timestamptz,
  finished_at timestamptz,
  document_id uuid references document,
  acknowledgement_id uuid references document,
  event_ids text[] not null default '{}',
  sha256 text,
  way text check (way in ('x12', 'document', 'events', 'form', 'channel')),
  checks jsonb not null default '[]',
  reason text,
  -- What Odoo would look like before and after.
  odoo jsonb,
  primary key (run_id, ordinal)
);
create index scenario_frame_document on scenario_frame (document_id) where document_id is not null;
create index scenario_frame_acknowledgement on scenario_frame (acknowledgement_id) where acknowledgement_id is not null;
create index scenario_frame_of_org on scenario_frame (org_id);

-- What came under a fixture number is found without looking at all numbers.
create index document_number_fixture on document_number (document_id) where number like 'CT-%';

create table chaos (
  org_id uuid not null references organization on delete cascade,
  name text not null check (name in ('late-mdn', 'lost-997', 'duplicate-control-number', 'truncated-file')),
  since timestamptz not null,
  set_by text not null,
  set_side text not null check (set_side in ('team', 'partner')),
  until timestamptz not null,
  primary key (org_id, name)
);
`);
  for (const table of tables)
    await knex.raw(`alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} using ((select app_everything()) or org_id = (select app_org()));`);
}

const tables = ['scenario_run', 'scenario_frame', 'chaos'];

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index document_number_fixture; drop table scenario_frame, scenario_run, chaos');
}
