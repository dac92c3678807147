import type { CanonicalEvent } from '../../domain/events.ts';
import type { OdooRecord } from '../client.ts';
import { idOf } from '../many2one.ts';
import type { Action, ActionContext, ActionResult } from './contract.ts';
import { stop } from './contract.ts';
import { type Quant, quantsBelow } from './counts.ts';
import { findProducts } from './find-products.ts';
import { odooTime, type PickingProduct, productFields } from './pickings.ts';
import { countingIn, type PlanFault } from './quantities.ts';
import { type Site, siteOf } from './sites.ts';
import { type Comparison, compareSnapshot, type MovedSince, stockThen } from './snapshot-plan.ts';

/** Most differences that are named in one case; how many there are is always said. */
const mostShown = 25;

/**
 * 846: holds what the warehouse says it has against Odoo's stock at that time. Reports, and never writes: which of the two is right a person finds out, and the warehouse says it with a 947.
 */
export const compareStock: Action<'inventory.snapshot.v1'> = async (event, context) => {
  const found = await holdAgainstStock(event, context);
  if ('code' in found) return stop('held', found.code, found.reason);
  return told(found.comparison, event.data.snapshotNumber ?? event.subject, found.site);
};

/** How the numbers of a snapshot stand to Odoo's stock at its time; why they cannot be compared otherwise. @throws OdooError */
export async function holdAgainstStock(
  { data }: CanonicalEvent<'inventory.snapshot.v1'>,
  context: ActionContext,
): Promise<{ readonly site: Site; readonly comparison: Comparison } | PlanFault> {
  const site = await siteOf(data.parties ?? [], context);
  if ('code' in site) return site;
  const named = await findProducts(
    data.items.map(({ product }) => product),
    context,
  );
  const isFull = data.scope === 'full' && data.purpose !== 'change';
  const ids = named.map(({ id }) => id);
  const quants = await quantsBelow(context.client, site.view, isFull ? 'all' : ids);
  const products = isFull ? await withStock(named, quants, context) : named;
  const byId = new Map(products.map((product) => [product.id, product]));
  const since = await movedSince(odooTime(data.asOf.utc), [...byId.keys()], context);
  const places = { inside: await insideOf(site, context), quarantine: context.partner.quarantineId };
  const lots = await lotNames([...quants, ...since], context);
  const stock = stockThen(quants, since, lots, places, context.capabilities.units, byId);
  return { site, comparison: compareSnapshot(data, stock, products, countingIn(context)) };
}

function told({ compared, differences, remarks }: Comparison, number: string, { name }: Site): ActionResult {
  const more = remarks.length > 0 ? { remarks } : {};
  if (differences.length === 0)
    return {
      outcome: 'already-applied',
      writes: [],
      remarks: [`All ${compared} numbers of ${number} are those of Odoo at ${name} at that time.`, ...remarks],
    };
  const shown = differences.slice(0, mostShown).map(({ text }) => text);
  const rest = differences.length > mostShown ? [`And ${differences.length - mostShown} more.`] : [];
  const agree = compared - differences.length;
  const first = `${differences.length} numbers of ${number} are not those of Odoo at ${name} at that time${agree > 0 ? `, and ${agree} are` : ''}.`;
  // Where no number differs, and some have no product, it is not the stock that is asked about.
  if (differences.every(({ isUnknown }) => isUnknown))
    return { ...stop('held', 'odoo.product-unknown', [...shown, ...rest].join(' ')), ...more };
  const last = 'Find out which is right; have the warehouse send an adjustment (947), or count in Odoo, then retry.';
  return { ...stop('held', 'odoo.stock-differs', [first, ...shown, ...rest, last].join(' ')), ...more };
}

/** The products that are named, and those that Odoo has in the warehouse besides. */
async function withStock(
  named: readonly PickingProduct[],
  quants: readonly Quant[],
  { client }: ActionContext,
): Promise<readonly PickingProduct[]> {
  const known = new Set(named.map(({ id }) => id));
  const others = [...new Set(quants.map(({ product }) => product))].filter((id) => !known.has(id));
  if (others.length === 0) return named;
  const found = await client.webSearchRead(
    'product.product',
    [
      ['id', 'in', others],
      ['active', 'in', [true, false]],
    ],
    productFields(client.majorVersion),
    { order: 'id' },
  );
  return [...named, ...(found as unknown as readonly PickingProduct[])];
}

async function movedSince(
  time: string,
  products: readonly number[],
  { client }: ActionContext,
): Promise<readonly MovedSince[]> {
  if (products.length === 0) return [];
  const domain = [
    ['state', '=', 'done'],
    ['date', '>', time],
    ['product_id', 'in', [...products]],
  ];
  const fields = ['product_id', 'lot_id', 'quantity', 'product_uom_id', 'location_id', 'location_dest_id'];
  const rows = await client.searchRead('stock.move.line', domain, fields, { order: 'id' });
  return rows.map((row: OdooRecord) => ({
    ...{ product: Number(idOf(row.product_id)), lot: idOf(row.lot_id), quantity: Number(row.quantity) },
    ...{ unit: Number(idOf(row.product_uom_id)) },
    ...{ from: Number(idOf(row.location_id)), to: Number(idOf(row.location_dest_id)) },
  }));
}

async function insideOf({ view }: Site, { client }: ActionContext): Promise<ReadonlySet<number>> {
  const domain = [
    ['id', 'child_of', view],
    ['usage', '=', 'internal'],
    ['active', 'in', [true, false]],
  ];
  return new Set((await client.searchRead('stock.location', domain, ['usage'], { order: 'id' })).map(({ id }) => id));
}

async function lotNames(
  of: readonly { readonly lot: number | false }[],
  { client }: ActionContext,
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(of.flatMap(({ lot }) => lot || []))];
  const rows = await client.read('stock.lot', ids, ['name']);
  return new Map(rows.map(({ id, name }) => [id, String(name)]));
}
