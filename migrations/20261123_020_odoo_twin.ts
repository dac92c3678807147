import type { Knex } from 'knex';

/** One id sequence for each model, as Odoo has one for each table; shared by all twin databases, since only uniqueness matters. */
const models = [
  'res.company',
  'res.users',
  'res.country',
  'res.country.state',
  'res.partner',
  'ir.model',
  'ir.attachment',
  'uom.uom',
  'mail.message',
  'mail.message.subtype',
  'mail.activity',
  'mail.activity.type',
  'product.product',
  'delivery.carrier',
  'stock.warehouse',
  'stock.location',
  'stock.picking.type',
  'stock.picking',
  'stock.move',
  'stock.move.line',
  'stock.lot',
  'stock.package',
  'stock.quant',
  'stock.backorder.confirmation',
  'sale.order',
  'sale.order.line',
  'purchase.order',
  'purchase.order.line',
] as const;

/**
 * Lookups that a call may repeat thousands of times. Without the database in front: ids are unique over all of them, and a planner without statistics
 * takes any index that starts with it for a good one.
 */
const lookups: readonly (readonly [model: string, field: string, kind: 'text' | 'integer'])[] = [
  ['stock.picking', 'name', 'text'],
  ['stock.picking', 'origin', 'text'],
  ['stock.picking', 'carrier_tracking_ref', 'text'],
  ['stock.picking', 'sale_id', 'integer'],
  ['stock.picking', 'purchase_id', 'integer'],
  ['stock.picking', 'backorder_id', 'integer'],
  ['stock.move', 'picking_id', 'integer'],
  ['stock.move', 'sale_line_id', 'integer'],
  ['stock.move', 'purchase_line_id', 'integer'],
  ['stock.move.line', 'picking_id', 'integer'],
  ['stock.move.line', 'move_id', 'integer'],
  ['stock.move.line', 'result_package_id', 'integer'],
  ['stock.move.line', 'lot_id', 'integer'],
  ['stock.lot', 'name', 'text'],
  ['stock.package', 'name', 'text'],
  ['stock.quant', 'package_id', 'integer'],
  ['sale.order', 'name', 'text'],
  ['sale.order', 'client_order_ref', 'text'],
  ['sale.order.line', 'order_id', 'integer'],
  ['purchase.order', 'name', 'text'],
  ['purchase.order.line', 'order_id', 'integer'],
  ['mail.message', 'res_id', 'integer'],
  ['mail.activity', 'res_id', 'integer'],
  ['ir.attachment', 'res_id', 'integer'],
];

/** Models whose first records have the same fixed ids in every database, such as the company 1 and the unit 1. */
const fixed = new Set(['res.company', 'uom.uom', 'ir.model', 'mail.message.subtype', 'mail.activity.type']);

const slug = (model: string) => model.replaceAll('.', '_');

const tables = `
create schema odoo_twin;
create table odoo_twin.database (
  id integer primary key generated always as identity,
  name text not null unique,
  version integer not null check (version in (17, 18, 19)),
  created_at timestamptz not null default now()
);
create table odoo_twin.credential (
  database_id integer not null references odoo_twin.database on delete cascade,
  login text not null,
  uid integer not null,
  rights text not null check (rights in ('admin', 'integration', 'restricted')),
  key_hash bytea not null,
  expires_at timestamptz,
  primary key (database_id, key_hash)
);
-- A record of any model; "values" holds its stored fields as Odoo would hold them in columns, null for empty.
-- The fill factor leaves room so that an update stays on its page.
create table odoo_twin.record (
  database_id integer not null references odoo_twin.database on delete cascade,
  model text not null,
  id integer not null,
  "values" jsonb not null,
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now(),
  primary key (database_id, model, id)
) with (fillfactor = 80);
create index record_polled on odoo_twin.record (database_id, write_date, id) where model = 'stock.picking';
-- Lines that reserve stock: those of transfers that are neither done nor cancelled.
create index record_open_line on odoo_twin.record ((("values" ->> 'product_id')::integer))
  where model = 'stock.move.line' and "values" ->> 'closed' is null;
create index record_quant_key on odoo_twin.record ((("values" ->> 'product_id')::integer), (("values" ->> 'location_id')::integer),
  (("values" ->> 'lot_id')::integer), (("values" ->> 'package_id')::integer)) where model = 'stock.quant';
-- Numbers such as WH/OUT/00012.
create table odoo_twin.counter (
  database_id integer not null references odoo_twin.database on delete cascade,
  code text not null,
  prefix text not null,
  next integer not null default 1,
  primary key (database_id, code)
);
${models.map((model) => `create sequence odoo_twin.id_${slug(model)} as integer${fixed.has(model) ? ' start 1000' : ''};`).join('\n')}
${lookups
  .map(
    ([model, field, kind]) =>
      `create index record_${slug(model)}_${field} on odoo_twin.record ((("values" ->> '${field}')${kind === 'integer' ? '::integer' : ''})) where model = '${model}';`,
  )
  .join('\n')}
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(tables.replaceAll('?', '\\?'));
  // So that whoever seeds thousands of records may gather statistics at once; before 17 there is no such right, and autovacuum does it a minute later.
  await knex.raw(
    `do $$ begin execute 'grant maintain on odoo_twin.record to public'; exception when others then null; end $$`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema odoo_twin cascade');
}
