import { type Env, groupBy, idOf, numberOf, textOf } from '../env.ts';
import { userError, validationError } from '../fault.ts';
import { notify } from '../mail.ts';
import { displayNames } from '../read.ts';
import type { Row } from '../records.ts';
import { addUnorderedLines } from '../trade/purchase.ts';
import { backorderPolicy, demandOf, doneQuantity, splitBackorder, type Work } from './backorder.ts';
import { type Shift, shiftStock } from './quants.ts';
import { reserve } from './reserve.ts';
import { recomputeMoves } from './state.ts';

async function lotFor(env: Env, line: Row): Promise<number> {
  const name = textOf(line.values.lot_name);
  const product = numberOf(line.values.product_id);
  const [known] = await env.search(
    'stock.lot',
    [
      ['name', '=', name],
      ['product_id', '=', product],
    ],
    { limit: 1 },
  );
  if (known) return known.id;
  const [lot] = await env.records.create(env.schema.inner('stock.lot'), [
    { name, product_id: product, company_id: line.values.company_id ?? 1 },
  ]);
  return lot!.id;
}

/** Turns lot names into lots where the operation type may create them, and insists on a lot for tracked products. */
async function settleLots(env: Env, picking: Row, lines: readonly Row[]): Promise<void> {
  const type = await env.one('stock.picking.type', picking.values.picking_type_id);
  const products = await env.browse(
    'product.product',
    lines.map((line) => numberOf(line.values.product_id)),
  );
  for (const [at, line] of lines.entries()) {
    const tracking = textOf(products[at]?.values.tracking);
    if (tracking === 'none' || line.values.lot_id) continue;
    if (!line.values.lot_name || type?.values.use_create_lots !== true) {
      const [name] = await displayNames(env, env.schema.inner('product.product'), [products[at]!]);
      throw userError(
        `You need to supply a Lot/Serial Number for product:${env.version === 17 ? ' \n - ' : '\n- '}${name}`,
      );
    }
    const lot = await lotFor(env, line);
    env.records.set(line, { lot_id: lot });
  }
  await refuseDoubleSerials(env, products, lines);
}

/** One serial number is one piece, and can come into stock only once. */
async function refuseDoubleSerials(env: Env, products: readonly Row[], lines: readonly Row[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    if (products[at]?.values.tracking !== 'serial') continue;
    const twice = numberOf(line.values.quantity) > 1 || (await isInStock(env, line));
    if (!twice) continue;
    const lot = await env.one('stock.lot', line.values.lot_id);
    const [name] = await displayNames(env, env.schema.inner('product.product'), [products[at]!]);
    throw validationError(
      `The serial number has already been assigned: \n Product: ${name}, Serial Number: ${textOf(lot?.values.name)}`,
    );
  }
}

async function isInStock(env: Env, line: Row): Promise<boolean> {
  const to = await env.one('stock.location', line.values.location_dest_id);
  if (to?.values.usage !== 'internal') return false;
  const found = await env.search(
    'stock.quant',
    [
      ['lot_id', '=', numberOf(line.values.lot_id)],
      ['quantity', '>', 0],
      ['location_id.usage', '=', 'internal'],
    ],
    { limit: 1 },
  );
  return found.length > 0 && found[0]?.values.location_id !== line.values.location_id;
}

function shiftsOf(line: Row): Shift[] {
  const { values } = line;
  const goods = { product: numberOf(values.product_id), lot: idOf(values.lot_id) ?? null };
  const quantity = numberOf(values.quantity);
  return [
    {
      ...goods,
      location: numberOf(values.location_id),
      package: idOf(values.package_id) ?? null,
      quantity: -quantity,
    },
    {
      ...goods,
      location: numberOf(values.location_dest_id),
      package: idOf(values.result_package_id) ?? null,
      quantity,
    },
  ];
}

