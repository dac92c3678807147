import type { OdooClient } from '../client.ts';
import { versionFacts } from '../version.ts';
import type { Allotment } from './shipment-plan.ts';

/** Lots of the products that the allotments name. A lot that Odoo does not know is returned by name: shipping it would take stock from nowhere. */
export async function findLots(
  client: OdooClient,
  allotments: readonly Allotment[],
): Promise<{ lots: ReadonlyMap<string, number>; unknown: readonly string[] }> {
  const wanted = allotments.flatMap(({ lot, move }) => (lot ? [{ name: lot.name, product: move.product_id.id }] : []));
  if (wanted.length === 0) return { lots: new Map(), unknown: [] };
  const domain = [
    ['name', 'in', [...new Set(wanted.map(({ name }) => name))]],
    ['product_id', 'in', [...new Set(wanted.map(({ product }) => product))]],
  ];
  const found = await client.searchRead('stock.lot', domain, ['name', 'product_id'], { order: 'id' });
  const lots = new Map(
    found.map((lot) => [lotKey(String(lot.name), (lot.product_id as readonly [number, string])[0]), lot.id]),
  );
  return {
    lots,
    unknown: [
      ...new Set(wanted.filter(({ name, product }) => !lots.has(lotKey(name, product))).map(({ name }) => name)),
    ],
  };
}

export const lotKey = (name: string, product: number): string => `${product}/${name}`;

/**
 * Packages by SSCC, created where there is none to use. Names are not unique in Odoo: one that already lies somewhere belongs to another
 * shipment, one that lies nowhere was made by an earlier try.
 */
export async function findOrMakePackages(
  client: OdooClient,
  ssccs: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(ssccs)];
  if (names.length === 0) return new Map();
  const model = versionFacts[client.majorVersion].packageModel;
  const found = await client.searchRead(model, [['name', 'in', names]], ['name', 'location_id'], { order: 'id desc' });
  const free = new Map(found.filter((one) => one.location_id === false).map((one) => [String(one.name), one.id]));
  const absent = names.filter((name) => !free.has(name));
  const made = await client.create(
    model,
    absent.map((name) => ({ name })),
  );
  return new Map([...free, ...absent.map((name, at) => [name, made[at]!] as const)]);
}
