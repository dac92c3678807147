import type { Json, OdooClient, OdooRecord, Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { finalKinds, type Row, saveMany } from '../many.ts';
import { idOf, nameOf } from '../many2one.ts';
import { type ActionContext, type ActionResult, stop } from './contract.ts';
import { rounded } from './products.ts';

/** Stock of one product in one place, as Odoo counts it; quantities in the product's own unit. */
export interface Quant {
  readonly id: number;
  readonly product: number;
  readonly location: number;
  readonly place: string;
  readonly lot: number | false;
  readonly package: number | false;
  readonly owner: number | false;
  readonly quantity: number;
  readonly reserved: number;
  /** What somebody has counted and not applied yet, and who. */
  readonly counted?: { readonly quantity: number; readonly by: number | false };
}

const quantFields = [
  ...['product_id', 'location_id', 'lot_id', 'package_id', 'owner_id', 'quantity', 'reserved_quantity'],
  ...['inventory_quantity', 'inventory_quantity_set', 'user_id'],
];

const asQuant = (row: OdooRecord): Quant => ({
  ...{ id: row.id, product: Number(idOf(row.product_id)), location: Number(idOf(row.location_id)) },
  ...{ place: nameOf(row.location_id), lot: idOf(row.lot_id), package: idOf(row.package_id) },
  ...{ owner: idOf(row.owner_id), quantity: Number(row.quantity), reserved: Number(row.reserved_quantity) },
  ...(row.inventory_quantity_set === true && {
    counted: { quantity: Number(row.inventory_quantity), by: idOf(row.user_id) },
  }),
});

/** Stock of products below a location. */
export async function quantsBelow(
  client: OdooClient,
  location: number,
  products: readonly number[] | 'all',
): Promise<readonly Quant[]> {
  const domain = [
    ['location_id', 'child_of', location],
    ['location_id.usage', '=', 'internal'],
    ...(products === 'all' ? [] : [['product_id', 'in', [...products]]]),
  ];
  return (await client.searchRead('stock.quant', domain, quantFields, { order: 'id' })).map(asQuant);
}

/** A change to the stock of one place. */
export interface Change {
  readonly quant: Quant | { readonly product: number; readonly location: number; readonly lot: number | false };
  readonly delta: number;
}

const isKnown = (quant: Change['quant']): quant is Quant => 'id' in quant;

/** A stock that was counted, before and after. */
export interface Counted {
  readonly change: Change;
  readonly before: number;
  readonly after: Quant;
}

// Stock that moves while it is counted is counted again; where it never rests somebody else has to try.
const mostTries = 4;

/**
 * Changes stock by counts: reads what is there, writes what it is to be, applies it, and reads it back. Stock that moved between two of these is counted anew: Odoo asks then, and has
 * applied nothing. What is not counted is never applied: from 19 on Odoo would set it to zero.
 * @param name what the moves are called in Odoo
 */
export async function applyChanges(
  changes: readonly Change[],
  name: string,
  context: ActionContext,
): Promise<readonly Counted[] | ActionResult> {
  const { client } = context;
  const me = await ownId(client);
  const made = await createMissing(changes, name, client);
  const ids = changes.map((change, at) => (isKnown(change.quant) ? change.quant.id : made.get(at)!));
  const before = new Map<number, number>();
  for (let tries = 1; ; tries += 1) {
    const now = await quantsById(client, ids);
    const gone = changes.findIndex((_, at) => !now.has(ids[at]!));
    // Odoo joins quants of one place now and then; the same again finds the one that is left.
    if (gone >= 0)
      throw new OdooError('retry', 'crossdock.QuantGone', 'Stock was rearranged in Odoo at the same moment.');
    const foreign = [...now.values()].find(({ counted }) => counted && counted.by !== me);
    if (foreign) return countPending(foreign);
    const wanted = new Map<number, number>();
    for (const [at, { delta }] of changes.entries()) {
      const id = ids[at]!;
      before.set(id, now.get(id)!.quantity);
      wanted.set(id, rounded((wanted.get(id) ?? now.get(id)!.quantity) + delta));
    }
    const short = [...wanted].find(([, quantity]) => quantity < 0);
    if (short) return stockShort(now.get(short[0])!);
    const rows = [...wanted].map(
      ([id, quantity]): Row => ({ id, values: { inventory_quantity: quantity, user_id: me } }),
    );
    await saveCounts(rows, name, context);
    const answer = await applied([...wanted.keys()], name, client);
    if (answer instanceof OdooError) {
      await client.call('stock.quant', 'action_clear_inventory_quantity', { ids: [...wanted.keys()] });
      return stop('refused', 'odoo.refused', `${answer.message} The counts were taken back.`);
    }
    const after = await quantsById(client, ids);
    if (answer === 'done')
      return changes.map((change, at) => ({ change, before: before.get(ids[at]!)!, after: after.get(ids[at]!)! }));
    if (tries === mostTries)
      throw new OdooError('retry', 'crossdock.CountOutdated', 'The stock moved in Odoo each time that it was counted.');
  }
}

export const countPending = ({ place }: Quant): ActionResult =>
  stop(
    'held',
    'odoo.count-pending',
    `Somebody has counted stock at ${place} in Odoo and not applied it yet. Apply or clear that count, then retry.`,
  );

const stockShort = ({ place, quantity }: Quant): ActionResult =>
  stop(
    'held',
    'odoo.stock-short',
    `Odoo has ${quantity} at ${place}, and more is to be taken off. Correct the stock, then retry.`,
  );

async function ownId(client: OdooClient): Promise<number> {
  const answer = (await client.call('res.users', 'context_get')) as { readonly uid?: Json };
  return Number(answer.uid);
}

async function quantsById(client: OdooClient, ids: readonly number[]): Promise<ReadonlyMap<number, Quant>> {
  const rows = await client.read('stock.quant', [...new Set(ids)], quantFields);
  return new Map(rows.map((row) => [row.id, asQuant(row)]));
}

/** Places that nothing of the product lies in: counted as nothing first, which is what they hold. */
async function createMissing(
  changes: readonly Change[],
  name: string,
  client: OdooClient,
): Promise<ReadonlyMap<number, number>> {
  const missing = changes.flatMap(({ quant }, at) => (isKnown(quant) ? [] : [{ at, quant }]));
  const ids = await client.create(
    'stock.quant',
    missing.map(({ quant }) => ({
      ...{ product_id: quant.product, location_id: quant.location, inventory_quantity: 0 },
      ...(quant.lot !== false && { lot_id: quant.lot }),
    })),
    { inventory_mode: true, inventory_name: name },
  );
  return new Map(missing.map(({ at }, nth) => [at, ids[nth]!]));
}

async function saveCounts(rows: readonly Row[], name: string, { client, capabilities }: ActionContext): Promise<void> {
  const context: Values = { inventory_mode: true, inventory_name: name };
  await saveMany(client, 'stock.quant', rows, { fields: [], hasSaveMulti: capabilities.saveMulti, context });
}

/** @returns whether it was applied, or what was refused. A question means that stock has moved, and that nothing was applied. */
async function applied(
  ids: readonly number[],
  name: string,
  client: OdooClient,
): Promise<'done' | 'asked' | OdooError> {
  const context = { inventory_mode: true, inventory_name: name };
  try {
    const answer = await client.call('stock.quant', 'action_apply_inventory', { ids, context });
    return typeof answer === 'object' && answer !== null ? 'asked' : 'done';
  } catch (error) {
    if (error instanceof OdooError && finalKinds.has(error.kind)) return error;
    throw error;
  }
}
