import { OdooError } from '../error.ts';
import { type ActionContext, type ActionResult, type OdooWrite, stop, withRemarks } from './contract.ts';
import { type NewLine, putBack, touchedBy } from './line-commands.ts';
import { isOpen, type Picking, type PickingMove, pickingTrees } from './pickings.ts';
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

/** What is done anew with a transfer that somebody else has closed meanwhile: the state in which it is now decides. */
type Again = (now: Picking) => Promise<ActionResult>;

/** The write was refused as a whole: somebody finished or changed the transfer in the same moment, or a rule of Odoo's says no. Nothing was written. */
export async function raced(
  { picking, stays = [] }: Tried,
  context: ActionContext,
  error: unknown,
  again: Again,
): Promise<ActionResult> {
  if (!(error instanceof OdooError) || (error.kind !== 'refused' && error.kind !== 'missing')) throw error;
  const now = await asItIs(picking, context);
  if (!now) return stop('refused', 'odoo.order-unknown', `${picking.name} was deleted in Odoo.`);
  if (!isOpen(now.state)) return again(now);
  if (error.kind === 'missing')
    throw new OdooError(
      'retry',
      error.fault,
      `${picking.name} was changed in Odoo at the same moment: ${error.message}`,
    );
  return withRemarks(stop('refused', 'odoo.refused', error.message), stays);
}

/** The validation was refused after the write: what was written is taken back, unless somebody has closed the transfer meanwhile. */
export async function refusedAfterWrite(
  tried: Tried,
  context: ActionContext,
  error: OdooError,
  again: Again,
): Promise<ActionResult> {
  const now = await asItIs(tried.picking, context);
  if (now && !isOpen(now.state)) return again(now);
  return restored(tried, context, 'refused', 'odoo.refused', error.message);
}

const asItIs = async ({ id }: Picking, { client, capabilities }: ActionContext): Promise<Picking | undefined> =>
  (await pickingTrees(client, capabilities, [['id', '=', id]], 1))[0];

/** Gives the transfer back what this try has changed of it, its tracking number and its lines, and says whether that worked. */
export async function restored(
  { picking, plan, lines, stays = [] }: Tried,
  context: ActionContext,
  outcome: 'refused' | 'held',
  code: 'odoo.refused' | 'odoo.question-asked',
  reason: string,
): Promise<ActionResult> {
  const touched = lines ? touchedBy(plan.allotments) : new Set<number>();
  const now = await asItIs(picking, context);
  if (!now) return stop(outcome, code, reason);
  const values = putBack(picking, now, touched);
  if (Object.keys(values).length > 0)
    await context.client.write('stock.picking', [picking.id], values).catch((error: unknown) => {
      if (!(error instanceof OdooError) || error.kind === 'unknown-outcome') throw error;
    });
  const after = await asItIs(picking, context);
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
