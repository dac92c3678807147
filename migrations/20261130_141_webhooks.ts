import type { Knex } from 'knex';

/** Events that are posted to partners. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- Why the hub itself has stopped an endpoint; null where a person paused it.
alter table channel_endpoint add column stopped text;

alter table delivery drop constraint delivery_destination_check, drop constraint delivery_of_check;
-- Since when it has done nothing but fail.
alter table delivery add column failing_since timestamptz;
alter table delivery
  add constraint delivery_destination_check check (destination in ('odoo', 'document', 'channel', 'webhook')),
  -- An event goes to Odoo, becomes a document or is posted to an endpoint; a document goes to an endpoint.
  add constraint delivery_of_check check ((destination = 'channel') = (event_id is null) and (destination in ('channel', 'webhook')) = (endpoint_id is not null)
    and (destination <> 'channel' or document_id is not null));
create index delivery_endpoint on delivery (endpoint_id, seq desc) where endpoint_id is not null;
create index delivery_endpoint_waiting on delivery (endpoint_id) where endpoint_id is not null and state in ('pending', 'in-flight');
create index delivery_endpoint_dead on delivery (endpoint_id, seq desc) where endpoint_id is not null and state = 'failed';
create index event_received on event (org_id, environment, received_at);

-- Ids of events are texts.
drop index exchange_event;
alter table exchange alter column event_id type text using replace(event_id::text, '-', '');
create index exchange_event on exchange (event_id) where event_id is not null;

-- What is sent once more to an endpoint, whatever became of it before.
alter table bulk_retry add column endpoint_id uuid references channel_endpoint on delete cascade;
drop index bulk_retry_running;
create unique index bulk_retry_running on bulk_retry (environment, cause) nulls not distinct where finished_at is null and endpoint_id is null;
create unique index bulk_replay_running on bulk_retry (endpoint_id) where finished_at is null and endpoint_id is not null;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
delete from bulk_retry where endpoint_id is not null;
drop index bulk_replay_running, bulk_retry_running;
alter table bulk_retry drop column endpoint_id;
create unique index bulk_retry_running on bulk_retry (environment, cause) nulls not distinct where finished_at is null;
drop index exchange_event;
update exchange set event_id = null;
alter table exchange alter column event_id type uuid using event_id::uuid;
create index exchange_event on exchange (event_id) where event_id is not null;
delete from exception_case where delivery_id in (select id from delivery where destination = 'webhook') or fingerprint like 'endpoint.stopped/%' or fingerprint like 'endpoint.dead-letters/%';
delete from delivery where destination = 'webhook';
delete from wake_up where topic = 'lane' and key like 'webhook/%';
drop index event_received, delivery_endpoint_dead, delivery_endpoint_waiting, delivery_endpoint;
alter table delivery drop constraint delivery_destination_check, drop constraint delivery_of_check, drop column failing_since;
alter table delivery
  add constraint delivery_destination_check check (destination in ('odoo', 'document', 'channel')),
  add constraint delivery_of_check check ((destination = 'channel') = (event_id is null) and (destination = 'channel') = (endpoint_id is not null)
    and (destination <> 'channel' or document_id is not null));
alter table channel_endpoint drop column stopped;
`);
}
