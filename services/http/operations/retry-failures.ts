import { retryMany } from '../../flows/retry-many.ts';
import { bulkRetryView } from '../bulk-retry-view.ts';
import type { Handler } from '../operation.ts';

export const retryFailures: Handler<'retryFailures'> = async ({ api: { context }, caller, body }) => {
  const { environment, cause } = body;
  return { status: 202, body: await bulkRetryView(context, await retryMany(context, { environment, cause }, caller)) };
};
