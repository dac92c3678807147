import type { Change, Quant } from './counts.ts';
import type { Adjusted, AdjustedLine, ProductName } from './event-data.ts';
import { counted, productOf } from './find-products.ts';
import { lotKey } from './goods.ts';
import type { PickingProduct } from './pickings.ts';
import { rounded, shownName } from './products.ts';
import type { Counting, PlanFault } from './quantities.ts';
import type { Site } from './sites.ts';

/** What a line of an adjustment does to the stock: it becomes more or less, or it goes to the quarantine or comes back from there. */
export interface Adjustment {
  readonly at: number;
  readonly product: PickingProduct;
  readonly kind: 'count' | 'apart' | 'back';
  /** In the product's unit; less than nothing for what is gone. Of what is moved never. */
  readonly quantity: number;
  readonly lot?: string | undefined;
  readonly remark?: string | undefined;
}

/** States of goods that are not to be shipped. */
export const apartStates: ReadonlySet<string> = new Set(['on-hold', 'damaged', 'quarantine']);
const goodStates = new Set(['available', 'on-hand']);
/** Reasons for which goods are still there, and not to be shipped. */
const apartReasons = new Set(['hold', 'damaged', 'quality', 'recalled', 'expired']);

function kindOf(line: AdjustedLine, hasQuarantine: boolean): Adjustment['kind'] {
  const { fromState, toState, reason, change } = line;
  if (fromState && toState) {
    if (goodStates.has(fromState) && apartStates.has(toState)) return 'apart';
    if (apartStates.has(fromState) && goodStates.has(toState)) return 'back';
  }
  if (reason === 'hold' && change.value < 0) return 'apart';
  if (reason === 'released' && change.value > 0) return 'back';
  return hasQuarantine && apartReasons.has(reason) && change.value < 0 ? 'apart' : 'count';
}

/** What the lines of an adjustment mean; one for each piece where pieces have numbers. Pure. */
export function planAdjustment(
  data: Adjusted,
  products: readonly PickingProduct[],
  counting: Counting,
  quarantineId: number | undefined,
): readonly Adjustment[] | PlanFault {
  const adjustments: Adjustment[] = [];
  for (const [at, line] of data.lines.entries()) {
    const product = productOf(line.product, products);
    if ('code' in product) return product;
    const kind = kindOf(line, quarantineId !== undefined);
    if (kind !== 'count' && quarantineId === undefined)
      return {
        code: 'odoo.quarantine-unset',
        reason: `${Math.abs(line.change.value)} of ${shownName(line.product)} go to or come from the goods that are not to be shipped, and no quarantine location is set for the partner. Set one, then retry.`,
      };
    const size = counting.count({ ...line.change, value: Math.abs(line.change.value) }, counted(product), line.product);
    if ('code' in size) return size;
    const quantity = line.change.value < 0 && kind === 'count' ? -size.value : size.value;
    const names = namesOf(line, product, size.value);
    if ('code' in names) return names;
    const share = rounded(quantity / Math.max(1, names.lots.length));
    const each = { at, product, kind, ...(size.remark && { remark: size.remark }) };
    if (names.lots.length === 0) adjustments.push({ ...each, quantity });
    for (const lot of names.lots) adjustments.push({ ...each, lot, quantity: share });
  }
  return adjustments;
}

/** The lots or pieces of a line; what Odoo tracks must be named. */
function namesOf(
  { product: name, lot, serialNumbers = [] }: AdjustedLine,
  { tracking }: PickingProduct,
  pieces: number,
): { readonly lots: readonly string[] } | PlanFault {
  if (tracking === 'none') return { lots: [] };
  const lots = tracking === 'serial' && serialNumbers.length > 0 ? serialNumbers : lot ? [lot] : [];
  if (lots.length === 0 && pieces > 0)
    return {
      code: 'odoo.lot-unknown',
      reason: `Odoo keeps ${shownName(name)} by lots or serial numbers, and the document names none.`,
    };
  if (tracking === 'serial' && lots.length !== pieces)
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `${lots.length} serial numbers of ${shownName(name)} are given, but ${pieces} are adjusted.`,
    };
  return { lots };
}

export const namesIn = ({ lines }: Adjusted): readonly ProductName[] => lines.map(({ product }) => product);

/** Spreads what changes over the places where Odoo has the goods. Pure. */
export function changesFor(
  adjustments: readonly Adjustment[],
  quants: readonly Quant[],
  lots: ReadonlyMap<string, number>,
  { stock }: Site,
): readonly (Change & { readonly of: Adjustment })[] | PlanFault {
  const left = new Map(quants.map((quant) => [quant.id, quant.quantity]));
  const found: (Change & { of: Adjustment })[] = [];
  for (const one of adjustments) {
    const lot = one.lot === undefined ? false : lots.get(lotKey(one.lot, one.product.id));
    const own = quants.filter((quant) => quant.product === one.product.id && quant.lot === (lot ?? -1));
    if (one.quantity >= 0) {
      if (lot === undefined) return unknownLot(one);
      found.push({ of: one, quant: placeFor(own, one.product.id, lot, stock), delta: one.quantity });
      continue;
    }
    let wanted = -one.quantity;
    for (const quant of byFree(own)) {
      const part = rounded(Math.min(wanted, left.get(quant.id)!));
      if (part <= 0) continue;
      left.set(quant.id, rounded(left.get(quant.id)! - part));
      wanted = rounded(wanted - part);
      found.push({ of: one, quant, delta: -part });
    }
    if (wanted > 0) {
      const what = `${one.lot === undefined ? '' : `lot ${one.lot} of `}${one.product.display_name}`;
      const there = rounded(-one.quantity - wanted);
      return {
        code: 'odoo.stock-short',
        reason: `The warehouse takes ${-one.quantity} of ${what} off, and Odoo has ${there}. Compare the stock, correct it in Odoo, then retry.`,
      };
    }
  }
  return found;
}

const unknownLot = ({ lot, product }: Adjustment): PlanFault => ({
  code: 'odoo.lot-unknown',
  reason: `Odoo does not know lot ${lot} of ${product.display_name} that the warehouse has found. Make it in Odoo, then retry.`,
});

/** What is found is put where the product lies alone or on its own; else in the warehouse's stock. */
function placeFor(own: readonly Quant[], product: number, lot: number | false, stock: number): Change['quant'] {
  const loose = own.filter((quant) => quant.package === false && quant.owner === false);
  const [only, ...more] = loose;
  const there = only && more.length === 0 ? only : loose.find(({ location }) => location === stock);
  return there ?? { product, location: stock, lot };
}

/** What nobody has reserved goes first, loose goods before packed ones. */
const byFree = (quants: readonly Quant[]): readonly Quant[] =>
  [...quants].sort(
    (a, b) =>
      Number(a.package !== false) - Number(b.package !== false) ||
      b.quantity - b.reserved - (a.quantity - a.reserved) ||
      a.id - b.id,
  );
