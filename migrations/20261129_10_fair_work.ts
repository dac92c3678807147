import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- A document that could not be translated is set aside for a person.
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check
  check (state in ('received', 'translated', 'unreadable', 'quarantined', 'ready', 'delivered'));

-- The order of receipt, which no clock can turn round.
alter table document add column seq bigint generated always as identity;
drop index document_received;
create index document_received on document (org_id, environment, seq) where state = 'received';

-- Deliveries of a lane go in the order in which their documents were received; 0 for what no document brought.
alter table delivery add column document_seq bigint not null default 0;
update delivery d set document_seq = o.seq from event e join document o on o.id = e.document_id
  where e.id = d.event_id and d.state in ('pending', 'in-flight');
drop index delivery_lane;
create index delivery_lane on delivery (lane, document_seq, seq) where state in ('pending', 'in-flight');

-- Whose work it is and when its turn is; a lane may wait for the translation of an earlier document.
alter table wake_up add column owner_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table wake_up add column turn_at timestamptz not null default now();
alter table wake_up add column waits_for uuid;
drop index wake_up_waiting;
create index wake_up_waiting on wake_up (topic, owner_id, turn_at, id) where dispatched_at is null and waits_for is null;
create index wake_up_blocked on wake_up (waits_for) where waits_for is not null;

-- Tries at translations that are under way or have failed; a document that is translated has no row.
create table translation_try (
  document_id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  failures integer not null default 0,
  deaths integer not null default 0,
  -- The run of a process that tries it now; of one that has died it stays.
  runner uuid,
  -- It goes alone, in a process of its own, whatever its size.
  apart boolean not null default false
);
alter table translation_try enable row level security;
alter table translation_try force row level security;
create policy own_rows on translation_try using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop table translation_try;
drop index wake_up_blocked;
drop index wake_up_waiting;
alter table wake_up drop column waits_for, drop column turn_at, drop column owner_id;
create index wake_up_waiting on wake_up (id) where dispatched_at is null;
drop index delivery_lane;
alter table delivery drop column document_seq;
create index delivery_lane on delivery (lane, seq) where state in ('pending', 'in-flight');
drop index document_received;
alter table document drop column seq;
create index document_received on document (created_at) where state = 'received';
update document set state = 'received' where state = 'quarantined';
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in ('received', 'translated', 'unreadable', 'ready', 'delivered'));
`);
}
