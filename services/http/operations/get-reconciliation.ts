import { CodedError } from '../../domain/errors.ts';
import { differencesOf } from '../../store/odoo-differences.ts';
import type { Handler } from '../operation.ts';
import { differenceView, reconciliationOf, reconciliationView } from '../reconciliation-view.ts';

export const getReconciliation: Handler<'getReconciliation'> = async ({ api: { context }, caller, params, query }) => {
  const { cursor, limit = 50 } = query;
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const row = await reconciliationOf(context, caller, params);
  const page = await context.db.screens(caller.visibility, (tx) =>
    differencesOf(tx, row.id, { after, limit: limit + 1 }),
  );
  const shown = page.slice(0, limit);
  return {
    status: 200,
    body: {
      reconciliation: reconciliationView(row),
      differences: shown.map(differenceView),
      ...(page.length > limit && { next: String(shown.at(-1)!.id) }),
    },
  };
};

function placeOf(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  const errors = [{ place: 'query/cursor', message: 'is not a cursor of this list' }];
  throw new CodedError('http.request-invalid', { errors, detail: 'query/cursor must be `next` of the page before.' });
}
