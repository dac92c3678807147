import type { Json } from '../client.ts';
import { idOf } from '../many2one.ts';
import { type Adjustment, changesFor, namesIn, planAdjustment } from './adjustment-plan.ts';
import type { Action, ActionContext, ActionResult, OdooWrite } from './contract.ts';
import { stop } from './contract.ts';
import { applyChanges, type Counted, quantsBelow } from './counts.ts';
import type { Adjusted } from './event-data.ts';
import { findProducts } from './find-products.ts';
import { findLots } from './goods.ts';
import { moveApart } from './move-apart.ts';
import { countingIn, type PlanFault } from './quantities.ts';
import { type Site, siteOf } from './sites.ts';
import { merged } from './validate-transfer.ts';

/**
 * 947: changes the stock of the partner's warehouse as the warehouse says: what is more or less is counted, what is not to be shipped any more goes to the quarantine. The number of the
 * document stands on the moves in Odoo: where it is found nothing is repeated.
 */
export const adjustStock: Action<'inventory.adjusted.v1'> = async (event, context) => {
  const { data } = event;
  const number = data.adjustmentNumber ?? event.subject;
  const site = await siteOf(data.parties ?? [], context);
  if ('code' in site) return held(site);
  const products = await findProducts(namesIn(data), context);
  const plan = planAdjustment(data, products, countingIn(context), context.partner.quarantineId);
  if ('code' in plan) return held(plan);
  const counts = plan.filter(({ kind, quantity }) => kind === 'count' && quantity !== 0);
  const moved = plan.filter(({ kind, quantity }) => kind !== 'count' && quantity !== 0);
  const results: ActionResult[] = [];
  if (counts.length > 0) results.push(await countAll(counts, number, data, site, context));
  const isGood = results.every(({ outcome }) => outcome === 'applied' || outcome === 'already-applied');
  if (moved.length > 0 && isGood) results.push(await moveApart(moved, number, site, context));
  const remarks = [...new Set(plan.flatMap(({ remark }) => remark ?? []))];
  const result = results.length > 0 ? merged(results) : ({ outcome: 'already-applied', writes: [] } as const);
  return {
    ...result,
    ...(remarks.length > 0 && { remarks: [...('remarks' in result ? (result.remarks ?? []) : []), ...remarks] }),
  };
};

const held = ({ code, reason }: PlanFault) => stop(code === 'odoo.product-unknown' ? 'refused' : 'held', code, reason);

/** `947 ADJ-5001 [crossdock adjustment ADJ-5001]`: what Odoo's moves of an adjustment are called. */
export const adjustmentName = (number: string): string => `947 ${number} ${adjustmentMarker(number)}`;
export const adjustmentMarker = (number: string) => `[crossdock adjustment ${encodeURIComponent(number)}]`;

interface DoneMove {
  readonly id: number;
  readonly product: number;
}

/** The moves of an adjustment that was applied at this warehouse before: two warehouses may give theirs the same number. */
async function movesOf(
  number: string,
  { view }: Site,
  { client, version }: ActionContext,
): Promise<readonly DoneMove[]> {
  const field = version >= 19 ? 'inventory_name' : 'name';
  const domain: Json[] = [
    ['state', '=', 'done'],
    [field, 'like', adjustmentMarker(number)],
    '|',
    ['location_id', 'child_of', view],
    ['location_dest_id', 'child_of', view],
  ];
  const rows = await client.searchRead('stock.move', domain, [field, 'product_id'], { order: 'id' });
  return rows
    .filter((row) => String(row[field]).includes(adjustmentMarker(number)))
    .map((row) => ({ id: row.id, product: idOf(row.product_id) || 0 }));
}

async function countAll(
  counts: readonly Adjustment[],
  number: string,
  data: Adjusted,
  site: Site,
  context: ActionContext,
): Promise<ActionResult> {
  const { client } = context;
  const done = await movesOf(number, site, context);
  if (done.length > 0) return { outcome: 'already-applied', writes: doneWrites(counts, done) };
  const quants = (await quantsBelow(client, site.view, [...new Set(counts.map(({ product }) => product.id))])).filter(
    ({ location }) => location !== context.partner.quarantineId,
  );
  const company = site.company === false ? (false as const) : { id: site.company };
  const wanted = counts.flatMap(({ lot, product }) => (lot === undefined ? [] : [{ name: lot, product: product.id }]));
  const changes = changesFor(counts, quants, await findLots(client, company, wanted), site);
  if ('code' in changes) return held(changes);
  const result = await applyChanges(changes, adjustmentName(number), context);
  if ('outcome' in result) return result;
  return adjustedAs(result, changes, data);
}

/** What came of the counts of a document. */
export function adjustedAs(
  result: readonly Counted[],
  changes: readonly { readonly of: Adjustment }[],
  data: Adjusted,
): ActionResult {
  const overdrawn = result.filter(({ after }) => after.reserved > after.quantity);
  const remarks = overdrawn.map(
    ({ after }) => `Orders have reserved ${after.reserved} at ${after.place}, where ${after.quantity} are left.`,
  );
  return {
    outcome: 'applied',
    writes: countedWrites(result, changes, data),
    ...(remarks.length > 0 && { remarks }),
  };
}

/** The stock of each place as it reads back; what comes of several lines names the first. */
function countedWrites(
  result: readonly Counted[],
  changes: readonly { readonly of: Adjustment }[],
  { lines }: Adjusted,
): readonly OdooWrite[] {
  const seen = new Set<string>();
  return result.flatMap(({ before, after }, nth): OdooWrite[] => {
    const { at, product } = changes[nth]!.of;
    const key = `${after.id}/${at}`;
    if (seen.has(key) || !lines[at]) return [];
    seen.add(key);
    return [
      {
        ...{ model: 'stock.quant', recordId: after.id, recordName: `${product.display_name} at ${after.place}` },
        ...{ field: 'quantity', before, after: after.quantity },
        ...{ pointer: `/lines/${at}/change/value`, method: 'action_apply_inventory' },
      },
    ];
  });
}

const doneWrites = (counts: readonly Adjustment[], done: readonly DoneMove[]): readonly OdooWrite[] =>
  counts.flatMap(({ at, product, quantity }) => {
    const move = done.find((one) => one.product === product.id);
    if (!move) return [];
    return [
      {
        ...{ model: 'stock.move', recordId: move.id, recordName: product.display_name, field: 'state', after: 'done' },
        ...{ pointer: `/lines/${at}/change/value`, method: 'action_apply_inventory' },
        ...(quantity === 0 && { before: 'done' }),
      },
    ];
  });
