import type { CanonicalEvent } from '../../domain/events.ts';
import { listed } from '../../domain/lists.ts';
import type { Values } from '../client.ts';
import type { OdooError } from '../error.ts';
import type { Row } from '../many.ts';
import type { ActionContext, Outcome, Together } from './contract.ts';
import type { Received } from './event-data.ts';
import { choosePackages, findLots, findPackages, makePackages } from './goods.ts';
import { type NewLine, replaceLines, touchedBy } from './line-commands.ts';
import { leaveNotes, markersOnEach } from './notes.ts';
import { heldOvers, overRemarks } from './overs.ts';
import { isOpen, type Picking, type PickingLine, pickingTrees } from './pickings.ts';
import { countedMoves, planReceipt, type ReceiptPlan } from './receipt-plan.ts';
import {
  claimText,
  isApart,
  type ReadyReceipt,
  readBackReceived,
  receiveTransfer,
  valuesOf,
} from './receive-transfer.ts';
import { linesOf, namesIn } from './received-lines.ts';
import { refusedAfterWrite } from './restore.ts';
import { inReach, reachable } from './scope.ts';
import { allotted } from './shipment-plan.ts';
import {
  type Batched,
  byWarehouse,
  dateAll,
  doneAtOf,
  type Settle,
  validateAll,
  writeAll,
} from './transfers-together.ts';

const kinds = ['incoming'];
// More receipts of fifty names there are not; where there are, which is meant is for the action for one.
const mostFound = 1000;

type Event = CanonicalEvent<'receipt.confirmed.v1'>;

/** A receipt whose goods are known and whose packages are not. */
interface Planned {
  readonly at: number;
  readonly event: Event;
  readonly data: Received;
  readonly picking: Picking;
  readonly plan: ReceiptPlan;
  readonly remarks: readonly string[];
}

interface Receipt extends Batched {
  readonly event: Event;
  readonly data: Received;
  readonly ready: ReadyReceipt;
}

/**
 * 944s of one partner: receipts that nobody has begun, in ten calls for all of them; the rest goes alone. Its note stands on each before the validation, as where it goes alone, and what counts is what
 * each shows afterwards.
 */
export const receiveTogether: Together<'receipt.confirmed.v1'> = async (events, context) => {
  const outcomes: Outcome[] = events.map(() => undefined);
  const { noteSubtype } = context.capabilities;
  if (noteSubtype === undefined) return outcomes;
  const receipts = await withPackages(await plansOf(events, context), context);
  await byWarehouse(receipts, context, outcomes, (some, settle) => receiveAll(some, noteSubtype, context, settle));
  return outcomes;
};

/** The events whose transfers are known, are awaited as a whole and were not spoken of before. */
async function plansOf(events: readonly Event[], context: ActionContext): Promise<readonly Planned[]> {
  const { client, capabilities } = context;
  const names = [...new Set(events.flatMap(({ data }) => [data.orderNumber, data.purchaseOrder].filter(isGiven)))];
  if (names.length === 0) return [];
  const origins = [
    ['picking_type_code', 'in', kinds],
    ['origin', 'in', names],
  ];
  const domain = ['|', ...(await inReach({ kinds, names }, context)), '&', ...origins];
  const found = await pickingTrees(client, capabilities, domain, mostFound);
  if (found.length === mostFound) return [];
  const trees = await reachable(found, context);
  const plain = trees.filter(isPlain);
  const markers = await markersOnEach(
    client,
    plain.map(({ id }) => id),
    'receipt',
  );
  const spoken = new Set<number>();
  const planned: Planned[] = [];
  for (const [at, event] of events.entries()) {
    const { data } = event;
    const meant = trees.filter(
      ({ name, origin }) => name === data.orderNumber || (origin && ordersOf(data).includes(origin)),
    );
    const [picking, ...others] = meant;
    if (!picking || others.length > 0 || !plain.includes(picking) || spoken.has(picking.id)) continue;
    spoken.add(picking.id);
    if (markers.has(picking.id) || (data.trackingNumber && !capabilities.delivery)) continue;
    const moves = countedMoves(picking);
    const plan = await planReceipt(data, picking, moves, context);
    if ('code' in plan || plan.nothing || heldOvers(picking, plan, moves, 'received', context)) continue;
    const remarks = [...plan.remarks, ...overRemarks(plan, moves, 'received')];
    planned.push({ at, event, data, picking, plan, remarks });
  }
  return planned;
}

const isGiven = <T>(value: T | undefined): value is T => value !== undefined;
const ordersOf = ({ orderNumber, purchaseOrder, references = [] }: Received): readonly string[] =>
  [
    ...[orderNumber, purchaseOrder],
    ...references.filter(({ kind }) => kind === 'purchase-order').map(({ value }) => value),
  ].filter(isGiven);

/** Awaited, with nothing before it, and nobody has begun. */
const isPlain = ({ state, backorder_ids, move_ids }: Picking) =>
  state === 'assigned' &&
  backorder_ids.length === 0 &&
  move_ids.every(
    (move) =>
      !isOpen(move.state) || (move.move_orig_ids.length === 0 && move.move_line_ids.every(({ picked }) => !picked)),
  );

