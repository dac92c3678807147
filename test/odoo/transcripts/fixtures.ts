import type { OdooClient } from '../../../services/odoo/client.ts';
import type { Seeded } from '../../../services/twins/odoo/seed.ts';

/** Products of the recorded demo: a plain one, one by lots, one by serial numbers. */
export type Kind = 'W' | 'L' | 'S';
export type Order = Partial<Record<Kind, number>>;

export interface World {
  readonly admin: OdooClient;
  readonly outgoingType: number;
  readonly products: Readonly<Record<Kind, number>>;
  readonly partners: readonly number[];
  readonly carrier: number;
  readonly locations: Readonly<Record<'stock' | 'customers' | 'vendors', number>>;
}

const serials = Array.from({ length: 60 }, (_, n) => `SN${1000 + n}`);

/** Brings what the recordings take for granted into a twin database: products with stock, the customer, the supplier, the carrier. */
export async function buildWorld(admin: OdooClient, seeded: Seeded): Promise<World> {
  const placeOf = async (usage: string) =>
    (await admin.searchRead('stock.location', [['usage', '=', usage]], ['name']))[0]!.id;
  const locations = {
    stock: await placeOf('internal'),
    customers: await placeOf('customer'),
    vendors: await placeOf('supplier'),
  };
  const [us] = await admin.searchRead('res.country', [['code', '=', 'US']], ['name']);
  const [ny] = await admin.searchRead('res.country.state', [['code', '=', 'NY']], ['name']);
  const [warehouse] = await admin.searchRead('stock.warehouse', [], ['partner_id']);
  await admin.write('stock.warehouse', [warehouse!.id], { name: 'YourCompany' });
  const [company] = await admin.searchRead('res.company', [], ['partner_id']);
  await admin.write('res.company', [company!.id], { name: 'My Company (San Francisco)' });
  const made = await admin.create('product.product', [
    {
      name: 'Hub Widget',
      default_code: 'HUB-W-001',
      barcode: '09506000140445',
      weight: 1.25,
      list_price: 20,
      standard_price: 8,
    },
    {
      name: 'Hub Vaccine',
      default_code: 'HUB-L-002',
      barcode: '09506000140452',
      weight: 0.2,
      list_price: 50,
      standard_price: 20,
      tracking: 'lot',
    },
    {
      name: 'Hub Scanner',
      default_code: 'HUB-S-003',
      barcode: '09506000140469',
      weight: 0.8,
      list_price: 300,
      standard_price: 150,
      tracking: 'serial',
    },
    { name: 'Rapid LTL', default_code: 'RPFL-LTL' },
  ]);
  const products = { W: made[0]!, L: made[1]!, S: made[2]! };
  await fillStock(admin, products, locations.stock);
  const address = { state_id: ny!.id, country_id: us!.id };
  const [retail] = await admin.create('res.partner', [
    {
      name: 'Big Retail Inc',
      ref: 'BIGRET',
      street: '1 Main St',
      city: 'New York',
      zip: '10001',
      phone: '+1 212 555 0100',
      email: 'ap@bigretail.test',
      is_company: true,
      ...address,
    },
  ]);
  const dock = {
    name: 'Big Retail DC 42',
    ref: '0614141000425',
    type: 'delivery',
    parent_id: retail!,
    street: '42 Dock Rd',
    street2: 'Door 7',
    city: 'Albany',
  };
  const others = await admin.create('res.partner', [
    { ...dock, zip: '12201', phone: '+1 518 555 0142', ...address },
    { name: 'Acme Supplier LLC', is_company: true },
  ]);
  const [carrier] = await admin.create('delivery.carrier', [
    {
      name: 'Rapid Freight LTL',
      fixed_price: 75,
      product_id: made[3]!,
      ...(admin.majorVersion >= 18 && { tracking_url: 'https://track.rapid.test/<shipmenttrackingnumber>' }),
    },
  ]);
  return {
    admin,
    outgoingType: seeded.outgoingTypeIds[0]!,
    products,
    partners: [retail!, ...others],
    carrier: carrier!,
    locations,
  };
}

async function fillStock(admin: OdooClient, products: World['products'], location: number): Promise<void> {
  const lotsOf = (product: number, names: readonly string[]) =>
    admin.create(
      'stock.lot',
      names.map((name) => ({ name, product_id: product, company_id: 1 })),
    );
  const lots = await lotsOf(products.L, ['L2026-01', 'L2026-02', 'L2026-03']);
  const pieces = await lotsOf(products.S, serials);
  await admin.create('stock.quant', [
    { product_id: products.W, location_id: location, quantity: 5000 },
    ...lots.map((lot, at) => ({
      product_id: products.L,
      location_id: location,
      lot_id: lot,
      quantity: at === 1 ? 494 : 500,
    })),
    ...pieces.map((lot) => ({ product_id: products.S, location_id: location, lot_id: lot, quantity: 1 })),
  ]);
}

export interface Prepared {
  readonly order: number;
  readonly picking: number;
  readonly moves: readonly number[];
}

/** A confirmed order with its transfer. */
export async function prepareOrder({ admin, products, partners, carrier }: World, order: Order): Promise<Prepared> {
  const lines = Object.entries(order).map(([kind, quantity]) => [
    0,
    0,
    { product_id: products[kind as Kind], product_uom_qty: quantity },
  ]);
  const values = {
    partner_id: partners[0]!,
    partner_shipping_id: partners[1]!,
    client_order_ref: 'PO-C1-1',
    commitment_date: '2026-12-15 17:00:00',
    carrier_id: carrier,
  };
  const [id] = await admin.create('sale.order', [{ ...values, order_line: lines }]);
  await admin.call('sale.order', 'action_confirm', { ids: [id!] });
  const [picking] = await admin.searchRead('stock.picking', [['sale_id', '=', id!]], ['move_ids']);
  return { order: id!, picking: picking!.id, moves: picking!.move_ids as number[] };
}
