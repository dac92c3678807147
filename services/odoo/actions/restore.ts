import { OdooError } from '../error.ts';
import { type ActionContext, type ActionResult, stop } from './contract.ts';
import { putBack, touchedBy } from './line-commands.ts';
import { type Picking, type PickingMove, pickingTrees } from './pickings.ts';
import type { ShipmentPlan } from './shipment-plan.ts';

/** Gives the transfer back the lines that it had, and says whether that worked. */
export async function restored(
  { picking, plan }: { readonly picking: Picking; readonly plan: ShipmentPlan },
  context: ActionContext,
  outcome: 'refused' | 'held',
  code: 'odoo.refused' | 'odoo.question-asked',
  reason: string,
): Promise<ActionResult> {
  const { client, capabilities } = context;
  const touched = touchedBy(plan.allotments);
  const now = (await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1))[0];
  if (!now) return stop(outcome, code, reason);
  const failed = await client.write('stock.picking', [picking.id], putBack(picking, now, touched)).then(
    () => undefined,
    (error: unknown) =>
      error instanceof OdooError && error.kind !== 'unknown-outcome' ? error : Promise.reject(error),
  );
  const [after] = await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1);
  const same = after !== undefined && shownLines(after, touched) === shownLines(picking, touched);
  if (!failed && same) return stop(outcome, code, `${reason} The transfer stands as it stood before.`);
  const left = `The hub changed the lines of ${picking.name} before Odoo refused, and could not put them back: check them in Odoo.`;
  const write = {
    model: 'stock.picking',
    recordId: picking.id,
    recordName: picking.name,
    field: 'move_line_ids',
    before: shownLines(picking, touched),
    after: after ? shownLines(after, touched) : 'unknown',
    method: 'write',
  };
  return { ...stop(outcome, code, `${reason} ${left}`, [write]), remarks: [left] };
}

const lineText = (move: PickingMove) =>
  move.move_line_ids
    .map(
      (line) =>
        `${line.quantity}${line.lot_id ? ` of ${line.lot_id.name}` : ''} at ${line.location_id.id}${line.picked ? ', picked' : ''}`,
    )
    .sort()
    .join('; ');
const shownLines = (picking: Picking, moves: ReadonlySet<number>) =>
  picking.move_ids
    .filter(({ id }) => moves.has(id))
    .map((move) => `${move.product_id.display_name}: ${lineText(move)}`)
    .join(' | ');
