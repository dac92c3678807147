import { append } from '../../domain/lists.ts';
import type { ActionContext } from './contract.ts';
import type { Received, ReceivedLine, Shipped } from './event-data.ts';
import { isOpen, type Picking, type PickingMove } from './pickings.ts';
import { movesFor, rounded, shownName } from './products.ts';
import { countingIn, type PlanFault } from './quantities.ts';
import { type Allotment, planShipment, type ShipmentPlan } from './shipment-plan.ts';

/** What was received, as far as receipts and returns say the same. */
export type ReceivedGoods = Pick<
  Received,
  'receiptNumber' | 'lines' | 'reporting' | 'receivedAt' | 'trackingNumber' | 'references'
>;

export interface ReceiptPlan extends ShipmentPlan {
  /** What goes to the quarantine and not where Odoo puts the rest. */
  readonly apart: ReadonlySet<Allotment>;
  readonly quarantineId: number | undefined;
}

/** Conditions of goods that came and are not to be shipped on. */
const apartConditions = new Set(['damaged', 'hold', 'expired', 'other']);

interface Split {
  readonly good: number;
  readonly apart: number;
  readonly remarks: readonly string[];
}

/** How much of a line came well, and how much goes apart. What the dock sent back never came in. */
function splitOf(line: ReceivedLine): Split | PlanFault {
  const { value } = line.received;
  const name = shownName(line.product);
  const sum = (fits: (condition: string) => boolean) =>
    rounded(
      (line.conditions ?? [])
        .filter(({ condition }) => fits(condition))
        .reduce((total, { quantity = value }) => total + quantity, 0),
    );
  if (sum((condition) => condition === 'wrong-item') > 0)
    return {
      code: 'odoo.item-unexpected',
      reason: `The warehouse received something else instead of ${name}. Ask it what that is, and book it in Odoo.`,
    };
  const apart = sum((condition) => apartConditions.has(condition));
  if (apart > value)
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `${apart} of ${name} are said to be damaged or on hold, and ${value} were received. Ask the warehouse.`,
    };
  const rejected = sum((condition) => condition === 'rejected');
  const remarks = rejected > 0 ? [`${rejected} of ${name} were rejected at the dock and are not in stock.`] : [];
  const numbers = (line.serialNumbers ?? []).length + (line.lots ?? []).length;
  if (apart > 0 && apart < value && numbers > 1)
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `${apart} of ${value} ${name} are damaged or on hold, and the document does not say of which lot or which piece.`,
    };
  return { good: rounded(value - apart), apart, remarks };
}

/** One line of a plan for each condition; `from` is its place in the document. */
interface Part {
  readonly from: number;
  readonly apart: boolean;
  readonly line: Shipped['lines'][number];
}

function partsOf(line: ReceivedLine, from: number, { good, apart }: Split): readonly Part[] {
  const { lineNumber, product, received, serialNumbers, packages } = line;
  const make = (value: number, isApart: boolean): Part => {
    const lots = (line.lots ?? []).map(({ lot, quantity }) => ({
      lot,
      ...(quantity !== undefined && { quantity: good > 0 && apart > 0 ? value : quantity }),
    }));
    return {
      from,
      apart: isApart,
      line: {
        ...{ product, shipped: { ...received, value } },
        ...(lineNumber !== undefined && { lineNumber }),
        ...(lots.length > 0 && { lots }),
        ...(serialNumbers && { serialNumbers }),
        // What is damaged does not lie in the package that it came in.
        ...(packages && !isApart && { packages }),
      },
    };
  };
  if (apart === 0) return [make(good, false)];
  return good === 0 ? [make(apart, true)] : [make(good, false), make(apart, true)];
}

/** What a receipt means for the moves of its transfer. */
export async function planReceipt(
  data: ReceivedGoods,
  picking: Picking,
  moves: readonly PickingMove[],
  context: ActionContext,
): Promise<ReceiptPlan | PlanFault> {
  const unexpected = data.lines.find(
    ({ product, received }) => received.value > 0 && movesFor(product, moves).length === 0,
  );
  if (unexpected)
    return {
      code: 'odoo.item-unexpected',
      reason: `The warehouse received ${unexpected.received.value} of ${shownName(unexpected.product)}, which ${picking.name} does not await. Add it to the receipt in Odoo or have it sent back, then retry.`,
    };
  const parts: Part[] = [];
  const remarks: string[] = [];
  for (const [at, line] of data.lines.entries()) {
    const split = splitOf(line);
    if ('code' in split) return split;
    append(remarks, split.remarks);
    append(parts, partsOf(line, at, split));
  }
  const quarantineId = context.partner.quarantineId;
  const damaged = parts.find(({ apart }) => apart);
  if (damaged && quarantineId === undefined)
    return {
      code: 'odoo.quarantine-unset',
      reason: `${damaged.line.shipped.value} of ${shownName(damaged.line.product)} came damaged or are on hold, and no quarantine location is set for the partner. Set one, then retry.`,
    };
  const [known] = await context.partner.notified({ ids: [picking.id] });
  const plan = planShipment({
    data: {
      ...{ orderNumber: picking.name, references: [], lines: parts.map(({ line }) => line) },
      ...(data.reporting && { reporting: data.reporting }),
    },
    moves,
    counting: countingIn(context),
    lines: known?.lines ?? {},
    done: 'received',
  });
  if ('code' in plan) return plan;
  const apart = new Set<Allotment>();
  const allotments = plan.allotments.map((one) => {
    const part = parts[one.line];
    if (!part) return one;
    const moved = inDocument(one, part.from);
    if (part.apart) apart.add(moved);
    return moved;
  });
  return { ...plan, allotments, apart, quarantineId, remarks: [...remarks, ...plan.remarks] };
}

/** The places in the event are those of its own lines, and not of the parts that they were taken apart into. */
function inDocument(one: Allotment, line: number): Allotment {
  const placed = (pointer: string) => pointer.replace(/^\/lines\/\d+\//, `/lines/${line}/`);
  return {
    ...{ ...one, line },
    ...(one.lot && { lot: { ...one.lot, pointer: placed(one.lot.pointer) } }),
    ...(one.sscc && { sscc: { ...one.sscc, pointer: placed(one.sscc.pointer) } }),
  };
}

/** The moves that count: those that are open, or those that are done. */
export const countedMoves = (picking: Picking): readonly PickingMove[] =>
  picking.move_ids.filter(({ state }) => (isOpen(picking.state) ? isOpen(state) : state === 'done'));
