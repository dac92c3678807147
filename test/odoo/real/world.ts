import type { PlainOdoo, Row } from './plain-odoo.ts';

export interface Product {
  readonly id: number;
  readonly sku: string;
}

export interface StockPlace {
  readonly lot?: number;
  readonly package?: number;
  readonly owner?: number;
}

/** Where a delivery begins, and its operation type. */
export interface House {
  readonly stock: number;
  readonly outType: number;
  /** The first one unless given. */
  readonly company?: number;
}

export interface OrderLine {
  readonly product: Product;
  readonly quantity: number;
  /** Unit of the order line; the product's own unless given. */
  readonly unit?: number;
}

/** One warehouse of an Odoo with products, places and orders that a test makes for itself. Needs a user who may set up a warehouse. */
export interface World {
  readonly odoo: PlainOdoo;
  readonly packageModel: string;
  readonly warehouse: {
    readonly id: number;
    readonly stock: number;
    readonly view: number;
    readonly inType: number;
    readonly outType: number;
  };
  readonly customer: number;
  readonly vendor: number;
  /** Ids of units: pieces, dozens. */
  readonly units: { readonly piece: number; readonly dozen: number };
  product(more?: { readonly tracking?: 'lot' | 'serial'; readonly unit?: number }): Promise<Product>;
  /** An internal location; below WH/Stock unless another parent is given. */
  shelf(parent?: number): Promise<number>;
  lot(product: Product, name: string): Promise<number>;
  pack(name: string): Promise<number>;
  stock(product: Product, location: number, quantity: number, place?: StockPlace): Promise<void>;
  /** A warehouse of its own that ships in so many steps. */
  steps(how: 'ship_only' | 'pick_ship' | 'pick_pack_ship'): Promise<{
    readonly id: number;
    readonly stock: number;
    readonly pickType: number;
    readonly packType: number;
    readonly outType: number;
  }>;
  /** Another company with a warehouse of this code, which only whoever sets up belongs to. */
  company(code: string): Promise<House & { readonly company: number }>;
  /** A delivery that somebody made by hand, without an order, reserved. */
  delivery(lines: readonly OrderLine[], from?: House): Promise<{ readonly id: number; readonly name: string }>;
  /** The same, not confirmed yet. */
  draft(lines: readonly OrderLine[], from?: House): Promise<{ readonly id: number; readonly name: string }>;
  /** Has so many of a done delivery's only product come back. */
  returned(transfer: number, quantity: number): Promise<void>;
  /** A confirmed sales order. @returns its transfers, oldest first. */
  order(
    lines: readonly OrderLine[],
    more?: object,
  ): Promise<{ readonly order: number; readonly name: string; readonly transfers: readonly Row[] }>;
  /** A confirmed purchase order with its receipt. */
  purchase(
    lines: readonly OrderLine[],
    more?: object,
  ): Promise<{ readonly order: number; readonly name: string; readonly receipt: Row }>;
  transfer(id: number): Promise<Row>;
  moves(transfer: number): Promise<readonly Row[]>;
  lines(transfer: number): Promise<readonly Row[]>;
  /** `place lot package owner -> quantity`, without what is empty, in inventory or customer locations. */
  quants(product: Product): Promise<Readonly<Record<string, number>>>;
}

let counter = 0;
/** A number that no run before has used: names in Odoo stay. */
export const fresh = (): string => {
  counter += 1;
  return `${Date.now().toString(36)}${counter}`.toUpperCase();
};

/** A threaded Odoo may cache what was true before a write, for another caller at the same moment; written again, it looks again. */
export async function twice(write: () => Promise<unknown>): Promise<void> {
  await write();
  await write();
}

const name = (value: unknown): string => (Array.isArray(value) ? String(value[1]) : '');

