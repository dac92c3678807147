import type { Knex } from 'knex';

/** Clocks and cases may be about more than documents, a case says its kind, and a clock may warn before it runs out. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table sla_clock
  alter column document_id drop not null,
  -- What it is about: a document by the foreign key, anything else by type and id.
  add column subject_type text not null default 'document' check (subject_type in ('document', 'order', 'stage', 'endpoint', 'certificate')),
  add column subject_id text,
  add column warn_at timestamptz,
  add column warned_at timestamptz,
  add constraint sla_clock_subject_check check ((subject_type = 'document') = (document_id is not null) and (subject_type = 'document') = (subject_id is null));
create unique index sla_clock_subject on sla_clock (org_id, environment, subject_type, subject_id, name) where subject_id is not null;

alter table exception_case
  add column kind text,
  add column subject_type text not null default 'document'
    check (subject_type in ('document', 'order', 'stage', 'endpoint', 'certificate', 'connection', 'api-key', 'organization')),
  add column subject_id text;
update exception_case c set
  kind = case
    when fingerprint = 'ack.unmatched/TA1' then 'ta1.unmatched'
    when fingerprint like 'ack.unmatched/%' then 'ack.unmatched'
    when fingerprint like 'odoo.feed/%/carrier-code/%' then 'feed.carrier-code'
    when fingerprint like 'odoo.feed/%/unit-code/%' then 'feed.unit-code'
    when fingerprint like 'odoo.connection/%' then 'connection.failing'
    when fingerprint like 'api-key.ending/%' then 'api-key.ending'
    when delivery_id is not null then 'delivery.stopped'
    when fingerprint like '%/%' and document_id is not null then 'document.unmapped'
    when title = 'The acknowledgement has no certain address' then 'acknowledgement.unaddressed'
    when title = 'The acknowledgement could not be written' then 'acknowledgement.unwritten'
    else fingerprint end,
  subject_type = case
    when document_id is not null then 'document'
    when delivery_id is not null then 'order'
    when fingerprint like 'odoo.feed/%' or fingerprint like 'odoo.connection/%' then 'connection'
    when fingerprint like 'api-key.ending/%' then 'api-key'
    else 'organization' end,
  subject_id = case
    when document_id is not null then null
    when delivery_id is not null then (select e.subject from delivery v join event e on e.id = v.event_id where v.id = c.delivery_id)
    when fingerprint like 'odoo.feed/%' or fingerprint like 'odoo.connection/%' or fingerprint like 'api-key.ending/%' then split_part(fingerprint, '/', 2)
    else org_id::text end;
alter table exception_case
  alter column kind set not null,
  alter column subject_type drop default,
  add constraint exception_case_subject_check check ((subject_type = 'document') = (document_id is not null) and (subject_type = 'document') = (subject_id is null));
drop index exception_case_open;
create unique index exception_case_open on exception_case (org_id, environment, fingerprint, document_id, delivery_id, subject_type, subject_id) nulls not distinct where state = 'open';
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
delete from exception_case where subject_type in ('order', 'stage', 'endpoint', 'certificate') and delivery_id is null;
delete from sla_clock where subject_type <> 'document';
drop index exception_case_open;
alter table exception_case drop column kind, drop column subject_type, drop column subject_id;
create unique index exception_case_open on exception_case (org_id, environment, fingerprint, document_id, delivery_id) nulls not distinct where state = 'open';
drop index sla_clock_subject;
alter table sla_clock drop column subject_type, drop column subject_id, drop column warn_at, drop column warned_at, alter column document_id set not null;
`);
}
