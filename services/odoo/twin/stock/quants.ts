import { type Env, idOf, numberOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { openLines } from './computed.ts';

export interface Place {
  readonly product: number;
  readonly location: number;
  readonly lot: number | null;
  readonly package: number | null;
}

export interface Shift extends Place {
  readonly quantity: number;
}

const fields: readonly (readonly [keyof Place, string])[] = [
  ['product', 'product_id'],
  ['location', 'location_id'],
  ['lot', 'lot_id'],
  ['package', 'package_id'],
];
const keyOf = (place: Place) => `${place.product}/${place.location}/${place.lot ?? 0}/${place.package ?? 0}`;
const placeOf = ({ values }: Row): Place => ({
  product: numberOf(values.product_id),
  location: numberOf(values.location_id),
  lot: idOf(values.lot_id) ?? null,
  package: idOf(values.package_id) ?? null,
});

/** Adds quantities to the stock of places; all of them locked in one order first, so that two calls cannot wait for each other. */
export async function shiftStock(env: Env, shifts: readonly Shift[]): Promise<void> {
  const sums = new Map<string, Shift>();
  for (const shift of shifts) {
    const before = sums.get(keyOf(shift))?.quantity ?? 0;
    sums.set(keyOf(shift), { ...shift, quantity: total([before, shift.quantity]) });
  }
  if (sums.size === 0) return;
  const match = fields
    .map(([, field]) => `(r."values" ->> '${field}')::integer is not distinct from p.${field}`)
    .join(' and ');
  const wanted = [...sums.values()].map((place) =>
    Object.fromEntries(fields.map(([name, field]) => [field, place[name]])),
  );
  const found = await env.records.find(
    'stock.quant',
    {
      sql: `exists (select 1 from jsonb_to_recordset(?::jsonb) as p (${fields.map(([, field]) => `${field} integer`).join(', ')}) where ${match})
        and (r."values" ->> 'product_id')::integer = any(?::integer[])`,
      bindings: [JSON.stringify(wanted), [...new Set(wanted.map((place) => place.product_id))] as never],
      models: [],
    },
    { order: 'r.id' },
    true,
  );
  for (const quant of found) {
    const key = keyOf(placeOf(quant));
    const shift = sums.get(key);
    if (!shift) continue;
    env.records.set(quant, { quantity: total([numberOf(quant.values.quantity), shift.quantity]) });
    sums.delete(key);
  }
  await env.records.create(
    env.schema.inner('stock.quant'),
    [...sums.values()].map((shift) => ({
      product_id: shift.product,
      location_id: shift.location,
      lot_id: shift.lot,
      package_id: shift.package,
      quantity: shift.quantity,
    })),
  );
}

/** What of a product lies free in a location, oldest first. The stock rows stay locked, so nobody else reserves them meanwhile. */
export async function freeStock(env: Env, product: number, location: number): Promise<Shift[]> {
  const sql = `(r."values" ->> 'product_id')::integer = ? and (r."values" ->> 'location_id')::integer = ?`;
  const quants = await env.records.find(
    'stock.quant',
    { sql, bindings: [product, location], models: [] },
    { order: 'r.id' },
    true,
  );
  const taken = new Map(
    (await openLines(env, [product]))
      .filter((line) => line.location === location)
      .map((line) => [keyOf(line), line.quantity]),
  );
  // What is reserved without saying which lot or package counts against whatever is there.
  let anywhere = taken.get(keyOf({ product, location, lot: null, package: null })) ?? 0;
  return quants.map((quant) => {
    const place = placeOf(quant);
    const own = place.lot === null && place.package === null ? 0 : (taken.get(keyOf(place)) ?? 0);
    const left = total([numberOf(quant.values.quantity), -own]);
    const used = Math.min(Math.max(left, 0), anywhere);
    anywhere -= used;
    return { ...place, quantity: total([left, -used]) };
  });
}

export const asLine = (place: Place): Record<string, Json> => ({ lot_id: place.lot, package_id: place.package });
