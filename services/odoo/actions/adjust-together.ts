import type { CanonicalEvent } from '../../domain/events.ts';
import type { Json } from '../client.ts';
import { OdooError } from '../error.ts';
import { finalKinds, type Row, saveMany } from '../many.ts';
import { idOf } from '../many2one.ts';
import { adjustedAs, adjustmentMarker, adjustmentName } from './adjust-stock.ts';
import { type Adjustment, changesFor, namesIn, planAdjustment } from './adjustment-plan.ts';
import { type ActionContext, type Outcome, type Together, withRemarks } from './contract.ts';
import { applyChanges, type Change, type Quant, quantsBelow } from './counts.ts';
import type { Adjusted } from './event-data.ts';
import { findProducts } from './find-products.ts';
import { findLots } from './goods.ts';
import { rounded } from './products.ts';
import { countingIn } from './quantities.ts';
import { type Site, siteOf } from './sites.ts';

type Event = CanonicalEvent<'inventory.adjusted.v1'>;

interface Planned {
  readonly at: number;
  readonly number: string;
  readonly data: Adjusted;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly string[];
}

interface Ready extends Planned {
  readonly changes: readonly (Change & { readonly of: Adjustment })[];
}

/**
 * 947s of one partner: what they count, at one warehouse, in one count for all of them: Odoo applies all of it or nothing. The numbers of all documents stand on each move until each
 * has its own, so that none is repeated whatever is cut off. What goes to the quarantine or comes from there goes alone.
 */
export const adjustTogether: Together<'inventory.adjusted.v1'> = async (events, context) => {
  const outcomes: Outcome[] = events.map(() => undefined);
  const [first] = events;
  const site = first && (await siteOf(first.data.parties ?? [], context));
  // Documents of several warehouses are told apart by the action for one.
  if (!site || 'code' in site || events.some(({ data }) => partiesOf(data) !== partiesOf(first.data))) return outcomes;
  const work = async () => {
    const ready = await readyOf(await plansOf(events, context), site, context);
    await countAll(ready, site, context, (one, outcome) => {
      outcomes[one.at] = outcome;
    });
  };
  await (context.inTurn?.(`stock/${site.id}`, work) ?? work());
  return outcomes;
};

const partiesOf = ({ parties = [] }: Adjusted) => JSON.stringify(parties.filter(({ role }) => role === 'warehouse'));

async function plansOf(events: readonly Event[], context: ActionContext): Promise<readonly Planned[]> {
  const products = await findProducts(
    events.flatMap(({ data }) => namesIn(data)),
    context,
  );
  const counting = countingIn(context);
  const numbers = new Set<string>();
  return events.flatMap(({ data, subject }, at): Planned[] => {
    const number = data.adjustmentNumber ?? subject;
    const plan = planAdjustment(data, products, counting, context.partner.quarantineId);
    if ('code' in plan || numbers.has(number)) return [];
    numbers.add(number);
    const adjustments = plan.filter(({ quantity }) => quantity !== 0);
    if (adjustments.length === 0 || adjustments.some(({ kind }) => kind !== 'count')) return [];
    return [{ at, number, data, adjustments, remarks: [...new Set(plan.flatMap(({ remark }) => remark ?? []))] }];
  });
}

/** Those that were not applied before, with the places whose stock they change; each after those before it. */
async function readyOf(planned: readonly Planned[], site: Site, context: ActionContext): Promise<readonly Ready[]> {
  if (planned.length === 0) return [];
  const { client, partner } = context;
  const done = await doneAmong(planned, site, context);
  const open = planned.filter(({ number }) => !done.has(number));
  const all = open.flatMap(({ adjustments }) => adjustments);
  const quants = (await quantsBelow(client, site.view, [...new Set(all.map(({ product }) => product.id))])).filter(
    ({ location }) => location !== partner.quarantineId,
  );
  const lots = await findLots(
    client,
    site.company === false ? false : { id: site.company },
    all.flatMap(({ lot, product }) => (lot === undefined ? [] : [{ name: lot, product: product.id }])),
  );
  const left = new Map(quants.map((quant) => [quant.id, quant]));
  const made = new Set<string>();
  return open.flatMap((one): Ready[] => {
    const changes = changesFor(one.adjustments, [...left.values()], lots, site);
    // Two that find goods where nothing lay would make the place twice.
    if ('code' in changes || changes.some(({ quant }) => made.has(placeOf(quant)))) return [];
    for (const { quant, delta } of changes) {
      const known = 'id' in quant ? left.get(quant.id) : undefined;
      if (known) left.set(known.id, { ...known, quantity: rounded(known.quantity + delta) });
      else made.add(placeOf(quant));
    }
    return [{ ...one, changes }];
  });
}

