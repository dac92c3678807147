import type { Knex } from 'knex';

/** What a company decides about goods of a partner in its Odoo, beside what was there. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table odoo_partner
  -- What happens where more leaves or comes in than was ordered.
  add column overs text not null default 'apply' check (overs in ('apply', 'hold')),
  -- What happens where the warehouse cancels an order.
  add column warehouse_cancels text not null default 'hold' check (warehouse_cancels in ('apply', 'hold')),
  -- Location of Odoo for goods that came damaged or are on hold.
  add column quarantine_location_id integer check (quarantine_location_id > 0);
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    'alter table odoo_partner drop column overs, drop column warehouse_cancels, drop column quarantine_location_id',
  );
}
