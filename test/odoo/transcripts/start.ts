import { outcomeOf, type RecordedCall, recordedCall, type Step } from './load.ts';
import { equalities, refOf as ref, type Seen, type Values } from './seen.ts';

/** Stock of a product at a place: `location/lot/package/owner`. A lot may be known by its name only. */
type Stock = Map<string, { id?: number; quantity: number }>;

const keyOf = (...parts: (number | string | null)[]) => parts.map((part) => part ?? 0).join('/');

/** How many of a product's unit one of a line's unit is; unit 2 of the recordings is a dozen, and a pack of six in 19. */
export function inUnitOf(version: number, quantity: number, from: unknown, to: unknown): number {
  const size = (unit: unknown) => (unit === 2 ? (version >= 19 ? 6 : 12) : 1);
  return Math.round(((quantity * size(from)) / size(to)) * 100 + 1e-6) / 100;
}

/**
 * Follows a recording up to the first time that it shows the stock of a place, and takes back what was shipped until then: what there was at the start. Of a product
 * whose stock it never shows, what is reserved at the start is all there is.
 */
export class Start {
  /** Names of records that only the stock tells: `stock.lot/65`. */
  readonly names = new Map<string, string>();
  private readonly lines = new Map<number, Values>();
  private readonly done = new Map<number, Values>();
  private readonly shipped = new Map<number, Stock>();
  private readonly found = new Map<number, Stock>();
  private readonly seen: Seen;
  private readonly version: number;
  private readonly finished = new Set<number>();
  private fresh = -1;

  /** @param validated Steps before which a person validates the first transfer. */
  constructor(version: number, seen: Seen, steps: readonly Step[], validated: readonly number[] = []) {
    this.version = version;
    this.seen = seen;
    for (const [id, values] of seen.of('stock.move.line'))
      (values.closed === true ? this.done : this.lines).set(id, { ...values });
    for (const [at, step] of steps.entries()) {
      if (validated.includes(at)) this.validate([[...seen.of('stock.picking').keys()][0]!]);
      const call = recordedCall(step);
      const outcome = outcomeOf(step.response.status, step.response.body);
      if (call && 'result' in outcome) this.follow(call, outcome.result);
    }
  }

  private follow(call: RecordedCall, result: unknown): void {
    const ids = (call.named.ids ?? call.positional[0]) as number | number[];
    const values = (call.named.vals ?? call.positional[1]) as Values | undefined;
    if (call.model === 'stock.quant' && Array.isArray(result)) this.shown(result as Values[], equalities(call));
    if (call.model === 'stock.picking' && /^(write|web_save)$/.test(call.method))
      this.commands(values?.move_line_ids as [number, number, Values?][] | undefined);
    if (call.model === 'stock.move.line' && call.method === 'write')
      this.commands([ids].flat().map((id) => [1, id, values ?? {}]));
    if (call.method === 'button_validate' && result === true) this.validate([ids].flat());
    if (/read$|web_save/.test(call.method) && call.model === 'stock.picking') this.reread(result);
  }

  private commands(list: readonly [number, number, Values?][] = []): void {
    for (const [code, id, values = {}] of list) {
      const done = this.done.get(id);
      if (code === 1 && done) {
        // A finished line that is changed moves stock.
        this.ship(done, -1);
        Object.assign(done, values);
        this.ship(done);
      } else if (code === 1) Object.assign(this.lines.get(id) ?? {}, values);
      else if (
        code === 0 &&
        (this.moveOf(values)?.state === 'done' || this.finished.has(ref(this.moveOf(values)?.picking_id) ?? 0))
      )
        this.ship(values);
      else if (code === 2) this.lines.delete(id);
      else if (code === 0) this.lines.set(this.fresh--, { picking_id: this.moveOf(values)?.picking_id, ...values });
    }
  }

  private moveOf(line: Values): Values | undefined {
    return this.seen.of('stock.move').get(ref(line.move_id) ?? 0);
  }

  /** What a transfer shows of its lines is true. */
  private reread(result: unknown): void {
    for (const picking of Array.isArray(result) ? (result as Values[]) : []) {
      const moves = (Array.isArray(picking.move_ids) ? picking.move_ids : []).filter(
        (one) => typeof one === 'object',
      ) as Values[];
      if (moves.length === 0 || picking.state === 'done') continue;
      for (const [id, line] of this.lines) if (line.picking_id === picking.id) this.lines.delete(id);
      for (const move of moves)
        for (const line of (move.move_line_ids as Values[] | undefined) ?? [])
          this.lines.set(line.id as number, {
            ...line,
            move_id: move.id,
            picking_id: picking.id,
            product_id: ref(move.product_id),
          });
    }
  }

  private validate(pickings: readonly number[]): void {
    for (const picking of pickings) {
      this.finished.add(picking);
      const own = [...this.lines].filter(([, line]) => ref(line.picking_id) === picking);
      const picked = own.filter(([, line]) => line.picked === true);
      for (const [id, line] of picked.length > 0 ? picked : own) {
        this.ship(line);
        this.done.set(id, line);
        this.lines.delete(id);
      }
    }
  }

