import { type Env, groupBy, idOf, inTurn, numberOf, textOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { linesOfMoves, openLines, productQuantity } from './computed.ts';
import { below, comesFromOutside } from './places.ts';
import { goodsOf } from './units.ts';

/** Stock of a product: what lies there, what of it is not reserved, what open moves will bring and take. */
export interface Standing {
  readonly onHand: number;
  readonly free: number;
  readonly incoming: number;
  readonly outgoing: number;
}

async function internalLocations(env: Env): Promise<number[]> {
  const { location, warehouse, warehouse_id } = env.context;
  const named = idOf(location) ?? idOf(Array.isArray(location) ? location[0] : undefined);
  const house = await env.one('stock.warehouse', warehouse_id ?? warehouse);
  const root = named ?? idOf(house?.values.view_location_id);
  if (root !== undefined) return below(env, root);
  // The children of the warehouses' views: goods in locations beside them are nobody's to promise.
  const views = await env.search('stock.location', [['usage', '=', 'view']]);
  const found = await inTurn(views, ({ id }) => below(env, id));
  return found.flat();
}

/** How products stand, in the locations that the context names or in all warehouses. */
export async function standings(env: Env, products: readonly number[]): Promise<Map<number, Standing>> {
  const inside = new Set(await internalLocations(env));
  const list = [...new Set(products)];
  const quants = await env.children('stock.quant', 'product_id', list);
  const lines = await openLines(env, list);
  const moves = (await env.children('stock.move', 'product_id', list)).filter(
    ({ values }) => !['done', 'cancel', 'draft'].includes(textOf(values.state)),
  );
  const demands = await productQuantity(env, moves);
  const crossing = (product: number, into: boolean) =>
    moves.flatMap((move, at) => {
      const [from, to] = [move.values.location_id, move.values.location_dest_id].map((id) => inside.has(numberOf(id)));
      return move.values.product_id === product && from === !into && to === into ? [numberOf(demands[at])] : [];
    });
  return new Map(
    list.map((product) => {
      const onHand = total(
        quants
          .filter(({ values }) => values.product_id === product && inside.has(numberOf(values.location_id)))
          .map(({ values }) => numberOf(values.quantity)),
      );
      const taken = lines.filter((line) => line.product === product && inside.has(line.location));
      const standing: Standing = {
        onHand,
        free: total([onHand, ...taken.map(({ quantity }) => -quantity)]),
        incoming: total(crossing(product, true)),
        outgoing: total(crossing(product, false)),
      };
      return [product, standing];
    }),
  );
}

const column = (of: (standing: Standing) => number) => async (env: Env, rows: readonly Row[]) => {
  const found = await standings(
    env,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }): Json => of(found.get(id)!));
};

export const onHand = column((standing) => standing.onHand);
export const freeQuantity = column((standing) => standing.free);
export const incoming = column((standing) => standing.incoming);
export const outgoing = column((standing) => standing.outgoing);
export const virtual = column(({ onHand: there, incoming: come, outgoing: go }) => total([there, come, -go]));

interface Forecast {
  readonly quantity: number;
  /** Not there yet, but on its way. */
  readonly expected: boolean;
}

/** Whether moves could be served: by what they have reserved, what lies free, or what is on its way. A forecast and no reservation. */
async function forecasts(env: Env, moves: readonly Row[]): Promise<Map<number, Forecast>> {
  const found = await standings(
    env,
    moves.map(({ values }) => numberOf(values.product_id)),
  );
  const lines = await linesOfMoves(env, moves);
  const demands = await productQuantity(env, moves);
  const answers = new Map<number, Forecast>();
  for (const [at, move] of moves.entries()) {
    const demand = numberOf(demands[at]);
    const rest = total([demand, ...(lines.get(move.id) ?? []).map((line) => -goodsOf(line))]);
    const { free, incoming: coming } = found.get(numberOf(move.values.product_id))!;
    const served = rest <= 0 || free >= rest || (await comesFromOutside(env, numberOf(move.values.location_id)));
    const expected = !served && free + coming >= rest;
    const has = Math.max(demand, demand - rest);
    answers.set(move.id, { quantity: served || expected ? has : -rest, expected });
  }
  return answers;
}

export async function forecastAvailability(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const found = await forecasts(env, rows);
  return rows.map((row) => found.get(row.id)!.quantity);
}

export async function availabilityState(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const types = new Map(
    (
      await env.browse(
        'stock.picking.type',
        rows.map((row) => numberOf(row.values.picking_type_id)),
      )
    ).map((type) => [type.id, textOf(type.values.code)]),
  );
  const asked = rows.filter((row) => {
    const code = types.get(row.values.picking_type_id as number);
    const open = ['waiting', 'confirmed', 'assigned'].includes(textOf(row.values.state));
    return open && (code === 'outgoing' || (code === 'internal' && env.version >= 19));
  });
  const moves = (
    await env.children(
      'stock.move',
      'picking_id',
      asked.map((row) => row.id),
    )
  ).filter(({ values }) => !['done', 'cancel'].includes(textOf(values.state)));
  const found = await forecasts(env, moves);
  const byPicking = groupBy(moves, 'picking_id');
  const isAsked = new Set(asked);
  return rows.map((row) => {
    if (!isAsked.has(row)) return null;
    const own = (byPicking.get(row.id) ?? []).map((move) => found.get(move.id)!);
    if (own.some(({ quantity }) => quantity < 0)) return 'late';
    return own.some(({ expected }) => expected) ? 'expected' : 'available';
  });
}

export async function availability(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const words: Readonly<Record<string, string>> = { available: 'Available', late: 'Not Available', expected: 'Exp' };
  return (await availabilityState(env, rows)).map((state) => (state === null ? null : words[String(state)]!));
}
