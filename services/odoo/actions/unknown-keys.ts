import { type AwaitedKey, longestKey, lookupOf } from '../../domain/cross-references.ts';
import type { CanonicalEvent } from '../../domain/events.ts';
import type { ActionCode, ActionContext } from './contract.ts';
import type { ProductName, Quantity } from './event-data.ts';
import { counted, findProducts, productOf } from './find-products.ts';
import { numbersOf, partiesOf, partyKey, partyKind, productPlaces } from './in-our-words.ts';
import { countingIn } from './quantities.ts';

/** What an action stops with where a cross reference may be all that is missing. */
const mayAwait: ReadonlySet<ActionCode> = new Set([
  'odoo.product-unknown',
  'odoo.substituted',
  'odoo.item-unexpected',
  'odoo.unit-unknown',
  'odoo.site-unknown',
  'odoo.address-unknown',
  'odoo.stock-differs',
]);
export const asksForKeys = (code: ActionCode | undefined): boolean => code !== undefined && mayAwait.has(code);

/** So many keys of one event are asked for; what is beyond them is asked for when these have their answers. */
export const mostKeys = 1000;

/**
 * All keys of an event that Odoo knows nothing by, not only the first that an action stopped at: with one call to Odoo at most. What Odoo knows, and has not on the
 * record in question, is none of them.
 * @param event in our words
 */
export async function unknownKeys(
  event: CanonicalEvent,
  code: ActionCode | undefined,
  context: ActionContext,
): Promise<readonly AwaitedKey[]> {
  if (code === 'odoo.site-unknown') return partyKeys(event, 'location');
  if (code === 'odoo.address-unknown') return partyKeys(event, 'partner');
  const places = [...productPlaces(event.data)].filter(({ beside }) => !isNothing(beside));
  const products = await findProducts(
    places.map(({ product }) => product),
    context,
  );
  const counting = countingIn(context);
  const found = new Map<string, AwaitedKey>();
  const add = (one: AwaitedKey | undefined) => {
    const id = one && `${one.kind}/${one.key}`;
    if (id && !found.has(id) && one.key.length <= longestKey && one.key.trim() === one.key) found.set(id, one);
  };
  for (const { product: name, beside } of places) {
    if (found.size >= mostKeys) break;
    const product = productOf(name, products);
    if ('code' in product) {
      // Two products of one number are no question of what the number means, unless somebody says which.
      add(itemOf(name));
      continue;
    }
    for (const quantity of quantitiesIn(beside)) {
      const size = counting.count(quantity, counted(product), name);
      if ('code' in size && size.code === 'odoo.unit-unknown') add(unitOf(quantity, name, context));
    }
  }
  return [...found.values()];
}

function itemOf(name: ProductName): AwaitedKey | undefined {
  const said = name.theirs ?? name;
  const [key] = numbersOf(said);
  if (key === undefined) return undefined;
  const { sku, vendorSku, gtin, description } = said;
  return {
    ...{ kind: 'item', key },
    ...(name.theirs && name.sku !== undefined && { meant: name.sku }),
    said: {
      ...(description !== undefined && { name: description.slice(0, longestKey) }),
      ...(sku !== undefined && { sku }),
      ...(vendorSku !== undefined && { vendorSku }),
      ...(gtin !== undefined && { gtin }),
    },
  };
}

function unitOf({ unitCode, unit }: Quantity, name: ProductName, { partner }: ActionContext): AwaitedKey {
  const key = unitCode ?? unit;
  const meant = partner.units.get(key);
  const [number] = numbersOf(name.theirs ?? name);
  return {
    ...{ kind: 'unit', key },
    ...(meant !== undefined && { meant }),
    said: { ...(unit !== key && { name: unit }), ...(number !== undefined && { sku: number }) },
  };
}

function partyKeys(event: CanonicalEvent, kind: 'location' | 'partner'): readonly AwaitedKey[] {
  return partiesOf(event.data)
    .filter((party) => partyKind(party) === kind)
    .flatMap((party): AwaitedKey[] => {
      const key = partyKey(party);
      if (key === undefined || key.length > longestKey) return [];
      const city = party.address?.city;
      return [
        {
          ...{ kind, key },
          said: {
            ...(party.name !== undefined && party.name !== key && { name: party.name }),
            ...(city !== undefined && { city }),
          },
        },
      ];
    });
}

const counts = ['shipped', 'received', 'quantity', 'change'];
const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'value' in value && 'unit' in value;

/** The quantities that stand beside a product, those of stock levels too. */
function quantitiesIn(beside: Readonly<Record<string, unknown>>): readonly Quantity[] {
  const levels = Array.isArray(beside.levels) ? (beside.levels as { quantity?: unknown }[]) : [];
  return [...counts.map((name) => beside[name]), ...levels.map(({ quantity }) => quantity)].filter(isQuantity);
}

/** A line of which nothing moved asks nothing. */
function isNothing(beside: Readonly<Record<string, unknown>>): boolean {
  const all = quantitiesIn(beside);
  return all.length > 0 && all.every(({ value }) => value === 0);
}

/** The keys with what the partner's cross references say of them at this moment. */
export async function withMeanings(
  keys: readonly AwaitedKey[],
  { partner }: ActionContext,
): Promise<readonly AwaitedKey[]> {
  const parties = keys.filter(({ kind }) => kind === 'location' || kind === 'partner');
  if (parties.length === 0) return keys;
  const byLookup = Map.groupBy(parties, ({ kind }) => lookupOf[kind]);
  const said = await partner.meanings(
    new Map([...byLookup].map(([name, of]) => [name, new Set(of.map((o) => o.key))])),
  );
  return keys.map((one) => {
    const meant = said.get(lookupOf[one.kind])?.get(one.key);
    return meant === undefined ? one : { ...one, meant };
  });
}
