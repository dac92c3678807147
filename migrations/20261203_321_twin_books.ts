import type { Knex } from 'knex';

/** Models of the twin for bills; each has its own sequence of ids. */
const models = ['res.currency', 'account.journal', 'account.move', 'account.move.line'];
const sequence = (model: string) => `odoo_twin.id_${model.replaceAll('.', '_')}`;

/** Twins that were made before get the currency and the journal that every Odoo has. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(models.map((model) => `create sequence ${sequence(model)} as integer start 1000;`).join('\n'));
  await knex.raw(
    `insert into odoo_twin.record (database_id, model, id, "values")
     select d.id, n.model, n.id, n.v::jsonb from odoo_twin.database d cross join (values
       ('res.currency', 1, '{"name": "USD", "symbol": "$", "active": true}'),
       ('res.currency', 2, '{"name": "EUR", "symbol": "€", "active": false}'),
       ('account.journal', 2, '{"name": "Vendor Bills", "code": "BILL", "type": "purchase", "company_id": 1}')
     ) as n (model, id, v) on conflict do nothing`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    `delete from odoo_twin.record where model = any(?); ${models.map((model) => `drop sequence ${sequence(model)};`).join('\n')}`,
    [models],
  );
}
