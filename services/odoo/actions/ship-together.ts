import type { OdooError } from '../error.ts';
import type { ActionContext, Outcome, Together } from './contract.ts';
import { noteTracking } from './notes.ts';
import { type Picking, pickingTrees } from './pickings.ts';
import { refusedAfterWrite } from './restore.ts';
import { shipTransfer } from './ship-transfer.ts';
import { allotted } from './shipment-plan.ts';
import { trackingOf } from './shipment-tracking.ts';
import { readBack } from './shipment-writes.ts';
import { prepareTogether, type Shipment } from './shipments-together.ts';
import { byWarehouse, dateAll, type Settle, validateAll, writeAll } from './transfers-together.ts';

/**
 * 945s of one partner: transfers that are reserved as they were shipped, whole or in part, in eight calls for all of them; the rest goes alone. A validation that answers
 * `true` says nothing of any one transfer: what counts is what each shows afterwards.
 */
export const shipTogether: Together<'warehouse-order.shipped.v1'> = async (events, context) => {
  const outcomes: Outcome[] = events.map(() => undefined);
  const shipments = await prepareTogether(events, context);
  await byWarehouse(shipments, context, outcomes, (some, settle) => shipAll(some, context, settle));
  return outcomes;
};

async function shipAll(
  shipments: readonly Shipment[],
  context: ActionContext,
  settle: Settle<Shipment>,
): Promise<void> {
  const { client, capabilities } = context;
  const written = await writeAll(shipments, context, settle);
  const undo = (one: Shipment, error: OdooError) =>
    refusedAfterWrite(one.ready, context, error, (now) => shipTransfer(now, one.data, context));
  const validated = await validateAll(written, context, undo, settle);
  if (validated.length === 0) return;
  const ids = validated.map(({ picking }) => picking.id);
  const trees = await pickingTrees(client, capabilities, [['id', 'in', ids]], ids.length);
  const now = new Map(trees.map((tree) => [tree.id, tree]));
  const shipped: { shipment: Shipment; after: Picking }[] = [];
  for (const shipment of validated) {
    const after = now.get(shipment.picking.id);
    // Cancelled or unreserved meanwhile, and Odoo went over it without a word; or somebody else has shipped it otherwise.
    if (after?.state === 'done' && isAsPlanned(shipment, after)) shipped.push({ shipment, after });
    else settle(shipment, undefined);
  }
  const { dates, refusals } = await dateAll(
    shipped.map(({ shipment: one, after }) => ({ one, after })),
    context,
  );
  for (const { shipment, after } of shipped) {
    const { data, ready, picking } = shipment;
    const noted = await noteTracking(picking, trackingOf(data), context);
    const record = { data, before: picking, plan: ready.plan, version: context.version, units: capabilities.units };
    const { writes, missing } = readBack({ ...record, after: { ...after, ...dates.get(picking.id) } });
    const remarks = [...ready.remarks, ...(refusals.get(picking.id) ?? []), ...missing];
    settle(shipment, {
      outcome: 'applied',
      writes: [...writes, ...noted],
      ...(remarks.length > 0 && { remarks }),
    });
  }
}

const isAsPlanned = ({ ready }: Shipment, after: Picking) =>
  after.move_ids.every(
    (move) => move.state === 'cancel' || Math.abs(move.quantity - quantityOf(ready, move.id)) <= rounding,
  ) && hasLabels(ready, after);
/** What was reserved anew after the write lies in no package of the document's. */
function hasLabels({ plan }: Shipment['ready'], after: Picking): boolean {
  const there = new Set(
    after.move_ids.flatMap(({ move_line_ids }) =>
      move_line_ids.flatMap((line) => (line.result_package_id ? line.result_package_id.name : [])),
    ),
  );
  return plan.allotments.every(({ sscc, quantity }) => !sscc || quantity === 0 || there.has(sscc.value));
}
// Of quantities in the largest units.
const rounding = 0.01;
const quantityOf = ({ plan }: Shipment['ready'], id: number): number => {
  const move = plan.allotments.find((one) => one.move.id === id)?.move;
  return move ? allotted(plan.allotments, move) : 0;
};
