import { listed } from '../../domain/lists.ts';
import type { Json, OdooClient, OdooRecord } from '../client.ts';
import { idOf } from '../many2one.ts';
import { converted } from '../units.ts';
import { versionFacts } from '../version.ts';
import type { ActionContext } from './contract.ts';
import type { Whereabouts } from './line-commands.ts';
import type { Picking, PickingMove } from './pickings.ts';
import { rounded } from './products.ts';
import type { PlanFault } from './quantities.ts';

/** Stock in one place, in the unit of the move that asks. */
export interface Stock extends Whereabouts {
  readonly quantity: number;
  /** Not reserved by any transfer. */
  readonly free: number;
}

/**
 * What lies below the source of a transfer of the goods that are looked for, in one call however many they are.
 * @returns the stock of a move's product, or of one lot of it, in the unit of the move; most free first
 */
export async function stockOf(
  picking: Picking,
  wanted: readonly { readonly move: PickingMove; readonly lotId: number | undefined }[],
  { client, capabilities }: ActionContext,
): Promise<(move: PickingMove, lotId: number | undefined) => readonly Stock[]> {
  const without = new Set(wanted.flatMap(({ move, lotId }) => (lotId === undefined ? [move.product_id.id] : [])));
  const lots = new Set(wanted.flatMap(({ lotId }) => lotId ?? []));
  const goods: Json[][] = [
    ['product_id', 'in', [...without]],
    ['lot_id', 'in', [...lots]],
  ].filter(([, , ids]) => (ids as readonly number[]).length > 0);
  if (goods.length === 0) return () => [];
  const domain: Json[] = [
    ['location_id', 'child_of', picking.location_id.id],
    ['quantity', '>', 0],
    ...(goods.length > 1 ? ['|'] : []),
    ...goods,
  ];
  const fields = ['product_id', 'location_id', 'lot_id', 'package_id', 'owner_id', 'quantity', 'reserved_quantity'];
  const quants = await client.searchRead('stock.quant', domain, fields, { order: 'id' });
  const byProduct = Map.groupBy(quants, ({ product_id: product }) => Number(idOf(product)));
  const { byId } = capabilities.units;
  return (move, lotId) => {
    const product = byId.get(move.product_id.uom_id.id);
    const unit = byId.get(move.product_uom.id);
    const inMove = (value: Json | undefined) =>
      product && unit ? rounded(converted(Number(value), product, unit)) : Number(value);
    return (byProduct.get(move.product_id.id) ?? [])
      .filter((quant) => lotId === undefined || idOf(quant.lot_id) === lotId)
      .map(
        (quant): Stock => ({
          location_id: Number(idOf(quant.location_id)),
          location_dest_id: move.location_dest_id.id,
          lot_id: idOf(quant.lot_id),
          package_id: idOf(quant.package_id),
          owner_id: idOf(quant.owner_id),
          product_uom_id: move.product_uom.id,
          quantity: inMove(quant.quantity),
          free: rounded(inMove(quant.quantity) - inMove(quant.reserved_quantity)),
        }),
      )
      .sort((a, b) => b.free - a.free);
  };
}

/** Lots of products by name, those of a company or of none: two companies may call theirs the same. */
export async function findLots(
  client: OdooClient,
  company: Picking['company_id'],
  wanted: readonly { readonly name: string; readonly product: number }[],
): Promise<ReadonlyMap<string, number>> {
  if (wanted.length === 0) return new Map();
  const domain = [
    ['name', 'in', [...new Set(wanted.map(({ name }) => name))]],
    ['product_id', 'in', [...new Set(wanted.map(({ product }) => product))]],
    ...(company ? [['company_id', 'in', [company.id, false]]] : []),
  ];
  const found = await client.searchRead('stock.lot', domain, ['name', 'product_id'], { order: 'id' });
  return new Map(found.map((lot) => [lotKey(String(lot.name), Number(idOf(lot.product_id))), lot.id]));
}

export const lotKey = (name: string, product: number): string => `${product}/${name}`;

/** A package that bears an SSCC. */
export interface KnownPackage {
  readonly id: number;
  readonly name: string;
  /** It lies in the warehouse, with these goods in it. */
  readonly inStock: boolean;
  readonly contents: readonly { readonly product: number; readonly lot: number | false; readonly quantity: number }[];
  /** Packages that stand in it, by name: from Odoo 19 on, a pallet may hold cartons. */
  readonly holds: readonly string[];
  /** It lies nowhere: an earlier try made it, or it has been emptied. */
  readonly free: boolean;
}

const contents = { quantity: {}, product_id: { fields: {} }, lot_id: { fields: {} } };

