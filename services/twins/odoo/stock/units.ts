import { type Env, numberOf } from '../env.ts';
import type { Json, Row } from '../records.ts';

/** Odoo's precision for quantities, as a fresh database has it: hundredths, half away from zero. */
export const rounded = (quantity: number): number =>
  (Math.sign(quantity) * Math.round(Math.abs(quantity) * 100 + 1e-6)) / 100;

/** How many of its family's reference unit one holds: 12 for dozens. Before 19 `factor` says the contrary. */
function sizeOf(env: Env, unit: Row): number {
  const factor = numberOf(unit.values.factor) || 1;
  return env.version >= 19 ? factor : 1 / factor;
}

/** So many of one unit in another one; not rounded. */
export async function converted(
  env: Env,
  quantity: number,
  from: Json | undefined,
  to: Json | undefined,
): Promise<number> {
  if (from === to) return quantity;
  const [one, other] = [await env.one('uom.uom', from), await env.one('uom.uom', to)];
  if (!one || !other) return quantity;
  return Number(((quantity * sizeOf(env, one)) / sizeOf(env, other)).toPrecision(12));
}

export async function unitOfProduct(env: Env, product: Json | undefined): Promise<Json> {
  return (await env.one('product.product', product))?.values.uom_id ?? null;
}

/** A quantity of a record's in the unit that its product is kept in. */
export async function inProductUnit(env: Env, row: Row, quantity: number, unitField: string): Promise<number> {
  return rounded(
    await converted(env, quantity, row.values[unitField], await unitOfProduct(env, row.values.product_id)),
  );
}

/** What a line holds in its product's unit; kept beside its quantity, since stock is counted so. */
export const goodsOf = (line: Row): number => numberOf(line.values.quantity_product_uom ?? line.values.quantity);

/** Changes the quantity of a line, in the line's own unit. */
export async function setLineQuantity(env: Env, line: Row, quantity: number): Promise<void> {
  const kept = rounded(quantity);
  env.records.set(line, {
    quantity: kept,
    quantity_product_uom: await inProductUnit(env, line, kept, 'product_uom_id'),
  });
}

/** What lines hold in the unit of their move. */
export async function quantityIn(env: Env, move: Row, lines: readonly Row[]): Promise<number> {
  let sum = 0;
  for (const line of lines)
    sum += await converted(
      env,
      numberOf(line.values.quantity),
      line.values.product_uom_id ?? move.values.product_uom,
      move.values.product_uom,
    );
  return rounded(sum);
}
