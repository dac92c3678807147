import { OdooError } from '../error.ts';
import { type ActionContext, type ActionResult, type OdooWrite, stop, withRemarks } from './contract.ts';
import { type NewLine, putBack, touchedBy } from './line-commands.ts';
import { type Picking, type PickingMove, pickingTrees } from './pickings.ts';
import type { ShipmentPlan } from './shipment-plan.ts';

/** A transfer as it was read, and what this try has written of it. */
export interface Tried {
  readonly picking: Picking;
  readonly plan: ShipmentPlan;
  /** Absent where the lines were picked already, by a person or by an earlier try: those stay. */
  readonly lines?: readonly NewLine[];
  /** What the hub has done beside the transfer's own lines and what stays, in sentences: a reservation, packages. */
  readonly stays?: readonly string[];
}

/** Gives the transfer back what this try has changed of it, its tracking number and its lines, and says whether that worked. */
export async function restored(
  { picking, plan, lines, stays = [] }: Tried,
  context: ActionContext,
  outcome: 'refused' | 'held',
  code: 'odoo.refused' | 'odoo.question-asked',
  reason: string,
): Promise<ActionResult> {
  const { client, capabilities } = context;
  const touched = lines ? touchedBy(plan.allotments) : new Set<number>();
  const now = (await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1))[0];
  if (!now) return stop(outcome, code, reason);
  const values = putBack(picking, now, touched);
  if (Object.keys(values).length > 0)
    await client.write('stock.picking', [picking.id], values).catch((error: unknown) => {
      if (!(error instanceof OdooError) || error.kind === 'unknown-outcome') throw error;
    });
  const [after] = await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1);
  const left = changes(picking, after, touched);
  const kept = lines ? '' : ', with the lines that were picked already';
  if (left.length === 0)
    return withRemarks(stop(outcome, code, `${reason} The transfer stands as it stood before${kept}.`), stays);
  const remark = `The hub changed ${picking.name} before Odoo refused, and could not put it back: check its lines and tracking number in Odoo.`;
  return withRemarks(stop(outcome, code, reason, left), [remark, ...stays]);
}

/** What of a transfer differs from how it was read. */
function changes(before: Picking, after: Picking | undefined, moves: ReadonlySet<number>): readonly OdooWrite[] {
  const fields = {
    carrier_tracking_ref: (picking: Picking) => picking.carrier_tracking_ref || '',
    move_line_ids: (picking: Picking) => shownLines(picking, moves),
  };
  return Object.entries(fields)
    .filter(([, shown]) => after === undefined || shown(before) !== shown(after))
    .map(([field, shown]) => ({
      model: 'stock.picking',
      recordId: before.id,
      recordName: before.name,
      field,
      before: shown(before),
      after: after ? shown(after) : 'unknown',
      method: 'write',
    }));
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
