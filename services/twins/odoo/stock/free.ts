import { type Env, groupBy, idOf, numberOf, total } from '../env.ts';
import type { Row } from '../records.ts';
import { keyOf, placeOf, quantsAt } from './quants.ts';
import { reserve } from './reserve.ts';
import { recomputeMoves } from './state.ts';
import { converted, goodsOf, setLineQuantity, unitOfProduct } from './units.ts';

/** Where more was taken than was free, other transfers lose what they had set aside there, the latest first, and are reserved elsewhere if there is something. */
export async function freeOverdrawn(env: Env, taken: readonly Row[]): Promise<void> {
  const places = new Map(taken.map((line) => [keyOf(placeOf(line)), placeOf(line)]));
  if (places.size === 0) return;
  const quants = await quantsAt(env, [...places.values()]);
  const products = [...new Set([...places.values()].map(({ product }) => product))];
  const open = await env.records.find('stock.move.line', {
    sql: `(r."values" ->> 'product_id')::integer = any(?::integer[]) and r."values" ->> 'closed' is null`,
    bindings: [products as never],
    models: [],
  });
  const robbed = new Set<number>();
  for (const key of places.keys()) {
    const others = open.filter((line) => keyOf(placeOf(line)) === key);
    const held = numberOf(quants.get(key)?.values.quantity);
    await rob(env, others, total([...others.map(goodsOf), -held]), robbed);
  }
  if (robbed.size === 0) return;
  const moves = await env.records.lock('stock.move', [...robbed]);
  await recomputeMoves(env, moves);
  await reserve(env, moves);
}

async function rob(env: Env, lines: readonly Row[], deficit: number, robbed: Set<number>): Promise<void> {
  let left = deficit;
  for (const line of [...lines].sort((a, b) => b.id - a.id)) {
    if (left <= 0) return;
    const goods = goodsOf(line);
    robbed.add(idOf(line.values.move_id) ?? 0);
    if (goods <= left) await env.records.remove('stock.move.line', [line.id]);
    else {
      const rest = await converted(
        env,
        goods - left,
        await unitOfProduct(env, line.values.product_id),
        line.values.product_uom_id,
      );
      await setLineQuantity(env, line, rest);
    }
    left = total([left, -goods]);
  }
}

/** A package that has moved with all that it held has left nothing behind. */
export async function dropEmptied(env: Env, lines: readonly Row[]): Promise<void> {
  const whole = lines.filter(({ values }) => values.package_id && values.package_id === values.result_package_id);
  const parcels = [...new Set(whole.flatMap((line) => idOf(line.values.package_id) ?? []))];
  const empty = (await env.children('stock.quant', 'package_id', parcels)).filter(
    ({ values }) => numberOf(values.quantity) === 0,
  );
  await env.records.remove(
    'stock.quant',
    empty.map(({ id }) => id),
  );
}

/** A package stands in one place: what would leave it in two is refused. */
export async function splitPackages(env: Env, lines: readonly Row[]): Promise<boolean> {
  const parcels = [...new Set(lines.flatMap((line) => idOf(line.values.result_package_id) ?? []))];
  const held = groupBy(await env.children('stock.quant', 'package_id', parcels), 'package_id');
  return [...held.values()].some(
    (quants) =>
      new Set(quants.filter(({ values }) => numberOf(values.quantity) > 0).map(({ values }) => values.location_id))
        .size > 1,
  );
}
