import type { Knex } from 'knex';
import { schemaFor } from '../../../services/odoo/twin/call.ts';
import { isStored, type Version } from '../../../services/odoo/twin/schema.ts';
import { addTwinKey } from '../../../services/odoo/twin/seed.ts';
import type { Step } from './load.ts';
import type { Recording } from './recordings.ts';
import { Seen, type Values } from './seen.ts';
import type { Keys } from './send.ts';
import { inUnitOf, Start } from './start.ts';

/** Ids of the recorded servers that recordings do not spell out. */
export const recorded = {
  17: { hub: 8, low: 9, stock: 8, customers: 5, vendors: 4, view: 7, adjustment: 14, dock: 46, pick: 23, out: 22 },
  18: { hub: 8, low: 9, stock: 8, customers: 5, vendors: 4, view: 7, adjustment: 14, dock: 47, pick: 27, out: 26 },
  19: { hub: 7, low: 8, stock: 5, customers: 2, vendors: 1, view: 4, adjustment: 900, dock: 48, pick: 19, out: 18 },
} as const;

const present = '2026-11-29 06:00:00';

/** A twin database in the state in which a recording begins, under the recorded ids. */
export async function openSnapshot(
  db: Knex,
  version: Version,
  name: string,
  steps: readonly Step[],
  { fix, before = {}, lacks = [] }: Recording = {},
): Promise<{ keys: Keys; seen: Seen; quants: readonly number[] }> {
  const seen = new Seen(schemaFor(version, lacks), steps);
  base(seen, version);
  stockNames(seen, version, steps);
  places(seen, version);
  transfers(seen, version);
  orders(seen, version);
  lines(seen, version);
  reservedLines(seen, version);
  fix?.(seen, version);
  putaways(seen);
  const inside = (location: number) => String(seen.of('stock.location').get(location)?.usage) === 'internal';
  const validated = Object.keys(before)
    .filter((at) => before[Number(at)] === 'validate')
    .map(Number);
  const start = new Start(version, seen, steps, validated);
  const quants = start.quants(inside);
  quants.push(...onHand(seen, version, quants, start));
  quants.push(...[...seen.of('stock.quant')].map(([id, values]) => ({ id, ...values })));
  seen.records.delete('stock.quant');
  for (const quant of quants)
    for (const [model, id] of [
      ['stock.lot', quant.lot_id],
      ['stock.package', quant.package_id],
    ] as const) {
      const name = typeof id === 'number' ? start.names.get(`${model}/${id}`) : undefined;
      if (name)
        put(seen, model, id as number, { name, ...(model === 'stock.lot' && { product_id: quant.product_id }) });
    }
  const [row] = await db('odoo_twin.database')
    .insert({ name, version, lacks: [...lacks] })
    .returning<{ id: number }[]>('id');
  const rows = [...seen.records].flatMap(([model, records]) =>
    [...records].map(([id, values]) => ({ model, id, values: stored(seen, model, values) })),
  );
  let spare = 900_000;
  for (const { id, ...values } of quants)
    rows.push({ model: 'stock.quant', id: id ?? spare++, values: { ...values, company_id: 1 } });
  await db.raw(
    `insert into odoo_twin.record (database_id, model, id, "values")
     select ?::integer, n.model, n.id, n."values" from jsonb_to_recordset(?::jsonb) as n (model text, id integer, "values" jsonb)`,
    [row!.id, JSON.stringify(rows)],
  );
  await counters(db, row!.id, seen);
  const key = (login: string, uid: number, rights: 'admin' | 'integration' | 'restricted') =>
    addTwinKey(db, { database: name, login, uid, rights });
  const keys = {
    integration: await key('edi.hub', recorded[version].hub, 'integration'),
    admin: await key('admin', 2, 'admin'),
    restricted: await key('edi.low', recorded[version].low, 'restricted'),
  };
  return { keys, seen, quants: rows.filter(({ model }) => model === 'stock.quant').map(({ id }) => id) };
}

