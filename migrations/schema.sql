-- Result of the migrations; made by `node test/support/dump-schema.ts`. For reading, not for running.

create table agreement (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  direction text not null,
  set_code text not null,
  version text not null,
  endpoint text not null,
  mapping text not null,
  acknowledgement jsonb not null default '{}'::jsonb
);
create table agreement_signature (
  id uuid not null,
  org_id uuid not null,
  side text not null,
  hash text not null,
  name text not null,
  title text not null,
  signed_at timestamp with time zone not null,
  user_id uuid,
  actor text not null
);
create table agreement_text (
  org_id uuid not null,
  hash text not null,
  text jsonb not null,
  number integer not null,
  noted_at timestamp with time zone not null,
  noted_by text not null
);
create table api_key (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  name text not null,
  prefix text not null,
  key_hash bytea not null,
  scopes text[] not null,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  expires_at timestamp with time zone not null
);
create table app_user (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  temporary_until timestamp with time zone,
  last_sign_in_at timestamp with time zone,
  has_password boolean not null default true
);
create table audit_entry (
  id bigint generated always as identity not null,
  org_id uuid not null,
  at timestamp with time zone not null default now(),
  actor text not null,
  action text not null,
  document_id uuid,
  detail jsonb not null default '{}'::jsonb,
  chain_seq bigint,
  previous_hash bytea,
  hash bytea,
  proof bytea,
  seal bytea,
  key_id text
);
create table awaited_key (
  delivery_id uuid not null,
  lookup text not null,
  key text not null,
  org_id uuid not null,
  environment text not null,
  meant text,
  said jsonb not null,
  since timestamp with time zone not null
);
create table bulk_retry (
  id uuid not null,
  environment text not null,
  cause text,
  actor text not null,
  total integer not null,
  done integer not null default 0,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  endpoint_id uuid
);
create table bulk_retry_delivery (
  retry_id uuid not null,
  delivery_id uuid not null,
  is_done boolean not null default false
);
create table business_key (
  org_id uuid not null,
  environment text not null,
  rule text not null,
  key text not null,
  document_id uuid not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table candidate (
  org_id uuid not null,
  name text not null,
  hash text not null,
  created_at timestamp with time zone not null,
  created_by text not null
);
create table case_note (
  id uuid not null,
  case_id uuid not null,
  at timestamp with time zone not null,
  author text not null,
  note text not null
);
create table challenge (
  id_hash bytea not null,
  purpose text not null,
  user_id uuid,
  data jsonb not null,
  expires_at timestamp with time zone not null
);
create table channel_endpoint (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  name text not null,
  channel text not null,
  settings jsonb not null default '{}'::jsonb,
  secrets jsonb not null default '{}'::jsonb,
  secret_names text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  paused_at timestamp with time zone,
  paused_by text,
  breaker text not null default 'closed'::text,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  retry_at timestamp with time zone,
  last_error text,
  last_success_at timestamp with time zone,
  stopped text,
  secrets_since jsonb not null default '{}'::jsonb,
  tested_at timestamp with time zone,
  test_works boolean,
  test_says text,
  facts_since jsonb not null default '{}'::jsonb
);
create table chaos (
  org_id uuid not null,
  name text not null,
  since timestamp with time zone not null,
  set_by text not null,
  set_side text not null,
  until timestamp with time zone not null
);
create table clock_jump (
  id bigint generated always as identity not null,
  noticed_at timestamp with time zone not null default clock_timestamp(),
  shift_ms bigint not null,
  queue_anew_at timestamp with time zone
);
create table configuration (
  org_id uuid not null,
  hash text not null,
  files jsonb not null,
  created_at timestamp with time zone not null,
  created_by text not null
);
create table configuration_file (
  org_id uuid not null,
  path text not null,
  hash text not null,
  kind text not null generated always as (
CASE
    WHEN (path ~~ 'mappings/%'::text) THEN 'mapping'::text
    WHEN (path ~~ 'guides/%'::text) THEN 'guide'::text
    WHEN (path ~~ 'samples/%'::text) THEN 'sample'::text
    WHEN (path = 'partner.yaml'::text) THEN 'partner'::text
    WHEN (path = ANY (ARRAY['tables.yaml'::text, 'lookups.yaml'::text])) THEN 'table'::text
    ELSE 'note'::text
END) stored,
  content bytea not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  created_by_id uuid
);
create table configuration_in_use (
  org_id uuid not null,
  environment text not null,
  hash text not null,
  release_id uuid,
  candidate text,
  since timestamp with time zone not null
);
create table connection_test (
  id uuid not null,
  org_id uuid not null,
  endpoint_id uuid not null,
  stage text not null,
  started_at timestamp with time zone not null,
  started_by text not null,
  started_side text not null,
  awaits text,
  steps jsonb not null default '[]'::jsonb,
  finished_at timestamp with time zone,
  works boolean
);
create table control_number (
  org_id uuid not null,
  environment text not null,
  kind text not null,
  last bigint not null
);
create table cross_reference (
  org_id uuid not null,
  name text not null,
  key text not null,
  value text not null,
  updated_at timestamp with time zone not null default now()
);
create table delivery (
  id uuid not null,
  seq bigint generated always as identity not null,
  org_id uuid not null,
  environment text not null,
  event_id text,
  destination text not null,
  lane text not null,
  state text not null default 'pending'::text,
  attempts integer not null default 0,
  due_at timestamp with time zone,
  finished_at timestamp with time zone,
  reason text,
  reason_code text,
  document_id uuid,
  document_seq bigint not null default 0,
  place text not null default ''::text,
  endpoint_id uuid,
  journal text,
  failing_since timestamp with time zone,
  sending integer not null default 1,
  pool text,
  precedence smallint not null default 1
);
create table document (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  direction text not null,
  channel text not null,
  state text not null,
  transport_id text not null,
  file_name text,
  size_bytes integer not null,
  sha256 bytea not null,
  answers uuid,
  outcome text not null default 'processing'::text,
  headline text,
  sets jsonb not null default '[]'::jsonb,
  subjects text[] not null default '{}'::text[],
  control_number text,
  finding_counts jsonb not null default '{"note": 0, "guide": 0, "business": 0, "standard": 0}'::jsonb,
  findings jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null default now(),
  translated_at timestamp with time zone,
  delivered_at timestamp with time zone,
  search_text text not null generated always as (document_search_text(control_number, file_name, subjects)) stored,
  finding_totals jsonb not null default '[]'::jsonb,
  seq bigint generated always as identity not null,
  delivery_count integer not null default 0,
  configuration_hash text,
  release_id uuid,
  endpoint_id uuid,
  provenance jsonb,
  form text,
  event_id text,
  replaces uuid
);
create table document_in_production (
  org_id uuid not null,
  direction text not null,
  set_code text not null,
  version text not null,
  event_types text[] not null,
  mode text not null,
  canary jsonb,
  acknowledges boolean not null default true,
  since timestamp with time zone not null,
  request_id uuid,
  went_back jsonb,
  looks integer not null default 0,
  hypercare_since timestamp with time zone,
  hypercare_ended_at timestamp with time zone,
  hypercare_end text,
  digest_on date
);
create table document_number (
  org_id uuid not null,
  document_id uuid not null,
  number text not null
);
create table document_raw (
  document_id uuid not null,
  org_id uuid not null,
  content bytea not null,
  compressed boolean not null default false
);
create table draft (
  org_id uuid not null,
  hash text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null
);
create table event (
  id text not null,
  seq bigint generated always as identity not null,
  org_id uuid not null,
  environment text not null,
  document_id uuid,
  set_id uuid,
  type text not null,
  subject text not null,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null default now(),
  data jsonb not null,
  provenance jsonb not null,
  release_id uuid,
  xact bigint not null default app_xact()
);
create table event_reader (
  name text not null,
  xact bigint not null,
  seq bigint not null,
  moved_at timestamp with time zone not null,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  retry_at timestamp with time zone,
  last_error text
);
create table exception_case (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  fingerprint text not null,
  title text not null,
  detail text not null,
  document_id uuid,
  delivery_id uuid,
  state text not null default 'open'::text,
  opened_at timestamp with time zone not null default now(),
  resolved_at timestamp with time zone,
  kind text not null,
  subject_type text not null,
  subject_id text,
  assignee_id uuid,
  cause text,
  resolved_by text
);
create table exchange (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  endpoint_id uuid not null,
  channel text not null,
  kind text not null,
  direction text not null,
  at timestamp with time zone not null,
  state text not null,
  summary text not null,
  transport_id text,
  once boolean not null default false,
  detail jsonb not null default '{}'::jsonb,
  body bytea,
  document_ids uuid[] not null default '{}'::uuid[],
  event_id text,
  owed jsonb,
  owed_at timestamp with time zone
);
create table functional_group (
  id uuid not null,
  org_id uuid not null,
  document_id uuid not null,
  interchange_id uuid not null,
  ordinal integer not null,
  functional_id text not null,
  control text not null,
  version text not null,
  status text not null,
  findings jsonb not null default '[]'::jsonb
);
create table go_live_decision (
  id bigint generated always as identity not null,
  request_id uuid not null,
  org_id uuid not null,
  version integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by_name text not null,
  by_id uuid,
  bundle_hash text,
  detail jsonb not null default '{}'::jsonb
);
create table go_live_request (
  id uuid not null,
  number bigint generated always as identity not null,
  org_id uuid not null,
  direction text not null,
  set_code text not null,
  version text not null,
  approvals_needed integer not null,
  created_at timestamp with time zone not null
);
create table go_live_version (
  request_id uuid not null,
  version integer not null,
  org_id uuid not null,
  at timestamp with time zone not null,
  asked_by text not null,
  asked_by_id uuid,
  note text not null default ''::text,
  go_live_at timestamp with time zone,
  bundle jsonb not null,
  bundle_hash text not null,
  draft_hash text not null,
  configuration_hash text not null,
  from_release integer not null,
  covers text[] not null,
  canary jsonb,
  promotion jsonb not null default '{}'::jsonb,
  checks jsonb not null,
  authors text[] not null default '{}'::text[],
  fresh_files text[] not null default '{}'::text[]
);
create table guide_upload (
  id uuid not null,
  org_id uuid not null,
  path text,
  guide_hash text,
  set_code text,
  file_name text not null,
  format text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  content bytea not null,
  created_at timestamp with time zone not null,
  created_by text not null
);
create table hub_key (
  id uuid not null,
  kind text not null,
  state text not null,
  public_part text not null,
  sealed_private_part text not null,
  created_at timestamp with time zone not null,
  not_after timestamp with time zone
);
create table idempotency_key (
  org_id uuid not null,
  environment text not null,
  operation text not null,
  key text not null,
  body_sha256 bytea not null,
  expires_at timestamp with time zone not null
);
create table interchange (
  id uuid not null,
  org_id uuid not null,
  document_id uuid not null,
  ordinal integer not null,
  sender text not null,
  receiver text not null,
  control text not null,
  usage text not null,
  version text not null,
  status text not null,
  findings jsonb not null default '[]'::jsonb
);
create table interchange_seen (
  org_id uuid not null,
  environment text not null,
  sender text not null,
  receiver text not null,
  control text not null,
  document_id uuid not null,
  seen_at timestamp with time zone not null
);
create table invite (
  id uuid not null,
  org_id uuid not null,
  email text not null,
  name text not null default ''::text,
  roles text[] not null,
  company jsonb,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create table ladder_rung (
  document_id uuid not null,
  org_id uuid not null,
  rung text not null,
  state text not null,
  at timestamp with time zone,
  due_at timestamp with time zone,
  detail text,
  by_document_id uuid,
  within_minutes integer,
  asked_for timestamp with time zone
);
create table mail (
  id uuid not null,
  at timestamp with time zone not null,
  purpose text not null,
  recipient text not null,
  subject text not null,
  sealed_text text,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  last_error text
);
create table mail_link (
  token_hash bytea not null,
  purpose text not null,
  email text not null,
  user_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table mapping_comment (
  id uuid not null,
  org_id uuid not null,
  path text not null,
  hash text not null,
  line integer not null,
  answers uuid,
  text text not null,
  written_by text not null,
  written_by_id uuid,
  written_at timestamp with time zone not null,
  resolved_by text,
  resolved_at timestamp with time zone
);
create table mapping_review (
  id uuid not null,
  org_id uuid not null,
  path text not null,
  hash text not null,
  asked_by text not null,
  asked_by_id uuid,
  asked_at timestamp with time zone not null,
  state text not null,
  decided_by text,
  decided_by_id uuid,
  decided_at timestamp with time zone,
  note text
);
create table mapping_unsaved (
  org_id uuid not null,
  path text not null,
  user_id uuid not null,
  text text not null,
  based_on text not null,
  revision integer not null,
  kept_at timestamp with time zone not null
);
create table membership (
  user_id uuid not null,
  org_id uuid not null,
  roles text[] not null
);
create table notified_transfer (
  event_id text not null,
  connection_id uuid not null,
  org_id uuid not null,
  event_type text not null,
  record_id integer not null,
  name text not null,
  lines jsonb not null default '{}'::jsonb
);
create table odoo_carrier (
  connection_id uuid not null,
  carrier_id integer not null,
  name text not null,
  scac text not null
);
create table odoo_connection (
  id uuid not null,
  environment text not null,
  name text not null,
  kind text not null,
  version text not null,
  url text not null,
  database text not null,
  login text not null,
  secret text not null,
  settings jsonb not null default '{}'::jsonb,
  feed jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  state text not null default 'untried'::text,
  state_reason text,
  state_since timestamp with time zone not null default now(),
  last_contact_at timestamp with time zone,
  responsible_user_id integer,
  lacks jsonb not null default '[]'::jsonb
);
create table odoo_difference (
  id bigint generated always as identity not null,
  reconciliation_id uuid not null,
  write_id bigint,
  cause text not null,
  holds jsonb,
  changed jsonb,
  why text,
  org_id uuid,
  model text,
  record_id bigint,
  record_name text,
  accepted_by text,
  accepted_at timestamp with time zone,
  accepted_note text
);
create table odoo_partner (
  connection_id uuid not null,
  org_id uuid not null,
  picking_type_ids integer[] not null default '{}'::integer[],
  unreserved text not null default 'reserve'::text,
  unit_tolerance double precision not null default 0,
  send_cancels boolean not null default true,
  overs text not null default 'apply'::text,
  warehouse_cancels text not null default 'hold'::text,
  quarantine_location_id integer,
  trade jsonb not null default '{}'::jsonb
);
create table odoo_reconciliation (
  id uuid not null,
  connection_id uuid not null,
  asked_by text,
  asked_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  state text not null default 'asked'::text,
  reason text,
  from_write bigint not null default 0,
  to_write bigint,
  agree integer not null default 0,
  moved_on integer not null default 0,
  differ integer not null default 0,
  from_at timestamp with time zone,
  to_at timestamp with time zone,
  accepted integer not null default 0,
  not_applied integer not null default 0,
  stock jsonb not null default '[]'::jsonb
);
create table odoo_twin.counter (
  database_id integer not null,
  code text not null,
  prefix text not null,
  next integer not null default 1
);
create table odoo_twin.credential (
  database_id integer not null,
  login text not null,
  uid integer not null,
  rights text not null,
  key_hash bytea not null,
  expires_at timestamp with time zone
);
create table odoo_twin.database (
  id integer generated always as identity not null,
  name text not null,
  version integer not null,
  created_at timestamp with time zone not null default now(),
  lacks text[] not null default '{}'::text[],
  trouble jsonb
);
create table odoo_twin.record (
  database_id integer not null,
  model text not null,
  id integer not null,
  "values" jsonb not null,
  create_date timestamp with time zone not null default now(),
  write_date timestamp with time zone not null default now()
);
create table odoo_write (
  id bigint generated always as identity not null,
  org_id uuid not null,
  environment text not null,
  delivery_id uuid not null,
  connection_id uuid not null,
  model text not null,
  record_id bigint not null,
  record_name text,
  field text not null,
  before jsonb,
  after jsonb,
  pointer text,
  method text not null,
  at timestamp with time zone not null default now()
);
create table organization (
  id uuid not null,
  name text not null,
  kind text not null,
  stage text not null default 'registered'::text,
  time_zone text not null default 'UTC'::text,
  created_at timestamp with time zone not null default now(),
  scac text,
  duns text,
  gln text
);
create table parallel_comparison (
  delivery_id uuid not null,
  run_id uuid not null,
  org_id uuid not null,
  document_id uuid,
  subject text not null,
  event_type text not null,
  verdict text not null,
  says text not null,
  withheld jsonb not null default '[]'::jsonb,
  tries integer not null,
  first_at timestamp with time zone not null,
  next_at timestamp with time zone,
  at timestamp with time zone not null
);
create table parallel_run (
  id uuid not null,
  org_id uuid not null,
  direction text not null,
  set_code text not null,
  version text not null,
  started_at timestamp with time zone not null,
  started_by text not null,
  policy jsonb not null,
  ended_at timestamp with time zone,
  ended_by text
);
create table partner_hold (
  id uuid not null,
  org_id uuid not null,
  kind text not null,
  since timestamp with time zone not null,
  by_name text not null,
  reason text not null,
  ended_at timestamp with time zone,
  ended_by text
);
create table passkey (
  id uuid not null,
  credential_id text not null,
  user_id uuid not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);
create table profile (
  org_id uuid not null,
  form jsonb not null default '{}'::jsonb,
  revision integer not null default 0,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  given_ids jsonb not null default '{}'::jsonb
);
create table recovery_code (
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone
);
create table registration (
  email text not null,
  form jsonb not null default '{}'::jsonb,
  revision integer not null default 0,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table release (
  id uuid not null,
  org_id uuid not null,
  number integer not null,
  hash text not null,
  note text not null,
  created_at timestamp with time zone not null,
  created_by text not null
);
create table reminder (
  id uuid not null,
  org_id uuid not null,
  side text not null,
  at timestamp with time zone not null,
  by_side text not null,
  actor text not null,
  requirement text
);
create table requirement_waiver (
  id uuid not null,
  org_id uuid not null,
  requirement text not null,
  why text not null,
  until timestamp with time zone not null,
  waived_at timestamp with time zone not null,
  waived_by text not null
);
create table resending (
  document_id uuid not null,
  sending integer not null,
  org_id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  endpoint text,
  before jsonb not null
);
create table scenario_frame (
  run_id uuid not null,
  ordinal integer not null,
  org_id uuid not null,
  frame text not null,
  state text not null default 'later'::text,
  began_at timestamp with time zone,
  due_at timestamp with time zone,
  finished_at timestamp with time zone,
  document_id uuid,
  acknowledgement_id uuid,
  event_ids text[] not null default '{}'::text[],
  sha256 text,
  way text,
  checks jsonb not null default '[]'::jsonb,
  reason text,
  odoo jsonb
);
create table scenario_run (
  id uuid not null,
  org_id uuid not null,
  scenario text not null,
  number text not null,
  state text not null default 'open'::text,
  reason text,
  started_at timestamp with time zone not null,
  started_by text not null,
  started_side text not null,
  finished_at timestamp with time zone,
  awaited integer not null default 0,
  due_at timestamp with time zone,
  documents text[] not null,
  proven text[] not null default '{}'::text[],
  depends_on jsonb not null,
  strays jsonb not null default '[]'::jsonb,
  seen_seq bigint not null default 0
);
create table schedule (
  id text not null,
  started_at timestamp with time zone not null
);
create table schema_migration (
  id integer not null default nextval('schema_migration_id_seq'::regclass),
  name character varying(255),
  batch integer,
  migration_time timestamp with time zone
);
create table schema_migration_lock (
  index integer not null default nextval('schema_migration_lock_index_seq'::regclass),
  is_locked integer
);
create table session (
  token_hash bytea not null,
  user_id uuid not null,
  org_id uuid not null,
  csrf_token text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  browser text,
  address text,
  last_used_at timestamp with time zone,
  method text not null default 'password'::text
);
create table sign_in_attempt (
  subject bytea not null,
  count integer not null,
  window_ends_at timestamp with time zone not null
);
create table sign_on_link (
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  created_at timestamp with time zone not null
);
create table sla_clock (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  document_id uuid,
  name text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  state text not null default 'running'::text,
  known_jump bigint not null default 0,
  subject_type text not null default 'document'::text,
  subject_id text,
  warn_at timestamp with time zone,
  warned_at timestamp with time zone
);
create table stage_entry (
  id uuid not null,
  org_id uuid not null,
  stage text not null,
  turn text not null,
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone,
  reason text not null,
  next jsonb,
  standing jsonb not null default '{}'::jsonb
);
create table stale_document (
  id bigint generated always as identity not null,
  document_id uuid not null,
  org_id uuid not null
);
create table taken_order (
  connection_id uuid not null,
  record_id integer not null,
  org_id uuid not null,
  placed_id text not null,
  lines jsonb not null,
  taken_at timestamp with time zone not null,
  answer jsonb,
  answered_at timestamp with time zone
);
create table totp (
  user_id uuid not null,
  sealed_secret text not null,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0
);
create table trading_identity (
  id uuid not null,
  org_id uuid not null,
  environment text not null,
  qualifier text not null,
  isa_id text not null,
  gs_id text not null
);
create table transaction_set (
  id uuid not null,
  org_id uuid not null,
  document_id uuid not null,
  group_id uuid not null,
  ordinal integer not null,
  code text not null,
  control text not null,
  status text not null,
  start_byte integer not null,
  end_byte integer not null,
  findings jsonb not null default '[]'::jsonb
);
create table translation_try (
  document_id uuid not null,
  org_id uuid not null,
  failures integer not null default 0,
  deaths integer not null default 0,
  runner uuid,
  apart boolean not null default false,
  configuration_hash text,
  release_id uuid
);
create table wake_up (
  id bigint generated always as identity not null,
  topic text not null,
  key text not null,
  created_at timestamp with time zone not null default now(),
  dispatched_at timestamp with time zone,
  owner_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  turn_at timestamp with time zone not null default now(),
  waits_for uuid
);
create table wall_key (
  id integer not null default 1,
  key bytea not null
);

alter table agreement add constraint agreement_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table agreement add constraint agreement_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table agreement add constraint agreement_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table agreement add constraint agreement_pkey PRIMARY KEY (id);
alter table agreement add constraint agreement_org_id_environment_direction_set_code_key UNIQUE (org_id, environment, direction, set_code);
alter table agreement_signature add constraint agreement_signature_side_check CHECK ((side = ANY (ARRAY['partner'::text, 'team'::text])));
alter table agreement_signature add constraint agreement_signature_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table agreement_signature add constraint agreement_signature_org_id_hash_fkey FOREIGN KEY (org_id, hash) REFERENCES agreement_text(org_id, hash);
alter table agreement_signature add constraint agreement_signature_pkey PRIMARY KEY (id);
alter table agreement_signature add constraint agreement_signature_org_id_side_hash_key UNIQUE (org_id, side, hash);
alter table agreement_text add constraint agreement_text_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table agreement_text add constraint agreement_text_pkey PRIMARY KEY (org_id, hash);
alter table api_key add constraint api_key_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table api_key add constraint api_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table api_key add constraint api_key_pkey PRIMARY KEY (id);
alter table api_key add constraint api_key_key_hash_key UNIQUE (key_hash);
alter table app_user add constraint app_user_pkey PRIMARY KEY (id);
alter table audit_entry add constraint audit_entry_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table audit_entry add constraint audit_entry_pkey PRIMARY KEY (id);
alter table audit_entry add constraint audit_entry_org_id_chain_seq_key UNIQUE (org_id, chain_seq);
alter table awaited_key add constraint awaited_key_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table awaited_key add constraint awaited_key_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id) ON DELETE CASCADE;
alter table awaited_key add constraint awaited_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table awaited_key add constraint awaited_key_pkey PRIMARY KEY (delivery_id, lookup, key);
alter table bulk_retry add constraint bulk_retry_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table bulk_retry add constraint bulk_retry_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES channel_endpoint(id) ON DELETE CASCADE;
alter table bulk_retry add constraint bulk_retry_pkey PRIMARY KEY (id);
alter table bulk_retry_delivery add constraint bulk_retry_delivery_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id) ON DELETE CASCADE;
alter table bulk_retry_delivery add constraint bulk_retry_delivery_retry_id_fkey FOREIGN KEY (retry_id) REFERENCES bulk_retry(id) ON DELETE CASCADE;
alter table bulk_retry_delivery add constraint bulk_retry_delivery_pkey PRIMARY KEY (retry_id, delivery_id);
alter table business_key add constraint business_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table business_key add constraint business_key_pkey PRIMARY KEY (org_id, environment, rule, key);
alter table candidate add constraint candidate_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table candidate add constraint candidate_org_id_hash_fkey FOREIGN KEY (org_id, hash) REFERENCES configuration(org_id, hash);
alter table candidate add constraint candidate_pkey PRIMARY KEY (org_id, name);
alter table case_note add constraint case_note_case_id_fkey FOREIGN KEY (case_id) REFERENCES exception_case(id) ON DELETE CASCADE;
alter table case_note add constraint case_note_pkey PRIMARY KEY (id);
alter table challenge add constraint challenge_purpose_check CHECK ((purpose = ANY (ARRAY['passkey-add'::text, 'passkey-sign-in'::text, 'sign-on'::text])));
alter table challenge add constraint challenge_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table challenge add constraint challenge_pkey PRIMARY KEY (id_hash);
alter table channel_endpoint add constraint channel_endpoint_breaker_check CHECK ((breaker = ANY (ARRAY['closed'::text, 'open'::text, 'half-open'::text])));
alter table channel_endpoint add constraint channel_endpoint_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table channel_endpoint add constraint channel_endpoint_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table channel_endpoint add constraint channel_endpoint_pkey PRIMARY KEY (id);
alter table chaos add constraint chaos_name_check CHECK ((name = ANY (ARRAY['late-mdn'::text, 'lost-997'::text, 'duplicate-control-number'::text, 'truncated-file'::text])));
alter table chaos add constraint chaos_set_side_check CHECK ((set_side = ANY (ARRAY['team'::text, 'partner'::text])));
alter table chaos add constraint chaos_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table chaos add constraint chaos_pkey PRIMARY KEY (org_id, name);
alter table clock_jump add constraint clock_jump_pkey PRIMARY KEY (id);
alter table configuration add constraint configuration_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table configuration add constraint configuration_pkey PRIMARY KEY (org_id, hash);
alter table configuration_file add constraint configuration_file_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table configuration_file add constraint configuration_file_pkey PRIMARY KEY (org_id, path, hash);
alter table configuration_in_use add constraint configuration_in_use_check CHECK (((environment = 'sandbox'::text) OR ((release_id IS NOT NULL) AND (candidate IS NULL))));
alter table configuration_in_use add constraint configuration_in_use_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table configuration_in_use add constraint configuration_in_use_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table configuration_in_use add constraint configuration_in_use_org_id_hash_fkey FOREIGN KEY (org_id, hash) REFERENCES configuration(org_id, hash);
alter table configuration_in_use add constraint configuration_in_use_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id);
alter table configuration_in_use add constraint configuration_in_use_pkey PRIMARY KEY (org_id, environment);
alter table connection_test add constraint connection_test_check CHECK (((works IS NULL) = (finished_at IS NULL)));
alter table connection_test add constraint connection_test_stage_check CHECK ((stage = ANY (ARRAY['loopback'::text, 'host'::text])));
alter table connection_test add constraint connection_test_started_side_check CHECK ((started_side = ANY (ARRAY['team'::text, 'partner'::text])));
alter table connection_test add constraint connection_test_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES channel_endpoint(id) ON DELETE CASCADE;
alter table connection_test add constraint connection_test_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table connection_test add constraint connection_test_pkey PRIMARY KEY (id);
alter table control_number add constraint control_number_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table control_number add constraint control_number_pkey PRIMARY KEY (org_id, environment, kind);
alter table cross_reference add constraint cross_reference_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table cross_reference add constraint cross_reference_pkey PRIMARY KEY (org_id, name, key);
alter table delivery add constraint delivery_destination_check CHECK ((destination = ANY (ARRAY['odoo'::text, 'document'::text, 'channel'::text, 'webhook'::text])));
alter table delivery add constraint delivery_of_check CHECK ((((destination = 'channel'::text) = (event_id IS NULL)) AND ((destination = ANY (ARRAY['channel'::text, 'webhook'::text])) = (endpoint_id IS NOT NULL)) AND ((destination <> 'channel'::text) OR (document_id IS NOT NULL))));
alter table delivery add constraint delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'in-flight'::text, 'applied'::text, 'already-applied'::text, 'superseded'::text, 'withheld'::text, 'refused'::text, 'held'::text, 'failed'::text])));
alter table delivery add constraint delivery_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table delivery add constraint delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES channel_endpoint(id);
alter table delivery add constraint delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id);
alter table delivery add constraint delivery_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table delivery add constraint delivery_pkey PRIMARY KEY (id);
alter table document add constraint document_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table document add constraint document_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table document add constraint document_form_check CHECK ((form = ANY (ARRAY['events'::text, 'attachment'::text])));
alter table document add constraint document_outcome_check CHECK ((outcome = ANY (ARRAY['processing'::text, 'done'::text, 'attention'::text, 'rejected'::text, 'waiting'::text, 'kept'::text])));
alter table document add constraint document_state_check CHECK ((state = ANY (ARRAY['received'::text, 'translated'::text, 'unreadable'::text, 'quarantined'::text, 'ready'::text, 'sent'::text, 'delivered'::text, 'replaced'::text])));
alter table document add constraint document_answers_fkey FOREIGN KEY (answers) REFERENCES document(id);
alter table document add constraint document_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES channel_endpoint(id);
alter table document add constraint document_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id);
alter table document add constraint document_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table document add constraint document_replaces_fkey FOREIGN KEY (replaces) REFERENCES document(id);
alter table document add constraint document_pkey PRIMARY KEY (id);
alter table document add constraint document_org_id_environment_direction_transport_id_key UNIQUE (org_id, environment, direction, transport_id);
alter table document_in_production add constraint document_in_production_check CHECK (((mode = 'canary'::text) = (canary IS NOT NULL)));
alter table document_in_production add constraint document_in_production_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text])));
alter table document_in_production add constraint document_in_production_mode_check CHECK ((mode = ANY (ARRAY['parallel'::text, 'canary'::text, 'live'::text])));
alter table document_in_production add constraint document_in_production_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table document_in_production add constraint document_in_production_request_id_fkey FOREIGN KEY (request_id) REFERENCES go_live_request(id);
alter table document_in_production add constraint document_in_production_pkey PRIMARY KEY (org_id, direction, set_code);
alter table document_number add constraint document_number_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE;
alter table document_number add constraint document_number_pkey PRIMARY KEY (document_id, number);
alter table document_raw add constraint document_raw_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table document_raw add constraint document_raw_pkey PRIMARY KEY (document_id);
alter table draft add constraint draft_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table draft add constraint draft_org_id_hash_fkey FOREIGN KEY (org_id, hash) REFERENCES configuration(org_id, hash);
alter table draft add constraint draft_pkey PRIMARY KEY (org_id);
alter table event add constraint event_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table event add constraint event_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table event add constraint event_set_id_fkey FOREIGN KEY (set_id) REFERENCES transaction_set(id);
alter table event add constraint event_pkey PRIMARY KEY (id);
alter table event_reader add constraint event_reader_pkey PRIMARY KEY (name);
alter table exception_case add constraint exception_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text])));
alter table exception_case add constraint exception_case_subject_check CHECK ((((subject_type = 'document'::text) = (document_id IS NOT NULL)) AND ((subject_type = 'document'::text) = (subject_id IS NULL))));
alter table exception_case add constraint exception_case_subject_type_check CHECK ((subject_type = ANY (ARRAY['document'::text, 'order'::text, 'stage'::text, 'endpoint'::text, 'certificate'::text, 'connection'::text, 'api-key'::text, 'organization'::text])));
alter table exception_case add constraint exception_case_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES app_user(id) ON DELETE SET NULL;
alter table exception_case add constraint exception_case_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id);
alter table exception_case add constraint exception_case_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table exception_case add constraint exception_case_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table exception_case add constraint exception_case_pkey PRIMARY KEY (id);
alter table exchange add constraint exchange_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table exchange add constraint exchange_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table exchange add constraint exchange_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'receipt'::text, 'session'::text, 'event'::text])));
alter table exchange add constraint exchange_owed_check CHECK (((owed IS NULL) = (owed_at IS NULL)));
alter table exchange add constraint exchange_state_check CHECK ((state = ANY (ARRAY['done'::text, 'waits'::text, 'refused'::text, 'failed'::text])));
alter table exchange add constraint exchange_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES channel_endpoint(id) ON DELETE CASCADE;
alter table exchange add constraint exchange_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table exchange add constraint exchange_pkey PRIMARY KEY (id);
alter table functional_group add constraint functional_group_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table functional_group add constraint functional_group_interchange_id_fkey FOREIGN KEY (interchange_id) REFERENCES interchange(id);
alter table functional_group add constraint functional_group_pkey PRIMARY KEY (id);
alter table go_live_decision add constraint go_live_decision_check CHECK (((kind <> 'approved'::text) OR ((by_id IS NOT NULL) AND (bundle_hash IS NOT NULL))));
alter table go_live_decision add constraint go_live_decision_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'approved'::text, 'returned'::text, 'voided'::text, 'cancelled'::text, 'live'::text])));
alter table go_live_decision add constraint go_live_decision_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table go_live_decision add constraint go_live_decision_request_id_fkey FOREIGN KEY (request_id) REFERENCES go_live_request(id);
alter table go_live_decision add constraint go_live_decision_request_id_version_fkey FOREIGN KEY (request_id, version) REFERENCES go_live_version(request_id, version);
alter table go_live_decision add constraint go_live_decision_pkey PRIMARY KEY (id);
alter table go_live_request add constraint go_live_request_approvals_needed_check CHECK (((approvals_needed >= 1) AND (approvals_needed <= 5)));
alter table go_live_request add constraint go_live_request_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text])));
alter table go_live_request add constraint go_live_request_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table go_live_request add constraint go_live_request_pkey PRIMARY KEY (id);
alter table go_live_request add constraint go_live_request_number_key UNIQUE (number);
alter table go_live_version add constraint go_live_version_version_check CHECK ((version > 0));
alter table go_live_version add constraint go_live_version_org_id_configuration_hash_fkey FOREIGN KEY (org_id, configuration_hash) REFERENCES configuration(org_id, hash);
alter table go_live_version add constraint go_live_version_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table go_live_version add constraint go_live_version_request_id_fkey FOREIGN KEY (request_id) REFERENCES go_live_request(id);
alter table go_live_version add constraint go_live_version_pkey PRIMARY KEY (request_id, version);
alter table guide_upload add constraint guide_upload_check CHECK (((path IS NULL) = (guide_hash IS NULL)));
alter table guide_upload add constraint guide_upload_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table guide_upload add constraint guide_upload_pkey PRIMARY KEY (id);
alter table hub_key add constraint hub_key_state_check CHECK ((state = ANY (ARRAY['current'::text, 'next'::text, 'former'::text, 'retired'::text])));
alter table hub_key add constraint hub_key_pkey PRIMARY KEY (id);
alter table idempotency_key add constraint idempotency_key_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table idempotency_key add constraint idempotency_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table idempotency_key add constraint idempotency_key_pkey PRIMARY KEY (org_id, environment, operation, key);
alter table interchange add constraint interchange_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table interchange add constraint interchange_pkey PRIMARY KEY (id);
alter table interchange_seen add constraint interchange_seen_pkey PRIMARY KEY (environment, sender, receiver, control);
alter table invite add constraint invite_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table invite add constraint invite_pkey PRIMARY KEY (id);
alter table invite add constraint invite_token_hash_key UNIQUE (token_hash);
alter table ladder_rung add constraint ladder_rung_rung_check CHECK ((rung = ANY (ARRAY['transport'::text, 'mdn'::text, 'ta1'::text, 'functional-ack'::text, 'business-answer'::text, 'odoo'::text])));
alter table ladder_rung add constraint ladder_rung_state_check CHECK ((state = ANY (ARRAY['done'::text, 'pending'::text, 'failed'::text, 'late'::text, 'not-expected'::text])));
alter table ladder_rung add constraint ladder_rung_by_document_id_fkey FOREIGN KEY (by_document_id) REFERENCES document(id);
alter table ladder_rung add constraint ladder_rung_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table ladder_rung add constraint ladder_rung_pkey PRIMARY KEY (document_id, rung);
alter table mail add constraint mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'kept'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text])));
alter table mail add constraint mail_pkey PRIMARY KEY (id);
alter table mail_link add constraint mail_link_purpose_check CHECK ((purpose = ANY (ARRAY['registration'::text, 'password-reset'::text, 'email-change'::text])));
alter table mail_link add constraint mail_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table mail_link add constraint mail_link_pkey PRIMARY KEY (token_hash);
alter table mapping_comment add constraint mapping_comment_check CHECK (((resolved_by IS NULL) = (resolved_at IS NULL)));
alter table mapping_comment add constraint mapping_comment_line_check CHECK ((line > 0));
alter table mapping_comment add constraint mapping_comment_text_check CHECK (((btrim(text) <> ''::text) AND (length(text) <= 4000)));
alter table mapping_comment add constraint mapping_comment_answers_fkey FOREIGN KEY (answers) REFERENCES mapping_comment(id);
alter table mapping_comment add constraint mapping_comment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table mapping_comment add constraint mapping_comment_org_id_path_hash_fkey FOREIGN KEY (org_id, path, hash) REFERENCES configuration_file(org_id, path, hash);
alter table mapping_comment add constraint mapping_comment_pkey PRIMARY KEY (id);
alter table mapping_review add constraint mapping_review_check CHECK ((((state = 'asked'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL))));
alter table mapping_review add constraint mapping_review_check1 CHECK (((state <> 'returned'::text) OR (btrim(COALESCE(note, ''::text)) <> ''::text)));
alter table mapping_review add constraint mapping_review_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'returned'::text])));
alter table mapping_review add constraint mapping_review_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table mapping_review add constraint mapping_review_org_id_path_hash_fkey FOREIGN KEY (org_id, path, hash) REFERENCES configuration_file(org_id, path, hash);
alter table mapping_review add constraint mapping_review_pkey PRIMARY KEY (id);
alter table mapping_unsaved add constraint mapping_unsaved_revision_check CHECK ((revision > 0));
alter table mapping_unsaved add constraint mapping_unsaved_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table mapping_unsaved add constraint mapping_unsaved_pkey PRIMARY KEY (org_id, path, user_id);
alter table membership add constraint membership_roles_check CHECK (((cardinality(roles) > 0) AND ((roles <@ ARRAY['team-admin'::text, 'team-integrator'::text, 'team-approver'::text, 'team-operator'::text, 'team-auditor'::text]) OR (roles <@ ARRAY['partner-admin'::text, 'partner-editor'::text, 'partner-viewer'::text]))));
alter table membership add constraint membership_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table membership add constraint membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table membership add constraint membership_pkey PRIMARY KEY (user_id, org_id);
alter table notified_transfer add constraint notified_transfer_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES odoo_connection(id) ON DELETE CASCADE;
alter table notified_transfer add constraint notified_transfer_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table notified_transfer add constraint notified_transfer_pkey PRIMARY KEY (event_id);
alter table odoo_carrier add constraint odoo_carrier_scac_check CHECK ((scac ~ '^[A-Z]{2,4}$'::text));
alter table odoo_carrier add constraint odoo_carrier_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES odoo_connection(id) ON DELETE CASCADE;
alter table odoo_carrier add constraint odoo_carrier_pkey PRIMARY KEY (connection_id, carrier_id);
alter table odoo_connection add constraint odoo_connection_check CHECK (((environment = 'production'::text) OR (kind = 'twin'::text)));
alter table odoo_connection add constraint odoo_connection_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table odoo_connection add constraint odoo_connection_kind_check CHECK ((kind = ANY (ARRAY['odoo'::text, 'twin'::text])));
alter table odoo_connection add constraint odoo_connection_state_check CHECK ((state = ANY (ARRAY['untried'::text, 'ready'::text, 'unreachable'::text, 'refused'::text])));
alter table odoo_connection add constraint odoo_connection_pkey PRIMARY KEY (id);
alter table odoo_connection add constraint odoo_connection_environment_name_key UNIQUE (environment, name);
alter table odoo_difference add constraint odoo_difference_cause_check CHECK ((cause = ANY (ARRAY['gone'::text, 'changed'::text, 'differs'::text, 'unreadable'::text, 'undocumented'::text])));
alter table odoo_difference add constraint odoo_difference_of_check CHECK ((((write_id IS NULL) = (cause = 'undocumented'::text)) AND ((write_id IS NULL) = (record_id IS NOT NULL)) AND (num_nulls(org_id, model, record_id, record_name) = ANY (ARRAY[0, 4]))));
alter table odoo_difference add constraint odoo_difference_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table odoo_difference add constraint odoo_difference_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES odoo_reconciliation(id) ON DELETE CASCADE;
alter table odoo_difference add constraint odoo_difference_write_id_fkey FOREIGN KEY (write_id) REFERENCES odoo_write(id) ON DELETE CASCADE;
alter table odoo_difference add constraint odoo_difference_pkey PRIMARY KEY (id);
alter table odoo_partner add constraint odoo_partner_overs_check CHECK ((overs = ANY (ARRAY['apply'::text, 'hold'::text])));
alter table odoo_partner add constraint odoo_partner_quarantine_location_id_check CHECK ((quarantine_location_id > 0));
alter table odoo_partner add constraint odoo_partner_trade_check CHECK ((jsonb_typeof(trade) = 'object'::text));
alter table odoo_partner add constraint odoo_partner_unit_tolerance_check CHECK ((unit_tolerance >= (0)::double precision));
alter table odoo_partner add constraint odoo_partner_unreserved_check CHECK ((unreserved = ANY (ARRAY['reserve'::text, 'hold'::text, 'apply'::text])));
alter table odoo_partner add constraint odoo_partner_warehouse_cancels_check CHECK ((warehouse_cancels = ANY (ARRAY['apply'::text, 'hold'::text])));
alter table odoo_partner add constraint odoo_partner_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES odoo_connection(id) ON DELETE CASCADE;
alter table odoo_partner add constraint odoo_partner_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table odoo_partner add constraint odoo_partner_pkey PRIMARY KEY (connection_id, org_id);
alter table odoo_reconciliation add constraint odoo_reconciliation_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table odoo_reconciliation add constraint odoo_reconciliation_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES odoo_connection(id);
alter table odoo_reconciliation add constraint odoo_reconciliation_pkey PRIMARY KEY (id);
alter table odoo_twin.counter add constraint counter_database_id_fkey FOREIGN KEY (database_id) REFERENCES odoo_twin.database(id) ON DELETE CASCADE;
alter table odoo_twin.counter add constraint counter_pkey PRIMARY KEY (database_id, code);
alter table odoo_twin.credential add constraint credential_rights_check CHECK ((rights = ANY (ARRAY['admin'::text, 'integration'::text, 'restricted'::text])));
alter table odoo_twin.credential add constraint credential_database_id_fkey FOREIGN KEY (database_id) REFERENCES odoo_twin.database(id) ON DELETE CASCADE;
alter table odoo_twin.credential add constraint credential_pkey PRIMARY KEY (database_id, key_hash);
alter table odoo_twin.database add constraint database_version_check CHECK ((version = ANY (ARRAY[17, 18, 19])));
alter table odoo_twin.database add constraint database_pkey PRIMARY KEY (id);
alter table odoo_twin.database add constraint database_name_key UNIQUE (name);
alter table odoo_twin.record add constraint record_database_id_fkey FOREIGN KEY (database_id) REFERENCES odoo_twin.database(id) ON DELETE CASCADE;
alter table odoo_twin.record add constraint record_pkey PRIMARY KEY (database_id, model, id);
alter table odoo_write add constraint odoo_write_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES odoo_connection(id);
alter table odoo_write add constraint odoo_write_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id);
alter table odoo_write add constraint odoo_write_pkey PRIMARY KEY (id);
alter table organization add constraint organization_kind_check CHECK ((kind = ANY (ARRAY['owner'::text, 'carrier'::text, '3pl'::text, 'carrier-3pl'::text])));
alter table organization add constraint organization_pkey PRIMARY KEY (id);
alter table parallel_comparison add constraint parallel_comparison_verdict_check CHECK ((verdict = ANY (ARRAY['waiting'::text, 'match'::text, 'mismatch'::text, 'none'::text])));
alter table parallel_comparison add constraint parallel_comparison_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table parallel_comparison add constraint parallel_comparison_run_id_fkey FOREIGN KEY (run_id) REFERENCES parallel_run(id);
alter table parallel_comparison add constraint parallel_comparison_pkey PRIMARY KEY (delivery_id);
alter table parallel_run add constraint parallel_run_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table parallel_run add constraint parallel_run_pkey PRIMARY KEY (id);
alter table partner_hold add constraint partner_hold_check CHECK (((kind = 'suspended'::text) OR (ended_at IS NULL)));
alter table partner_hold add constraint partner_hold_kind_check CHECK ((kind = ANY (ARRAY['suspended'::text, 'off-boarded'::text])));
alter table partner_hold add constraint partner_hold_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table partner_hold add constraint partner_hold_pkey PRIMARY KEY (id);
alter table passkey add constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table passkey add constraint passkey_pkey PRIMARY KEY (id);
alter table passkey add constraint passkey_credential_id_key UNIQUE (credential_id);
alter table profile add constraint profile_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table profile add constraint profile_pkey PRIMARY KEY (org_id);
alter table recovery_code add constraint recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table recovery_code add constraint recovery_code_pkey PRIMARY KEY (user_id, code_hash);
alter table registration add constraint registration_email_check CHECK ((email = lower(email)));
alter table registration add constraint registration_pkey PRIMARY KEY (email);
alter table release add constraint release_number_check CHECK ((number > 0));
alter table release add constraint release_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table release add constraint release_org_id_hash_fkey FOREIGN KEY (org_id, hash) REFERENCES configuration(org_id, hash);
alter table release add constraint release_pkey PRIMARY KEY (id);
alter table release add constraint release_org_id_number_key UNIQUE (org_id, number);
alter table reminder add constraint reminder_by_side_check CHECK ((by_side = ANY (ARRAY['partner'::text, 'team'::text, 'hub'::text])));
alter table reminder add constraint reminder_side_check CHECK ((side = ANY (ARRAY['partner'::text, 'team'::text])));
alter table reminder add constraint reminder_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table reminder add constraint reminder_pkey PRIMARY KEY (id);
alter table requirement_waiver add constraint requirement_waiver_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table requirement_waiver add constraint requirement_waiver_pkey PRIMARY KEY (id);
alter table resending add constraint resending_sending_check CHECK ((sending > 1));
alter table resending add constraint resending_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table resending add constraint resending_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table resending add constraint resending_pkey PRIMARY KEY (document_id, sending);
alter table scenario_frame add constraint scenario_frame_state_check CHECK ((state = ANY (ARRAY['later'::text, 'awaited'::text, 'passed'::text, 'failed'::text, 'left-out'::text])));
alter table scenario_frame add constraint scenario_frame_way_check CHECK ((way = ANY (ARRAY['x12'::text, 'document'::text, 'events'::text, 'form'::text, 'channel'::text])));
alter table scenario_frame add constraint scenario_frame_acknowledgement_id_fkey FOREIGN KEY (acknowledgement_id) REFERENCES document(id);
alter table scenario_frame add constraint scenario_frame_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table scenario_frame add constraint scenario_frame_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table scenario_frame add constraint scenario_frame_run_id_fkey FOREIGN KEY (run_id) REFERENCES scenario_run(id) ON DELETE CASCADE;
alter table scenario_frame add constraint scenario_frame_pkey PRIMARY KEY (run_id, ordinal);
alter table scenario_run add constraint scenario_run_check CHECK (((state = 'open'::text) = (finished_at IS NULL)));
alter table scenario_run add constraint scenario_run_started_side_check CHECK ((started_side = ANY (ARRAY['team'::text, 'partner'::text])));
alter table scenario_run add constraint scenario_run_state_check CHECK ((state = ANY (ARRAY['open'::text, 'passed'::text, 'failed'::text, 'cancelled'::text])));
alter table scenario_run add constraint scenario_run_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table scenario_run add constraint scenario_run_pkey PRIMARY KEY (id);
alter table schedule add constraint schedule_pkey PRIMARY KEY (id);
alter table schema_migration add constraint schema_migration_pkey PRIMARY KEY (id);
alter table schema_migration_lock add constraint schema_migration_lock_pkey PRIMARY KEY (index);
alter table session add constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'code'::text, 'passkey'::text, 'sign-on'::text])));
alter table session add constraint session_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table session add constraint session_pkey PRIMARY KEY (token_hash);
alter table sign_in_attempt add constraint sign_in_attempt_pkey PRIMARY KEY (subject);
alter table sign_on_link add constraint sign_on_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table sign_on_link add constraint sign_on_link_pkey PRIMARY KEY (issuer, subject);
alter table sla_clock add constraint sla_clock_state_check CHECK ((state = ANY (ARRAY['running'::text, 'met'::text, 'breached'::text])));
alter table sla_clock add constraint sla_clock_subject_check CHECK ((((subject_type = 'document'::text) = (document_id IS NOT NULL)) AND ((subject_type = 'document'::text) = (subject_id IS NULL))));
alter table sla_clock add constraint sla_clock_subject_type_check CHECK ((subject_type = ANY (ARRAY['document'::text, 'order'::text, 'stage'::text, 'endpoint'::text, 'certificate'::text])));
alter table sla_clock add constraint sla_clock_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table sla_clock add constraint sla_clock_pkey PRIMARY KEY (id);
alter table stage_entry add constraint stage_entry_turn_check CHECK ((turn = ANY (ARRAY['partner'::text, 'team'::text, 'nobody'::text])));
alter table stage_entry add constraint stage_entry_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table stage_entry add constraint stage_entry_pkey PRIMARY KEY (id);
alter table stale_document add constraint stale_document_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table stale_document add constraint stale_document_pkey PRIMARY KEY (id);
alter table taken_order add constraint taken_order_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES odoo_connection(id) ON DELETE CASCADE;
alter table taken_order add constraint taken_order_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table taken_order add constraint taken_order_pkey PRIMARY KEY (connection_id, record_id);
alter table totp add constraint totp_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table totp add constraint totp_pkey PRIMARY KEY (user_id);
alter table trading_identity add constraint trading_identity_environment_check CHECK ((environment = ANY (ARRAY['sandbox'::text, 'production'::text])));
alter table trading_identity add constraint trading_identity_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id);
alter table trading_identity add constraint trading_identity_pkey PRIMARY KEY (id);
alter table trading_identity add constraint trading_identity_environment_qualifier_isa_id_key UNIQUE (environment, qualifier, isa_id);
alter table transaction_set add constraint transaction_set_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
alter table transaction_set add constraint transaction_set_group_id_fkey FOREIGN KEY (group_id) REFERENCES functional_group(id);
alter table transaction_set add constraint transaction_set_pkey PRIMARY KEY (id);
alter table translation_try add constraint translation_try_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table translation_try add constraint translation_try_pkey PRIMARY KEY (document_id);
alter table wake_up add constraint wake_up_pkey PRIMARY KEY (id);
alter table wall_key add constraint wall_key_id_check CHECK ((id = 1));
alter table wall_key add constraint wall_key_pkey PRIMARY KEY (id);

