import { CodedError } from '../../domain/errors.ts';
import { listExchanges } from '../../store/exchanges.ts';
import { exchangePage } from '../exchanges-view.ts';
import type { Handler } from '../operation.ts';

export const listMessageExchanges: Handler<'listMessageExchanges'> = async ({ api, caller, params, query }) => {
  const { documentId } = params;
  const { limit = 50, before } = query;
  const rows = await api.context.db.screens(caller.visibility, async (tx) => {
    const known = await tx('document').where({ id: documentId }).first('id');
    if (!known) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
    return listExchanges(tx, { documentId, before, limit: limit + 1 });
  });
  return { status: 200, body: exchangePage(rows, limit) };
};
