import { contactValue } from '../../domain/cross-references.ts';
import type { Domain, OdooRecord } from '../client.ts';
import { idOf, nameOf } from '../many2one.ts';
import type { Contact } from './contacts.ts';
import { type ActionContext, type ActionResult, stop } from './contract.ts';
import type { PurchaseOrder } from './event-data.ts';

export interface ShipTo {
  readonly id: number;
  readonly remarks: readonly string[];
}

/** Where it goes: a contact that bears the number or the name of the address that the document gives; the customer itself where it gives none. */
export async function shipToOf(
  data: PurchaseOrder,
  customer: Contact,
  context: ActionContext,
): Promise<ShipTo | ActionResult> {
  const party = data.parties?.find(({ role }) => role === 'ship-to');
  if (!party) return { id: customer.id, remarks: [] };
  const own: Domain = [['id', 'child_of', customer.commercialId]];
  const find = (domain: Domain) =>
    context.client.searchRead('res.partner', domain, ['display_name', 'commercial_partner_id', 'zip'], {
      order: 'id',
      limit: 5,
    });
  const [, byId] = contactValue.exec(party.id ?? '') ?? [];
  const numbered: Domain =
    byId === undefined ? (party.id === undefined ? [] : [['ref', '=', party.id]]) : [['id', '=', Number(byId)]];
  const named: Domain = party.name === undefined ? [] : [['name', '=', party.name]];
  const wanted = [
    ...(numbered.length > 0 ? [[...numbered, ...own], numbered] : []),
    ...(named.length > 0 ? [[...named, ...own]] : []),
  ];
  for (const domain of wanted) {
    const found = await find(domain);
    if (found.length === 1)
      return { id: found[0]!.id, remarks: elsewhere(found[0]!, customer, party.address?.postalCode) };
  }
  const what = [party.name, party.id && `number ${party.id}`, party.address?.city].filter(Boolean).join(', ');
  return stop(
    'held',
    'odoo.address-unknown',
    `Odoo has no one address ${what || 'for the goods'} of ${customer.name}. Make it there with ${party.id ?? 'its name'} as its reference, then retry.`,
  );
}

function elsewhere(found: OdooRecord, customer: Contact, zip: string | undefined): readonly string[] {
  const [name, owner] = [String(found.display_name), idOf(found.commercial_partner_id) || found.id];
  return [
    ...(owner === customer.commercialId
      ? []
      : [
          `The goods go to ${name}, which is a separate contact${owner === found.id ? '' : ` of ${nameOf(found.commercial_partner_id)}`}.`,
        ]),
    ...(zip && found.zip && String(found.zip) !== zip
      ? [`The order gives ${zip} as the postal code of ${name}; Odoo has ${String(found.zip)}.`]
      : []),
  ];
}
