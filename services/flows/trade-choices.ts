import type { components } from '../../specs/generated/openapi.ts';
import type { ValidationIssue } from '../domain/errors.ts';
import { OdooError } from '../odoo/error.ts';
import type { Context } from './context.ts';
import type { OdooConnection } from './odoo-connection.ts';
import { isConnectionFault, noteTrouble } from './odoo-health.ts';

type Trade = components['schemas']['OdooTrade'];

const records = {
  vendorId: ['res.partner', 'a contact'],
  customerId: ['res.partner', 'a contact'],
  journalId: ['account.journal', 'a journal'],
  freightProductId: ['product.product', 'a product'],
} as const satisfies { readonly [K in keyof Trade]?: readonly [model: string, what: string] };

/** What of the books is named and not in this Odoo; where Odoo does not answer all is taken. Contacts are asked for one by one: there may be too many to list. */
export async function unknownTrade(
  context: Context,
  connection: OdooConnection,
  trade: Trade,
): Promise<readonly ValidationIssue[]> {
  const issues: ValidationIssue[] = [];
  try {
    for (const [name, [model, what]] of Object.entries(records)) {
      const id = trade[name as keyof typeof records];
      if (id === undefined) continue;
      const found = await connection.client.searchRead(model, [['id', '=', id]], ['display_name']);
      if (found.length > 0) continue;
      issues.push({ place: `body/trade/${name}`, message: `must be ${what} of this Odoo; ${id} is none.` });
    }
  } catch (error) {
    if (!(error instanceof OdooError) || !isConnectionFault(error)) throw error;
    await noteTrouble(context, connection, error);
  }
  return issues;
}
