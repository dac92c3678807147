import { append } from '../../domain/lists.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Values } from '../client.ts';
import { versionFacts } from '../version.ts';
import { labelOf, lotOf, notKept, serialsOf } from './announced-item.ts';
import type { ActionContext, ActionResult, OdooWrite } from './contract.ts';
import type { Announced, AnnouncedItem } from './event-data.ts';
import {
  joined,
  type NewLine,
  replaceLines,
  type Shelf,
  shelfOf,
  unreservedPlace,
  whereaboutsOf,
} from './line-commands.ts';
import { isOpen, odooTime, type Picking, type PickingMove } from './pickings.ts';
import { movesFor, rounded, shownName } from './products.ts';
import { countingIn, type PlanFault } from './quantities.ts';
import { preferred, spread } from './spread.ts';

/** What of an announced item falls to one move, in the unit of the move. */
export interface Expected {
  /** The notice that announces it. */
  readonly notice: Announced;
  readonly item: AnnouncedItem;
  /** Index of the item in the event. */
  readonly at: number;
  readonly move: PickingMove;
  readonly quantity: number;
  /** The first part of its item. */
  readonly first: boolean;
  /** Serial numbers of this part, each with its place in the item. */
  readonly serials: readonly { readonly name: string; readonly at: number }[];
  /** What Odoo does not keep of the item. */
  readonly remarks: readonly string[];
}

export const orderOf = (item: AnnouncedItem, data: Announced): string | undefined =>
  item.purchaseOrder ?? data.references.find(({ kind }) => kind === 'purchase-order')?.value;

/** The move of the order's nth line: the way a partner numbers what it was ordered. */
function byLineNumber(moves: readonly PickingMove[], lineNumber: string | undefined): number | undefined {
  const place = Number(lineNumber);
  const sorted = moves
    .flatMap((move) => (move.purchase_line_id ? [{ move, line: move.purchase_line_id }] : []))
    .sort((a, b) => a.line.sequence - b.line.sequence || a.line.id - b.line.id);
  return Number.isInteger(place) ? sorted[place - 1]?.move.id : undefined;
}

/** Spreads what notices announce of an order over the moves of a receipt: the order's line number decides where it is given, else each move is filled up to its demand. */
export function expectedOn(
  notices: readonly Announced[],
  order: string,
  receipt: Picking,
  context: ActionContext,
): readonly Expected[] | PlanFault {
  const counting = countingIn(context);
  const used = new Map<number, number>();
  const expected: Expected[] = [];
  const items = notices.flatMap((notice) => [...notice.items.entries()].map(([at, item]) => ({ notice, at, item })));
  for (const { notice, at, item } of items) {
    if (orderOf(item, notice) !== order) continue;
    const all = movesFor(item.product, receipt.move_ids);
    const open = all.filter(({ state }) => isOpen(state));
    const moves = preferred(open.length > 0 ? open : all, byLineNumber(receipt.move_ids, item.lineNumber));
    if (moves.length === 0)
      return {
        code: 'odoo.product-unknown',
        reason: `${receipt.name} (${order}) awaits no ${shownName(item.product)}.`,
      };
    const counted = counting.count(item.quantity, moves[0]!, item.product);
    if ('code' in counted) return counted;
    const serials = serialsOf(item, moves[0]!, counted.value);
    if ('code' in serials) return serials;
    for (const [n, part] of spread(counted.value, moves, used, counting).entries()) {
      const own = serials.splice(0, part.quantity);
      const remarks = n === 0 ? [...(counted.remark ? [counted.remark] : []), ...notKept(item, moves[0]!)] : [];
      expected.push({ notice, item, at, ...part, serials: own, first: n === 0, remarks });
    }
  }
  return counting.undivided(expected) ?? expected;
}

export function trackingOf(data: Announced): { value: string; pointer: string } | undefined {
  if (data.trackingNumber) return { value: data.trackingNumber, pointer: '/trackingNumber' };
  const at = data.references.findIndex(({ kind }) => kind === 'carrier-pro' || kind === 'tracking-number');
  if (at >= 0) return { value: data.references[at]!.value, pointer: `/references/${at}/value` };
  return data.billOfLading ? { value: data.billOfLading, pointer: '/billOfLading' } : undefined;
}

