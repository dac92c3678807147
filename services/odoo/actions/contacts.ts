import { idOf } from '../many2one.ts';
import { type ActionContext, type ActionResult, stop } from './contract.ts';

/** A contact of Odoo's that a partner is. */
export interface Contact {
  readonly id: number;
  readonly name: string;
  /** The company that it belongs to, itself where it is one: bills and orders are counted for that. */
  readonly commercialId: number;
}

const words = { vendorId: 'vendor', customerId: 'customer' } as const;

/** The contact that the partner is as a vendor or as a customer; a case where nobody has said so. */
export async function contactOf(
  part: keyof typeof words,
  { client, partner: { trade } }: ActionContext,
): Promise<Contact | ActionResult> {
  const id = trade[part];
  if (id === undefined)
    return stop(
      'held',
      'odoo.contact-unset',
      `Nobody has said which ${words[part]} of Odoo this partner is. Set it in the partner's rules, then retry.`,
    );
  const [row] = await client.searchRead('res.partner', [['id', '=', id]], ['display_name', 'commercial_partner_id']);
  if (!row)
    return stop(
      'held',
      'odoo.contact-unset',
      `The ${words[part]} that this partner was said to be (contact ${id}) is not in Odoo any more, or archived. Choose another, then retry.`,
    );
  return { id, name: String(row.display_name), commercialId: idOf(row.commercial_partner_id) || id };
}
