import { type Env, numberOf, textOf } from '../env.ts';
import type { Json, Row } from '../records.ts';

/** A location and all that lie below it. */
export async function below(env: Env, location: number): Promise<number[]> {
  const found = await env.records.query<{ id: number }>(
    ['stock.location'],
    `with recursive below as (
       select ?::integer as id
       union select r.id from odoo_twin.record r join below on (r."values" ->> 'location_id')::integer = below.id
       where r.database_id = ? and r.model = 'stock.location') select id from below`,
    [location, env.identity.databaseId],
  );
  return found.map(({ id }) => id);
}

const outside = new Set(['supplier', 'customer', 'inventory', 'production']);

/** True where nothing is reserved: goods that come from outside the company's stock. */
export async function comesFromOutside(env: Env, locationId: number): Promise<boolean> {
  const location = await env.one('stock.location', locationId);
  return outside.has(textOf(location?.values.usage));
}

/** Where goods that go to a location are put: the first putaway rule for the product, else for any product. */
export async function putaway(env: Env, product: Json | undefined, location: Json | undefined): Promise<Json> {
  const rules = await env.children('stock.putaway.rule', 'location_in_id', [numberOf(location)]);
  const own = rules.find(({ values }) => values.product_id === product);
  return (own ?? rules.find(({ values }) => !values.product_id))?.values.location_out_id ?? location ?? null;
}

/** A new location is called after the one that it lies in. */
export async function completeLocation(env: Env, values: Row['values']): Promise<Row['values']> {
  const parent = await env.one('stock.location', values.location_id);
  const name = textOf(values.name);
  const inside = parent && parent.values.usage !== 'view' ? textOf(parent.values.complete_name) : undefined;
  const complete = parent ? `${inside ?? textOf(parent.values.complete_name)}/${name}` : name;
  return { company_id: parent?.values.company_id ?? 1, ...values, complete_name: complete };
}
