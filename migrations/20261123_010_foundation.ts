import type { Knex } from 'knex';

/** Tables with an `org_id`: each gets row-level security below. A new one belongs in this list; a test compares it with the catalogue. */
const walledTables = [
  'membership',
  'session',
  'api_key',
  'trading_identity',
  'agreement',
  'document',
  'document_raw',
  'interchange',
  'interchange_seen',
  'functional_group',
  'transaction_set',
  'event',
  'delivery',
  'odoo_write',
  'ladder_rung',
  'sla_clock',
  'exception_case',
  'control_number',
  'audit_entry',
] as const;

const tables = `
create table organization (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('owner', 'carrier', '3pl', 'carrier-3pl')),
  stage text not null default 'registered',
  profile text,
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now()
);
create table app_user (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index app_user_email on app_user (lower(email));
create table membership (
  user_id uuid not null references app_user on delete cascade,
  org_id uuid not null references organization,
  role text not null check (role in ('admin', 'member', 'viewer')),
  primary key (user_id, org_id)
);
create table session (
  token_hash bytea primary key,
  user_id uuid not null references app_user on delete cascade,
  org_id uuid not null references organization,
  csrf_token text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create table api_key (
  id uuid primary key,
  org_id uuid not null references organization,
  environment text not null check (environment in ('sandbox', 'production')),
  name text not null,
  prefix text not null,
  key_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create table trading_identity (
  id uuid primary key,
  org_id uuid not null references organization,
  environment text not null check (environment in ('sandbox', 'production')),
  qualifier text not null,
  isa_id text not null,
  gs_id text not null,
  unique (environment, qualifier, isa_id)
);
-- One row for each transaction set that is exchanged with a partner.
create table agreement (
  id uuid primary key,
  org_id uuid not null references organization,
  environment text not null check (environment in ('sandbox', 'production')),
  direction text not null check (direction in ('in', 'out')),
  set_code text not null,
  version text not null,
  channel text not null,
  mapping text not null,
  event_type text not null,
  acknowledgement jsonb not null default '{}',
  active boolean not null default true,
  unique (org_id, environment, direction, set_code)
);
-- state: in  received -> translated | unreadable
--        out ready -> delivered
create table document (
  id uuid primary key,
  org_id uuid not null references organization,
  environment text not null check (environment in ('sandbox', 'production')),
  direction text not null check (direction in ('in', 'out')),
  channel text not null,
  state text not null check (state in ('received', 'translated', 'unreadable', 'ready', 'delivered')),
  -- What the channel calls it; unique, so that a repeated transmission is one document. For HTTPS the SHA-256 of the bytes.
  transport_id text not null,
  file_name text,
  size_bytes integer not null,
  sha256 bytea not null,
  answers uuid references document,
  outcome text not null default 'processing' check (outcome in ('processing', 'done', 'attention', 'rejected', 'waiting')),
  headline text,
  sets jsonb not null default '[]',
  subjects text[] not null default '{}',
  control_number text,
  finding_counts jsonb not null default '{"standard":0,"guide":0,"business":0,"note":0}',
  findings jsonb not null default '[]',
  created_at timestamptz not null default now(),
  translated_at timestamptz,
  delivered_at timestamptz,
  unique (org_id, environment, direction, transport_id)
);
create index document_newest on document (created_at desc, id desc);
create index document_of_org on document (org_id, environment, created_at desc);
create index document_received on document (created_at) where state = 'received';
create index document_ready on document (org_id, environment, created_at) where state = 'ready';
create index document_control on document (control_number);
create index document_subjects on document using gin (subjects);
create table document_raw (
  document_id uuid primary key references document,
  org_id uuid not null,
  content bytea not null
);
create table interchange (
  id uuid primary key,
  org_id uuid not null,
  document_id uuid not null references document,
  ordinal integer not null,
  sender text not null,
  receiver text not null,
  control text not null,
  usage text not null,
  version text not null,
  status text not null,
  findings jsonb not null default '[]'
);
create index interchange_document on interchange (document_id);
-- ISA13 is unique for sender and receiver within an agreed period: the first to insert wins.
create table interchange_seen (
  org_id uuid not null,
  environment text not null,
  sender text not null,
  receiver text not null,
  control text not null,
  document_id uuid not null,
  seen_at timestamptz not null,
  primary key (environment, sender, receiver, control)
);
create table functional_group (
  id uuid primary key,
  org_id uuid not null,
  document_id uuid not null references document,
  interchange_id uuid not null references interchange,
  ordinal integer not null,
  functional_id text not null,
  control text not null,
  version text not null,
  status text not null,
  findings jsonb not null default '[]'
);
create index functional_group_document on functional_group (document_id);
create index functional_group_control on functional_group (org_id, functional_id, control);
create table transaction_set (
  id uuid primary key,
  org_id uuid not null,
  document_id uuid not null references document,
  group_id uuid not null references functional_group,
  ordinal integer not null,
  code text not null,
  control text not null,
  status text not null,
  start_byte integer not null,
  end_byte integer not null,
  findings jsonb not null default '[]'
);
create index transaction_set_document on transaction_set (document_id);
create table event (
  id text primary key,
  seq bigint generated always as identity,
  org_id uuid not null references organization,
  environment text not null,
  document_id uuid references document,
  set_id uuid references transaction_set,
  type text not null,
  subject text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  data jsonb not null,
  provenance jsonb not null
);
create index event_document on event (document_id);
create index event_subject on event (org_id, environment, subject);
-- An event on its way to one subscriber. Deliveries of a lane are drained in the order of seq.
create table delivery (
  id uuid primary key,
  seq bigint generated always as identity,
  org_id uuid not null references organization,
  environment text not null,
  event_id text not null references event,
  subscriber text not null check (subscriber in ('odoo', 'partner')),
  lane text not null,
  state text not null default 'pending' check (state in ('pending', 'in-flight', 'applied', 'already-applied', 'refused', 'held', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  finished_at timestamptz,
  reason text,
  reason_code text,
  document_id uuid references document,
  unique (event_id, subscriber)
);
create index delivery_lane on delivery (lane, seq) where state in ('pending', 'in-flight');
create index delivery_finished on delivery (finished_at) where finished_at is not null;
create index delivery_due on delivery (due_at) where state in ('pending', 'in-flight');
create table odoo_connection (
  id uuid primary key,
  environment text not null check (environment in ('sandbox', 'production')),
  name text not null,
  kind text not null check (kind in ('odoo', 'twin')),
  version text not null,
  url text not null,
  database text not null,
  login text not null,
  secret text not null,
  settings jsonb not null default '{}',
  feed jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (environment, name),
  -- The sandbox can only ever reach a twin.
  check (environment = 'production' or kind = 'twin')
);
create table odoo_write (
  id bigint generated always as identity primary key,
  org_id uuid not null,
  environment text not null,
  delivery_id uuid not null references delivery,
  connection_id uuid not null references odoo_connection,
  model text not null,
  record_id bigint not null,
  record_name text,
  field text not null,
  before jsonb,
  after jsonb,
  pointer text,
  method text not null,
  at timestamptz not null default now()
);
create index odoo_write_delivery on odoo_write (delivery_id);
create index odoo_write_record on odoo_write (connection_id, model, record_id);
create table ladder_rung (
  document_id uuid not null references document,
  org_id uuid not null,
  rung text not null check (rung in ('transport', 'mdn', 'ta1', 'functional-ack', 'business-answer', 'odoo')),
  state text not null check (state in ('done', 'pending', 'failed', 'late', 'not-expected')),
  at timestamptz,
  due_at timestamptz,
  detail text,
  by_document_id uuid references document,
  primary key (document_id, rung)
);
create table sla_clock (
  id uuid primary key,
  org_id uuid not null,
  environment text not null,
  document_id uuid not null references document,
  name text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  stopped_at timestamptz,
  state text not null default 'running' check (state in ('running', 'met', 'breached')),
  unique (document_id, name)
);
create index sla_clock_running on sla_clock (due_at) where state = 'running';
create table exception_case (
  id uuid primary key,
  org_id uuid not null references organization,
  environment text not null,
  fingerprint text not null,
  title text not null,
  detail text not null,
  document_id uuid references document,
  delivery_id uuid references delivery,
  state text not null default 'open' check (state in ('open', 'resolved')),
  opened_at timestamptz not null default now(),
  resolved_at timestamptz
);
create unique index exception_case_open on exception_case (org_id, environment, fingerprint, document_id, delivery_id) nulls not distinct where state = 'open';
-- The last number given out. Taken by update in the transaction that uses it, so a rolled back document leaves no gap.
create table control_number (
  org_id uuid not null references organization,
  environment text not null,
  kind text not null,
  last bigint not null,
  primary key (org_id, environment, kind)
);
create table audit_entry (
  id bigint generated always as identity primary key,
  org_id uuid not null references organization,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  document_id uuid,
  detail jsonb not null default '{}',
  chain_seq bigint,
  previous_hash bytea,
  hash bytea,
  unique (org_id, chain_seq)
);
create index audit_entry_document on audit_entry (document_id);
create index audit_entry_unsealed on audit_entry (id) where hash is null;
-- A hint that something is to be done; the work itself is known from the rows above. Deleted in the transaction of the effect.
create table wake_up (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  created_at timestamptz not null default now(),
  dispatched_at timestamptz
);
create index wake_up_waiting on wake_up (id) where dispatched_at is null;
create index wake_up_dispatched on wake_up (dispatched_at) where dispatched_at is not null;
create index wake_up_key on wake_up (topic, key);
`;