/** Odoo ships through its own connector when nobody else has given a tracking reference. */
async function callCarrier(env: Env, picking: Row): Promise<void> {
  const carrier = await env.one('delivery.carrier', picking.values.carrier_id);
  const type = await env.one('stock.picking.type', picking.values.picking_type_id);
  if (!carrier || type?.values.code !== 'outgoing' || picking.values.carrier_tracking_ref) return;
  if (carrier.values.integration_level !== 'rate_and_ship') return;
  const price = numberOf(carrier.values.fixed_price);
  env.records.set(picking, { carrier_price: price });
  const body = `<p>Shipment sent to carrier ${textOf(carrier.values.name)} for shipping with tracking number False<br>Cost: ${price.toFixed(2)} USD</p>`;
  await notify(env, 'stock.picking', picking.id, body, false);
}

/** Finishes a transfer: stock moves, lines close, and what was not shipped goes to a backorder unless the transfer is closed short. */
export async function finish(env: Env, picking: Row, works: readonly Work[], closeShort: boolean): Promise<void> {
  const open = works.filter(({ move }) => move.values.state !== 'done' && move.values.state !== 'cancel');
  const shipped = open.filter((work) => doneQuantity(work) > 0);
  const lines = shipped.flatMap((work) =>
    work.lines.filter((line) => line.values.picked === true && numberOf(line.values.quantity) > 0),
  );
  await settleLots(env, picking, lines);
  await addUnorderedLines(
    env,
    picking,
    shipped.map(({ move }) => move),
  );
  const policy = await backorderPolicy(env, picking);
  const short = policy === 'never' || (closeShort && policy !== 'always');
  const idle = open.flatMap((work) =>
    work.lines.filter((line) => line.values.picked !== true || numberOf(line.values.quantity) === 0),
  );
  for (const { move } of shipped) env.records.set(move, { state: 'done', date: env.now });
  for (const line of lines) env.records.set(line, { date: env.now, closed: true });
  await shiftStock(env, lines.flatMap(shiftsOf));
  if (short) {
    await env.records.remove(
      'stock.move.line',
      idle.map((line) => line.id),
    );
    for (const work of open.filter((one) => doneQuantity(one) === 0)) env.records.set(work.move, { state: 'cancel' });
  } else {
    await splitBackorder(env, picking, open);
    // A move without demand of which nothing came has no place in a backorder.
    for (const work of open.filter((one) => doneQuantity(one) === 0 && demandOf(one) === 0))
      env.records.set(work.move, { state: 'cancel' });
  }
  env.records.set(picking, { state: 'done', date_done: env.now });
  await callCarrier(env, picking);
  // The change of state is tracked, in a message without words.
  await notify(env, 'stock.picking', picking.id, '', true);
  await freeStolen(env, lines);
}

/** Another transfer may have set aside the very serial that was shipped here: it gets another one. */
async function freeStolen(env: Env, lines: readonly Row[]): Promise<void> {
  const products = await env.browse(
    'product.product',
    lines.map((line) => numberOf(line.values.product_id)),
  );
  const serial = lines.filter((_, at) => products[at]?.values.tracking === 'serial');
  const lots = [...new Set(serial.flatMap((line) => idOf(line.values.lot_id) ?? []))];
  if (lots.length === 0) return;
  const others = await env.records.find('stock.move.line', {
    sql: `(r."values" ->> 'lot_id')::integer = any(?::integer[]) and r."values" ->> 'closed' is null`,
    bindings: [lots as never],
    models: [],
  });
  for (const [lot, stale] of groupBy(others, 'lot_id')) {
    const location = numberOf(stale[0]!.values.location_id);
    const quants = await env.search('stock.quant', [
      ['lot_id', '=', lot],
      ['location_id', '=', location],
    ]);
    const left = quants.reduce((sum, quant) => sum + numberOf(quant.values.quantity), 0);
    if (left >= stale.reduce((sum, line) => sum + numberOf(line.values.quantity), 0)) continue;
    const moves = await env.records.lock(
      'stock.move',
      stale.flatMap((line) => idOf(line.values.move_id) ?? []),
    );
    await env.records.remove(
      'stock.move.line',
      stale.map((line) => line.id),
    );
    await recomputeMoves(env, moves);
    await reserve(env, moves);
  }
}
