import { append } from '../../domain/lists.ts';
import type { Json } from '../client.ts';
import { OdooError } from '../error.ts';
import { finalKinds } from '../many.ts';
import type { Adjustment } from './adjustment-plan.ts';
import { type ActionContext, type ActionResult, type OdooWrite, stop } from './contract.ts';
import { type Quant, quantsBelow } from './counts.ts';
import { findLots, lotKey } from './goods.ts';
import { isOpen, type Picking, pickingTrees } from './pickings.ts';
import { rounded } from './products.ts';
import { validate } from './ship-transfer.ts';
import type { Site } from './sites.ts';

/** Goods that are moved from one place to another. */
interface Taken {
  readonly of: Adjustment;
  readonly quant: Quant;
  readonly quantity: number;
}

/** `947 ADJ-5001, to the quarantine`: the source document of the transfer, by which a repeated document finds it. */
const originOf = (number: string, kind: Adjustment['kind']) =>
  `947 ${number}, ${kind === 'apart' ? 'to the quarantine' : 'back from the quarantine'}`;

/** Moves goods to the quarantine, and those that were released back into stock: a transfer within the warehouse for each direction. */
export async function moveApart(
  moved: readonly Adjustment[],
  number: string,
  site: Site,
  context: ActionContext,
): Promise<ActionResult> {
  const writes: OdooWrite[] = [];
  let isNew = false;
  for (const kind of ['apart', 'back'] as const) {
    const some = moved.filter((one) => one.kind === kind);
    if (some.length === 0) continue;
    const result = await moveOne(some, originOf(number, kind), kind, site, context);
    if (result.outcome !== 'applied' && result.outcome !== 'already-applied')
      return { ...result, writes: [...writes, ...result.writes] };
    isNew ||= result.outcome === 'applied';
    append(writes, result.writes);
  }
  return { outcome: isNew ? 'applied' : 'already-applied', writes };
}

async function moveOne(
  some: readonly Adjustment[],
  origin: string,
  kind: 'apart' | 'back',
  site: Site,
  context: ActionContext,
): Promise<ActionResult> {
  const { client, capabilities, partner } = context;
  if (site.internalType === false)
    return stop('held', 'odoo.site-unknown', `${site.name} has no operation type for transfers within it in Odoo.`);
  // The same number of another warehouse is another adjustment.
  const own = [
    ['picking_type_id', '=', site.internalType],
    ['origin', '=', origin],
    ['state', '!=', 'cancel'],
  ];
  let [picking] = await pickingTrees(client, capabilities, own, 1);
  if (picking && !isOpen(picking.state))
    return { outcome: 'already-applied', writes: movedWrites(picking, some, undefined) };
  if (!picking) {
    const taken = await takenFor(some, kind, site, context);
    if ('outcome' in taken) return taken;
    const there = kind === 'apart' ? partner.quarantineId! : site.stock;
    await client.create('stock.picking', [valuesOf(taken, origin, there, site, context)]);
    [picking] = await pickingTrees(client, capabilities, own, 1);
  }
  if (!picking) return stop('held', 'odoo.not-verified', `Odoo took the transfer "${origin}", and does not show it.`);
  return finish(picking, some, context);
}

/** A draft that an earlier try has left is finished like one that was just made. */
async function finish(picking: Picking, some: readonly Adjustment[], context: ActionContext): Promise<ActionResult> {
  const { client, capabilities } = context;
  try {
    if (picking.state === 'draft') await client.call('stock.picking', 'action_confirm', { ids: [picking.id] });
    const question = await validate(picking, false, context);
    if (question) return stop('held', 'odoo.question-asked', question);
  } catch (error) {
    if (!(error instanceof OdooError) || !finalKinds.has(error.kind)) throw error;
    return stop('refused', 'odoo.refused', `${picking.name}: ${error.message}`);
  }
  const [after] = await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1);
  if (after?.state !== 'done')
    return stop(
      'held',
      'odoo.not-verified',
      `Odoo took the validation of ${picking.name}, but it is ${after?.state ?? 'gone'}.`,
    );
  return { outcome: 'applied', writes: movedWrites(after, some, picking.state) };
}

async function takenFor(
  some: readonly Adjustment[],
  kind: 'apart' | 'back',
  site: Site,
  { client, partner }: ActionContext,
): Promise<readonly Taken[] | ActionResult> {
  const products = [...new Set(some.map(({ product }) => product.id))];
  const from = kind === 'apart' ? site.view : partner.quarantineId!;
  const quants = (await quantsBelow(client, from, products)).filter(
    ({ location }) => kind === 'back' || location !== partner.quarantineId,
  );
  const company = site.company === false ? (false as const) : { id: site.company };
  const lots = await findLots(
    client,
    company,
    some.flatMap(({ lot, product }) => (lot === undefined ? [] : [{ name: lot, product: product.id }])),
  );
  const left = new Map(quants.map((quant) => [quant.id, rounded(quant.quantity - quant.reserved)]));
  const taken: Taken[] = [];
  for (const one of some) {
    const lot = one.lot === undefined ? false : (lots.get(lotKey(one.lot, one.product.id)) ?? -1);
    let wanted = one.quantity;
    const own = quants.filter(({ product, lot: its }) => product === one.product.id && its === lot);
    for (const quant of own.sort((a, b) => Number(a.package !== false) - Number(b.package !== false))) {
      const part = rounded(Math.min(wanted, left.get(quant.id)!));
      if (part <= 0) continue;
      left.set(quant.id, rounded(left.get(quant.id)! - part));
      wanted = rounded(wanted - part);
      taken.push({ of: one, quant, quantity: part });
    }
    if (wanted > 0) {
      const where = kind === 'apart' ? 'free in the warehouse' : 'in the quarantine';
      const reason = `${one.quantity} of ${one.product.display_name} are to be moved, and ${rounded(one.quantity - wanted)} are ${where} in Odoo. Correct the stock or free a reservation, then retry.`;
      return stop('held', 'odoo.stock-short', reason);
    }
  }
  return taken;
}

function valuesOf(
  taken: readonly Taken[],
  origin: string,
  there: number,
  site: Site,
  { version, partner }: ActionContext,
): { readonly [field: string]: Json } {
  const source = there === partner.quarantineId ? site.stock : partner.quarantineId!;
  return {
    ...{ picking_type_id: site.internalType, origin, location_id: source, location_dest_id: there },
    move_ids: taken.map(({ of, quant, quantity }) => {
      const goods = { product_id: of.product.id, location_id: quant.location, location_dest_id: there };
      const line = {
        ...goods,
        ...{ product_uom_id: of.product.uom_id.id, quantity, picked: true },
        ...{ lot_id: quant.lot, package_id: quant.package, owner_id: quant.owner },
      };
      return [
        ...[0, 0],
        {
          ...goods,
          ...{ product_uom_qty: quantity, product_uom: of.product.uom_id.id },
          ...(site.company !== false && { company_id: site.company }),
          ...(version < 19 && { name: of.product.display_name }),
          move_line_ids: [[0, 0, line]],
        },
      ];
    }),
  };
}

const movedWrites = (picking: Picking, some: readonly Adjustment[], before: string | undefined): readonly OdooWrite[] =>
  some.map(({ at, product }) => ({
    ...{ model: 'stock.picking', recordId: picking.id, recordName: `${picking.name}: ${product.display_name}` },
    ...{ field: 'state', ...(before !== undefined && { before }), after: picking.state },
    ...{ pointer: `/lines/${at}/change/value`, method: 'button_validate' },
  }));
