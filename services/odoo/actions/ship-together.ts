import type { Json, OdooRecord, Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { halving, type Row, saveMany } from '../many.ts';
import type { ActionContext, Outcome, Together } from './contract.ts';
import { noteTracking } from './notes.ts';
import { isOpen, odooTime, type Picking, pickingTrees } from './pickings.ts';
import { refusedAfterWrite } from './restore.ts';
import { shipTransfer } from './ship-transfer.ts';
import { allotted } from './shipment-plan.ts';
import { trackingOf } from './shipment-tracking.ts';
import { readBack } from './shipment-writes.ts';
import { prepareTogether, type Shipment } from './shipments-together.ts';

const warehouseOf = ({
  picking: {
    picking_type_id: { warehouse_id: warehouse },
  },
}: Shipment) => (warehouse ? warehouse.id : 0);

/**
 * 945s of one partner: transfers that are reserved as they were shipped, whole or in part, in eight calls for all of them; the rest goes alone. A validation that answers
 * `true` says nothing of any one transfer: what counts is what each shows afterwards.
 */
export const shipTogether: Together<'warehouse-order.shipped.v1'> = async (events, context) => {
  const outcomes: Outcome[] = events.map(() => undefined);
  const shipments = await prepareTogether(events, context);
  for (const [warehouse, some] of Map.groupBy(shipments, warehouseOf)) {
    const left = new Set(some);
    const settle = (one: Shipment, outcome: Outcome) => {
      left.delete(one);
      outcomes[one.at] = outcome;
    };
    const ship = () => shipAll(some, context, settle);
    await (context.inTurn?.(`stock/${warehouse}`, ship) ?? ship()).catch((error: unknown) => {
      const known = asOutcome(error);
      for (const one of left) outcomes[one.at] = known;
    });
  }
  return outcomes;
};

function asOutcome(error: unknown): OdooError {
  if (error instanceof OdooError) return error;
  throw error;
}

type Settle = (shipment: Shipment, outcome: Outcome) => void;

async function shipAll(shipments: readonly Shipment[], context: ActionContext, settle: Settle): Promise<void> {
  const { client, capabilities } = context;
  const written = await writeAll(shipments, context, settle);
  const validated = await validateAll(written, context, settle);
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
  const { dates, refusals } = await dateAll(shipped, context);
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

/** Lines and tracking numbers. @returns the shipments whose transfers are still open with that; nothing is written of what Odoo refuses, and it goes alone. */
async function writeAll(
  shipments: readonly Shipment[],
  { client, capabilities: { saveMulti: hasSaveMulti } }: ActionContext,
  settle: Settle,
): Promise<readonly Shipment[]> {
  const refused = new Set<Shipment>();
  const states = new Map<number, string>();
  const refuse = (one: Shipment) => void refused.add(one);
  const note = (records: readonly OdooRecord[]) => {
    for (const { id, state } of records) states.set(id, String(state));
  };
  const write = async (model: string, rows: readonly Row[]) =>
    note(await saveMany(client, model, rows, { fields: hasSaveMulti ? ['state'] : [], hasSaveMulti }));
  // `load` knows no commands: without the other method, what is replaced goes by a write of its own.
  const whole = shipments.filter(({ replaced }) => hasSaveMulti || replaced.length > 0);
  const writeWhole = (some: readonly Shipment[]) => write('stock.picking', wholeRows(some));
  if (hasSaveMulti) await halving(whole, writeWhole, refuse);
  else for (const one of whole) await halving([one], writeWhole, refuse);
  const writeBare = async (some: readonly Shipment[]) => {
    await write(
      'stock.move.line',
      some.flatMap(({ kept }) => kept),
    );
    await write('stock.picking', headRows(some));
  };
  await halving(
    shipments.filter((one) => !whole.includes(one)),
    writeBare,
    refuse,
  );
  // By `load` nothing is answered, and of what an earlier try has left nothing had to be written.
  const unseen = shipments.flatMap((one) => (refused.has(one) || states.has(one.picking.id) ? [] : one.picking.id));
  note(await client.read('stock.picking', unseen, ['state']));
  const open = (one: Shipment) => !refused.has(one) && isOpen(states.get(one.picking.id) ?? 'cancel');
  for (const one of shipments) if (!open(one)) settle(one, undefined);
  return shipments.filter(open);
}

const headRows = (shipments: readonly Shipment[]): Row[] =>
  shipments.map(({ picking: { id }, head }) => ({ id, values: head })).filter(({ values }) => !isEmpty(values));

const isEmpty = (values: Values) => Object.keys(values).length === 0;

/** The transfers with the commands for their lines. */
const wholeRows = (shipments: readonly Shipment[]): Row[] =>
  shipments
    .map(({ picking: { id }, head, kept, replaced }) => {
      const commands: Json[] = [...kept.map((line) => [1, line.id, line.values]), ...replaced];
      return { id, values: { ...head, ...(commands.length > 0 && { move_line_ids: commands }) } };
    })
    .filter(({ values }) => !isEmpty(values));

async function validateAll(
  shipments: readonly Shipment[],
  context: ActionContext,
  settle: Settle,
): Promise<readonly Shipment[]> {
  const refused = new Set<Shipment>();
  const validate = async (some: readonly Shipment[]) => {
    const closed = some.filter(({ ready }) => ready.plan.closeShort).map(({ picking }) => picking.id);
    await context.client.call('stock.picking', 'button_validate', {
      ids: some.map(({ picking }) => picking.id),
      context: {
        skip_backorder: true,
        skip_sms: true,
        ...(closed.length > 0 && { picking_ids_not_to_backorder: closed }),
      },
    });
  };
  await halving(shipments, validate, async (one, error) => {
    refused.add(one);
    const again = (now: Picking) => shipTransfer(now, one.data, context);
    settle(one, await refusedAfterWrite(one.ready, context, error, again).catch(asOutcome));
  });
  return shipments.filter((one) => !refused.has(one));
}

/** The times of shipping, on what is done only: Odoo would take them on any transfer. */
async function dateAll(
  shipped: readonly { readonly shipment: Shipment; readonly after: Picking }[],
  { client, capabilities }: ActionContext,
) {
  const rows = shipped.flatMap(({ shipment: { data }, after }): Row[] => {
    const wanted = data.shippedAt && odooTime(data.shippedAt.utc);
    return wanted && after.date_done !== wanted ? [{ id: after.id, values: { date_done: wanted } }] : [];
  });
  const dates = new Map<number, Pick<Picking, 'date_done'>>();
  const refusals = new Map<number, readonly string[]>();
  const of = { fields: ['date_done'], hasSaveMulti: capabilities.saveMulti };
  await halving(
    rows,
    async (some) => {
      for (const { id, date_done } of await saveMany(client, 'stock.picking', some, of))
        dates.set(id, { date_done: date_done as string | false });
    },
    ({ id }, error) => void refusals.set(id, [`Odoo refused the time of the transfer: ${error.message}`]),
  );
  return { dates, refusals };
}
