import type { Knex } from 'knex';

/** Models that the twin got later; each has its own sequence of ids, like the first ones. */
const models = [
  'uom.category',
  'product.packaging',
  'product.uom',
  'stock.putaway.rule',
  'stock.scrap',
  'stock.return.picking',
  'stock.return.picking.line',
  'stock.inventory.conflict',
  'ir.module.module',
];
const sequence = (model: string) => `odoo_twin.id_${model.replaceAll('.', '_')}`;

/** Each twin database says which of Odoo's modules it lacks, and which trouble it makes at present. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `alter table odoo_twin.database add column lacks text[] not null default '{}', add column trouble jsonb;
     ${models.map((model) => `create sequence ${sequence(model)} as integer start 1000;`).join('\n')}`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    `alter table odoo_twin.database drop column lacks, drop column trouble;
     ${models.map((model) => `drop sequence ${sequence(model)};`).join('\n')}`,
  );
}
