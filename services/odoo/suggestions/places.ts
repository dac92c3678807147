import { type Site, sitesOf } from '../actions/sites.ts';
import type { OdooClient } from '../client.ts';
import type { OdooUnit } from '../units.ts';
import { type Asked, alike, anyOf, best, likest, literal, type Suggestion, type Weighed, words } from './suggestion.ts';

type Found = ReadonlyMap<Asked, readonly Suggestion[]>;
const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
const namesOf = ({ key, said: { name } }: Asked) => [key, ...(name === undefined ? [] : [name])];

/** The warehouses that a partner works at, for the places that its documents name: two calls for all of them. */
export async function suggestLocations(
  client: OdooClient,
  asked: readonly Asked[],
  pickingTypeIds: readonly number[],
): Promise<Found> {
  if (asked.length === 0) return new Map();
  const sites = await sitesOf({ client, partner: { pickingTypeIds } });
  const names = [...new Set(asked.flatMap(namesOf))];
  const below = sites.length === 0 ? [] : await locationsCalled(client, names, sites);
  return new Map(asked.map((one) => [one, best(sites.map((site) => weighSite(one, site, below)))]));
}

interface Below {
  readonly site: number;
  readonly name: string;
  readonly barcode: string;
  readonly path: string;
}

async function locationsCalled(
  client: OdooClient,
  names: readonly string[],
  sites: readonly Site[],
): Promise<readonly Below[]> {
  const called = anyOf(
    names.flatMap((name) => [['name', '=ilike', literal(name)] as const, ['barcode', '=', name] as const]),
  );
  const found: Below[] = [];
  for (const { id, view } of sites.slice(0, 10)) {
    const domain = ['&', ['id', 'child_of', view], ...called];
    const rows = await client.searchRead('stock.location', domain as never, ['name', 'barcode', 'complete_name'], {
      ...{ order: 'id', limit: 100 },
    });
    for (const { name, barcode, complete_name } of rows)
      found.push({ site: id, name: String(name), barcode: String(barcode), path: String(complete_name) });
  }
  return found;
}

function weighSite(asked: Asked, { id, name, shortName }: Site, below: readonly Below[]): Weighed {
  const told = (weight: number, isExact: boolean, reason: string): Weighed => ({
    ...{ id, weight, isExact, reason, value: shortName, label: `${name} (${shortName})` },
  });
  const names = namesOf(asked);
  if (names.some((one) => same(one, shortName))) return told(100, true, 'Its short name is the same.');
  if (names.some((one) => same(one, name))) return told(95, true, 'Its name is the same.');
  const inside = below.find(
    (one) => one.site === id && names.some((said) => same(said, one.name) || said === one.barcode),
  );
  if (inside) return told(90, true, `Its location ${inside.path} is called so.`);
  const share = likest(names, name);
  if (share >= alike) return told(50 * share, false, 'Its name is like theirs.');
  return told(1, false, 'One of the warehouses that this partner works at.');
}

/** Units of Odoo, without a call: they are known. */
export function suggestUnits(units: readonly OdooUnit[], asked: readonly Asked[]): Found {
  return new Map(
    asked.map((one) => {
      const names = namesOf(one);
      const found = units.flatMap(({ id, name }): Weighed[] => {
        const of = { id, value: name, label: name };
        if (names.some((said) => same(said, name)))
          return [{ ...of, weight: 100, isExact: true, reason: 'It is called the same.' }];
        const begins = names.some((said) => said.length > 2 && name.toLowerCase().startsWith(said.toLowerCase()));
        if (begins) return [{ ...of, weight: 70, isExact: false, reason: 'Its name begins the same.' }];
        const share = likest(names, name);
        return share >= alike
          ? [{ ...of, weight: 50 * share, isExact: false, reason: 'Its name is like theirs.' }]
          : [];
      });
      const packaging: Weighed = {
        ...{ id: -1, weight: 30, isExact: false, value: 'packaging', label: 'The packaging of each product' },
        reason: 'What a product holds in its packaging in Odoo.',
      };
      return [one, best([...found, packaging])];
    }),
  );
}

/** Contacts of Odoo, by their reference and their name: one call for all of them. */
export async function suggestContacts(client: OdooClient, asked: readonly Asked[]): Promise<Found> {
  if (asked.length === 0) return new Map();
  const names = [...new Set(asked.flatMap(namesOf))];
  const parts = [...new Set(asked.flatMap((one) => namesOf(one).flatMap(words)))];
  const conditions = [
    ...names.flatMap((name) => [['ref', '=ilike', literal(name)] as const, ['name', '=ilike', literal(name)] as const]),
    ...parts.map((part) => ['name', 'ilike', literal(part)] as const),
  ];
  const rows = await client.searchRead('res.partner', anyOf(conditions), ['display_name', 'name', 'ref', 'city'], {
    ...{ order: 'id', limit: 300 },
  });
  return new Map(
    asked.map((one) => {
      const found = rows.flatMap(({ id, display_name, name, ref, city }): Weighed[] => {
        const value = ref ? String(ref) : `id:${id}`;
        const of = { id, value, label: `${display_name}${city ? `, ${city}` : ''}` };
        const said = namesOf(one);
        if (ref && said.some((text) => same(text, String(ref))))
          return [{ ...of, weight: 100, isExact: true, reason: 'Its reference is the same.' }];
        if (said.some((text) => same(text, String(name))))
          return [{ ...of, weight: 90, isExact: true, reason: 'Its name is the same.' }];
        const share = likest(said, String(name));
        const here = one.said.city !== undefined && city ? same(one.said.city, String(city)) : false;
        if (share < alike) return [];
        const reason = here ? 'Its name is like theirs, and so is its city.' : 'Its name is like theirs.';
        return [{ ...of, weight: 50 * share + (here ? 20 : 0), isExact: false, reason }];
      });
      return [one, best(found)];
    }),
  );
}
