import { CodedError } from '../../domain/errors.ts';
import { findBulkRetry } from '../../store/bulk-retries.ts';
import { bulkRetryView } from '../bulk-retry-view.ts';
import type { Handler } from '../operation.ts';

export const getRetry: Handler<'getRetry'> = async ({ api: { context }, caller, params }) => {
  const row = await context.db.screens(caller.visibility, (tx) => findBulkRetry(tx, { id: params.retryId }));
  if (!row) throw new CodedError('http.not-found', { detail: 'No retry has this id.' });
  return { status: 200, body: await bulkRetryView(context, row) };
};