/** Packages by SSCC; one name may stand on several, names are not unique in Odoo. */
export async function findPackages(client: OdooClient, ssccs: readonly string[]): Promise<readonly KnownPackage[]> {
  const names = [...new Set(ssccs)];
  if (names.length === 0) return [];
  const { packageModel, nestedPackages } = versionFacts[client.majorVersion];
  const found = await client.webSearchRead(
    packageModel,
    [['name', 'in', names]],
    {
      name: {},
      location_id: { fields: { usage: {} } },
      quant_ids: { fields: contents },
      ...(nestedPackages && { child_package_ids: { fields: { name: {} } } }),
    },
    { order: 'id desc' },
  );
  return found.map((one) => knownPackage(one));
}

function knownPackage(one: OdooRecord): KnownPackage {
  const place = one.location_id as { readonly usage: string } | false;
  const quants = (one.quant_ids ?? []) as unknown as readonly {
    readonly quantity: number;
    readonly product_id: { readonly id: number };
    readonly lot_id: { readonly id: number } | false;
  }[];
  return {
    id: one.id,
    name: String(one.name),
    inStock: place !== false && (place.usage === 'internal' || place.usage === 'transit'),
    holds: ((one.child_package_ids ?? []) as unknown as readonly { readonly name: string }[]).map(({ name }) => name),
    free: place === false,
    contents: quants.map((quant) => ({
      product: quant.product_id.id,
      lot: quant.lot_id === false ? false : quant.lot_id.id,
      quantity: quant.quantity,
    })),
  };
}

/** What a document puts under one SSCC, by the package that the goods lie in now. Quantities in the product's unit. */
export interface PackageUse {
  readonly sscc: string;
  readonly parts: readonly {
    readonly product: number;
    readonly lot: number | false;
    readonly quantity: number;
    readonly source: number | false;
  }[];
}

/** Packages for an event by SSCC; those that Odoo has not got are to be made. */
export interface ChosenPackages {
  readonly ids: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

/** The packages to use of those that Odoo knows. One that lies in the warehouse may only be used when all of it leaves: Odoo would take the write and refuse the validation. */
export function choosePackages(
  known: readonly KnownPackage[],
  uses: readonly PackageUse[],
): ChosenPackages | PlanFault {
  const chosen = new Map<string, number>();
  for (const use of uses) {
    const named = known.filter(({ name }) => name === use.sscc);
    const container = named.find(({ holds }) => holds.length > 0);
    if (container) return { code: 'odoo.package-in-stock', reason: containerReason(container) };
    const inStock = named.find((one) => one.inStock);
    if (inStock && !leavesWhole(inStock, use)) {
      return {
        code: 'odoo.package-in-stock',
        reason: `Package ${use.sscc} lies in stock with other goods or more of them than the document ships in it. Correct the package in Odoo, or ask the warehouse which label it used.`,
      };
    }
    const usable = inStock ?? named.find((one) => one.free);
    if (usable) chosen.set(use.sscc, usable.id);
  }
  return { ids: chosen, missing: uses.map(({ sscc }) => sscc).filter((sscc) => !chosen.has(sscc)) };
}

/** Makes packages. @returns their ids by name. */
export async function makePackages(client: OdooClient, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const made = await client.create(
    versionFacts[client.majorVersion].packageModel,
    names.map((name) => ({ name })),
  );
  return new Map(names.map((name, at) => [name, made[at]!]));
}

/** The packages to use, those that are missing made. */
export async function packagesFor(
  client: OdooClient,
  uses: readonly PackageUse[],
): Promise<{ readonly ids: ReadonlyMap<string, number>; readonly made: readonly string[] } | PlanFault> {
  const known = await findPackages(
    client,
    uses.map(({ sscc }) => sscc),
  );
  const chosen = choosePackages(known, uses);
  if ('code' in chosen) return chosen;
  const made = await makePackages(client, chosen.missing);
  return { ids: new Map([...chosen.ids, ...made]), made: chosen.missing };
}

const containerReason = ({ name, holds }: KnownPackage) =>
  `Package ${name} is a container in Odoo that holds ${listed(holds)}. Ask the warehouse for the labels of the packages inside, or ship the transfer in Odoo.`;

/** Does everything that a package holds go out in it, and nothing from elsewhere? */
function leavesWhole(one: KnownPackage, use: PackageUse): boolean {
  if (use.parts.some(({ source }) => source !== one.id)) return false;
  const key = ({ product, lot }: { product: number; lot: number | false }) => `${product}/${lot}`;
  const left = new Map<string, number>();
  for (const part of one.contents) left.set(key(part), rounded((left.get(key(part)) ?? 0) + part.quantity));
  for (const part of use.parts) left.set(key(part), rounded((left.get(key(part)) ?? 0) - part.quantity));
  return [...left.values()].every((rest) => rest === 0);
}