/** Lots and labels of all of them in three calls. A label that two of them name is for the action for one. */
async function withPackages(planned: readonly Planned[], context: ActionContext): Promise<readonly Receipt[]> {
  const { client } = context;
  const [first] = planned;
  if (!first) return [];
  const used = new Map<string, number>();
  for (const { plan } of planned) for (const label of namesIn(plan).labels) used.set(label, (used.get(label) ?? 0) + 1);
  const company = first.picking.company_id;
  const own = planned.filter(
    ({ plan, picking }) =>
      namesIn(plan).labels.every((label) => used.get(label) === 1) &&
      (picking.company_id || { id: 0 }).id === (company || { id: 0 }).id,
  );
  const lots = await findLots(
    client,
    company,
    own.flatMap(({ plan }) => namesIn(plan).lots),
  );
  const known = await findPackages(
    client,
    own.flatMap(({ plan }) => namesIn(plan).labels),
  );
  const chosen = own.flatMap((one) => {
    const uses = namesIn(one.plan).labels.map((sscc) => ({ sscc, parts: [] }));
    const packages = choosePackages(known, uses);
    return 'code' in packages ? [] : [{ one, packages }];
  });
  const made = await makePackages(
    client,
    chosen.flatMap(({ packages }) => packages.missing),
  );
  return chosen.map(({ one, packages }) => {
    const ids = new Map([...packages.ids, ...made]);
    return asWritten(one, linesOf(one.plan, { lots, packages: ids }, context.capabilities.units), packages.missing);
  });
}

function asWritten(one: Planned, lines: readonly NewLine[], made: readonly string[]): Receipt {
  const { at, event, data, picking, plan, remarks } = one;
  const stays = made.length > 0 ? [`The hub made packages that stay empty in Odoo: ${listed(made)}.`] : [];
  const ready: ReadyReceipt = { picking, plan, lines, stays, remarks };
  const { move_line_ids: _, ...head } = valuesOf(ready, { data, event });
  const touched = touchedBy(plan.allotments.filter(({ quantity }) => quantity > 0));
  const old = picking.move_ids.filter(({ id }) => touched.has(id)).flatMap(({ move_line_ids }) => move_line_ids);
  const { kept, gone, fresh } = keeping(old, lines);
  const replaced = gone.length + fresh.length > 0 ? replaceLines(gone, fresh, true) : [];
  return {
    ...{ at, event, data, picking, ready, head, kept, replaced, closeShort: false },
    doneAt: doneAtOf(data.receivedAt),
  };
}

/** Lines that came just as they were awaited stay. */
function keeping(old: readonly PickingLine[], lines: readonly NewLine[]) {
  const fresh = [...lines];
  const kept: Row[] = [];
  const gone: PickingLine[] = [];
  for (const line of old) {
    const nth = fresh.findIndex((one) => isAwaited(line, one));
    const [same] = nth < 0 ? [] : fresh.splice(nth, 1);
    if (!same) gone.push(line);
    else kept.push({ id: line.id, values: { picked: true, ...labelOf(same, line) } });
  }
  return { kept, gone, fresh };
}

const idOf = (value: { readonly id: number } | false) => (value ? value.id : false);
const isAwaited = (line: PickingLine, one: NewLine) =>
  one.move.move_line_ids.includes(line) &&
  one.quantity === line.quantity &&
  one.product_uom_id === line.product_uom_id.id &&
  one.location_id === line.location_id.id &&
  one.location_dest_id === line.location_dest_id.id &&
  one.lot_id === idOf(line.lot_id) &&
  (one.lotName ?? '') === (line.lot_name || '') &&
  one.owner_id === idOf(line.owner_id) &&
  one.package_id === idOf(line.package_id);
const labelOf = ({ result_package_id: wanted }: NewLine, { result_package_id: there }: PickingLine): Values =>
  wanted === idOf(there) ? {} : { result_package_id: wanted };

async function receiveAll(
  receipts: readonly Receipt[],
  noteSubtype: number,
  context: ActionContext,
  settle: Settle<Receipt>,
): Promise<void> {
  const { client, capabilities } = context;
  const written = await writeAll(receipts, context, settle);
  await leaveNotes(
    client,
    noteSubtype,
    written.map((one) => ({
      ...{ pickingId: one.picking.id, text: claimText(one, one.ready.plan), attachmentIds: [] },
      marker: { topic: 'receipt', at: one.event.time, fact: one.data.receiptNumber },
    })),
  );
  const undo = (one: Receipt, error: OdooError) =>
    refusedAfterWrite(one.ready, context, error, (now) => receiveTransfer(now, one, context));
  const validated = await validateAll(written, context, undo, settle);
  if (validated.length === 0) return;
  const ids = validated.map(({ picking }) => picking.id);
  const trees = new Map(
    (await pickingTrees(client, capabilities, [['id', 'in', ids]], ids.length)).map((one) => [one.id, one]),
  );
  const done: { one: Receipt; after: Picking }[] = [];
  for (const one of validated) {
    const after = trees.get(one.picking.id);
    // Cancelled meanwhile, and Odoo went over it without a word; or somebody else has received it otherwise.
    if (after?.state === 'done' && isAsPlanned(one, after, context)) done.push({ one, after });
    else settle(one, undefined);
  }
  const { dates, refusals } = await dateAll(done, context);
  for (const { one, after } of done) {
    const { data, picking, ready } = one;
    const dated = { ...after, ...dates.get(picking.id) };
    const { writes, missing } = readBackReceived(data, picking, dated, ready.plan, context);
    const remarks = [...ready.remarks, ...(refusals.get(picking.id) ?? []), ...missing];
    settle(one, { outcome: 'applied', writes, ...(remarks.length > 0 && { remarks }) });
  }
}

const isAsPlanned = ({ ready: { plan } }: Receipt, after: Picking, { capabilities }: ActionContext): boolean =>
  after.move_ids.every((move) => {
    const planned = plan.allotments.find((one) => one.move.id === move.id)?.move;
    const wanted = planned ? allotted(plan.allotments, planned) : 0;
    return move.state === 'cancel' || Math.abs(move.quantity - wanted) <= rounding;
  }) && isApart(after, plan, capabilities.units);
// Of quantities in the largest units.
const rounding = 0.01;