  private ship(line: Values, sign = 1): void {
    const move = this.moveOf(line);
    const picking = this.seen.of('stock.picking').get(ref(line.picking_id) ?? 0);
    const place = (field: string) => ref(line[field]) ?? ref(move?.[field]) ?? ref(picking?.[field]);
    const product = ref(line.product_id) ?? ref(move?.product_id) ?? 0;
    const quantity = sign * this.goods(line, product);
    const lot = ref(line.lot_id) ?? (typeof line.lot_name === 'string' ? line.lot_name : null);
    const owner = ref(line.owner_id);
    this.add(this.shipped, product, keyOf(place('location_id'), lot, ref(line.package_id), owner), -quantity);
    this.add(
      this.shipped,
      product,
      keyOf(place('location_dest_id'), lot, ref(line.result_package_id), owner),
      quantity,
    );
  }

  private goods(line: Values, product: number): number {
    const unit = this.seen.of('product.product').get(product)?.uom_id ?? 1;
    return inUnitOf(this.version, Number(line.quantity), ref(line.product_uom_id) ?? unit, unit);
  }

  private add(to: Map<number, Stock>, product: number, key: string, quantity: number): void {
    const stock: Stock = to.get(product) ?? new Map();
    to.set(product, stock);
    const before = stock.get(key);
    stock.set(key, { ...before, quantity: Math.round(((before?.quantity ?? 0) + quantity) * 100) / 100 });
  }

  private name(model: string, value: unknown): void {
    if (Array.isArray(value)) this.names.set(`${model}/${value[0]}`, String(value[1]));
  }

  private shown(rows: readonly Values[], fixed: readonly [string, unknown][]): void {
    const known = rows.map((row) => ({ ...Object.fromEntries(fixed), ...row }) as Values);
    if (!known.every((row) => 'location_id' in row && 'quantity' in row)) return;
    for (const product of new Set(known.map((row) => ref(row.product_id))))
      if (product !== null)
        this.shownOf(
          product,
          known.filter((row) => ref(row.product_id) === product),
          fixed,
        );
  }

  private shownOf(product: number, all: readonly Values[], fixed: readonly [string, unknown][]): void {
    const shipped: Stock = new Map();
    for (const [key, value] of this.shipped.get(product) ?? []) {
      const [location, lot, ...rest] = key.split('/');
      const named = all.find((row) => Array.isArray(row.lot_id) && row.lot_id[1] === lot);
      shipped.set([location, named ? String(ref(named.lot_id)) : lot, ...rest].join('/'), value);
    }
    const stock: Stock = this.found.get(product) ?? new Map();
    const complete = !this.found.has(product) && fixed.every(([name]) => name === 'product_id');
    for (const row of all) {
      const key = keyOf(ref(row.location_id), ref(row.lot_id), ref(row.package_id), ref(row.owner_id));
      this.name('stock.location', row.location_id);
      this.name('stock.lot', row.lot_id);
      this.name('stock.package', row.package_id);
      this.name('res.partner', row.owner_id);
      if (stock.has(key)) continue;
      const before = Number(row.quantity) - (shipped.get(key)?.quantity ?? 0);
      stock.set(key, { id: Number(row.id), quantity: Math.round(before * 100) / 100 });
    }
    if (complete)
      for (const [key, { quantity }] of shipped) if (!stock.has(key)) stock.set(key, { quantity: -quantity });
    this.found.set(product, stock);
  }

  /** True where the recording shows the stock of a product. */
  knows(product: number): boolean {
    return this.found.has(product);
  }

  /** Quants to begin with. */
  quants(isInside: (location: number) => boolean): (Values & { readonly id?: number })[] {
    const reserved = new Map<number, Stock>();
    for (const [, line] of this.seen.of('stock.move.line')) {
      const product = ref(line.product_id) ?? ref(this.moveOf(line)?.product_id) ?? 0;
      const key = keyOf(ref(line.location_id), ref(line.lot_id), ref(line.package_id), ref(line.owner_id));
      if (line.closed !== true) this.add(reserved, product, key, this.goods(line, product));
    }
    const products = new Set([...this.found.keys(), ...reserved.keys()]);
    return [...products].flatMap((product) =>
      [...(this.found.get(product) ?? reserved.get(product)!)].flatMap(([key, { id, quantity }]) => {
        const [location, lot, parcel, owner] = key.split('/').map((part) => Number(part) || null);
        if (quantity === 0 || !(id !== undefined || (quantity > 0 && isInside(location ?? 0)))) return [];
        const place = { location_id: location ?? null, lot_id: lot ?? null };
        const more = { package_id: parcel ?? null, owner_id: owner ?? null };
        return [{ ...(id !== undefined && { id }), product_id: product, ...place, ...more, quantity }];
      }),
    );
  }
}
