import type { OdooClient, OdooRecord } from '../client.ts';
import type { ActionContext, PartnerRules } from './contract.ts';
import type { Party } from './event-data.ts';
import type { PlanFault } from './quantities.ts';

/** A warehouse of Odoo that a partner works at. */
export interface Site {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  /** Where its stock lies, and what all of its locations lie below. */
  readonly stock: number;
  readonly view: number;
  /** Operation type of transfers within it. */
  readonly internalType: number | false;
  readonly company: number | false;
}

type Id = { readonly id: number } | false;
const idOf = (value: Id) => (value ? value.id : (false as const));

/** The warehouses whose operation types are the partner's. */
export async function sitesOf({
  client,
  partner,
}: {
  readonly client: OdooClient;
  readonly partner: Pick<PartnerRules, 'pickingTypeIds'>;
}): Promise<readonly Site[]> {
  if (partner.pickingTypeIds.length === 0) return [];
  const place = { fields: {} };
  const house = {
    ...{ name: {}, code: {}, lot_stock_id: place, view_location_id: place, int_type_id: place, company_id: place },
  };
  const types = await client.webSearchRead(
    'stock.picking.type',
    [['id', 'in', [...partner.pickingTypeIds]]],
    { warehouse_id: { fields: house } },
    { order: 'id' },
  );
  const sites = types.flatMap(({ warehouse_id }): Site[] => {
    if (!warehouse_id) return [];
    const one = warehouse_id as unknown as OdooRecord;
    return [
      {
        ...{ id: one.id, name: String(one.name), shortName: String(one.code) },
        stock: Number(idOf(one.lot_stock_id as unknown as Id)),
        view: Number(idOf(one.view_location_id as unknown as Id)),
        internalType: idOf(one.int_type_id as unknown as Id),
        company: idOf(one.company_id as unknown as Id),
      },
    ];
  });
  return [...new Map(sites.map((site) => [site.id, site])).values()];
}

/** The one warehouse that a document is about: the partner's only one, else the one that the document names by its name or short name in Odoo. */
export async function siteOf(parties: readonly Party[], context: ActionContext): Promise<Site | PlanFault> {
  const sites = await sitesOf(context);
  const [only, ...more] = sites;
  if (only && more.length === 0) return only;
  const named = parties.filter(({ role }) => role === 'warehouse').flatMap(({ id, name }) => [id, name]);
  const meant = sites.filter(({ name, shortName }) => named.includes(name) || named.includes(shortName));
  if (meant.length === 1) return meant[0]!;
  const reason = only
    ? `The partner works at ${sites.map(({ name }) => name).join(' and ')}, and the document does not say which is meant by its name or short name in Odoo.`
    : 'No warehouse of Odoo is agreed with the partner: give it the operation types of its sites.';
  return { code: 'odoo.site-unknown', reason };
}
