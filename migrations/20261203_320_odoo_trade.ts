import type { Knex } from 'knex';

/** Who a partner is in Odoo's books, and how its orders and invoices are taken: contacts, journal, product of freight, tolerance. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table odoo_partner
  add column trade jsonb not null default '{}' check (jsonb_typeof(trade) = 'object');
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table odoo_partner drop column trade');
}
