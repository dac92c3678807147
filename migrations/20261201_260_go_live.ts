import type { Knex } from 'knex';

/** How documents go live: requests with their versions and decisions, what production does with each document, parallel runs, and partners who are held. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- Somebody asks for the go-live of one document. What becomes of it is told by its decisions.
create table go_live_request (
  id uuid primary key,
  number bigint generated always as identity unique,
  org_id uuid not null references organization,
  direction text not null check (direction in ('inbound', 'outbound')),
  set_code text not null,
  version text not null,
  approvals_needed integer not null check (approvals_needed between 1 and 5),
  created_at timestamptz not null
);
create index go_live_request_of_org on go_live_request (org_id, number desc);

-- What was asked for: frozen, and approved by its hash. Asking again makes the next version.
create table go_live_version (
  request_id uuid not null references go_live_request,
  version integer not null check (version > 0),
  org_id uuid not null references organization,
  at timestamptz not null,
  asked_by text not null,
  asked_by_id uuid,
  note text not null default '',
  go_live_at timestamptz,
  bundle jsonb not null,
  bundle_hash text not null,
  draft_hash text not null,
  configuration_hash text not null,
  -- Number of the release that production ran; 0 where it ran none.
  from_release integer not null,
  -- Documents that go live or change with it, as keys.
  covers text[] not null,
  canary jsonb,
  -- Settings of endpoints that are other ones in production; secrets sealed.
  promotion jsonb not null default '{}',
  checks jsonb not null,
  -- Who wrote what changes, as the files and the audit trail name them; worked out by the database.
  authors text[] not null default '{}',
  primary key (request_id, version),
  foreign key (org_id, configuration_hash) references configuration
);

create table go_live_decision (
  id bigint generated always as identity primary key,
  request_id uuid not null references go_live_request,
  org_id uuid not null references organization,
  version integer not null,
  kind text not null check (kind in ('asked', 'approved', 'returned', 'voided', 'cancelled', 'live')),
  at timestamptz not null,
  by_name text not null,
  by_id uuid,
  bundle_hash text,
  detail jsonb not null default '{}',
  foreign key (request_id, version) references go_live_version,
  check (kind <> 'approved' or (by_id is not null and bundle_hash is not null))
);
create index go_live_decision_of_request on go_live_decision (request_id, id);
create unique index go_live_one_approval_each on go_live_decision (request_id, version, by_id) where kind = 'approved';
create unique index go_live_one_end on go_live_decision (request_id) where kind in ('cancelled', 'live');

-- Whoever wrote what differs between the draft and what production runs, by file and by entry of the audit trail.
create function go_live_authors() returns trigger language plpgsql as $$
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
  ) found where name is not null;
  return new;
end $$;
create trigger go_live_version_authors before insert on go_live_version for each row execute function go_live_authors();

-- An approver is of the team, and neither author nor requester; a second approval by the same person is no second one.
create function go_live_approval() returns trigger language plpgsql as $$
declare asked record;
begin
  if new.kind <> 'approved' then return new; end if;
  select v.*, (select max(version) from go_live_version n where n.request_id = v.request_id) as newest into asked
    from go_live_version v where v.request_id = new.request_id and v.version = new.version;
  if asked.version <> asked.newest or asked.bundle_hash <> new.bundle_hash then
    raise exception 'go_live_decision: what is approved is not what was asked for last';
  end if;
  if new.by_id = asked.asked_by_id or exists (
      select from go_live_version v where v.request_id = new.request_id and (v.asked_by_id = new.by_id or lower(v.asked_by) = lower(new.by_name))) then
    raise exception 'go_live_decision: the approver asked for it';
  end if;
  if new.by_id::text = any (asked.authors) or exists (select from unnest(asked.authors) a(who) where lower(a.who) = lower(new.by_name))
      or exists (select from app_user u, unnest(asked.authors) a(who) where u.id = new.by_id and lower(u.email) = lower(a.who)) then
    raise exception 'go_live_decision: the approver wrote part of what changes';
  end if;
  if not exists (
      select from membership m join organization o on o.id = m.org_id and o.kind = 'owner'
      where m.user_id = new.by_id and m.roles && array['team-admin', 'team-approver']) then
    raise exception 'go_live_decision: the approver is no approver of the team';
  end if;
  return new;
end $$;
create trigger go_live_decision_approval before insert on go_live_decision for each row execute function go_live_approval();

-- What production does with a document that it runs; live where nothing is said.
create table document_in_production (
  org_id uuid not null references organization,
  direction text not null check (direction in ('inbound', 'outbound')),
  set_code text not null,
  version text not null,
  -- Types of the events that it becomes, or is made of: for what comes without a set.
  event_types text[] not null,
  -- parallel: worked on, compared, and not written to Odoo or sent. canary: part of it is live, the rest parallel.
  mode text not null check (mode in ('parallel', 'canary', 'live')),
  canary jsonb,
  acknowledges boolean not null default true,
  since timestamptz not null,
  request_id uuid references go_live_request,
  -- It went back by a trigger or a person, and why.
  went_back jsonb,
  -- Looks in succession at which a trigger was above its mark.
  looks integer not null default 0,
  hypercare_since timestamptz,
  hypercare_ended_at timestamptz,
  hypercare_end text,
  digest_on date,
  primary key (org_id, direction, set_code),
  check ((mode = 'canary') = (canary is not null))
);

create table parallel_run (
  id uuid primary key,
  org_id uuid not null references organization,
  direction text not null,
  set_code text not null,
  version text not null,
  started_at timestamptz not null,
  started_by text not null,
  policy jsonb not null,
  ended_at timestamptz,
  ended_by text
);
create unique index parallel_run_open on parallel_run (org_id, direction, set_code) where ended_at is null;

-- What one delivery would have done: nothing where Odoo holds it already, else the calls that were withheld.
create table parallel_comparison (
  delivery_id uuid primary key,
  run_id uuid not null references parallel_run,
  org_id uuid not null references organization,
  document_id uuid,
  subject text not null,
  event_type text not null,
  verdict text not null check (verdict in ('waiting', 'match', 'mismatch', 'none')),
  says text not null,
  -- Calls to Odoo that were not made; for the team alone.
  withheld jsonb not null default '[]',
  tries integer not null,
  first_at timestamptz not null,
  -- When it is looked at again; null where that is over.
  next_at timestamptz,
  at timestamptz not null
);
create index parallel_comparison_due on parallel_comparison (next_at) where next_at is not null;
create index parallel_comparison_of_run on parallel_comparison (run_id, at desc);

-- A partner's production is held, or has ended.
create table partner_hold (
  id uuid primary key,
  org_id uuid not null references organization,
  kind text not null check (kind in ('suspended', 'off-boarded')),
  since timestamptz not null,
  by_name text not null,
  reason text not null,
  ended_at timestamptz,
  ended_by text,
  check (kind = 'suspended' or ended_at is null)
);
create unique index partner_hold_open on partner_hold (org_id) where ended_at is null;

-- Withheld: compared in a parallel run, and not done.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in
  ('pending', 'in-flight', 'applied', 'already-applied', 'superseded', 'withheld', 'refused', 'held', 'failed'));
`);
  for (const table of walled)
    await knex.raw(`alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} using ((select app_everything()) or org_id = (select app_org()));`);
  for (const table of immutable)
    await knex.raw(`
create trigger ${table}_immutable before update or delete on ${table} for each row execute function stays_as_it_is();
create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function stays_as_it_is();`);
}

const immutable = ['go_live_request', 'go_live_version', 'go_live_decision'];
const walled = [...immutable, 'document_in_production', 'parallel_run', 'parallel_comparison', 'partner_hold'];

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
update delivery set state = 'superseded' where state = 'withheld';
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in
  ('pending', 'in-flight', 'applied', 'already-applied', 'superseded', 'refused', 'held', 'failed'));
drop table partner_hold, parallel_comparison, parallel_run, document_in_production, go_live_decision, go_live_version, go_live_request;
drop function go_live_approval();
drop function go_live_authors();
`);
}
