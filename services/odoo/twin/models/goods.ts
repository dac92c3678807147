import { boolean, char, float, integer, type Model, many2many, many2one, one2many, selection } from '../schema.ts';
import * as compute from '../stock/computed.ts';

export const goodsModels: readonly Model[] = [
  {
    name: 'stock.lot',
    label: 'Lot/Serial',
    order: 'name, id',
    rec: 'name',
    fields: {
      name: char('Lot/Serial Number', { required: true }),
      ref: char('Internal Reference'),
      product_id: many2one('Product', 'product.product', { required: true }),
      company_id: many2one('Company', 'res.company'),
      product_qty: float('On Hand Quantity', { compute: compute.lotQuantity }),
    },
  },
  {
    name: 'stock.package',
    label: 'Package',
    order: 'name, id',
    rec: 'name',
    aliases: { 17: 'stock.quant.package', 18: 'stock.quant.package' },
    fields: {
      name: char('Package Reference'),
      complete_name: char('Complete Name', { since: 19, related: 'name' }),
      shipping_weight: float('Shipping Weight'),
      package_type_id: integer('Package Type', { compute: async (_env, rows) => rows.map(() => false) }),
      package_use: selection('Package Use', { until: 18, fallback: 'disposable' }),
      parent_package_id: many2one('Container', 'stock.package', { since: 19 }),
      location_id: many2one('Location', 'stock.location', { compute: compute.packageLocation }),
      quant_ids: one2many('Bulk Content', 'stock.quant', 'package_id'),
      picking_ids: many2many('Transfers', 'stock.picking', { since: 19, compute: compute.packagePickings }),
      company_id: many2one('Company', 'res.company'),
      valid_sscc: boolean('Package name is valid SSCC', { compute: compute.validSscc }),
    },
  },
  {
    name: 'stock.quant',
    label: 'Quants',
    order: 'id',
    rec: 'id',
    fields: {
      product_id: many2one('Product', 'product.product', { required: true }),
      location_id: many2one('Location', 'stock.location', { required: true }),
      lot_id: many2one('Lot/Serial Number', 'stock.lot'),
      package_id: many2one('Package', 'stock.package'),
      owner_id: many2one('Owner', 'res.partner'),
      quantity: float('Quantity'),
      reserved_quantity: float('Reserved Quantity', {
        compute: compute.reserved,
        sql: compute.reservedSql,
        reads: ['stock.move.line'],
      }),
    },
  },
  {
    name: 'stock.backorder.confirmation',
    label: 'Backorder Confirmation',
    order: 'id',
    rec: 'id',
    fields: { pick_ids: many2many('Transfer', 'stock.picking'), show_transfers: boolean('Show Transfers') },
  },
];
