import type { Knex } from 'knex';

/**
 * Numbers that a document is found by, as `services/domain/numbers.ts` writes them: what begins so is found with a btree, whose operators row-level security lets
 * come first. And what the first line of a document looks up.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table document_number (
  org_id uuid not null,
  document_id uuid not null references document on delete cascade,
  number text collate "C" not null,
  primary key (document_id, number)
);
create index document_number_search on document_number (number, document_id);
alter table document_number enable row level security;
alter table document_number force row level security;
create policy own_rows on document_number using ((select app_everything()) or org_id = (select app_org()));
create index ladder_rung_by on ladder_rung (by_document_id) where by_document_id is not null and rung in ('ta1', 'functional-ack');
create index exception_case_document on exception_case (document_id) where document_id is not null;
`);
  await knex.raw(
    `with given as (
       select id as document_id, org_id, unnest(array_remove(subjects || array[control_number, file_name], null)) as number from document
       union
       select e.document_id, e.org_id, f #>> '{value}' from event e, jsonb_path_query(e.data, '$.** \\? (@.type() == "object").keyvalue()') f
       where e.document_id is not null and jsonb_typeof(f -> 'value') = 'string' and f ->> 'key' = any(?)
     ), plain as (
       select org_id, document_id, left(regexp_replace(upper(number), '[^A-Z0-9]', '', 'g'), 60) as number from given
       union
       select org_id, document_id, left(substring(upper(number) from '[^A-Z0-9]([0-9]{3,})$'), 60) from given
     )
     insert into document_number (org_id, document_id, number)
     select org_id, document_id, number from plain where number <> ''
     union
     select org_id, document_id, ltrim(number, '0') from plain where number like '0%' and ltrim(number, '0') <> ''
     on conflict do nothing`,
    [searched],
  );
}

const searched = [
  ...['adjustmentNumber', 'adviceNumber', 'appointmentNumber', 'billOfLading', 'carrierReference', 'customerOrder'],
  ...['groupControl', 'invoiceNumber', 'orderNumber', 'purchaseOrder', 'receiptNumber', 'releaseNumber'],
  ...['returnAuthorization', 'sellerOrderNumber', 'shipmentId', 'snapshotNumber', 'sscc', 'through', 'tracking'],
  ...['trackingNumber', 'trackingThrough'],
];

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop index exception_case_document;
drop index ladder_rung_by;
drop table document_number;
`);
}