const walls = `
create function app_everything() returns boolean language sql stable as $$ select current_setting('app.org', true) = '*' $$;
create function app_org() returns uuid language sql stable as $$
  select case when current_setting('app.org', true) ~ '^[0-9a-f-]{36}$' then current_setting('app.org', true)::uuid end $$;
alter table organization enable row level security;
alter table organization force row level security;
create policy own_rows on organization using ((select app_everything()) or id = (select app_org()));
${walledTables
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} using ((select app_everything()) or org_id = (select app_org()));`,
  )
  .join('')}
alter table odoo_connection enable row level security;
alter table odoo_connection force row level security;
create policy team_only on odoo_connection using ((select app_everything()));
alter table wake_up enable row level security;
alter table wake_up force row level security;
create policy team_only on wake_up using ((select app_everything()));
alter table app_user enable row level security;
alter table app_user force row level security;
create policy colleagues on app_user using ((select app_everything()) or id in (select user_id from membership));
`;

const appendOnly = `
create function audit_entry_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.hash is null and new.hash is not null
     and (new.id, new.org_id, new.at, new.actor, new.action, new.document_id, new.detail)
         is not distinct from (old.id, old.org_id, old.at, old.actor, old.action, old.document_id, old.detail) then
    return new;
  end if;
  raise exception 'audit entries are append-only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function audit_entry_guard();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function audit_entry_guard();
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`do $$ begin
    if not exists (select from pg_roles where rolname = 'crossdock_app') then create role crossdock_app nologin; end if;
  end $$`);
  // A superuser may always take the role; an ordinary owner of the database must be a member of it.
  await knex.raw(
    `do $$ begin execute format('grant crossdock_app to %I', current_user); exception when others then null; end $$`,
  );
  await knex.raw(tables);
  await knex.raw(walls);
  await knex.raw(appendOnly);
}

export async function down(): Promise<void> {
  throw new Error('The first migration cannot be undone: drop the database instead.');
}
