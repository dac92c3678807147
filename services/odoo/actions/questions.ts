import type { Json } from '../client.ts';
import type { ActionContext } from './contract.ts';
import type { Picking } from './pickings.ts';

/** As far as the hub reads a window of Odoo's; the lots are a command: `[[6, 0, ids]]`. */
interface Window {
  readonly res_model?: string;
  readonly context?: { readonly default_lot_ids?: readonly (readonly [number, number, readonly number[]])[] };
}

/** What Odoo asks instead of validating a transfer, and what a person is to do about it. */
export async function questionIn(answer: Json, { name }: Picking, { client }: ActionContext): Promise<string> {
  const { res_model: asked = 'something', context = {} } = (answer || {}) as Window;
  const todo = `Validate ${name} in Odoo as it was shipped, then retry.`;
  if (asked !== 'expiry.picking.confirmation')
    return `Odoo wants ${asked} answered before ${name} can be validated. ${todo}`;
  const ids = (context.default_lot_ids ?? []).flatMap(([, , some]) => some);
  const lots = ids.length > 0 ? await client.read('stock.lot', ids, ['name']) : [];
  const names = lots.map((lot) => `lot ${lot.name}`).join(', ') || 'a lot';
  return `Odoo asks whether ${names} may leave with ${name}: past its date. ${todo}`;
}
