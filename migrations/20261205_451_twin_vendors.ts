import type { Knex } from 'knex';

/** The twin knows what vendors call products. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create sequence odoo_twin.id_product_supplierinfo as integer start 1000');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    `delete from odoo_twin.record where model = 'product.supplierinfo'; drop sequence odoo_twin.id_product_supplierinfo`,
  );
}