/** Places, lots, packages and owners that only the stock names. */
function stockNames(seen: Seen, version: Version, steps: readonly Step[]): void {
  for (const [key, name] of new Start(version, seen, steps).names) {
    const [model, id] = key.split('/') as [string, string];
    if (model !== 'stock.lot' && model !== 'stock.package')
      put(seen, model, Number(id), { [seen.schema.inner(model).rec]: name });
  }
}

const shelf = { 17: 51, 18: 45, 19: 39 } as const;

/** Moves that are shown with a quantity and without their lines have one, in the shelf that the recordings use. */
function reservedLines(seen: Seen, version: Version): void {
  let spare = 950_000;
  for (const [id, move] of seen.of('stock.move')) {
    const quantity = seen.shown.get(`stock.move/${id}/quantity`) ?? 0;
    const known = [...seen.of('stock.move.line').values()].some((line) => line.move_id === id);
    if (quantity <= 0 || known || move.state === 'cancel') continue;
    const house = [...seen.of('stock.location')].find(([, { complete_name }]) =>
      /\/M8 Shelf$/.test(String(complete_name)),
    );
    const name = String(seen.of('stock.picking').get(move.picking_id as number)?.name);
    const from = name.startsWith('M8') && house ? house[0] : shelf[version];
    put(seen, 'stock.location', from, {
      name: 'M Shelf A',
      complete_name: 'WH/Stock/M Shelf A',
      usage: 'internal',
      location_id: recorded[version].stock,
    });
    put(seen, 'stock.move.line', spare++, {
      ...{
        move_id: id,
        picking_id: move.picking_id,
        product_id: move.product_id,
        quantity,
        quantity_product_uom: quantity,
        picked: false,
      },
      ...{
        product_uom_id: move.product_uom,
        location_id: from,
        location_dest_id: move.location_dest_id,
        company_id: 1,
      },
      ...(move.state === 'done' && { closed: true, picked: true }),
    });
  }
}

/** Stock of products that are only shown by how many there are, or by what is reserved of them: fifty, as the recordings begin with. */
function onHand(seen: Seen, version: Version, quants: readonly Values[], start: Start): Values[] {
  const made: Values[] = [];
  for (const id of seen.of('product.product').keys()) {
    const there = quants.filter((quant) => quant.product_id === id);
    const told = seen.shown.get(`product.product/${id}/qty_available`);
    const short = [...seen.of('stock.move').values()].some(
      (move) => move.product_id === id && move.state === 'confirmed',
    );
    const spare = [...seen.of('stock.move.line')].some(([at, line]) => at >= 950_000 && line.product_id === id);
    const unknown =
      !short && !start.knows(id) && (there.length === 0 || (spare && there.every((quant) => !('id' in quant))));
    if (told === undefined && !unknown) continue;
    const rest = (told ?? 50) - there.reduce((sum, quant) => sum + Number(quant.quantity), 0);
    if (rest > 0 && there[0]) there[0].quantity = Number(there[0].quantity) + rest;
    else if (rest > 0) {
      put(seen, 'stock.location', shelf[version], {
        name: 'M Shelf A',
        complete_name: 'WH/Stock/M Shelf A',
        usage: 'internal',
        location_id: recorded[version].stock,
      });
      made.push({
        product_id: id,
        location_id: shelf[version],
        lot_id: null,
        package_id: null,
        owner_id: null,
        quantity: rest,
      });
    }
  }
  return made;
}

/** A receipt whose lines go elsewhere than itself follows a rule. */
function putaways(seen: Seen): void {
  let spare = 970_000;
  for (const line of seen.of('stock.move.line').values()) {
    const picking = seen.of('stock.picking').get(line.picking_id as number);
    if (picking?.picking_type_id !== 1 || line.location_dest_id === picking.location_dest_id) continue;
    const rule = {
      product_id: line.product_id,
      location_in_id: picking.location_dest_id,
      location_out_id: line.location_dest_id,
    };
    put(seen, 'stock.putaway.rule', spare++, { ...rule, company_id: 1 });
  }
}

