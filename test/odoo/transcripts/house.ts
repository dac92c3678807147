import type { Version } from '../../../services/twins/odoo/schema.ts';
import type { Seen, Values } from './seen.ts';

/** Ids of the recorded servers that recordings do not spell out. */
export const recorded = {
  17: { hub: 8, low: 9, stock: 8, customers: 5, vendors: 4, view: 7, adjustment: 14, dock: 46, pick: 23, out: 22 },
  18: { hub: 8, low: 9, stock: 8, customers: 5, vendors: 4, view: 7, adjustment: 14, dock: 47, pick: 27, out: 26 },
  19: { hub: 7, low: 8, stock: 5, customers: 2, vendors: 1, view: 4, adjustment: 900, dock: 48, pick: 19, out: 18 },
} as const;

export const present = '2026-11-29 06:00:00';

export function put(seen: Seen, model: string, id: number, values: Values): void {
  seen.of(model).set(id, { ...values, ...seen.of(model).get(id) });
}

export function base(seen: Seen, version: Version): void {
  const { hub, low, stock, customers, vendors, view, adjustment, dock } = recorded[version];
  put(seen, 'res.company', 1, { name: 'My Company (San Francisco)', partner_id: 1 });
  put(seen, 'res.partner', 1, { name: 'My Company (San Francisco)' });
  put(seen, 'res.partner', dock, { name: 'Big Retail Inc, Big Retail DC 42' });
  for (const [id, name, login] of [
    [hub, 'EDI Hub', 'edi.hub'],
    [2, 'Mitchell Admin', 'admin'],
    [low, 'EDI Low', 'edi.low'],
  ] as const) {
    put(seen, 'res.partner', 800 + id, { name, email: `${login}@example.com` });
    put(seen, 'res.users', id, {
      name,
      login,
      email: `${login}@example.com`,
      partner_id: 800 + id,
      company_id: 1,
      company_ids: [1],
    });
  }
  if (version < 19) put(seen, 'uom.category', 1, { name: 'Unit' });
  const size = version >= 19 ? 6 : 12;
  put(seen, 'uom.uom', 1, {
    name: 'Units',
    factor: 1,
    rounding: 0.01,
    uom_type: 'reference',
    ratio: 1,
    relative_factor: 1,
    category_id: 1,
  });
  put(seen, 'uom.uom', 2, {
    ...{
      name: version >= 19 ? 'Pack of 6' : 'Dozens',
      factor: version >= 19 ? size : 1 / size,
      rounding: 0.01,
      uom_type: 'bigger',
    },
    ...{ ratio: size, relative_factor: size, relative_uom_id: 1, category_id: 1 },
  });
  for (const [at, model] of ['stock.picking', 'sale.order', 'purchase.order', 'res.partner'].entries())
    put(seen, 'ir.model', at + 1, { name: model, model });
  put(seen, 'mail.message.subtype', 1, { name: 'Discussions' });
  put(seen, 'mail.message.subtype', 2, { name: 'Note' });
  put(seen, 'mail.message.subtype', 3, { name: 'Activities' });
  put(seen, 'mail.activity.type', 4, { name: 'To-Do' });
  const outer = version >= 19 ? '' : 'Partners/';
  put(seen, 'stock.location', view, { name: 'WH', complete_name: 'WH', usage: 'view' });
  put(seen, 'stock.location', stock, { name: 'Stock', complete_name: 'WH/Stock' });
  put(seen, 'stock.location', customers, { name: 'Customers', complete_name: `${outer}Customers` });
  put(seen, 'stock.location', vendors, { name: 'Vendors', complete_name: `${outer}Vendors` });
  put(seen, 'stock.location', adjustment, {
    name: 'Inventory adjustment',
    complete_name: 'Virtual Locations/Inventory adjustment',
  });
  const type = {
    warehouse_id: 1,
    company_id: 1,
    create_backorder: 'ask',
    use_existing_lots: true,
    reservation_method: 'at_confirm',
  };
  put(seen, 'stock.picking.type', 1, {
    ...{ ...type, name: 'Receipts', code: 'incoming', sequence_code: 'IN', sequence: 1, use_create_lots: true },
    ...{ default_location_src_id: vendors, default_location_dest_id: stock },
  });
  put(seen, 'stock.picking.type', 2, {
    ...{
      ...type,
      name: 'Delivery Orders',
      code: 'outgoing',
      sequence_code: 'OUT',
      sequence: 2,
      use_create_lots: version >= 19,
    },
    ...{ default_location_src_id: stock, default_location_dest_id: version === 17 ? null : customers },
  });
  put(seen, 'stock.picking.type', 5, {
    ...{ ...type, name: 'Internal Transfers', code: 'internal', sequence_code: 'INT', sequence: 5 },
    ...{ default_location_src_id: stock, default_location_dest_id: stock },
  });
  put(seen, 'stock.warehouse', 1, {
    ...{
      name: 'YourCompany',
      code: 'WH',
      lot_stock_id: stock,
      view_location_id: view,
      in_type_id: 1,
      out_type_id: 2,
      int_type_id: 5,
    },
    ...{ delivery_steps: 'ship_only', company_id: 1 },
  });
}

