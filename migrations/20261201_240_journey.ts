import type { Knex } from 'knex';

/** A partner's way to production: its profile, signatures under what was agreed, waivers, reminders, and the stages that it has entered. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- The form as it was saved last. Who saves says which revision was seen.
create table profile (
  org_id uuid primary key references organization on delete cascade,
  form jsonb not null default '{}',
  revision integer not null default 0,
  updated_at timestamptz not null,
  updated_by text not null,
  -- Trading ids that the profile has put into the draft: others are the team's, and stay.
  given_ids jsonb not null default '{}'
);

-- Texts of the agreement that somebody could sign, in the order in which they came to be.
create table agreement_text (
  org_id uuid not null references organization on delete cascade,
  hash text not null,
  text jsonb not null,
  number integer not null,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (org_id, hash)
);

create table agreement_signature (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  side text not null check (side in ('partner', 'team')),
  hash text not null,
  name text not null,
  title text not null,
  signed_at timestamptz not null,
  user_id uuid,
  actor text not null,
  foreign key (org_id, hash) references agreement_text,
  unique (org_id, side, hash)
);
create index agreement_signature_of_org on agreement_signature (org_id, signed_at);

create table requirement_waiver (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  requirement text not null,
  why text not null,
  until timestamptz not null,
  waived_at timestamptz not null,
  waived_by text not null
);
create index requirement_waiver_of_org on requirement_waiver (org_id, requirement);

-- One row for each stretch of time at one stage with the turn on one side; the one without an end is the present one.
create table stage_entry (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  stage text not null,
  turn text not null check (turn in ('partner', 'team', 'nobody')),
  entered_at timestamptz not null,
  left_at timestamptz,
  -- What lists show of the present one, as it was computed last.
  reason text not null,
  next jsonb,
  standing jsonb not null default '{}'
);
create unique index stage_entry_present on stage_entry (org_id) where left_at is null;
create index stage_entry_of_org on stage_entry (org_id, entered_at);

create table reminder (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  -- Whose turn it was.
  side text not null check (side in ('partner', 'team')),
  at timestamptz not null,
  by_side text not null check (by_side in ('partner', 'team', 'hub')),
  actor text not null,
  requirement text
);
create index reminder_of_org on reminder (org_id, at desc);

-- The last test of an endpoint; forgotten when its settings change.
alter table channel_endpoint add column tested_at timestamptz, add column test_works boolean, add column test_says text;
`);
  for (const table of tables)
    await knex.raw(`alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} using ((select app_everything()) or org_id = (select app_org()));`);
  for (const table of immutable)
    await knex.raw(`create trigger ${table}_immutable before update or delete on ${table} for each row execute function stays_as_it_is();
create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function stays_as_it_is();`);
}

const tables = ['profile', 'agreement_text', 'agreement_signature', 'requirement_waiver', 'stage_entry', 'reminder'];
const immutable = ['agreement_text', 'agreement_signature'];

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop table reminder, stage_entry, requirement_waiver, agreement_signature, agreement_text, profile;
alter table channel_endpoint drop column tested_at, drop column test_works, drop column test_says;
`);
}
