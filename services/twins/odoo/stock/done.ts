import { type Env, numberOf, textOf } from '../env.ts';
import { userError, validationError } from '../fault.ts';
import { notify } from '../mail.ts';
import { displayNames } from '../read.ts';
import type { Row } from '../records.ts';
import { addUnorderedLines } from '../trade/purchase.ts';
import { backorderPolicy, demandOf, openBackorder, splitRest, type Work } from './backorder.ts';
import { openFollowers } from './chain.ts';
import { dropEmptied, freeOverdrawn, splitPackages } from './free.ts';
import { shiftsOf } from './lines.ts';
import { pushOn } from './push.ts';
import { shiftStock } from './quants.ts';
import { reserve } from './reserve.ts';
import { recomputeMoves, refreshPickings } from './state.ts';

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

/** Lines that nobody picked of moves that somebody did pick are not shipped: they go. Of the others, the work that is left. */
async function settlePicked(env: Env, works: readonly Work[]): Promise<Work[]> {
  const idle = works.flatMap(({ move, lines }) =>
    move.values.picked === true ? lines.filter((line) => line.values.picked !== true) : [],
  );
  const gone = new Set(idle.map((line) => line.id));
  await env.records.remove('stock.move.line', [...gone]);
  if (gone.size > 0)
    await recomputeMoves(
      env,
      works.map(({ move }) => move),
    );
  return works.map((work) => ({ ...work, lines: work.lines.filter((line) => !gone.has(line.id)) }));
}

/** Cancels moves with what they have reserved. */
async function drop(env: Env, works: readonly Work[]): Promise<void> {
  await env.records.remove(
    'stock.move.line',
    works.flatMap(({ lines }) => lines.map((line) => line.id)),
  );
  for (const { move } of works) env.records.set(move, { state: 'cancel', picked: false });
}

const isOpen = ({ move }: Work) => move.values.state !== 'done' && move.values.state !== 'cancel';

/** Ships moves: stock goes, lines close, and what follows in the chain is reserved. */
async function ship(env: Env, picking: Row, works: readonly Work[]): Promise<void> {
  const lines = works.flatMap((work) => work.lines);
  await settleLots(env, picking, lines);
  await addUnorderedLines(
    env,
    picking,
    works.map(({ move }) => move),
  );
  for (const { move } of works) env.records.set(move, { state: 'done', date: env.now });
  for (const line of lines) env.records.set(line, { date: env.now, closed: true });
  await shiftStock(env, lines.flatMap(shiftsOf));
  await dropEmptied(env, lines);
  if (await splitPackages(env, lines))
    throw userError(
      'You cannot move the same package content more than once in the same transfer or split the same package into two location.',
    );
}

/** Finishes a transfer: stock moves, lines close, and what was not shipped goes to a backorder unless the transfer is closed short. */
export async function finish(env: Env, picking: Row, all: readonly Work[], closeShort: boolean): Promise<void> {
  const works = await settlePicked(env, all.filter(isOpen));
  const policy = await backorderPolicy(env, picking);
  const short = policy === 'never' || (closeShort && policy !== 'always');
  const shipped = works.filter(({ done }) => done > 0);
  const left = works.filter(({ done }) => done <= 0);
  // A move without demand of which nothing came has no place in a backorder.
  const dropped = left.filter((work) => short || demandOf(work) === 0);
  const kept = left.filter((work) => !dropped.includes(work)).map(({ move }) => move);
  await drop(env, dropped);
  const rests = short ? [] : await splitRest(env, shipped);
  await ship(env, picking, shipped);
  const moves = shipped.map(({ move }) => move);
  await reserve(env, await openFollowers(env, moves));
  await pushOn(env, picking, moves);
  if (shipped.length > 0 && rests.length + kept.length > 0) {
    await openBackorder(env, picking, [...kept, ...rests]);
    await reserve(env, [...kept, ...rests]);
  }
  env.records.set(picking, { date_done: env.now });
  await refreshPickings(env, [picking.id]);
  await callCarrier(env, picking);
  // The change of state is tracked, in a message without words.
  await notify(env, 'stock.picking', picking.id, '', true);
  await freeOverdrawn(
    env,
    shipped.flatMap((work) => work.lines),
  );
}
