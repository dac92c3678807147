import type { Knex } from 'knex';

/** Receipts and deadlines of the ladder, sending once more, and deliveries that a newer one took the place of. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- How long the partner has for an answer from the handing over, at which its clock starts.
alter table ladder_rung add column within_minutes integer;
-- The date that the document itself asks for.
alter table ladder_rung add column asked_for timestamptz;
update ladder_rung l set within_minutes = case rung when 'business-answer' then 2880 else 1440 end
  from document d where d.id = l.document_id and d.direction = 'out' and d.answers is null
    and l.rung in ('transport', 'functional-ack', 'business-answer') and l.state in ('pending', 'late', 'failed');

-- A document that is sent once more has its clocks once more; those of before stay as they ended.
alter table sla_clock drop constraint sla_clock_document_id_name_key;
create unique index sla_clock_document on sla_clock (document_id, name) where document_id is not null and stopped_at is null;

alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
  check (state in ('pending', 'in-flight', 'applied', 'already-applied', 'superseded', 'refused', 'held', 'failed'));
update delivery set state = 'superseded' where state = 'already-applied' and reason = 'A newer one took its place.';
-- Which sending of its document it is; of one document at most one is under way.
alter table delivery add column sending integer not null default 1;
drop index delivery_document_endpoint;
create unique index delivery_under_way on delivery (document_id) where endpoint_id is not null and state in ('pending', 'in-flight');

alter table document
  -- What it was written of, and the document that it was written anew for.
  add column event_id text references event,
  add column replaces uuid references document;
update document d set event_id = v.event_id from delivery v where v.document_id = d.id and v.destination = 'document';
create index document_event on document (event_id) where event_id is not null;
create unique index document_replaces on document (replaces) where replaces is not null;
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check
  check (state in ('received', 'translated', 'unreadable', 'quarantined', 'ready', 'sent', 'delivered', 'replaced'));

-- Each time after the first that a document was sent, and how its ladder stood before.
create table resending (
  document_id uuid not null references document,
  sending integer not null check (sending > 1),
  org_id uuid not null references organization on delete cascade,
  at timestamptz not null,
  actor text not null,
  -- Name of the endpoint that it goes to; null for the mailbox.
  endpoint text,
  before jsonb not null,
  primary key (document_id, sending)
);
alter table resending enable row level security;
alter table resending force row level security;
create policy own_rows on resending using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop table resending;
update document set state = 'delivered' where state = 'replaced';
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in ('received', 'translated', 'unreadable', 'quarantined', 'ready', 'sent', 'delivered'));
alter table document drop column event_id, drop column replaces;
drop index delivery_under_way;
delete from exception_case where delivery_id in (select d.id from delivery d join delivery n on n.document_id = d.document_id and n.endpoint_id = d.endpoint_id and n.seq > d.seq);
delete from delivery d using delivery n where n.document_id = d.document_id and n.endpoint_id = d.endpoint_id and n.seq > d.seq;
create unique index delivery_document_endpoint on delivery (document_id, endpoint_id) where endpoint_id is not null;
alter table delivery drop column sending;
update delivery set state = 'already-applied' where state = 'superseded';
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('pending', 'in-flight', 'applied', 'already-applied', 'refused', 'held', 'failed'));
drop index sla_clock_document;
delete from sla_clock c using sla_clock n where n.document_id = c.document_id and n.name = c.name and (n.started_at, n.id) > (c.started_at, c.id);
delete from sla_clock where name in ('collect', 'mdn', 'ta1');
alter table sla_clock add constraint sla_clock_document_id_name_key unique (document_id, name);
delete from exception_case where kind in ('clock.collect', 'clock.mdn', 'clock.ta1', 'mdn.negative', 'mdn.unsent', 'ack.replaced');
alter table ladder_rung drop column within_minutes, drop column asked_for;
`);
}