const placeOf = ({ product, location, lot }: Quant | Change['quant']) => `${product}/${location}/${lot}`;

const nameField = ({ version }: ActionContext) => (version >= 19 ? 'inventory_name' : 'name');

/** The done moves of this warehouse that bear one of these numbers. */
async function movesWith(numbers: readonly string[], { view }: Site, context: ActionContext) {
  const field = nameField(context);
  const marked = numbers.map((number) => [field, 'like', adjustmentMarker(number)]);
  const domain: Json[] = [
    ['state', '=', 'done'],
    '|',
    ['location_id', 'child_of', view],
    ['location_dest_id', 'child_of', view],
    ...marked.slice(1).map(() => '|'),
    ...marked,
  ];
  const rows = await context.client.searchRead('stock.move', domain, [field, 'product_id'], { order: 'id' });
  return rows.map((row) => ({ id: row.id, name: String(row[field]), product: Number(idOf(row.product_id)) }));
}

async function doneAmong(
  planned: readonly Planned[],
  site: Site,
  context: ActionContext,
): Promise<ReadonlySet<string>> {
  const numbers = planned.map(({ number }) => number);
  const moves = await movesWith(numbers, site, context);
  return new Set(numbers.filter((number) => moves.some(({ name }) => name.includes(adjustmentMarker(number)))));
}

/** One count for all; what Odoo or a person says no to, with each half, until those are left that go alone. */
async function countAll(
  ready: readonly Ready[],
  site: Site,
  context: ActionContext,
  settle: (one: Ready, outcome: Outcome) => void,
): Promise<void> {
  // One of them says no more than it does alone, and says there why.
  if (ready.length < 2) return;
  const changes = ready.flatMap((one) => one.changes);
  const name = `947 ${ready.map(({ number }) => number).join(', ')} ${ready.map(({ number }) => adjustmentMarker(number)).join(' ')}`;
  const result = await applyChanges(changes, name, context).catch((error: unknown) => {
    if (error instanceof OdooError && finalKinds.has(error.kind)) return undefined;
    throw error;
  });
  if (!result || 'outcome' in result) {
    const middle = Math.ceil(ready.length / 2);
    await countAll(ready.slice(0, middle), site, context, settle);
    return countAll(ready.slice(middle), site, context, settle);
  }
  await nameApart(ready, site, context);
  let from = 0;
  for (const one of ready) {
    const own = result.slice(from, from + one.changes.length);
    from += one.changes.length;
    settle(one, withRemarks(adjustedAs(own, one.changes, one.data), one.remarks));
  }
}

/** Gives each move the number of its own document. A product that several of them count keeps the numbers of all. */
async function nameApart(ready: readonly Ready[], site: Site, context: ActionContext): Promise<void> {
  const owners = new Map<number, Set<string>>();
  for (const { number, changes } of ready)
    for (const { of } of changes) owners.set(of.product.id, (owners.get(of.product.id) ?? new Set()).add(number));
  const moves = await movesWith([ready[0]!.number], site, context);
  const rows = moves.flatMap(({ id, product }): Row[] => {
    const [only, ...more] = owners.get(product) ?? [];
    return only === undefined || more.length > 0
      ? []
      : [{ id, values: { [nameField(context)]: adjustmentName(only) } }];
  });
  const options = { fields: [], hasSaveMulti: context.capabilities.saveMulti };
  await saveMany(context.client, 'stock.move', rows, options).catch((error: unknown) => {
    // A user who may count and not name: the numbers of all stay, and say as much.
    if (!(error instanceof OdooError) || !finalKinds.has(error.kind)) throw error;
  });
}