/** A location lies below the one whose name its own begins with; what it is for, its name tells. */
export function places(seen: Seen, version: Version): void {
  const locations = seen.of('stock.location');
  const byName = new Map([...locations].map(([id, { complete_name }]) => [String(complete_name), id]));
  for (const values of locations.values()) {
    const name = String(values.complete_name ?? values.name);
    values.name ??= name.split('/').at(-1);
    values.usage ??= /Customers$/.test(name)
      ? 'customer'
      : /Vendors$/.test(name)
        ? 'supplier'
        : /Inventory adjustment$/.test(name)
          ? 'inventory'
          : 'internal';
    values.location_id ??= byName.get(name.slice(0, name.lastIndexOf('/'))) ?? null;
  }
  const house = [...byName.keys()].find((name) => /^M8\d\d\/Stock$/.test(name));
  if (house) twoSteps(seen, version, house.split('/')[0]!, byName);
}

function twoSteps(seen: Seen, version: Version, code: string, byName: ReadonlyMap<string, number>): void {
  const { pick, out, customers } = recorded[version];
  const [stock, output] = [byName.get(`${code}/Stock`)!, byName.get(`${code}/Output`)!];
  const view = 700_000;
  put(seen, 'stock.location', view, { name: code, complete_name: code, usage: 'view', location_id: null });
  for (const room of [stock, output]) seen.of('stock.location').get(room)!.location_id = view;
  const type = { warehouse_id: 100, company_id: 1, create_backorder: 'ask', use_existing_lots: true };
  put(seen, 'stock.picking.type', pick, {
    ...{ ...type, name: 'Pick', code: 'internal', sequence_code: 'PICK', sequence: 3 },
    ...{ default_location_src_id: stock, default_location_dest_id: output },
  });
  put(seen, 'stock.picking.type', out, {
    ...{
      ...type,
      name: 'Delivery Orders',
      code: 'outgoing',
      sequence_code: 'OUT',
      sequence: 4,
      use_create_lots: version >= 19,
    },
    ...{ default_location_src_id: output, default_location_dest_id: version === 17 ? null : customers },
  });
  for (const id of [pick, out])
    Object.assign(seen.of('stock.picking.type').get(id)!, { name: id === pick ? 'Pick' : 'Delivery Orders' });
  put(seen, 'stock.warehouse', 100, {
    ...{
      name: `M8 Two Step ${version}`,
      code,
      lot_stock_id: stock,
      view_location_id: view,
      wh_output_stock_loc_id: output,
    },
    ...{ pick_type_id: pick, out_type_id: out, delivery_steps: 'pick_ship', company_id: 1 },
  });
}
