import { converted, type UnitTable } from '../units.ts';
import { apartStates } from './adjustment-plan.ts';
import type { Quant } from './counts.ts';
import type { Snapshot, SnapshotItem } from './event-data.ts';
import { counted, productOf } from './find-products.ts';
import type { PickingProduct } from './pickings.ts';
import { rounded, shownName } from './products.ts';
import type { Counting } from './quantities.ts';

/** Stock of a product or of one of its lots at the time of a snapshot, in the product's unit. */
export interface StockThen {
  readonly product: number;
  readonly lot: string | undefined;
  /** All of it in the warehouse, and what of it lies in the quarantine. */
  readonly onHand: number;
  readonly apart: number;
  /** What orders have reserved now. */
  readonly reserved: number;
}

/** A number of the warehouse's that Odoo does not have. */
export interface Difference {
  readonly text: string;
  readonly product: string;
  /** Odoo has no such product. */
  readonly isUnknown?: true;
}

export interface Comparison {
  /** How many numbers of the document were held against Odoo's. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** What could not be compared, and why. */
  readonly remarks: readonly string[];
}

/** What moved after the snapshot was taken: a line of a transfer or of a count that is done, in its own unit. */
export interface MovedSince {
  readonly product: number;
  readonly lot: number | false;
  readonly quantity: number;
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}

interface Places {
  readonly inside: ReadonlySet<number>;
  readonly quarantine: number | undefined;
}

/** The stock as it was: what is there now, less what came since and with what left since. Pure. */
export function stockThen(
  quants: readonly Quant[],
  since: readonly MovedSince[],
  lots: ReadonlyMap<number, string>,
  { inside, quarantine }: Places,
  units: UnitTable,
  products: ReadonlyMap<number, PickingProduct>,
): readonly StockThen[] {
  const sums = new Map<string, StockThen>();
  const add = (product: number, lot: number | false, onHand: number, apart: number, reserved: number) => {
    const name = lot === false ? undefined : lots.get(lot);
    const key = `${product}/${name ?? ''}`;
    const was = sums.get(key) ?? { product, lot: name, onHand: 0, apart: 0, reserved: 0 };
    sums.set(key, {
      ...was,
      onHand: rounded(was.onHand + onHand),
      apart: rounded(was.apart + apart),
      reserved: rounded(was.reserved + reserved),
    });
  };
  for (const { product, lot, quantity, reserved, location } of quants)
    add(product, lot, quantity, location === quarantine ? quantity : 0, reserved);
  for (const { product, lot, quantity, unit, from, to } of since) {
    const own = units.byId.get(products.get(product)?.uom_id.id ?? 0);
    const said = units.byId.get(unit);
    const moved = own && said ? converted(quantity, said, own) : quantity;
    const movedIf = (is: boolean) => (is ? moved : 0);
    const onHand = movedIf(inside.has(from)) - movedIf(inside.has(to));
    const apart = movedIf(from === quarantine) - movedIf(to === quarantine);
    if (onHand !== 0 || apart !== 0) add(product, lot, onHand, apart, 0);
  }
  return [...sums.values()];
}

type Level = SnapshotItem['levels'][number];

/** Holds a snapshot against the stock of that time, number by number. Pure. */
export function compareSnapshot(
  data: Snapshot,
  stock: readonly StockThen[],
  products: readonly PickingProduct[],
  counting: Counting,
): Comparison {
  const differences: Difference[] = [];
  const remarks: string[] = [];
  const named = new Set<number>();
  let compared = 0;
  for (const item of data.items) {
    const product = productOf(item.product, products);
    if ('code' in product) {
      compared += 1;
      differences.push({
        product: shownName(item.product),
        isUnknown: true,
        text: `${product.reason.slice(0, -1)}; the warehouse holds some.`,
      });
      continue;
    }
    named.add(product.id);
    const there = thereOf(item, product, stock);
    for (const level of levelsOf(item)) {
      const said = counting.count(
        { ...level.quantity, value: Math.abs(level.quantity.value) },
        counted(product),
        item.product,
      );
      if ('code' in said) {
        remarks.push(said.reason);
        continue;
      }
      const value = level.quantity.value < 0 ? -said.value : said.value;
      const holds = heldAs(level, there);
      compared += 1;
      if (Math.abs(holds - value) < 1e-4) continue;
      const what = `${product.display_name}${item.lot === undefined ? '' : `, lot ${item.lot}`}`;
      const kind = apartStates.has(level.state) ? 'on hold' : level.state === 'available' ? 'available' : 'on hand';
      differences.push({ product: what, text: `${what}: the warehouse has ${value} ${kind}, Odoo ${holds}.` });
    }
  }
  for (const one of unnamed(data, stock, named)) {
    const name = products.find(({ id }) => id === one.product)?.display_name ?? `product ${one.product}`;
    compared += 1;
    differences.push({ product: name, text: `${name}: the warehouse does not name it, Odoo has ${one.onHand}.` });
  }
  return { compared, differences, remarks };
}

/** All of a product's lots together where the item names none. */
function thereOf(
  { lot }: SnapshotItem,
  { id, tracking }: PickingProduct,
  stock: readonly StockThen[],
): Omit<StockThen, 'lot'> {
  const own = stock.filter(
    (one) => one.product === id && (lot === undefined || tracking === 'none' || one.lot === lot),
  );
  const sum = (of: 'onHand' | 'apart' | 'reserved') => rounded(own.reduce((total, one) => total + one[of], 0));
  return { product: id, onHand: sum('onHand'), apart: sum('apart'), reserved: sum('reserved') };
}

/** What is on hand says most; what is available is compared where that is all there is. What is in transit or on order is not in the warehouse. */
function levelsOf({ levels }: SnapshotItem): readonly Level[] {
  const hand = levels.filter(({ state }) => state === 'on-hand');
  const apart = levels.filter(({ state }) => apartStates.has(state));
  const available = hand.length > 0 ? [] : levels.filter(({ state }) => state === 'available');
  return [...hand, ...available, ...apart];
}

/** What a warehouse calls available is what may be shipped: it knows nothing of Odoo's reservations until they leave. */
const heldAs = ({ state }: Level, { onHand, apart }: Omit<StockThen, 'lot'>) =>
  apartStates.has(state) ? apart : state === 'available' ? rounded(onHand - apart) : onHand;

/** What a full snapshot does not name is nothing. */
function unnamed(
  { scope, purpose }: Snapshot,
  stock: readonly StockThen[],
  named: ReadonlySet<number>,
): readonly StockThen[] {
  if (scope !== 'full' || purpose === 'change') return [];
  const sums = new Map<number, StockThen>();
  for (const one of stock) {
    if (named.has(one.product)) continue;
    const was = sums.get(one.product);
    sums.set(one.product, { ...one, lot: undefined, onHand: rounded((was?.onHand ?? 0) + one.onHand) });
  }
  return [...sums.values()].filter(({ onHand }) => onHand !== 0);
}
