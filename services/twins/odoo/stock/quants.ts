import { type Env, idOf, numberOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { openLines } from './computed.ts';
import { below } from './places.ts';

export interface Place {
  readonly product: number;
  readonly location: number;
  readonly lot: number | null;
  readonly package: number | null;
  readonly owner: number | null;
}

/** A quantity at a place, in the product's unit. */
export interface Shift extends Place {
  readonly quantity: number;
}

const fields: readonly (readonly [keyof Place, string])[] = [
  ['product', 'product_id'],
  ['location', 'location_id'],
  ['lot', 'lot_id'],
  ['package', 'package_id'],
  ['owner', 'owner_id'],
];
export const keyOf = (place: Place) =>
  `${place.product}/${place.location}/${place.lot ?? 0}/${place.package ?? 0}/${place.owner ?? 0}`;
/** Where a quant lies, and where a line takes its goods. */
export const placeOf = ({ values }: Row): Place => ({
  product: numberOf(values.product_id),
  location: numberOf(values.location_id),
  lot: idOf(values.lot_id) ?? null,
  package: idOf(values.package_id) ?? null,
  owner: idOf(values.owner_id) ?? null,
});
/** What a line takes over from the place that it is reserved at. */
export const asLine = ({ location, lot, package: parcel, owner }: Place): Record<string, Json> => ({
  location_id: location,
  lot_id: lot,
  package_id: parcel,
  owner_id: owner,
});

/** The quants of exactly these places, locked in one order, so that two calls cannot wait for each other. */
export async function quantsAt(env: Env, places: readonly Place[]): Promise<Map<string, Row>> {
  const match = fields
    .map(([, field]) => `(r."values" ->> '${field}')::integer is not distinct from p.${field}`)
    .join(' and ');
  const wanted = places.map((place) => Object.fromEntries(fields.map(([name, field]) => [field, place[name]])));
  const found = await env.records.find(
    'stock.quant',
    {
      sql: `exists (select 1 from jsonb_to_recordset(?::jsonb) as p (${fields.map(([, field]) => `${field} integer`).join(', ')}) where ${match})
        and (r."values" ->> 'product_id')::integer = any(?::integer[])`,
      bindings: [JSON.stringify(wanted), [...new Set(places.map((place) => place.product))] as never],
      models: [],
    },
    { order: 'r.id' },
    true,
  );
  const byKey = new Map<string, Row>();
  for (const quant of found) if (!byKey.has(keyOf(placeOf(quant)))) byKey.set(keyOf(placeOf(quant)), quant);
  return byKey;
}

/** Adds quantities to the stock of places. */
export async function shiftStock(env: Env, shifts: readonly Shift[]): Promise<void> {
  const sums = new Map<string, Shift>();
  for (const shift of shifts) {
    const before = sums.get(keyOf(shift))?.quantity ?? 0;
    sums.set(keyOf(shift), { ...shift, quantity: total([before, shift.quantity]) });
  }
  const changed = [...sums.values()].filter((shift) => shift.quantity !== 0);
  if (changed.length === 0) return;
  const quants = await quantsAt(env, changed);
  const places = await env.browse(
    'stock.location',
    changed.map(({ location }) => location),
  );
  const companies = new Map(places.map((place) => [place.id, place.values.company_id ?? null]));
  const fresh: Record<string, Json>[] = [];
  for (const shift of changed) {
    const quant = quants.get(keyOf(shift));
    if (quant) env.records.set(quant, { quantity: total([numberOf(quant.values.quantity), shift.quantity]) });
    else
      fresh.push({
        ...Object.fromEntries(fields.map(([name, field]) => [field, shift[name]])),
        quantity: shift.quantity,
        company_id: companies.get(shift.location) ?? null,
      });
  }
  await env.records.create(env.schema.inner('stock.quant'), fresh);
}

/** What of a product lies free in a location and below it, oldest first. The stock rows stay locked, so nobody else reserves them meanwhile. */
export async function freeStock(env: Env, product: number, location: number): Promise<Shift[]> {
  const locations = await below(env, location);
  const sql = `(r."values" ->> 'product_id')::integer = ? and (r."values" ->> 'location_id')::integer = any(?::integer[])`;
  const quants = await env.records.find(
    'stock.quant',
    { sql, bindings: [product, locations as never], models: [] },
    { order: 'r.id' },
    true,
  );
  const taken = new Map<string, number>();
  for (const line of await openLines(env, [product])) taken.set(keyOf(line), line.quantity);
  const free = quants.map((quant) => {
    const place = placeOf(quant);
    const own = taken.get(keyOf(place)) ?? 0;
    taken.delete(keyOf(place));
    return { ...place, quantity: total([numberOf(quant.values.quantity), -own]) };
  });
  // What is short anywhere in there, or reserved where nothing lies, counts against whatever is there.
  const inside = new Set(locations);
  const astray = [...taken].filter(([key]) => inside.has(Number(key.split('/')[1]))).map(([, quantity]) => -quantity);
  let debt = total([...free.filter(({ quantity }) => quantity < 0).map(({ quantity }) => quantity), ...astray]);
  return free.map((place) => {
    if (place.quantity <= 0) return place;
    const used = Math.min(place.quantity, -debt);
    debt = total([debt, used]);
    return { ...place, quantity: total([place.quantity, -used]) };
  });
}
