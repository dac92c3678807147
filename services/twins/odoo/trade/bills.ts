import { type Env, groupBy, numberOf, textOf } from '../env.ts';
import { userError } from '../fault.ts';
import type { Json, Row } from '../records.ts';
import { rounded } from '../stock/units.ts';

type Values = Row['values'];

export const subtotal = ({ values }: Row): number => rounded(numberOf(values.quantity) * numberOf(values.price_unit));

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

async function sums(env: Env, rows: readonly Row[]): Promise<number[]> {
  const lines = groupBy(await env.children('account.move.line', 'move_id', ids(rows)), 'move_id');
  return rows.map(({ id }) => rounded((lines.get(id) ?? []).reduce((sum, line) => sum + subtotal(line), 0)));
}

/** What the lines come to: never less than nothing for what is shown. */
export const totals = async (env: Env, rows: readonly Row[]): Promise<Json[]> => sums(env, rows);

/** Others of the vendor under the same number. Since 19 its case and blanks do not matter; whatever is found is shown, and refused nowhere. */
export async function duplicates(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const key = (ref: Json | undefined) =>
    env.version >= 19 ? textOf(ref).replace(/\s/g, '').toLowerCase() : textOf(ref);
  return Promise.all(
    rows.map(async ({ id, values }) => {
      if (!values.ref || typeof values.commercial_partner_id !== 'number') return [];
      const others = await env.children('account.move', 'commercial_partner_id', [values.commercial_partner_id]);
      const same = others.filter(
        (one) =>
          one.id !== id &&
          one.values.move_type === values.move_type &&
          one.values.state !== 'cancel' &&
          // A draft is one only where it is of the same day.
          (one.values.state === 'posted' || one.values.invoice_date === values.invoice_date) &&
          key(one.values.ref) === key(values.ref),
      );
      return ids(same).sort((a, b) => a - b);
    }),
  );
}

/** Fills what Odoo works out from the partner and the day. */
export async function completeBill(env: Env, values: Values): Promise<Values> {
  const partner = await env.one('res.partner', values.partner_id);
  const today = env.now.slice(0, 10);
  const [journal] = await env.search('account.journal', [['type', '=', 'purchase']], { limit: 1 });
  return {
    commercial_partner_id: partner ? (partner.values.parent_id ?? partner.id) : null,
    // Until 18 a draft is called so.
    ...(env.version < 19 && { name: '/' }),
    ...{ journal_id: journal?.id ?? null, date: today, invoice_date_due: today },
    ...values,
  };
}

/** The text and the unit of a line from its product. */
export async function completeBillLine(env: Env, values: Values): Promise<Values> {
  const product = await env.one('product.product', values.product_id);
  const name = product ? textOf(product.values.name) : null;
  return { name, product_uom_id: product?.values.uom_id ?? null, ...values };
}

/** What of order lines was billed, drafts too. */
export async function billed(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const lines = await env.children('account.move.line', 'purchase_line_id', ids(rows));
  const moves = await env.browse('account.move', [...new Set(lines.map((line) => numberOf(line.values.move_id)))]);
  const counts = new Map(
    moves.map(({ id, values }) => [id, values.state === 'cancel' ? 0 : values.move_type === 'in_refund' ? -1 : 1]),
  );
  const byLine = groupBy(lines, 'purchase_line_id');
  return rows.map(({ id }) =>
    rounded(
      (byLine.get(id) ?? []).reduce(
        (sum, line) => sum + numberOf(line.values.quantity) * (counts.get(numberOf(line.values.move_id)) ?? 0),
        0,
      ),
    ),
  );
}

/** Posts bills: each gets its number. The same number of a vendor twice is no matter to Odoo. */
export async function post(env: Env, list: readonly number[]): Promise<false> {
  const rows = await env.records.lock('account.move', list);
  const totalsOf = await sums(env, rows);
  for (const [at, row] of rows.entries()) {
    const lines = await env.children('account.move.line', 'move_id', [row.id]);
    if (lines.length === 0)
      throw userError(
        env.version >= 19 ? "Even magicians can't post nothing!" : 'You need to add a line before posting.',
      );
    if (!row.values.invoice_date) throw userError('The Bill/Refund date is required to validate this document.');
    if (totalsOf[at]! < 0)
      throw userError(
        'You cannot validate an invoice with a negative total amount. You should create a credit note instead. Use the action menu to transform it into a credit note or refund.',
      );
    const posted = await env.search('account.move', [['state', '=', 'posted']]);
    const [year, month] = env.now.split('-');
    const named = row.values.name && row.values.name !== '/' ? row.values.name : undefined;
    const name = named ?? `BILL/${year}/${month}/${String(posted.length + 1).padStart(4, '0')}`;
    env.records.set(row, { state: 'posted', name });
  }
  return false;
}

async function become(env: Env, list: readonly number[], state: 'draft' | 'cancel'): Promise<null> {
  for (const row of await env.records.lock('account.move', list)) env.records.set(row, { state });
  return null;
}
export const toDraft = (env: Env, list: readonly number[]) => become(env, list, 'draft');
export const cancelBills = (env: Env, list: readonly number[]) => become(env, list, 'cancel');

/** From 18 on what is posted keeps its date. */
export async function billWillChange(env: Env, { values }: Row, patch: Values): Promise<void> {
  if (env.version < 18 || values.state !== 'posted' || patch.invoice_date === undefined) return;
  throw userError('You cannot modify the following readonly fields on a posted move: invoice_date');
}

export async function billsWillGo(_env: Env, rows: readonly Row[]): Promise<void> {
  if (rows.some(({ values }) => values.name && values.name !== '/'))
    throw userError(
      'You cannot delete this entry, as it has already consumed a sequence number and is not the last one in the chain. You should probably revert it instead.',
    );
}
