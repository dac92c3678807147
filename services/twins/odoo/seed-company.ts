import type { Json } from './records.ts';
import type { Version } from './schema.ts';
import { carriers, contacts, customers, ownAddress, states, vendor, warehouseAddress } from './seed-data.ts';
import { seedGoods } from './seed-goods.ts';
import type { SeedRows } from './seed-rows.ts';

export interface SeededProduct {
  readonly id: number;
  readonly name: string;
  readonly shown: string;
  readonly tracking: string;
  readonly price: number;
  readonly cost: number;
}

export interface Company {
  readonly uid: number;
  readonly companyId: number;
  readonly outgoingTypeId: number;
  readonly incomingTypeId: number;
  readonly internalTypeId: number;
  readonly warehouseId: number;
  readonly stockId: number;
  readonly customersId: number;
  readonly vendorsId: number;
  readonly vendorId: number;
  readonly unitId: number;
  readonly customerIds: readonly number[];
  /** Contacts by what they are to the company: carrier, warehouse, buyer. */
  readonly contactIds: Readonly<Record<keyof typeof contacts, number>>;
  readonly carrierIds: readonly number[];
  readonly products: ReadonlyMap<string, SeededProduct>;
  /** Lots of the tracked product, in the order in which they are reserved. */
  readonly lots: readonly { readonly id: number; readonly quantity: number }[];
}

type Address = {
  readonly ref: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly phone: string;
};

async function addresses(
  rows: SeedRows,
): Promise<(name: string, address: Address, extra?: Record<string, Json>) => Promise<number>> {
  const us = await rows.one('res.country', { name: 'United States', code: 'US' });
  const byCode = new Map<string, number>();
  for (const [name, code] of states)
    byCode.set(code, await rows.one('res.country.state', { name, code, country_id: us }));
  return (name, { state, ...rest }, extra = {}) =>
    rows.one('res.partner', {
      name,
      ...rest,
      type: 'contact',
      is_company: true,
      active: true,
      state_id: byCode.get(state) ?? null,
      country_id: us,
      ...extra,
    });
}

async function places(rows: SeedRows, version: Version, warehousePartner: number, companyId: number) {
  const outer = version >= 19 ? '' : 'Partners/';
  const location = (name: string, complete: string, usage: string, parent: number | null) =>
    rows.one('stock.location', { name, complete_name: complete, usage, location_id: parent, company_id: companyId });
  const vendorsId = await location('Vendors', `${outer}Vendors`, 'supplier', null);
  const customersId = await location('Customers', `${outer}Customers`, 'customer', null);
  const viewId = await location('WH', 'WH', 'view', null);
  const stockId = await location('Stock', 'WH/Stock', 'internal', viewId);
  await location('Inventory adjustment', `${outer && 'Virtual Locations/'}Inventory adjustment`, 'inventory', null);
  // Rooms that a warehouse of one step does not use are archived.
  const room = async (name: string) => {
    const id = await location(name, `WH/${name}`, 'internal', viewId);
    rows.patch(id, 'stock.location', { active: false });
    return id;
  };
  const rooms = {
    wh_input_stock_loc_id: await room('Input'),
    wh_output_stock_loc_id: await room('Output'),
    wh_pack_stock_loc_id: await room('Packing Zone'),
  };
  const warehouseId = await rows.one('stock.warehouse', {
    name: 'Quayside Joliet',
    code: 'WH',
    company_id: companyId,
    partner_id: warehousePartner,
    lot_stock_id: stockId,
    view_location_id: viewId,
    ...rooms,
    reception_steps: 'one_step',
    delivery_steps: 'ship_only',
  });
  const type = {
    warehouse_id: warehouseId,
    company_id: companyId,
    create_backorder: 'ask',
    reservation_method: 'at_confirm',
    use_existing_lots: true,
  };
  const incomingTypeId = await rows.one('stock.picking.type', {
    ...type,
    name: 'Receipts',
    sequence: 1,
    code: 'incoming',
    sequence_code: 'IN',
    use_create_lots: true,
    use_existing_lots: false,
    default_location_src_id: vendorsId,
    default_location_dest_id: stockId,
  });
  const outgoingTypeId = await rows.one('stock.picking.type', {
    ...type,
    name: 'Delivery Orders',
    sequence: 2,
    code: 'outgoing',
    sequence_code: 'OUT',
    // 19 lets deliveries create lots; before, an unknown lot is refused.
    use_create_lots: version >= 19,
    default_location_src_id: stockId,
    // 17 leaves the destination to the order.
    default_location_dest_id: version === 17 ? null : customersId,
  });
  const internalTypeId = await rows.one('stock.picking.type', {
    ...type,
    name: 'Internal Transfers',
    sequence: 5,
    code: 'internal',
    sequence_code: 'INT',
    default_location_src_id: stockId,
    default_location_dest_id: stockId,
  });
  // Steps that it does not have are archived.
  const step = (name: string, sequence: number, code: string) =>
    rows.one('stock.picking.type', {
      ...{ ...type, name, sequence, code: 'internal', sequence_code: code, active: false },
      ...{ default_location_src_id: stockId, default_location_dest_id: rooms.wh_output_stock_loc_id },
    });
  rows.patch(warehouseId, 'stock.warehouse', {
    pick_type_id: await step('Pick', 3, 'PICK'),
    pack_type_id: await step('Pack', 4, 'PACK'),
    in_type_id: incomingTypeId,
    out_type_id: outgoingTypeId,
    int_type_id: internalTypeId,
  });
  return { vendorsId, customersId, stockId, warehouseId, incomingTypeId, outgoingTypeId, internalTypeId };
}