CREATE INDEX agreement_signature_of_org ON public.agreement_signature USING btree (org_id, signed_at);
CREATE UNIQUE INDEX app_user_email ON public.app_user USING btree (lower(email));
CREATE INDEX audit_entry_document ON public.audit_entry USING btree (document_id);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (org_id, (((detail -> 'subject'::text) ->> 'id'::text))) WHERE (detail ? 'subject'::text);
CREATE INDEX audit_entry_unsealed ON public.audit_entry USING btree (id) WHERE (hash IS NULL);
CREATE INDEX awaited_key_of ON public.awaited_key USING btree (org_id, environment, lookup, key);
CREATE UNIQUE INDEX bulk_replay_running ON public.bulk_retry USING btree (endpoint_id) WHERE ((finished_at IS NULL) AND (endpoint_id IS NOT NULL));
CREATE UNIQUE INDEX bulk_retry_running ON public.bulk_retry USING btree (environment, cause) NULLS NOT DISTINCT WHERE ((finished_at IS NULL) AND (endpoint_id IS NULL));
CREATE INDEX bulk_retry_delivery_of ON public.bulk_retry_delivery USING btree (delivery_id);
CREATE INDEX bulk_retry_delivery_open ON public.bulk_retry_delivery USING btree (retry_id) WHERE (NOT is_done);
CREATE INDEX business_key_expires_at ON public.business_key USING btree (expires_at);
CREATE INDEX case_note_case ON public.case_note USING btree (case_id, at);
CREATE INDEX challenge_over ON public.challenge USING btree (expires_at);
CREATE UNIQUE INDEX channel_endpoint_name ON public.channel_endpoint USING btree (org_id, environment, name) WHERE (removed_at IS NULL);
CREATE INDEX connection_test_newest ON public.connection_test USING btree (endpoint_id, id DESC);
CREATE INDEX connection_test_of_org ON public.connection_test USING btree (org_id);
CREATE INDEX delivery_document ON public.delivery USING btree (document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX delivery_due ON public.delivery USING btree (due_at) WHERE (state = ANY (ARRAY['pending'::text, 'in-flight'::text]));
CREATE INDEX delivery_endpoint ON public.delivery USING btree (endpoint_id, seq DESC) WHERE (endpoint_id IS NOT NULL);
CREATE INDEX delivery_endpoint_dead ON public.delivery USING btree (endpoint_id, seq DESC) WHERE ((endpoint_id IS NOT NULL) AND (state = 'failed'::text));
CREATE INDEX delivery_endpoint_waiting ON public.delivery USING btree (endpoint_id) WHERE ((endpoint_id IS NOT NULL) AND (state = ANY (ARRAY['pending'::text, 'in-flight'::text])));
CREATE UNIQUE INDEX delivery_event_destination ON public.delivery USING btree (event_id, destination, place) WHERE (event_id IS NOT NULL);
CREATE INDEX delivery_failed ON public.delivery USING btree (environment) WHERE (state = ANY (ARRAY['refused'::text, 'held'::text, 'failed'::text]));
CREATE INDEX delivery_finished ON public.delivery USING btree (finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX delivery_lane ON public.delivery USING btree (lane, document_seq, seq) WHERE (state = ANY (ARRAY['pending'::text, 'in-flight'::text]));
CREATE INDEX delivery_pool ON public.delivery USING btree (pool, precedence, document_seq, seq) WHERE ((state = ANY (ARRAY['pending'::text, 'in-flight'::text])) AND (pool IS NOT NULL));
CREATE UNIQUE INDEX delivery_under_way ON public.delivery USING btree (document_id) WHERE ((endpoint_id IS NOT NULL) AND (state = ANY (ARRAY['pending'::text, 'in-flight'::text])));
CREATE INDEX document_control ON public.document USING btree (control_number);
CREATE INDEX document_endpoint ON public.document USING btree (endpoint_id, direction, state) WHERE (endpoint_id IS NOT NULL);
CREATE INDEX document_event ON public.document USING btree (event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX document_newest ON public.document USING btree (created_at DESC, id DESC);
CREATE INDEX document_of_org ON public.document USING btree (org_id, environment, created_at DESC);
CREATE INDEX document_ready ON public.document USING btree (org_id, environment, created_at) WHERE (state = 'ready'::text);
CREATE INDEX document_received ON public.document USING btree (org_id, environment, seq) WHERE (state = 'received'::text);
CREATE UNIQUE INDEX document_replaces ON public.document USING btree (replaces) WHERE (replaces IS NOT NULL);
CREATE INDEX document_sent ON public.document USING btree (endpoint_id) WHERE (state = 'sent'::text);
CREATE INDEX document_subjects ON public.document USING gin (subjects);
CREATE INDEX document_work ON public.document USING btree (org_id, environment, created_at, id) WHERE ((direction = 'out'::text) AND (form = 'events'::text));
CREATE INDEX document_number_search ON public.document_number USING btree (number, document_id);
CREATE INDEX event_document ON public.event USING btree (document_id);
CREATE INDEX event_feed ON public.event USING btree (xact, seq);
CREATE INDEX event_feed_of ON public.event USING btree (org_id, environment, xact, seq);
CREATE INDEX event_fixture ON public.event USING btree (received_at) WHERE ((environment = 'sandbox'::text) AND (document_id IS NOT NULL) AND (subject ~~ 'CT-%'::text));
CREATE INDEX event_received ON public.event USING btree (org_id, environment, received_at);
CREATE INDEX event_subject ON public.event USING btree (org_id, environment, subject);
CREATE INDEX exception_case_delivery ON public.exception_case USING btree (delivery_id) WHERE (delivery_id IS NOT NULL);
CREATE INDEX exception_case_document ON public.exception_case USING btree (document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX exception_case_listed ON public.exception_case USING btree (environment, opened_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX exception_case_open ON public.exception_case USING btree (org_id, environment, fingerprint, document_id, delivery_id, subject_type, subject_id) NULLS NOT DISTINCT WHERE (state = 'open'::text);
CREATE INDEX exchange_at ON public.exchange USING btree (at);
CREATE INDEX exchange_documents ON public.exchange USING gin (document_ids);
CREATE INDEX exchange_endpoint ON public.exchange USING btree (endpoint_id, id DESC);
CREATE INDEX exchange_event ON public.exchange USING btree (event_id) WHERE (event_id IS NOT NULL);
CREATE UNIQUE INDEX exchange_once ON public.exchange USING btree (endpoint_id, direction, kind, transport_id) WHERE once;
CREATE INDEX exchange_owed ON public.exchange USING btree (owed_at) WHERE (owed IS NOT NULL);
CREATE INDEX exchange_transport ON public.exchange USING btree (endpoint_id, transport_id) WHERE (transport_id IS NOT NULL);
CREATE INDEX functional_group_control ON public.functional_group USING btree (org_id, functional_id, control);
CREATE INDEX functional_group_document ON public.functional_group USING btree (document_id);
CREATE INDEX go_live_decision_of_request ON public.go_live_decision USING btree (request_id, id);
CREATE UNIQUE INDEX go_live_one_approval_each ON public.go_live_decision USING btree (request_id, version, by_id) WHERE (kind = 'approved'::text);
CREATE UNIQUE INDEX go_live_one_end ON public.go_live_decision USING btree (request_id) WHERE (kind = ANY (ARRAY['cancelled'::text, 'live'::text]));
CREATE INDEX go_live_request_of_org ON public.go_live_request USING btree (org_id, number DESC);
CREATE INDEX guide_upload_of_org ON public.guide_upload USING btree (org_id, id DESC);
CREATE UNIQUE INDEX hub_key_current ON public.hub_key USING btree (kind) WHERE (state = 'current'::text);
CREATE INDEX idempotency_key_expires_at ON public.idempotency_key USING btree (expires_at);
CREATE INDEX interchange_document ON public.interchange USING btree (document_id);
CREATE INDEX invite_of_org ON public.invite USING btree (org_id, id DESC);
CREATE INDEX ladder_rung_by ON public.ladder_rung USING btree (by_document_id) WHERE ((by_document_id IS NOT NULL) AND (rung = ANY (ARRAY['ta1'::text, 'functional-ack'::text])));
CREATE INDEX mail_due ON public.mail USING btree (due_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX mail_newest ON public.mail USING btree (id DESC);
CREATE INDEX mail_link_of_user ON public.mail_link USING btree (user_id) WHERE (user_id IS NOT NULL);
CREATE INDEX mail_link_over ON public.mail_link USING btree (expires_at);
CREATE INDEX mapping_comment_of ON public.mapping_comment USING btree (org_id, path, written_at);
CREATE UNIQUE INDEX mapping_review_asked ON public.mapping_review USING btree (org_id, path, hash) WHERE (state = 'asked'::text);
CREATE INDEX mapping_review_of ON public.mapping_review USING btree (org_id, path, hash, asked_at);
CREATE INDEX notified_transfer_name ON public.notified_transfer USING btree (connection_id, org_id, name);
CREATE INDEX notified_transfer_record ON public.notified_transfer USING btree (connection_id, record_id);
CREATE INDEX odoo_difference_of ON public.odoo_difference USING btree (reconciliation_id, id);
CREATE INDEX odoo_difference_org ON public.odoo_difference USING btree (org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX odoo_difference_write ON public.odoo_difference USING btree (write_id);
CREATE INDEX odoo_reconciliation_of ON public.odoo_reconciliation USING btree (connection_id, asked_at);
CREATE UNIQUE INDEX odoo_reconciliation_open ON public.odoo_reconciliation USING btree (connection_id) WHERE (finished_at IS NULL);
CREATE INDEX odoo_write_delivery ON public.odoo_write USING btree (delivery_id);
CREATE INDEX odoo_write_record ON public.odoo_write USING btree (connection_id, model, record_id);
CREATE UNIQUE INDEX organization_duns ON public.organization USING btree (duns) WHERE (duns IS NOT NULL);
CREATE UNIQUE INDEX organization_gln ON public.organization USING btree (gln) WHERE (gln IS NOT NULL);
CREATE UNIQUE INDEX organization_scac ON public.organization USING btree (scac) WHERE (scac IS NOT NULL);
CREATE INDEX parallel_comparison_due ON public.parallel_comparison USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX parallel_comparison_of_run ON public.parallel_comparison USING btree (run_id, at DESC);
CREATE UNIQUE INDEX parallel_run_open ON public.parallel_run USING btree (org_id, direction, set_code) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX partner_hold_open ON public.partner_hold USING btree (org_id) WHERE (ended_at IS NULL);
CREATE INDEX passkey_of_user ON public.passkey USING btree (user_id);
CREATE INDEX record_ir_attachment_res_id ON odoo_twin.record USING btree (((("values" ->> 'res_id'::text))::integer)) WHERE (model = 'ir.attachment'::text);
CREATE INDEX record_mail_activity_res_id ON odoo_twin.record USING btree (((("values" ->> 'res_id'::text))::integer)) WHERE (model = 'mail.activity'::text);
CREATE INDEX record_mail_message_res_id ON odoo_twin.record USING btree (((("values" ->> 'res_id'::text))::integer)) WHERE (model = 'mail.message'::text);
CREATE INDEX record_open_line ON odoo_twin.record USING btree (((("values" ->> 'product_id'::text))::integer)) WHERE ((model = 'stock.move.line'::text) AND (("values" ->> 'closed'::text) IS NULL));
CREATE INDEX record_polled ON odoo_twin.record USING btree (database_id, write_date, id) WHERE (model = 'stock.picking'::text);
CREATE INDEX record_purchase_order_line_order_id ON odoo_twin.record USING btree (((("values" ->> 'order_id'::text))::integer)) WHERE (model = 'purchase.order.line'::text);
CREATE INDEX record_purchase_order_name ON odoo_twin.record USING btree ((("values" ->> 'name'::text))) WHERE (model = 'purchase.order'::text);
CREATE INDEX record_quant_key ON odoo_twin.record USING btree (((("values" ->> 'product_id'::text))::integer), ((("values" ->> 'location_id'::text))::integer), ((("values" ->> 'lot_id'::text))::integer), ((("values" ->> 'package_id'::text))::integer)) WHERE (model = 'stock.quant'::text);
CREATE INDEX record_sale_order_client_order_ref ON odoo_twin.record USING btree ((("values" ->> 'client_order_ref'::text))) WHERE (model = 'sale.order'::text);
CREATE INDEX record_sale_order_line_order_id ON odoo_twin.record USING btree (((("values" ->> 'order_id'::text))::integer)) WHERE (model = 'sale.order.line'::text);
CREATE INDEX record_sale_order_name ON odoo_twin.record USING btree ((("values" ->> 'name'::text))) WHERE (model = 'sale.order'::text);
CREATE INDEX record_stock_lot_name ON odoo_twin.record USING btree ((("values" ->> 'name'::text))) WHERE (model = 'stock.lot'::text);
CREATE INDEX record_stock_move_line_lot_id ON odoo_twin.record USING btree (((("values" ->> 'lot_id'::text))::integer)) WHERE (model = 'stock.move.line'::text);
CREATE INDEX record_stock_move_line_move_id ON odoo_twin.record USING btree (((("values" ->> 'move_id'::text))::integer)) WHERE (model = 'stock.move.line'::text);
CREATE INDEX record_stock_move_line_picking_id ON odoo_twin.record USING btree (((("values" ->> 'picking_id'::text))::integer)) WHERE (model = 'stock.move.line'::text);
CREATE INDEX record_stock_move_line_result_package_id ON odoo_twin.record USING btree (((("values" ->> 'result_package_id'::text))::integer)) WHERE (model = 'stock.move.line'::text);
CREATE INDEX record_stock_move_picking_id ON odoo_twin.record USING btree (((("values" ->> 'picking_id'::text))::integer)) WHERE (model = 'stock.move'::text);
CREATE INDEX record_stock_move_purchase_line_id ON odoo_twin.record USING btree (((("values" ->> 'purchase_line_id'::text))::integer)) WHERE (model = 'stock.move'::text);
CREATE INDEX record_stock_move_sale_line_id ON odoo_twin.record USING btree (((("values" ->> 'sale_line_id'::text))::integer)) WHERE (model = 'stock.move'::text);
CREATE INDEX record_stock_package_name ON odoo_twin.record USING btree ((("values" ->> 'name'::text))) WHERE (model = 'stock.package'::text);
CREATE INDEX record_stock_picking_backorder_id ON odoo_twin.record USING btree (((("values" ->> 'backorder_id'::text))::integer)) WHERE (model = 'stock.picking'::text);
CREATE INDEX record_stock_picking_carrier_tracking_ref ON odoo_twin.record USING btree ((("values" ->> 'carrier_tracking_ref'::text))) WHERE (model = 'stock.picking'::text);
CREATE INDEX record_stock_picking_name ON odoo_twin.record USING btree ((("values" ->> 'name'::text))) WHERE (model = 'stock.picking'::text);
CREATE INDEX record_stock_picking_origin ON odoo_twin.record USING btree ((("values" ->> 'origin'::text))) WHERE (model = 'stock.picking'::text);
CREATE INDEX record_stock_picking_purchase_id ON odoo_twin.record USING btree (((("values" ->> 'purchase_id'::text))::integer)) WHERE (model = 'stock.picking'::text);
CREATE INDEX record_stock_picking_sale_id ON odoo_twin.record USING btree (((("values" ->> 'sale_id'::text))::integer)) WHERE (model = 'stock.picking'::text);
CREATE INDEX record_stock_quant_package_id ON odoo_twin.record USING btree (((("values" ->> 'package_id'::text))::integer)) WHERE (model = 'stock.quant'::text);
CREATE INDEX reminder_of_org ON public.reminder USING btree (org_id, at DESC);
CREATE INDEX requirement_waiver_of_org ON public.requirement_waiver USING btree (org_id, requirement);
CREATE INDEX scenario_frame_acknowledgement ON public.scenario_frame USING btree (acknowledgement_id) WHERE (acknowledgement_id IS NOT NULL);
CREATE INDEX scenario_frame_document ON public.scenario_frame USING btree (document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX scenario_frame_of_org ON public.scenario_frame USING btree (org_id);
CREATE INDEX scenario_run_newest ON public.scenario_run USING btree (org_id, id DESC);
CREATE UNIQUE INDEX scenario_run_number ON public.scenario_run USING btree (org_id, number);
CREATE INDEX scenario_run_of_scenario ON public.scenario_run USING btree (org_id, scenario, id DESC);
CREATE INDEX scenario_run_open ON public.scenario_run USING btree (org_id, due_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX session_id ON public.session USING btree (id);
CREATE INDEX session_of_user ON public.session USING btree (user_id);
CREATE INDEX sign_in_attempt_over ON public.sign_in_attempt USING btree (window_ends_at);
CREATE UNIQUE INDEX sla_clock_document ON public.sla_clock USING btree (document_id, name) WHERE ((document_id IS NOT NULL) AND (stopped_at IS NULL));
CREATE INDEX sla_clock_running ON public.sla_clock USING btree (due_at) WHERE (state = 'running'::text);
CREATE UNIQUE INDEX sla_clock_subject ON public.sla_clock USING btree (org_id, environment, subject_type, subject_id, name) WHERE (subject_id IS NOT NULL);
CREATE INDEX stage_entry_of_org ON public.stage_entry USING btree (org_id, entered_at);
CREATE UNIQUE INDEX stage_entry_present ON public.stage_entry USING btree (org_id) WHERE (left_at IS NULL);
CREATE INDEX taken_order_org ON public.taken_order USING btree (org_id);
CREATE INDEX transaction_set_document ON public.transaction_set USING btree (document_id);
CREATE INDEX wake_up_blocked ON public.wake_up USING btree (waits_for) WHERE (waits_for IS NOT NULL);
CREATE INDEX wake_up_dispatched ON public.wake_up USING btree (dispatched_at) WHERE (dispatched_at IS NOT NULL);
CREATE INDEX wake_up_key ON public.wake_up USING btree (topic, key);
CREATE INDEX wake_up_waiting ON public.wake_up USING btree (topic, owner_id, turn_at, id) WHERE ((dispatched_at IS NULL) AND (waits_for IS NULL));

alter table agreement force row level security;
alter table agreement_signature force row level security;
alter table agreement_text force row level security;
alter table api_key force row level security;
alter table app_user force row level security;
alter table audit_entry force row level security;
alter table awaited_key force row level security;
alter table bulk_retry force row level security;
alter table bulk_retry_delivery force row level security;
alter table business_key force row level security;
alter table candidate force row level security;
alter table case_note force row level security;
alter table challenge force row level security;
alter table channel_endpoint force row level security;
alter table chaos force row level security;
alter table clock_jump force row level security;
alter table configuration force row level security;
alter table configuration_file force row level security;
alter table configuration_in_use force row level security;
alter table connection_test force row level security;
alter table control_number force row level security;
alter table cross_reference force row level security;
alter table delivery force row level security;
alter table document force row level security;
alter table document_in_production force row level security;
alter table document_number force row level security;
alter table document_raw force row level security;
alter table draft force row level security;
alter table event force row level security;
alter table event_reader force row level security;
alter table exception_case force row level security;
alter table exchange force row level security;
alter table functional_group force row level security;
alter table go_live_decision force row level security;
alter table go_live_request force row level security;
alter table go_live_version force row level security;
alter table guide_upload force row level security;
alter table hub_key force row level security;
alter table idempotency_key force row level security;
alter table interchange force row level security;
alter table interchange_seen force row level security;
alter table invite force row level security;
alter table ladder_rung force row level security;
alter table mail force row level security;
alter table mail_link force row level security;
alter table mapping_comment force row level security;
alter table mapping_review force row level security;
alter table mapping_unsaved force row level security;
alter table membership force row level security;
alter table notified_transfer force row level security;
alter table odoo_carrier force row level security;
alter table odoo_connection force row level security;
alter table odoo_difference force row level security;
alter table odoo_partner force row level security;
alter table odoo_reconciliation force row level security;
alter table odoo_write force row level security;
alter table organization force row level security;
alter table parallel_comparison force row level security;
alter table parallel_run force row level security;
alter table partner_hold force row level security;
alter table passkey force row level security;
alter table profile force row level security;
alter table recovery_code force row level security;
alter table registration force row level security;
alter table release force row level security;
alter table reminder force row level security;
alter table requirement_waiver force row level security;
alter table resending force row level security;
alter table scenario_frame force row level security;
alter table scenario_run force row level security;
alter table schedule force row level security;
alter table session force row level security;
alter table sign_in_attempt force row level security;
alter table sign_on_link force row level security;
alter table sla_clock force row level security;
alter table stage_entry force row level security;
alter table stale_document force row level security;
alter table taken_order force row level security;
alter table totp force row level security;
alter table trading_identity force row level security;
alter table transaction_set force row level security;
alter table translation_try force row level security;
alter table wake_up force row level security;

create policy own_rows on public.agreement using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.agreement_signature using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.agreement_text using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.api_key using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy colleagues on public.app_user using ((( SELECT app_everything() AS app_everything) OR (id IN ( SELECT membership.user_id
   FROM membership))));
create policy own_rows on public.audit_entry using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.awaited_key using (( SELECT app_everything() AS app_everything));
create policy team_only on public.bulk_retry using (( SELECT app_everything() AS app_everything));
create policy team_only on public.bulk_retry_delivery using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.business_key using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.candidate using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.case_note using (( SELECT app_everything() AS app_everything));
create policy team_only on public.challenge using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.channel_endpoint using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.chaos using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.clock_jump using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.configuration using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.configuration_file using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.configuration_in_use using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.connection_test using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.control_number using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.cross_reference using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.delivery using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.document using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.document_in_production using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.document_number using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.document_raw using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.draft using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.event using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.event_reader using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.exception_case using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.exchange using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.functional_group using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.go_live_decision using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.go_live_request using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.go_live_version using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.guide_upload using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.hub_key using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.idempotency_key using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.interchange using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.interchange_seen using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.invite using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.ladder_rung using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.mail using (( SELECT app_everything() AS app_everything));
create policy team_only on public.mail_link using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.mapping_comment using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.mapping_review using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.mapping_unsaved using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.membership using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.notified_transfer using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.odoo_carrier using (( SELECT app_everything() AS app_everything));
create policy team_only on public.odoo_connection using (( SELECT app_everything() AS app_everything));
create policy team_only on public.odoo_difference using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.odoo_partner using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.odoo_reconciliation using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.odoo_write using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.organization using ((( SELECT app_everything() AS app_everything) OR (id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.parallel_comparison using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.parallel_run using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.partner_hold using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.passkey using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.profile using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.recovery_code using (( SELECT app_everything() AS app_everything));
create policy team_only on public.registration using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.release using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.reminder using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.requirement_waiver using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.resending using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.scenario_frame using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.scenario_run using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.schedule using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.session using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.sign_in_attempt using (( SELECT app_everything() AS app_everything));
create policy team_only on public.sign_on_link using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.sla_clock using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.stage_entry using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.stale_document using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.taken_order using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.totp using (( SELECT app_everything() AS app_everything));
create policy own_rows on public.trading_identity using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.transaction_set using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy own_rows on public.translation_try using ((( SELECT app_everything() AS app_everything) OR (org_id = ( SELECT app_org() AS app_org))));
create policy team_only on public.wake_up using (( SELECT app_everything() AS app_everything));

CREATE OR REPLACE FUNCTION public.api_key_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('api_key_changed', encode(old.key_hash, 'hex'));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_everything()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return current_user = public.app_login('hub')
    or pg_has_role(current_user, (select relowner from pg_class where oid = 'public.organization'::regclass), 'usage');
end $function$
;
CREATE OR REPLACE FUNCTION public.app_login(purpose text)
 RETURNS name
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
  select ('crossdock_' || purpose || '_' || case when octet_length(current_database()) <= 45 then current_database() else md5(current_database()) end)::name $function$
;
CREATE OR REPLACE FUNCTION public.app_org()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare pass text := current_setting('app.org', true);
begin
  if pass ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[.][0-9a-f]{64}$' and pass = public.app_pass(left(pass, 36)::uuid) then
    return left(pass, 36)::uuid;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_pass(org uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare secret bytea := (select key from public.wall_key);
begin
  return org::text || '.' || encode(sha256(secret || sha256(secret || convert_to(org::text, 'UTF8'))), 'hex');
end $function$
;
CREATE OR REPLACE FUNCTION public.app_xact()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select pg_current_xact_id()::text::bigint + app_xact_offset() $function$
;
CREATE OR REPLACE FUNCTION public.app_xact_offset()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$select 0::bigint$function$
;
CREATE OR REPLACE FUNCTION public.app_xact_settled()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + app_xact_offset()
$function$
;
CREATE OR REPLACE FUNCTION public.audit_entry_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.hash is null and new.hash is not null
     and (new.id, new.org_id, new.at, new.actor, new.action, new.document_id, new.detail, new.proof)
         is not distinct from (old.id, old.org_id, old.at, old.actor, old.action, old.document_id, old.detail, old.proof) then
    return new;
  end if;
  raise exception 'audit entries are append-only';
end $function$
;
CREATE OR REPLACE FUNCTION public.audit_seal(sealed jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare changed integer;
begin
  if exists (
    with given as (
      select s.seq, s.previous, s.hash, e.org_id from jsonb_to_recordset(sealed) as s(id bigint, seq bigint, previous text, hash text)
      left join public.audit_entry e on e.id = s.id
    ), head as (
      select o.org_id, coalesce(h.chain_seq, 0) as seq, coalesce(encode(h.hash, 'hex'), repeat('0', 64)) as hash from (select distinct org_id from given) o
      left join lateral (select chain_seq, hash from public.audit_entry where org_id = o.org_id and chain_seq is not null order by chain_seq desc limit 1) h on true
    )
    select from (
      select seq, previous, org_id, row_number() over w as place, lag(hash) over w as former from given window w as (partition by org_id order by seq)
    ) g left join head h using (org_id) where h.seq + g.place is distinct from g.seq or coalesce(g.former, h.hash) is distinct from g.previous
  ) then
    raise exception 'the seals do not continue the chain';
  end if;
  update public.audit_entry e set chain_seq = s.seq, previous_hash = decode(s.previous, 'hex'), hash = decode(s.hash, 'hex'), seal = decode(s.seal, 'hex'), key_id = s.key
    from jsonb_to_recordset(sealed) as s(id bigint, seq bigint, previous text, hash text, seal text, key text) where e.id = s.id;
  get diagnostics changed = row_count;
  return changed;
end $function$
;
CREATE OR REPLACE FUNCTION public.document_search_text(control text, file_name text, subjects text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select lower(concat_ws(E'\n', control, file_name, array_to_string(subjects, E'\n'))) $function$
;
CREATE OR REPLACE FUNCTION public.end_sessions_of_membership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from session where user_id = old.user_id and org_id = old.org_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.end_sessions_of_user()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from session where user_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.go_live_approval()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.go_live_authors()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select coalesce(array_agg(distinct name), '{}') into new.authors from (
    select unnest(array[f.created_by, f.created_by_id::text, (select u.id::text from app_user u where lower(u.email) = lower(f.created_by))]) as name
      from configuration c join configuration_file f on f.org_id = c.org_id and c.files ->> f.path = f.hash
      where c.org_id = new.org_id and c.hash = new.draft_hash
        and (f.path = any (new.fresh_files) or not exists (
          select from release r join configuration p on p.org_id = r.org_id and p.hash = r.hash
          where r.org_id = new.org_id and r.number = new.from_release and p.files ->> f.path = f.hash))
    union
    select a.detail -> 'by' ->> 'id' from audit_entry a
      where a.org_id = new.org_id and (a.action = 'configuration.draft-saved' or a.action like 'agreement.%')
        and a.detail -> 'by' ->> 'kind' = 'person'
        and a.at > coalesce((select r.created_at from release r where r.org_id = new.org_id and r.number = new.from_release), '-infinity')
    union
    select a.detail -> 'by' ->> 'id' from audit_entry a
      join channel_endpoint e on e.org_id = a.org_id and e.id::text = a.detail -> 'subject' ->> 'id'
      where a.org_id = new.org_id and a.action in ('endpoint.added', 'endpoint.changed', 'endpoint.secret-added')
        and a.detail -> 'by' ->> 'kind' = 'person'
        and (not coalesce((a.detail ->> 'promoted')::boolean, false) or coalesce((a.detail ->> 'differs')::boolean, false))
        and exists (select from jsonb_array_elements(new.bundle -> 'endpoints') b where b ->> 'name' = e.name)
        and a.at > coalesce((select max(d.at) from go_live_decision d where d.org_id = new.org_id and d.kind = 'live'), '-infinity')
    union
    select unnest(array[w.waived_by, (select u.id::text from app_user u where lower(u.email) = lower(w.waived_by))])
      from requirement_waiver w
      where w.org_id = new.org_id and w.until > new.at
        and not exists (select from requirement_waiver later
          where later.org_id = w.org_id and later.requirement = w.requirement and later.waived_at > w.waived_at)
        and (w.requirement !~ '/(inbound|outbound)/' or exists (select from unnest(new.covers) c(document) where w.requirement like '%/' || c.document))
  ) found where name is not null;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.mapping_review_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  author record;
begin
  if tg_op = 'DELETE' then
    raise exception 'mapping_review is never deleted';
  end if;
  if tg_op = 'UPDATE' and (old.state <> 'asked' or (new.org_id, new.path, new.hash, new.asked_by, new.asked_at) is distinct from (old.org_id, old.path, old.hash, old.asked_by, old.asked_at)) then
    raise exception 'a decided mapping_review is never changed';
  end if;
  if new.decided_by is not null then
    select created_by, created_by_id into author from configuration_file where org_id = new.org_id and path = new.path and hash = new.hash;
    if author.created_by_id = new.decided_by_id or lower(author.created_by) = lower(new.decided_by) then
      raise exception 'the author of a mapping does not review it';
    end if;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.membership_roles_fit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.roles[1] like 'team-%') <> (select kind = 'owner' from organization where id = new.org_id) then
    raise exception 'the roles % are not those of this organisation''s side', new.roles using errcode = 'check_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.partner_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('partner_change', new.org_id::text);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.session_ended()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('session_ended', encode(old.token_hash, 'hex'));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.since_jumps(at timestamp with time zone, known_jump bigint)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select at + coalesce((select sum(shift_ms) * interval '1 millisecond' from clock_jump where id > known_jump), '0') $function$
;
CREATE OR REPLACE FUNCTION public.stays_as_it_is()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is never changed', tg_table_name;
end $function$
;

CREATE TRIGGER agreement_signature_immutable BEFORE DELETE OR UPDATE ON public.agreement_signature FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER agreement_signature_no_truncate BEFORE TRUNCATE ON public.agreement_signature FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER agreement_text_immutable BEFORE DELETE OR UPDATE ON public.agreement_text FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER agreement_text_no_truncate BEFORE TRUNCATE ON public.agreement_text FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER api_key_changed AFTER UPDATE OF revoked_at, expires_at, scopes ON public.api_key FOR EACH ROW WHEN (((old.revoked_at IS DISTINCT FROM new.revoked_at) OR (old.expires_at IS DISTINCT FROM new.expires_at) OR (old.scopes IS DISTINCT FROM new.scopes))) EXECUTE FUNCTION api_key_changed();
CREATE TRIGGER api_key_removed AFTER DELETE ON public.api_key FOR EACH ROW EXECUTE FUNCTION api_key_changed();
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_guard();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_guard();
CREATE TRIGGER configuration_file_immutable BEFORE DELETE OR UPDATE ON public.configuration_file FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER configuration_file_no_truncate BEFORE TRUNCATE ON public.configuration_file FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER configuration_immutable BEFORE DELETE OR UPDATE ON public.configuration FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER configuration_no_truncate BEFORE TRUNCATE ON public.configuration FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER endpoint_moved AFTER UPDATE ON public.channel_endpoint FOR EACH ROW WHEN (((((((old.breaker IS DISTINCT FROM new.breaker) OR (old.failing_since IS DISTINCT FROM new.failing_since)) OR (old.stopped IS DISTINCT FROM new.stopped)) OR (old.paused_at IS DISTINCT FROM new.paused_at)) OR (old.tested_at IS DISTINCT FROM new.tested_at)) OR (old.last_error IS DISTINCT FROM new.last_error))) EXECUTE FUNCTION partner_changed();
CREATE TRIGGER go_live_decision_approval BEFORE INSERT ON public.go_live_decision FOR EACH ROW EXECUTE FUNCTION go_live_approval();
CREATE TRIGGER go_live_decision_immutable BEFORE DELETE OR UPDATE ON public.go_live_decision FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER go_live_decision_no_truncate BEFORE TRUNCATE ON public.go_live_decision FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER go_live_request_immutable BEFORE DELETE OR UPDATE ON public.go_live_request FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER go_live_request_no_truncate BEFORE TRUNCATE ON public.go_live_request FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER go_live_version_authors BEFORE INSERT ON public.go_live_version FOR EACH ROW EXECUTE FUNCTION go_live_authors();
CREATE TRIGGER go_live_version_immutable BEFORE DELETE OR UPDATE ON public.go_live_version FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER go_live_version_no_truncate BEFORE TRUNCATE ON public.go_live_version FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER guide_upload_immutable BEFORE DELETE OR UPDATE ON public.guide_upload FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER guide_upload_no_truncate BEFORE TRUNCATE ON public.guide_upload FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER mapping_review_by_another BEFORE INSERT OR DELETE OR UPDATE ON public.mapping_review FOR EACH ROW EXECUTE FUNCTION mapping_review_by_another();
CREATE TRIGGER membership_ended AFTER DELETE ON public.membership FOR EACH ROW EXECUTE FUNCTION end_sessions_of_membership();
CREATE TRIGGER membership_roles_fit BEFORE INSERT OR UPDATE OF roles, org_id ON public.membership FOR EACH ROW EXECUTE FUNCTION membership_roles_fit();
CREATE TRIGGER partner_on_record AFTER INSERT ON public.audit_entry FOR EACH ROW WHEN ((new.action !~ '^(document|delivery|session)\.'::text)) EXECUTE FUNCTION partner_changed();
CREATE TRIGGER password_or_standing_changed AFTER UPDATE OF password_hash, disabled_at ON public.app_user FOR EACH ROW WHEN (((old.password_hash IS DISTINCT FROM new.password_hash) OR ((old.disabled_at IS NULL) AND (new.disabled_at IS NOT NULL)))) EXECUTE FUNCTION end_sessions_of_user();
CREATE TRIGGER release_immutable BEFORE DELETE OR UPDATE ON public.release FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER release_no_truncate BEFORE TRUNCATE ON public.release FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER scenario_frame_moved AFTER UPDATE ON public.scenario_frame FOR EACH ROW EXECUTE FUNCTION partner_changed();
CREATE TRIGGER scenario_run_moved AFTER INSERT OR UPDATE ON public.scenario_run FOR EACH ROW EXECUTE FUNCTION partner_changed();
CREATE TRIGGER session_ended AFTER DELETE ON public.session FOR EACH ROW EXECUTE FUNCTION session_ended();
CREATE TRIGGER standing_entered AFTER INSERT ON public.stage_entry FOR EACH ROW EXECUTE FUNCTION partner_changed();
CREATE TRIGGER standing_moved AFTER UPDATE ON public.stage_entry FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION partner_changed();
