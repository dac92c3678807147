import { type Env, groupBy, idOf, inTurn, numberOf, textOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { converted, goodsOf, inProductUnit, quantityIn, rounded } from './units.ts';

const idsIn = (rows: readonly Row[], field: string) => rows.flatMap((row) => idOf(row.values[field]) ?? []);
const byId = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const ids = (rows: readonly Row[]) => rows.map((row) => row.id);

/** `YourCompany: Delivery Orders`. */
export async function pickingTypeNames(env: Env, rows: readonly Row[]): Promise<string[]> {
  const warehouses = byId(await env.browse('stock.warehouse', idsIn(rows, 'warehouse_id')));
  return rows.map((row) => {
    const warehouse = warehouses.get(row.values.warehouse_id as number);
    return warehouse ? `${textOf(warehouse.values.name)}: ${textOf(row.values.name)}` : textOf(row.values.name);
  });
}

/** `S00050/NG-LAMP: Stock>Customers`. */
export async function moveNames(env: Env, rows: readonly Row[]): Promise<string[]> {
  const pickings = byId(await env.browse('stock.picking', idsIn(rows, 'picking_id')));
  const products = byId(await env.browse('product.product', idsIn(rows, 'product_id')));
  const locations = byId(
    await env.browse('stock.location', [...idsIn(rows, 'location_id'), ...idsIn(rows, 'location_dest_id')]),
  );
  return rows.map(({ values }) => {
    const origin = textOf(pickings.get(values.picking_id as number)?.values.origin);
    const code = textOf(products.get(values.product_id as number)?.values.default_code);
    const place = (field: string) => textOf(locations.get(values[field] as number)?.values.name);
    return `${origin ? `${origin}/` : ''}${code ? `${code}: ` : ''}${place('location_id')}>${place('location_dest_id')}`;
  });
}

export async function linesOfMoves(env: Env, moves: readonly Row[]): Promise<Map<number, Row[]>> {
  return groupBy(await env.children('stock.move.line', 'move_id', ids(moves)), 'move_id');
}

export async function moveQuantity(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const lines = await linesOfMoves(env, rows);
  return inTurn(rows, (row) => quantityIn(env, row, lines.get(row.id) ?? []));
}

/** The demand in the product's unit. */
export const productQuantity = (env: Env, rows: readonly Row[]): Promise<Json[]> =>
  inTurn(rows, (row) => inProductUnit(env, row, numberOf(row.values.product_uom_qty), 'product_uom'));

export const lineGoods = async (_env: Env, rows: readonly Row[]): Promise<Json[]> => rows.map(goodsOf);

export async function moveLots(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const lines = await linesOfMoves(env, rows);
  return rows.map((row) => [...new Set(idsIn(lines.get(row.id) ?? [], 'lot_id'))]);
}

async function productWeights(env: Env, rows: readonly Row[]): Promise<(row: Row) => number> {
  const products = byId(await env.browse('product.product', idsIn(rows, 'product_id')));
  return (row) => numberOf(products.get(row.values.product_id as number)?.values.weight);
}

export async function moveWeight(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const weightOf = await productWeights(env, rows);
  return rows.map((row) => total([numberOf(row.values.product_uom_qty) * weightOf(row)]));
}

/** Weight of what was ordered; cancelled moves do not count. */
export async function weight(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const moves = (await env.children('stock.move', 'picking_id', ids(rows))).filter(
    (move) => move.values.state !== 'cancel',
  );
  const weightOf = await productWeights(env, moves);
  const byPicking = groupBy(moves, 'picking_id');
  return rows.map((row) =>
    total((byPicking.get(row.id) ?? []).map((move) => numberOf(move.values.product_uom_qty) * weightOf(move))),
  );
}

/** Loose goods by their weight, packages by the weight that was written on them. */
export async function shippingWeight(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const lines = await env.children('stock.move.line', 'picking_id', ids(rows));
  const weightOf = await productWeights(env, lines);
  const packages = byId(await env.browse('stock.package', idsIn(lines, 'result_package_id')));
  const byPicking = groupBy(lines, 'picking_id');
  return rows.map((row) => {
    const declared = new Map<number, number>();
    const loose = (byPicking.get(row.id) ?? []).map((line) => {
      const parcel = packages.get(line.values.result_package_id as number);
      const written = numberOf(parcel?.values.shipping_weight);
      if (!parcel || written === 0) return numberOf(line.values.quantity) * weightOf(line);
      declared.set(parcel.id, written);
      return 0;
    });
    return total([...loose, ...declared.values()]);
  });
}

export async function trackingUrl(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const carriers = byId(await env.browse('delivery.carrier', idsIn(rows, 'carrier_id')));
  return rows.map((row) => {
    const template =
      env.version >= 18 ? textOf(carriers.get(row.values.carrier_id as number)?.values.tracking_url) : '';
    const reference = textOf(row.values.carrier_tracking_ref);
    return template && reference ? template.replace('<shipmenttrackingnumber>', reference) : null;
  });
}

export async function packagesCount(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const byPicking = groupBy(await env.children('stock.move.line', 'picking_id', ids(rows)), 'picking_id');
  return rows.map((row) => new Set(idsIn(byPicking.get(row.id) ?? [], 'result_package_id')).size);
}

export async function lotQuantity(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const found = await env.records.query<{ lot: number; quantity: number }>(
    ['stock.quant'],
    `select (r."values" ->> 'lot_id')::integer as lot, sum((r."values" ->> 'quantity')::numeric)::float8 as quantity
     from odoo_twin.record r join odoo_twin.record l on l.database_id = r.database_id and l.model = 'stock.location'
       and l.id = (r."values" ->> 'location_id')::integer and l."values" ->> 'usage' in ('internal', 'transit')
     where r.database_id = ? and r.model = 'stock.quant' and (r."values" ->> 'lot_id')::integer = any(?::integer[]) group by 1`,
    [env.identity.databaseId, ids(rows)],
  );
  const quantities = new Map(found.map(({ lot, quantity }) => [lot, quantity]));
  return rows.map((row) => quantities.get(row.id) ?? 0);
}

export async function packageLocation(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const quants = groupBy(await env.children('stock.quant', 'package_id', ids(rows)), 'package_id');
  return rows.map((row) => quants.get(row.id)?.find(({ values }) => values.quantity !== 0)?.values.location_id ?? null);
}

export async function packagePickings(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const lines = groupBy(await env.children('stock.move.line', 'result_package_id', ids(rows)), 'result_package_id');
  return rows.map((row) => [...new Set(idsIn(lines.get(row.id) ?? [], 'picking_id'))]);
}

/** GS1: 18 digits of which the last makes the weighted sum (3, 1, 3, …) a multiple of ten. */
export async function validSscc(_env: Env, rows: readonly Row[]): Promise<Json[]> {
  return rows.map((row) => {
    const name = textOf(row.values.name);
    if (!/^\d{18}$/.test(name)) return false;
    return [...name].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 3 : 1), 0) % 10 === 0;
  });
}

