import { type KeyKind, lookupOf } from '../../domain/cross-references.ts';
import type { CanonicalEvent } from '../../domain/events.ts';
import type { Party, ProductName } from './event-data.ts';

// Events name things by the partner's keys. What its cross references say of those stands in their place before an action looks at the event, so that every action
// finds products, warehouses and contacts by what they are in Odoo. Quantities and all that is written keep their places.

/** Keys that are wanted, and what they mean, by look-up. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string>>;
export type Meanings = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** All that an event says of products: each with what stands beside it. */
export function* productPlaces(data: unknown): Generator<{ readonly product: ProductName; readonly beside: Node }> {
  if (Array.isArray(data)) {
    for (const one of data) yield* productPlaces(one);
    return;
  }
  if (!isNode(data)) return;
  for (const [name, value] of Object.entries(data))
    if (name === 'product' && isNode(value)) yield { product: value as ProductName, beside: data };
    else yield* productPlaces(value);
}

/** The numbers of a product, the partner's own way of naming it first. */
export const numbersOf = ({ sku, vendorSku, gtin }: ProductName): readonly string[] =>
  [sku, vendorSku, gtin].filter((code) => code !== undefined);

/** Which kind of thing a party is, where Odoo is asked for it. */
const partyKinds: Readonly<Record<string, KeyKind>> = { warehouse: 'location', 'ship-to': 'partner' };
export const partyKind = ({ role }: Party): KeyKind | undefined => partyKinds[role];
export const partyKey = ({ id, name }: Party): string | undefined => id ?? name;

export const partiesOf = (data: unknown): readonly Party[] => {
  const parties = isNode(data) ? data.parties : undefined;
  return Array.isArray(parties) ? (parties as readonly Party[]) : [];
};

/** The keys of events that cross references may say something of. */
export function wantedKeys(events: readonly CanonicalEvent[]): Wanted {
  const items = new Set<string>();
  const others = new Map<string, Set<string>>();
  for (const { data } of events) {
    for (const { product } of productPlaces(data)) for (const number of numbersOf(product)) items.add(number);
    for (const party of partiesOf(data)) {
      const [kind, key] = [partyKind(party), partyKey(party)];
      if (kind === undefined || key === undefined) continue;
      others.set(lookupOf[kind], (others.get(lookupOf[kind]) ?? new Set()).add(key));
    }
  }
  return new Map([...(items.size > 0 ? [[lookupOf.item, items] as const] : []), ...others]);
}

const nothing: ReadonlyMap<string, string> = new Map();

/** The event with our words in the place of the partner's; the very same where its cross references say nothing of it. */
export function inOurWords<E extends CanonicalEvent>(event: E, meanings: Meanings): E {
  if ([...meanings.values()].every(({ size }) => size === 0)) return event;
  const items = meanings.get(lookupOf.item) ?? nothing;
  const data = items.size > 0 ? (withProducts(event.data, items) as typeof event.data) : event.data;
  const parties = partiesOf(data);
  if (parties.length === 0) return { ...event, data };
  const ours = parties.map((party) => ourParty(party, meanings));
  return { ...event, data: { ...data, parties: ours } };
}

function withProducts(data: unknown, items: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(data)) return data.map((one) => withProducts(one, items));
  if (!isNode(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'product' && isNode(value) ? ourProduct(value as ProductName, items) : withProducts(value, items),
    ]),
  );
}

/** What somebody has said counts before any other number of the product: its internal reference in Odoo, or its barcode. */
function ourProduct(product: ProductName, items: ReadonlyMap<string, string>): ProductName {
  for (const theirs of numbersOf(product)) {
    const ours = items.get(theirs);
    if (ours === undefined) continue;
    const { description } = product;
    return { sku: ours, gtin: ours, theirs: product, ...(description !== undefined && { description }) };
  }
  return product;
}

function ourParty(party: Party, meanings: Meanings): Party {
  const [kind, key] = [partyKind(party), partyKey(party)];
  const ours = kind && key !== undefined ? meanings.get(lookupOf[kind])?.get(key) : undefined;
  if (ours === undefined) return party;
  const { name: _, ...rest } = party;
  return { ...rest, id: ours };
}
