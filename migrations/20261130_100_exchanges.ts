import type { Knex } from 'knex';

/** The log of what goes between partners and the hub, and the hub's own keys. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- One thing that went between a partner and the hub: a message, a receipt for one, a session, an event. Transport only; what a document says is elsewhere.
create table exchange (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  environment text not null check (environment in ('sandbox', 'production')),
  endpoint_id uuid not null references channel_endpoint on delete cascade,
  channel text not null,
  kind text not null check (kind in ('message', 'receipt', 'session', 'event')),
  direction text not null check (direction in ('in', 'out')),
  at timestamptz not null,
  state text not null check (state in ('done', 'waits', 'refused', 'failed')),
  summary text not null,
  transport_id text,
  -- It is the one entry with its transport id: a repeated message gets the answer that stands here.
  once boolean not null default false,
  detail jsonb not null default '{}',
  body bytea,
  document_ids uuid[] not null default '{}',
  event_id text
);
create unique index exchange_once on exchange (endpoint_id, direction, kind, transport_id) where once;
create index exchange_endpoint on exchange (endpoint_id, id desc);
create index exchange_transport on exchange (endpoint_id, transport_id) where transport_id is not null;
create index exchange_documents on exchange using gin (document_ids);
create index exchange_event on exchange (event_id) where event_id is not null;
alter table exchange enable row level security;
alter table exchange force row level security;
create policy own_rows on exchange using ((select app_everything()) or org_id = (select app_org()));

-- What lies at an endpoint for its partner, or came and went there.
create index document_endpoint on document (endpoint_id, direction, state) where endpoint_id is not null;

-- Keys by which the hub is known to partners; nobody but the hub's own login reads them.
create table hub_key (
  id uuid primary key,
  kind text not null,
  state text not null check (state in ('current', 'next', 'former', 'retired')),
  public_part text not null,
  sealed_private_part text not null,
  created_at timestamptz not null,
  not_after timestamptz
);
alter table hub_key enable row level security;
alter table hub_key force row level security;
create policy team_only on hub_key using ((select app_everything()));
create unique index hub_key_current on hub_key (kind) where state = 'current';
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    "delete from exception_case where fingerprint like 'endpoint.expiring/%' or fingerprint like 'hub-key.expiring/%' or fingerprint like 'channel.stranger/%'; drop index document_endpoint; drop table hub_key; drop table exchange",
  );
}