/** What the receipt itself shows of the notices that it holds. */
export interface Heading {
  readonly expectedAt: string | undefined;
  readonly tracking: string | undefined;
}

/** When the first goods come, and by which number: of several notices those of the first. */
export function headingOf(notices: readonly Announced[]): Heading {
  const dated = notices.filter(({ expectedAt }) => expectedAt).toSorted((a, b) => timeOf(a) - timeOf(b) || byId(a, b));
  const numbered = [...dated, ...notices.filter(({ expectedAt }) => !expectedAt).toSorted(byId)].find(trackingOf);
  return {
    expectedAt: dated[0]?.expectedAt && odooTime(dated[0].expectedAt.utc),
    tracking: numbered && trackingOf(numbered)!.value,
  };
}
const timeOf = ({ expectedAt }: Announced) => Date.parse(expectedAt!.utc);
const byId = (a: Announced, b: Announced) => (a.shipmentId < b.shipmentId ? -1 : 1);

/** The open moves of the products that a notice speaks of: what it does not announce of them is not on its way. */
const announcedMoves = (receipt: Picking, expected: readonly Expected[]): readonly PickingMove[] => {
  const products = new Set(expected.map(({ move }) => move.product_id.id));
  return receipt.move_ids.filter((move) => isOpen(move.state) && products.has(move.product_id.id));
};

/** Old lines of the announced products go by id; lines of other moves stay as they are. */
export function receiptValues(
  { expectedAt, tracking }: Heading,
  receipt: Picking,
  expected: readonly Expected[],
  packages: ReadonlyMap<string, number>,
  { delivery, units }: Capabilities,
): Values {
  const old = announcedMoves(receipt, expected).flatMap((move) => move.move_line_ids);
  const shelf = shelfOf(units);
  const lines = expected.flatMap((one) => linesFor(one, packages, shelf));
  // Pieces with a number of their own stay lines of their own.
  const isSingle = ({ move }: NewLine) => move.product_id.tracking === 'serial';
  const single = lines.filter(isSingle);
  const others = lines.filter((line) => !isSingle(line));
  return {
    ...(expectedAt !== undefined && { scheduled_date: expectedAt }),
    ...(tracking !== undefined && delivery && { carrier_tracking_ref: tracking }),
    move_line_ids: replaceLines(old, [...joined(others), ...single], false),
  };
}

/** Lines at the places that Odoo's putaway has chosen for the move, each up to what it is to hold; one for each serial number. */
function linesFor(one: Expected, packages: ReadonlyMap<string, number>, shelf: Shelf): NewLine[] {
  const { item, move, quantity, serials } = one;
  const taken = shelf.take(move, quantity);
  const rest = rounded(quantity - taken.reduce((sum, part) => sum + part.quantity, 0));
  const [reserved] = move.move_line_ids;
  const parts = [
    ...taken.map((part) => ({ place: whereaboutsOf(part.line), quantity: part.quantity })),
    ...(rest > 0 ? [{ place: reserved ? whereaboutsOf(reserved) : unreservedPlace(move), quantity: rest }] : []),
  ];
  const names = serials.map(({ name }) => name);
  const label = labelOf(item);
  return parts.flatMap((part): NewLine[] => {
    const line: NewLine = {
      move,
      ...part.place,
      lot_id: false,
      package_id: false,
      product_uom_id: move.product_uom.id,
      quantity: part.quantity,
      result_package_id: label ? packages.get(label.sscc)! : false,
      lotName: lotOf(item, move),
    };
    return names.length > 0
      ? names.splice(0, part.quantity).map((lotName) => ({ ...line, quantity: 1, lotName }))
      : [line];
  });
}

