import type { Knex } from 'knex';

/** Orders of buyers that stand in an Odoo as quotations: what a person makes of one there is what the buyer is answered. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table taken_order (
  connection_id uuid not null references odoo_connection on delete cascade,
  -- Id of the sale.order.
  record_id integer not null,
  org_id uuid not null references organization on delete cascade,
  -- The event of the order, and the document that it came in.
  placed_id text not null,
  -- The lines of the order by their place in the event: the line in Odoo, and how many it had of the product's unit.
  lines jsonb not null,
  taken_at timestamptz not null,
  -- What the buyer was told; null until then.
  answer jsonb,
  answered_at timestamptz,
  primary key (connection_id, record_id)
);
create index taken_order_org on taken_order (org_id);
alter table taken_order enable row level security;
alter table taken_order force row level security;
create policy own_rows on taken_order using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table taken_order;');
}
