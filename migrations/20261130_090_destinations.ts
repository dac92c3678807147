import type { Knex } from 'knex';

/** Where deliveries go, and the endpoints of partners. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- How a partner and the hub exchange bytes in one environment: a channel with its settings.
create table channel_endpoint (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  environment text not null check (environment in ('sandbox', 'production')),
  name text not null,
  channel text not null,
  settings jsonb not null default '{}',
  -- Sealed values by the name of their setting; written, and never shown.
  secrets jsonb not null default '{}',
  secret_names text[] not null default '{}',
  created_at timestamptz not null,
  removed_at timestamptz,
  paused_at timestamptz,
  paused_by text,
  -- The circuit breaker: while it is open nothing is tried; half-open lets one delivery through.
  breaker text not null default 'closed' check (breaker in ('closed', 'open', 'half-open')),
  failures integer not null default 0,
  failing_since timestamptz,
  retry_at timestamptz,
  last_error text,
  last_success_at timestamptz
);
create unique index channel_endpoint_name on channel_endpoint (org_id, environment, name) where removed_at is null;
alter table channel_endpoint enable row level security;
alter table channel_endpoint force row level security;
create policy own_rows on channel_endpoint using ((select app_everything()) or org_id = (select app_org()));
-- Everybody has had a mailbox all along.
insert into channel_endpoint (id, org_id, environment, name, channel, created_at)
select gen_random_uuid(), o.id, e.name, 'https', 'https', now() from organization o cross join (values ('production'), ('sandbox')) e(name) where o.kind <> 'owner';

alter table agreement rename column channel to endpoint;

alter table document add column endpoint_id uuid references channel_endpoint;
-- Where the fields of the event came to stand in what was written of it.
alter table document add column provenance jsonb;
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in ('received', 'translated', 'unreadable', 'quarantined', 'ready', 'sent', 'delivered'));
create index document_sent on document (endpoint_id) where state = 'sent';

alter table delivery drop constraint delivery_subscriber_check;
alter table delivery drop constraint delivery_event_id_subscriber_key;
alter table delivery rename column subscriber to destination;
alter table delivery alter column event_id drop not null;
alter table delivery add column place text not null default '';
alter table delivery add column endpoint_id uuid references channel_endpoint;
update delivery d set destination = 'document', lane = 'document/' || substr(lane, length('partner/') + 1),
  place = coalesce((select sets -> 0 ->> 'code' from document where id = d.document_id), '')
  where destination = 'partner' and lane like 'partner/%';
update delivery set destination = 'document' where destination = 'partner';
update wake_up set key = 'document/' || substr(key, length('partner/') + 1) where topic = 'lane' and key like 'partner/%';
alter table delivery
  add constraint delivery_destination_check check (destination in ('odoo', 'document', 'channel')),
  -- An event goes to Odoo or becomes a document; a document goes to an endpoint.
  add constraint delivery_of_check check ((destination = 'channel') = (event_id is null) and (destination = 'channel') = (endpoint_id is not null)
    and (destination <> 'channel' or document_id is not null));
create unique index delivery_event_destination on delivery (event_id, destination, place) where event_id is not null;
create unique index delivery_document_endpoint on delivery (document_id, endpoint_id) where endpoint_id is not null;
create index delivery_document on delivery (document_id) where document_id is not null;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
delete from exception_case where delivery_id in (select id from delivery where destination = 'channel') or subject_type = 'endpoint';
delete from delivery where destination = 'channel';
delete from delivery d using delivery o where d.destination = 'document' and o.destination = 'document' and o.event_id = d.event_id and o.seq < d.seq;
drop index delivery_document, delivery_event_destination, delivery_document_endpoint;
alter table delivery drop constraint delivery_destination_check, drop constraint delivery_of_check;
update delivery set destination = 'partner', lane = 'partner/' || substr(lane, length('document/') + 1) where destination = 'document';
update wake_up set key = 'partner/' || substr(key, length('document/') + 1) where topic = 'lane' and key like 'document/%';
delete from wake_up where topic = 'lane' and key like 'endpoint/%';
alter table delivery drop column place, drop column endpoint_id, alter column event_id set not null;
alter table delivery rename column destination to subscriber;
alter table delivery
  add constraint delivery_subscriber_check check (subscriber in ('odoo', 'partner')),
  add constraint delivery_event_id_subscriber_key unique (event_id, subscriber);
update document set state = 'delivered' where state = 'sent';
drop index document_sent;
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in ('received', 'translated', 'unreadable', 'quarantined', 'ready', 'delivered'));
alter table document drop column endpoint_id, drop column provenance;
alter table agreement rename column endpoint to channel;
drop table channel_endpoint;
`);
}