/** What of a notice the receipt shows, field by field, and what it does not. */
export function readBackReceipt(
  data: Announced,
  before: Picking,
  after: Picking,
  expected: readonly Expected[],
  context: ActionContext,
): Pick<ActionResult, 'writes' | 'remarks'> {
  const writes: OdooWrite[] = [];
  const remarks: string[] = [];
  const record = { model: 'stock.picking', recordId: after.id, recordName: after.name, method: 'write' };
  const head = (field: 'scheduled_date' | 'carrier_tracking_ref', wanted: string, pointer: string) => {
    const holds = after[field];
    if (holds === undefined) return;
    if (holds !== wanted) remarks.push(`${after.name} holds ${field} ${holds || 'empty'} and not ${wanted}.`);
    else
      writes.push({
        ...record,
        field,
        ...(before[field] !== holds && { before: before[field] }),
        after: holds,
        pointer,
      });
  };
  // Of several notices the receipt shows the date and the number of the first.
  const shown = headingOf([...new Set([data, ...expected.map(({ notice }) => notice)])]);
  const date = data.expectedAt && odooTime(data.expectedAt.utc);
  if (date && date === shown.expectedAt) head('scheduled_date', date, '/expectedAt/utc');
  const tracking = trackingOf(data);
  if (tracking && tracking.value === shown.tracking) head('carrier_tracking_ref', tracking.value, tracking.pointer);
  for (const one of expected.filter(({ notice }) => notice === data)) {
    const found = lineWrites(before, after, one, expected, context);
    append(writes, found.writes);
    append(remarks, found.remarks);
  }
  return { writes, ...(remarks.length > 0 && { remarks }) };
}

function lineWrites(
  before: Picking,
  after: Picking,
  { item, at, move, quantity, serials }: Expected,
  expected: readonly Expected[],
  { version }: ActionContext,
): { writes: OdooWrite[]; remarks: string[] } {
  const now = after.move_ids.find(({ id }) => id === move.id);
  const was = before.move_ids.find(({ id }) => id === move.id);
  const name = move.product_id.display_name;
  const here = expected.filter((one) => one.move.id === move.id);
  const wanted = rounded(here.reduce((sum, one) => sum + one.quantity, 0));
  const isShared = new Set(here.map(({ notice: of }) => of)).size > 1;
  // Odoo may show a move as partly reserved although its lines hold everything: the lines are what counts.
  const held = rounded((now?.move_line_ids ?? []).reduce((sum, line) => sum + line.quantity, 0));
  if (held !== wanted) return { writes: [], remarks: [`${after.name} shows ${held} of ${name} and not ${wanted}.`] };
  const line = { model: 'stock.move', recordId: move.id, recordName: `${after.name}: ${name}`, method: 'write' };
  const writes: OdooWrite[] = [
    {
      ...line,
      field: 'quantity',
      ...(was && was.quantity !== wanted && { before: was.quantity }),
      after: isShared ? wanted : quantity,
      pointer: `/items/${at}/quantity/value`,
    },
  ];
  const remarks: string[] = [];
  const lot = lotOf(item, move);
  if (lot) {
    const there = now!.move_line_ids.some((one) => (one.lot_id ? one.lot_id.name : one.lot_name) === lot);
    if (there) writes.push({ ...line, field: 'move_line_ids.lot_name', after: lot, pointer: `/items/${at}/lot` });
    else remarks.push(`Lot ${lot} of ${name} is not on ${after.name}.`);
  }
  for (const serial of serials) {
    const there = now!.move_line_ids.some((one) => (one.lot_id ? one.lot_id.name : one.lot_name) === serial.name);
    const pointer = `/items/${at}/serialNumbers/${serial.at}`;
    if (there) writes.push({ ...line, field: 'move_line_ids.lot_name', after: serial.name, pointer });
    else remarks.push(`Serial number ${serial.name} of ${name} is not on ${after.name}.`);
  }
  const label = labelOf(item);
  if (label) {
    const { sscc } = label;
    const holder = now!.move_line_ids.find((one) => one.result_package_id && one.result_package_id.name === sscc);
    if (holder?.result_package_id)
      writes.push({
        model: versionFacts[version].packageModel,
        recordId: holder.result_package_id.id,
        recordName: sscc,
        field: 'name',
        after: sscc,
        pointer: `/items/${at}${label.pointer}`,
        method: 'create',
      });
    else remarks.push(`Package ${sscc} of ${name} is not on ${after.name}.`);
  }
  return { writes, remarks };
}