/** What open transfers have set aside of a quant: the sum of their lines for the same place, lot and package. */
export async function reserved(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const open = await openLines(env, [...new Set(idsIn(rows, 'product_id'))]);
  const same = (line: OpenLine, { values }: Row) =>
    line.product === values.product_id &&
    line.location === values.location_id &&
    line.lot === (values.lot_id ?? null) &&
    line.package === (values.package_id ?? null) &&
    line.owner === (values.owner_id ?? null);
  return rows.map((row) => total(open.filter((line) => same(line, row)).map((line) => line.quantity)));
}

const sameOn = (field: string) => `l."values" ->> '${field}' is not distinct from r."values" ->> '${field}'`;

/** The same in SQL, for a search among quants. */
export const reservedSql = `(select coalesce(sum((coalesce(l."values" ->> 'quantity_product_uom', l."values" ->> 'quantity'))::numeric), 0) from odoo_twin.record l
  where l.database_id = r.database_id and l.model = 'stock.move.line' and l."values" ->> 'closed' is null
    and (l."values" ->> 'product_id')::integer = (r."values" ->> 'product_id')::integer
    and ${['location_id', 'lot_id', 'package_id', 'owner_id'].map(sameOn).join(' and ')})`;

export interface OpenLine {
  readonly product: number;
  readonly location: number;
  readonly lot: number | null;
  readonly package: number | null;
  readonly owner: number | null;
  /** In the product's unit. */
  readonly quantity: number;
}

/** Quantities on lines of transfers that are neither done nor cancelled, by product, place, lot, package and owner. */
export function openLines(env: Env, products: readonly number[]): Promise<OpenLine[]> {
  const field = (name: string) => `(r."values" ->> '${name}')::integer`;
  return env.records.query<OpenLine>(
    ['stock.move.line'],
    `select ${field('product_id')} as product, ${field('location_id')} as location, ${field('lot_id')} as lot, ${field('package_id')} as package, ${field('owner_id')} as owner,
       sum(coalesce(r."values" ->> 'quantity_product_uom', r."values" ->> 'quantity')::numeric)::float8 as quantity
     from odoo_twin.record r
     where r.database_id = ? and r.model = 'stock.move.line' and ${field('product_id')} = any(?::integer[]) and r."values" ->> 'closed' is null
     group by 1, 2, 3, 4, 5`,
    [env.identity.databaseId, [...products]],
  );
}

/** What is not set aside of a quant. */
export async function available(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const taken = await reserved(env, rows);
  return rows.map((row, at) => total([numberOf(row.values.quantity), -numberOf(taken[at])]));
}

/** A move is called after its transfer; one without, such as a count, after itself. */
export async function moveReferences(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const pickings = byId(await env.browse('stock.picking', idsIn(rows, 'picking_id')));
  return rows.map(({ values }) => pickings.get(values.picking_id as number)?.values.name ?? values.name ?? null);
}

/** The demand in packagings. */
export const packagingQuantity = (env: Env, rows: readonly Row[]): Promise<Json[]> =>
  inTurn(rows, async ({ values }) => {
    const demand = numberOf(values.product_uom_qty);
    if (env.version >= 19) return rounded(await converted(env, demand, values.product_uom, values.packaging_uom_id));
    const holds = numberOf((await env.one('product.packaging', values.product_packaging_id))?.values.qty);
    return holds > 0 ? rounded(demand / holds) : 0;
  });

export async function activitiesOf(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const found = groupBy(await env.children('mail.activity', 'res_id', ids(rows)), 'res_id');
  return rows.map((row) =>
    (found.get(row.id) ?? []).filter(({ values }) => values.active !== false).map(({ id }) => id),
  );
}