async function carrierIds(rows: SeedRows, unitId: number): Promise<number[]> {
  const made: number[] = [];
  for (const { name, price, trackingUrl } of carriers) {
    const product = await rows.one('product.product', {
      name,
      service: true,
      tracking: 'none',
      uom_id: unitId,
      active: true,
    });
    made.push(
      await rows.one('delivery.carrier', {
        name,
        sequence: 10,
        active: true,
        delivery_type: 'fixed',
        integration_level: 'rate_and_ship',
        product_id: product,
        fixed_price: price,
        tracking_url: trackingUrl,
      }),
    );
  }
  return made;
}

function fixtures(rows: SeedRows): void {
  for (const [at, model] of ['stock.picking', 'sale.order', 'purchase.order', 'res.partner'].entries())
    rows.fixed('ir.model', at + 1, { name: model, model });
  rows.fixed('res.currency', 1, { name: 'USD', symbol: '$', active: true });
  rows.fixed('res.currency', 2, { name: 'EUR', symbol: '€', active: false });
  rows.fixed('account.journal', 2, { name: 'Vendor Bills', code: 'BILL', type: 'purchase', company_id: 1 });
  rows.fixed('mail.message.subtype', 1, { name: 'Discussions' });
  rows.fixed('mail.message.subtype', 2, { name: 'Note' });
  rows.fixed('mail.activity.type', 4, { name: 'To-Do' });
}

/** Pieces and what holds so many of them. 19 hides dozens until somebody wants them. */
function units(rows: SeedRows, version: Version): number {
  rows.fixed('uom.category', 1, { name: 'Unit' });
  const unit = (id: number, name: string, size: number, active = true) =>
    rows.fixed('uom.uom', id, {
      ...{ name, active, rounding: 0.01, category_id: 1, uom_type: size === 1 ? 'reference' : 'bigger', ratio: size },
      ...{ factor: version >= 19 ? size : 1 / size, relative_factor: size, relative_uom_id: size === 1 ? null : 1 },
    });
  const unitId = unit(1, 'Units', 1);
  if (version >= 19) unit(2, 'Pack of 6', 6);
  unit(version >= 19 ? 3 : 2, 'Dozens', 12, version < 19);
  return unitId;
}

/** Everything but the orders. */
export async function seedCompany(
  rows: SeedRows,
  of: { company: string; version: Version; login: string; transfers: number; receipts: number },
): Promise<Company> {
  fixtures(rows);
  const address = await addresses(rows);
  const own = await address(of.company, ownAddress);
  const companyId = rows.fixed('res.company', 1, { name: of.company, partner_id: own });
  const user = async (name: string, login: string) => {
    const partner = await rows.one('res.partner', { name, email: login, type: 'contact', active: true });
    return rows.one('res.users', {
      name,
      login,
      email: login,
      partner_id: partner,
      company_id: companyId,
      company_ids: [companyId],
      lang: 'en_US',
    });
  };
  await user('Administrator', 'admin');
  const uid = await user('EDI Hub', of.login);
  const unitId = units(rows, of.version);
  const warehousePartner = await address(warehouseAddress.name, warehouseAddress);
  const placed = await places(rows, of.version, warehousePartner, companyId);
  const customerIds: number[] = [];
  for (const customer of customers) customerIds.push(await address(customer.name, customer));
  const vendorId = await address(vendor.name, vendor);
  const contactIds = {
    carrier: await address(contacts.carrier.name, contacts.carrier),
    warehouse: await address(contacts.warehouse.name, contacts.warehouse),
    buyer: await address(contacts.buyer.name, contacts.buyer),
  };
  const stocked = await seedGoods(rows, placed.stockId, unitId, companyId, of.transfers);
  return {
    uid,
    companyId,
    unitId,
    vendorId,
    customerIds,
    contactIds,
    carrierIds: await carrierIds(rows, unitId),
    ...placed,
    ...stocked,
  };
}
