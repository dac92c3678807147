import type { Knex } from 'knex';

/** What the hub has to remember about each Odoo and each partner's part in it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- What a partner may do in one Odoo, and how its documents are to be read there.
create table odoo_partner (
  connection_id uuid not null references odoo_connection on delete cascade,
  org_id uuid not null references organization on delete cascade,
  -- Operation types of the sites that the agreement covers.
  picking_type_ids integer[] not null default '{}',
  unreserved text not null default 'reserve' check (unreserved in ('reserve', 'hold', 'apply')),
  unit_tolerance double precision not null default 0 check (unit_tolerance >= 0),
  -- Whether a cancel in Odoo goes out as a document.
  send_cancels boolean not null default true,
  primary key (connection_id, org_id)
);
-- Which transfer of which Odoo a partner was sent an event about. Numbers of transfers are not unique over connections and companies; this is.
create table notified_transfer (
  event_id text primary key,
  connection_id uuid not null references odoo_connection on delete cascade,
  org_id uuid not null references organization on delete cascade,
  event_type text not null,
  record_id integer not null,
  name text not null,
  -- The line numbers that the partner was given, and their moves.
  lines jsonb not null default '{}'
);
create index notified_transfer_name on notified_transfer (connection_id, org_id, name);
create index notified_transfer_record on notified_transfer (connection_id, record_id);
alter table odoo_partner enable row level security;
alter table odoo_partner force row level security;
create policy own_rows on odoo_partner using ((select app_everything()) or org_id = (select app_org()));
alter table notified_transfer enable row level security;
alter table notified_transfer force row level security;
create policy own_rows on notified_transfer using ((select app_everything()) or org_id = (select app_org()));
-- The code by which the trade knows a carrier of Odoo's (SCAC). Odoo itself has no place for it.
create table odoo_carrier (
  connection_id uuid not null references odoo_connection on delete cascade,
  carrier_id integer not null,
  name text not null,
  scac text not null check (scac ~ '^[A-Z]{2,4}$'),
  primary key (connection_id, carrier_id)
);
alter table odoo_carrier enable row level security;
alter table odoo_carrier force row level security;
create policy team_only on odoo_carrier using ((select app_everything()));

alter table odoo_connection add column state text not null default 'untried' check (state in ('untried', 'ready', 'unreachable', 'refused'));
alter table odoo_connection add column state_reason text;
alter table odoo_connection add column state_since timestamptz not null default now();
alter table odoo_connection add column last_contact_at timestamptz;
-- Who gets the to-dos where a transfer names nobody.
alter table odoo_connection add column responsible_user_id integer;
-- What the connected Odoo lacks, in sentences.
alter table odoo_connection add column lacks jsonb not null default '[]';

-- A document of which nothing comes outside of the hub is not done.
alter table document drop constraint document_outcome_check;
alter table document add constraint document_outcome_check check (outcome in ('processing', 'done', 'attention', 'rejected', 'waiting', 'kept'));

insert into odoo_partner (connection_id, org_id, picking_type_ids)
select distinct on (c.id, r.org) c.id, r.org,
  array(select jsonb_array_elements_text(coalesce(c.settings -> 'pickingTypeIds', '[]'))::integer)
from odoo_connection c cross join lateral (
  select (value ->> 'orgId')::uuid as org from jsonb_array_elements(coalesce(c.settings -> 'routes', '[]'))
) r join organization o on o.id = r.org;
insert into notified_transfer (event_id, connection_id, org_id, event_type, record_id, name)
select distinct on (e.id) e.id, c.id, e.org_id, e.type, (e.data ->> 'recordId')::integer, e.subject
from event e join odoo_connection c on c.environment = e.environment
where e.type in ('warehouse-order.released.v1', 'shipment.tendered.v1') and e.data -> 'recordId' is not null
order by e.id, c.created_at;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
alter table odoo_connection drop column state, drop column state_reason, drop column state_since, drop column last_contact_at,
  drop column responsible_user_id, drop column lacks;
drop table odoo_carrier;
drop table notified_transfer;
drop table odoo_partner;
`);
}