export async function buildWorld(odoo: PlainOdoo): Promise<World> {
  const { version } = odoo;
  const packageModel = version >= 19 ? 'stock.package' : 'stock.quant.package';
  const [wh] = await odoo.rows(
    'stock.warehouse',
    [],
    ['lot_stock_id', 'view_location_id', 'in_type_id', 'out_type_id'],
  );
  const idOf = (field: string) => (wh![field] as [number, string])[0];
  const unitNamed = async (label: string) => {
    // Odoo 19 hides dozens until somebody wants them.
    const named = [
      ['name', '=', label],
      ['active', 'in', [true, false]],
    ];
    const unit = (await odoo.rows('uom.uom', named, ['active']))[0]!;
    if (unit.active === false) await odoo.call('uom.uom', 'write', [[unit.id], { active: true }]);
    return unit.id;
  };
  const units = { piece: await unitNamed('Units'), dozen: await unitNamed('Dozens') };
  const partner = (label: string) => odoo.create('res.partner', { name: `${label} ${fresh()}`, is_company: true });
  const customer = await partner('Test Customer');
  const vendor = await partner('Test Vendor');
  const lineUnit = version >= 19 ? 'product_uom_id' : 'product_uom';
  const orderLine = ({ product, quantity, unit }: OrderLine, field: string) => [
    0,
    0,
    { product_id: product.id, [field]: quantity, ...(unit && { [lineUnit]: unit }) },
  ];
  const transferFields = [
    'name',
    'state',
    'origin',
    'carrier_tracking_ref',
    'date_done',
    'scheduled_date',
    'backorder_ids',
    'picking_type_id',
  ];
  const bare = await odoo.call<object>('stock.picking', 'fields_get', [['carrier_tracking_ref']]);
  const readable = transferFields.filter((field) => field !== 'carrier_tracking_ref' || Object.keys(bare).length > 0);
  async function draft(
    lines: readonly OrderLine[],
    from: House = { stock: idOf('lot_stock_id'), outType: idOf('out_type_id') },
  ) {
    const [there] = await odoo.rows('stock.location', [['usage', '=', 'customer']], ['name']);
    const places = { location_id: from.stock, location_dest_id: there!.id };
    const id = await odoo.create('stock.picking', {
      ...{ picking_type_id: from.outType, partner_id: customer, ...places },
      move_ids: lines.map(({ product, quantity, unit = units.piece }) => [
        ...[0, 0],
        {
          ...{ product_id: product.id, product_uom_qty: quantity, product_uom: unit, ...places },
          ...(from.company && { company_id: from.company }),
          ...(version < 19 && { name: product.sku }),
        },
      ]),
    });
    const [made] = await odoo.rows('stock.picking', [['id', '=', id]], ['name']);
    return { id, name: String(made!.name) };
  }
  return {
    odoo,
    packageModel,
    warehouse: {
      id: wh!.id,
      stock: idOf('lot_stock_id'),
      view: idOf('view_location_id'),
      inType: idOf('in_type_id'),
      outType: idOf('out_type_id'),
    },
    customer,
    vendor,
    units,
    async product({ tracking = 'none' as const, unit = units.piece } = {}) {
      const sku = `T-${fresh()}`;
      const storable = version >= 18 ? { type: 'consu', is_storable: true } : { detailed_type: 'product' };
      const values = { name: `Test ${sku}`, default_code: sku, tracking, uom_id: unit, ...storable };
      const id = await odoo.create('product.product', { ...values, ...(version < 19 && { uom_po_id: unit }) });
      return { id, sku };
    },
    shelf: (parent = idOf('lot_stock_id')) =>
      odoo.create('stock.location', { name: `Shelf ${fresh()}`, location_id: parent, usage: 'internal' }),
    async lot(product, label) {
      const values = { name: label, product_id: product.id, company_id: 1 };
      if (version !== 18) return odoo.create('stock.lot', values);
      // Early builds of 18 demand the list beside empty ids.
      await odoo.call('stock.lot', 'create', [[], [values]]).catch(() => odoo.create('stock.lot', values));
      const found = await odoo.rows(
        'stock.lot',
        [
          ['name', '=', label],
          ['product_id', '=', product.id],
        ],
        ['name'],
      );
      return found[0]!.id;
    },
    pack: (label) => odoo.create(packageModel, { name: label }),
    async stock(product, location, quantity, place = {}) {
      const id = await odoo.call<number | readonly number[]>(
        'stock.quant',
        'create',
        [
          [
            {
              product_id: product.id,
              location_id: location,
              inventory_quantity: quantity,
              ...(place.lot && { lot_id: place.lot }),
              ...(place.package && { package_id: place.package }),
              ...(place.owner && { owner_id: place.owner }),
            },
          ],
        ],
        { context: { inventory_mode: true } },
      );
      await odoo.call('stock.quant', 'action_apply_inventory', [[id].flat()]);
    },
    async steps(how) {
      const label = fresh();
      const values = { name: `Steps ${label}`, code: label.slice(-5), delivery_steps: how };
      const id = await odoo.create('stock.warehouse', values);
      const fields = ['lot_stock_id', 'pick_type_id', 'pack_type_id', 'out_type_id'];
      const [made] = await odoo.rows('stock.warehouse', [['id', '=', id]], fields);
      const [stock, pickType, packType, outType] = fields.map((field) => (made![field] as [number, string])[0]);
      return { id, stock: stock!, pickType: pickType!, packType: packType!, outType: outType! };
    },
    async company(code) {
      const company = await odoo.create('res.company', { name: `Company ${fresh()}` });
      const [user] = await odoo.rows('res.users', [['company_ids', 'in', [company]]], ['login']);
      await twice(() => odoo.call('res.users', 'write', [[user!.id], { company_ids: [[4, company]] }]));
      const house = await odoo.create('stock.warehouse', { name: `House ${fresh()}`, code, company_id: company });
      const [made] = await odoo.rows('stock.warehouse', [['id', '=', house]], ['lot_stock_id', 'out_type_id']);
      const [stock, outType] = [made!.lot_stock_id as [number], made!.out_type_id as [number]];
      return { company, stock: stock[0], outType: outType[0] };
    },
    async delivery(lines, from) {
      const made = await draft(lines, from);
      await odoo.call('stock.picking', 'action_confirm', [[made.id]]);
      await odoo.call('stock.picking', 'action_assign', [[made.id]]);
      return made;
    },
    draft,
    async returned(transfer, quantity) {
      const context = { active_id: transfer, active_ids: [transfer], active_model: 'stock.picking' };
      const made = await odoo.call<number | number[]>('stock.return.picking', 'create', [[{ picking_id: transfer }]], {
        context,
      });
      const [wizard] = [made].flat();
      const lines = await odoo.rows('stock.return.picking.line', [['wizard_id', '=', wizard]], ['quantity']);
      await odoo.call('stock.return.picking.line', 'write', [lines.map(({ id }) => id), { quantity }]);
      const create = version >= 18 ? 'action_create_returns' : 'create_returns';
      const { res_id: back } = await odoo.call<{ res_id: number }>('stock.return.picking', create, [[wizard]], {
        context,
      });
      await odoo.call('stock.picking', 'button_validate', [[back]], {
        context: { skip_backorder: true, skip_sms: true },
      });
    },
    async order(lines, more = {}) {
      const order = await odoo.create('sale.order', {
        partner_id: customer,
        order_line: lines.map((line) => orderLine(line, 'product_uom_qty')),
        ...more,
      });
      await odoo.call('sale.order', 'action_confirm', [[order]]);
      const [head] = await odoo.rows('sale.order', [['id', '=', order]], ['name']);
      const transfers = await odoo.rows('stock.picking', [['sale_id', '=', order]], readable);
      return { order, name: String(head!.name), transfers };
    },
    async purchase(lines, more = {}) {
      const order = await odoo.create('purchase.order', {
        partner_id: vendor,
        ...more,
        order_line: lines.map((line) => {
          const [a, b, values] = orderLine(line, 'product_qty');
          return [a, b, { ...(values as object), price_unit: 1 }];
        }),
      });
      await odoo.call('purchase.order', 'button_confirm', [[order]]);
      const [head] = await odoo.rows('purchase.order', [['id', '=', order]], ['name']);
      const [receipt] = await odoo.rows('stock.picking', [['origin', '=', head!.name]], readable);
      return { order, name: String(head!.name), receipt: receipt! };
    },
    transfer: async (id) => (await odoo.rows('stock.picking', [['id', '=', id]], readable))[0]!,
    moves: (transfer) =>
      odoo.rows(
        'stock.move',
        [['picking_id', '=', transfer]],
        ['product_id', 'product_uom_qty', 'quantity', 'picked', 'state'],
      ),
    lines: (transfer) =>
      odoo.rows(
        'stock.move.line',
        [['picking_id', '=', transfer]],
        [
          'product_id',
          'quantity',
          'picked',
          'lot_id',
          'lot_name',
          'package_id',
          'result_package_id',
          'location_id',
          'location_dest_id',
          'owner_id',
          'product_uom_id',
        ],
      ),
    async quants(product) {
      const rows = await odoo.rows(
        'stock.quant',
        [
          ['product_id', '=', product.id],
          ['location_id.usage', 'in', ['internal', 'customer']],
          ['quantity', '!=', 0],
        ],
        ['location_id', 'lot_id', 'package_id', 'owner_id', 'quantity'],
      );
      // Two transfers at the same moment may leave two quants of one place, which Odoo joins some day.
      const sums = new Map<string, number>();
      for (const quant of rows) {
        const place = [quant.location_id, quant.lot_id, quant.package_id, quant.owner_id].map(name).filter(Boolean);
        const key = place.join(' | ');
        sums.set(key, (sums.get(key) ?? 0) + Number(quant.quantity));
      }
      return Object.fromEntries([...sums].filter(([, quantity]) => quantity !== 0));
    },
  };
}
