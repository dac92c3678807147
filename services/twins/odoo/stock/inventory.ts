import { type Env, idOf, numberOf, total } from '../env.ts';
import { accessError, userError } from '../fault.ts';
import type { Json, Row } from '../records.ts';
import { placeOf, type Shift, shiftStock } from './quants.ts';

/** The quant of the same place, where one is created as a count: the same place counts into the same quant. */
export async function sameQuant(env: Env, values: Row['values']): Promise<Row | undefined> {
  if (values.inventory_quantity === undefined && env.context.inventory_mode !== true) return undefined;
  const [found] = await env.search(
    'stock.quant',
    ['product_id', 'location_id', 'lot_id', 'package_id', 'owner_id'].map((field) => [
      field,
      '=',
      values[field] || false,
    ]),
    { limit: 1 },
  );
  return found;
}

/** Stock is the company's whose the place is. */
export async function completeQuant(env: Env, values: Row['values']): Promise<Row['values']> {
  const location = await env.one('stock.location', values.location_id);
  return { ...values, company_id: location?.values.company_id ?? null };
}

export async function countsCreated(env: Env, quants: readonly Row[]): Promise<void> {
  for (const quant of quants)
    if (numberOf(quant.values.inventory_quantity) !== 0) await countWritten(env, [quant], quant.values);
}

/** A count is a quantity that somebody saw; what it differs by is fixed when it is written. */
export async function countWritten(env: Env, quants: readonly Row[], patch: Row['values']): Promise<void> {
  if (patch.inventory_quantity === undefined) return;
  for (const quant of quants) {
    const difference = total([numberOf(patch.inventory_quantity), -numberOf(quant.values.quantity)]);
    env.records.set(quant, { inventory_quantity_set: true, inventory_diff_quantity: difference });
  }
}

export async function quantWillChange(env: Env, _quant: Row, patch: Row['values']): Promise<void> {
  const fixed = ['product_id', 'location_id', 'lot_id', 'package_id', 'owner_id'];
  if (env.context.inventory_mode === true && fixed.some((field) => patch[field] !== undefined))
    throw userError("Quant's editing is restricted, you can't do this operation.");
}

export async function quantsWillGo(): Promise<never> {
  throw accessError(
    "You are not allowed to delete 'Quants' (stock.quant) records.\n\nNo group currently allows this operation.\n\nContact your administrator to request access if necessary.",
  );
}

const isOutdated = ({ values }: Row) =>
  values.inventory_quantity_set === true &&
  total([numberOf(values.inventory_quantity), -numberOf(values.inventory_diff_quantity)]) !== numberOf(values.quantity);

export const outdated = async (_env: Env, rows: readonly Row[]): Promise<Json[]> => rows.map(isOutdated);

/** A move from or to the place where counts go, done as soon as it is made. */
async function adjust(env: Env, quant: Row, difference: number): Promise<void> {
  const [adjustment] = await env.search('stock.location', [['usage', '=', 'inventory']], { limit: 1 });
  const place = placeOf(quant);
  const away = { location: adjustment?.id ?? 0, package: null };
  const shifts: Shift[] = [
    { ...place, quantity: difference },
    { ...place, ...away, quantity: -difference },
  ];
  await shiftStock(env, shifts);
  const [from, to] = difference < 0 ? [place.location, away.location] : [away.location, place.location];
  const user = await env.one('res.users', env.identity.uid);
  const name = env.context.inventory_name ?? 'Product Quantity Updated';
  // 17 signs the move, 18 does not, 19 does where no reason is given.
  const signed = env.version === 17 || (env.version >= 19 && !env.context.inventory_name);
  const shared = {
    product_id: place.product,
    location_id: from,
    location_dest_id: to,
    company_id: quant.values.company_id ?? 1,
  };
  const product = await env.one('product.product', place.product);
  const [move] = await env.records.create(env.schema.inner('stock.move'), [
    {
      ...shared,
      ...{
        state: 'done',
        is_inventory: true,
        picked: true,
        date: env.now,
        inventory_name: env.context.inventory_name ?? null,
      },
      name: signed ? `${String(name)} (${String(user?.values.name)})` : name,
      product_uom: product?.values.uom_id ?? null,
      product_uom_qty: Math.abs(difference),
    },
  ]);
  await env.records.create(env.schema.inner('stock.move.line'), [
    {
      ...shared,
      ...{ move_id: move!.id, quantity: Math.abs(difference), picked: true, closed: true, lot_id: place.lot },
      ...{ product_uom_id: product?.values.uom_id ?? null, owner_id: place.owner, date: env.now },
      ...(difference < 0 ? { package_id: place.package } : { result_package_id: place.package }),
    },
  ]);
}

async function apply(env: Env, quants: readonly Row[], wanted: (quant: Row) => number): Promise<void> {
  for (const quant of quants) {
    const difference = wanted(quant);
    // The count is over before stock moves.
    env.records.set(quant, uncounted);
    if (difference !== 0) await adjust(env, quant, difference);
  }
}

const uncounted = { inventory_quantity: 0, inventory_quantity_set: false, inventory_diff_quantity: 0, user_id: null };

/** Takes counts back. */
export async function clearCounts(env: Env, ids: readonly number[]): Promise<Json> {
  for (const quant of await env.records.lock('stock.quant', ids)) env.records.set(quant, uncounted);
  return null;
}

/** Applies counts. A count that stock has moved past is asked about. Where nothing was counted, 19 takes the count for zero and 17 and 18 do nothing. */
export async function applyInventory(env: Env, ids: readonly number[]): Promise<Json> {
  if (env.version === 17 && env.identity.rights !== 'admin')
    throw userError('Only a stock manager can validate an inventory adjustment.');
  const quants = await env.records.lock('stock.quant', ids);
  const late = quants.filter(isOutdated).map(({ id }) => id);
  if (late.length > 0)
    return {
      name: 'Conflict in Inventory Adjustment',
      ...{ type: 'ir.actions.act_window', view_mode: 'form', views: [[false, 'form']] },
      ...{ res_model: 'stock.inventory.conflict', target: 'new' },
      context: { default_quant_ids: [...ids], default_quant_to_fix_ids: late },
    };
  const counted = quants.filter(({ values }) => env.version >= 19 || values.inventory_quantity_set === true);
  await apply(env, counted, ({ values }) => total([numberOf(values.inventory_quantity), -numberOf(values.quantity)]));
  return null;
}

/** The answer to the question about counts that stock has moved past: what was counted holds. */
export async function keepCounted(env: Env, wizardIds: readonly number[]): Promise<Json> {
  const wizards = await env.browse('stock.inventory.conflict', wizardIds);
  const ids = wizards.flatMap(({ values }) => (Array.isArray(values.quant_ids) ? values.quant_ids : []));
  const quants = await env.records.lock(
    'stock.quant',
    ids.flatMap((id) => idOf(id) ?? []),
  );
  await apply(env, quants, ({ values }) => total([numberOf(values.inventory_quantity), -numberOf(values.quantity)]));
  return null;
}