/** Ids of new records begin far above those of recordings. Once for a database server. */
export async function raiseIds(db: Knex): Promise<void> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select sequencename as name from pg_sequences where schemaname = 'odoo_twin' and sequencename like 'id\\_%'`,
  );
  for (const { name } of rows) await db.raw(`alter sequence odoo_twin.${name} restart with 1000000`);
}

function stored(seen: Seen, model: string, values: Values): Values {
  const { fields, rec } = seen.schema.inner(model);
  const columns = new Set(
    Object.entries(fields).flatMap(([name, field]) => (isStored(field) ? [field.column ?? name] : [])),
  );
  const own = new Set(['closed', 'service', 'quantity_product_uom', rec]);
  return Object.fromEntries(Object.entries(values).filter(([name]) => columns.has(name) || own.has(name)));
}

function put(seen: Seen, model: string, id: number, values: Values): void {
  seen.of(model).set(id, { ...values, ...seen.of(model).get(id) });
}

function base(seen: Seen, version: Version): void {
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
function places(seen: Seen, version: Version): void {
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

function transfers(seen: Seen, version: Version): void {
  const { pick, out, dock } = recorded[version];
  for (const type of seen.of('stock.picking.type').values()) type.name = String(type.name).split(': ').at(-1);
  const only = (model: string) => (seen.of(model).size === 1 ? [...seen.of(model).keys()][0] : undefined);
  for (const [id, values] of seen.of('stock.picking')) {
    const name = String(values.name ?? `WH/OUT/${id}`);
    const kind = /\/(IN|PICK|INT)\//.exec(name)?.[1] ?? 'OUT';
    const own = /^M8/.test(name);
    const type = kind === 'IN' ? 1 : kind === 'INT' ? 5 : kind === 'PICK' ? pick : own ? out : 2;
    const defaults = seen.of('stock.picking.type').get(type) ?? {};
    const order = kind === 'IN' ? { purchase_id: only('purchase.order') } : { sale_id: only('sale.order') };
    const filled = {
      ...{
        name,
        picking_type_id: type,
        partner_id: dock,
        company_id: 1,
        move_type: 'direct',
        priority: '0',
        is_locked: true,
      },
      ...{ scheduled_date: present, state: 'assigned', location_id: defaults.default_location_src_id, date: present },
      ...{ location_dest_id: defaults.default_location_dest_id ?? recorded[version].customers, origin: null, ...order },
    };
    Object.assign(values, { ...filled, ...defined(values) });
  }
}

const defined = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Order lines and the moves that serve them, in the order in which both were made. */
function orders(seen: Seen, version: Version): void {
  if (seen.of('sale.order').size === 0 && seen.of('sale.order.line').size > 0) {
    seen.of('sale.order').set(990_001, {});
    for (const picking of seen.of('stock.picking').values()) picking.sale_id ??= 990_001;
  }
  const served = { 'sale.order': 'sale_id', 'purchase.order': 'purchase_id' } as const;
  for (const [model, field] of Object.entries(served)) {
    const link = model === 'sale.order' ? 'sale_line_id' : 'purchase_line_id';
    for (const [id, values] of seen.of(model)) {
      Object.assign(values, {
        name: `${model}-${id}`,
        state: model === 'sale.order' ? 'sale' : 'purchase',
        partner_id: recorded[version].dock,
        company_id: 1,
        warehouse_id: 1,
        user_id: recorded[version].hub,
        ...values,
      });
      values.commitment_date ??=
        [...seen.of('stock.picking').values()].find((one) => one[field] === id)?.date_deadline ?? null;
      const pickings = [...seen.of('stock.picking')].filter(([, one]) => one[field] === id);
      const direct = pickings
        .filter(([, { picking_type_id }]) => version >= 18 || picking_type_id !== recorded[17].pick)
        .map(([one]) => one);
      const moves = [...seen.of('stock.move')]
        .filter(([, move]) => direct.includes(move.picking_id as number))
        .sort((a, b) => a[0] - b[0]);
      const lines = [...seen.of(`${model}.line`)]
        .filter(([, line]) => (line.order_id ?? id) === id)
        .sort((a, b) => a[0] - b[0]);
      for (const [at, [lineId, line]] of lines.entries()) {
        const move =
          moves.find(([, one]) => one[link] === lineId) ??
          moves.find(([, one]) => line.product_id !== undefined && one.product_id === line.product_id && !one[link]) ??
          moves[at];
        const demand = model === 'sale.order' ? 'product_uom_qty' : 'product_qty';
        Object.assign(line, {
          order_id: id,
          product_id: move?.[1].product_id,
          [demand]: move?.[1].product_uom_qty,
          product_uom_id: move?.[1].product_uom ?? 1,
          ...line,
        });
        if (move)
          Object.assign(move[1], {
            [link]: move[1][link] ?? lineId,
            ...(model === 'purchase.order' && { sequence: 10 + at }),
          });
      }
    }
  }
}

function lines(seen: Seen, version: Version): void {
  for (const values of seen.of('product.product').values()) {
    const [, code, name] = /^\[([^\]]+)\] (.*)$/.exec(String(values.name ?? '')) ?? [];
    Object.assign(values, {
      name: name ?? values.default_code ?? 'Product',
      default_code: code ?? null,
      tracking: 'none',
      uom_id: 1,
      active: true,
      ...values,
      ...(name && { name }),
    });
  }
  for (const [, move] of seen.of('stock.move')) {
    const picking = seen.of('stock.picking').get(move.picking_id as number);
    const product = seen.of('product.product').get(move.product_id as number);
    const places = { location_id: picking?.location_id, location_dest_id: picking?.location_dest_id };
    Object.assign(move, {
      ...{
        state: 'assigned',
        company_id: 1,
        sequence: 10,
        name: 'x',
        date: picking?.scheduled_date,
        origin: picking?.origin,
      },
      ...places,
      product_uom: product?.uom_id ?? 1,
      picked: false,
      ...defined(move),
    });
  }
  for (const [id, line] of seen.of('stock.move.line')) {
    // A move that was shown empty got its lines later.
    if (seen.shown.get(`stock.move/${String(line.move_id)}/quantity`) === 0) {
      seen.of('stock.move.line').delete(id);
      continue;
    }
    const move =
      seen.of('stock.move').get(line.move_id as number) ??
      [...seen.of('stock.move').values()].find((one) => one.picking_id === line.picking_id);
    const { product_id, picking_id, product_uom, location_id, location_dest_id } = move ?? {};
    Object.assign(line, {
      product_id,
      picking_id,
      product_uom_id: product_uom,
      location_id,
      location_dest_id,
      company_id: 1,
      ...defined(line),
    });
    line.move_id ??= [...seen.of('stock.move')].find(([, one]) => one === move)?.[0];
    const unit = seen.of('product.product').get(line.product_id as number)?.uom_id ?? 1;
    line.quantity_product_uom = inUnitOf(version, Number(line.quantity), line.product_uom_id, unit);
    if (move?.state === 'done') line.closed = true;
  }
}

/** Numbers go on after the highest that the recording begins with. */
async function counters(db: Knex, databaseId: number, seen: Seen): Promise<void> {
  const rows = new Map<string, { prefix: string; next: number }>([
    ['sale', { prefix: 'S', next: 1 }],
    ['purchase', { prefix: 'P', next: 1 }],
  ]);
  for (const [id, type] of seen.of('stock.picking.type')) {
    const code = String(seen.of('stock.warehouse').get(type.warehouse_id as number)?.code ?? 'WH');
    const kinds: Readonly<Record<string, string>> = { incoming: 'IN', outgoing: 'OUT', internal: 'INT' };
    rows.set(`picking/${id}`, { prefix: `${code}/${type.sequence_code ?? kinds[String(type.code)]}/`, next: 1 });
  }
  await db('odoo_twin.counter').insert([...rows].map(([code, row]) => ({ database_id: databaseId, code, ...row })));
}
