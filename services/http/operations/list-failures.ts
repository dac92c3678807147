import { runningBulkRetries } from '../../store/bulk-retries.ts';
import { readFailures } from '../../store/read/failures.ts';
import { bulkRetryView } from '../bulk-retry-view.ts';
import type { Handler } from '../operation.ts';
import { remedyOf } from '../remedies.ts';

export const listFailures: Handler<'listFailures'> = async ({ api: { context }, caller, query }) => {
  const groups = await context.db.screens(caller.visibility, (tx) => readFailures(tx, query.environment));
  const running = (await runningBulkRetries(context.db.system)).filter(
    ({ environment, endpointId }) => environment === query.environment && endpointId === null,
  );
  const failures = groups.map(({ firstAt, lastAt, documentId, event, ...group }) => {
    const remedy = remedyOf(group.code);
    return {
      ...group,
      ...(event !== null && { event }),
      ...(firstAt && { firstAt: firstAt.toISOString() }),
      ...(lastAt && { lastAt: lastAt.toISOString() }),
      ...(documentId !== null && { documentId }),
      ...(remedy !== undefined && { remedy }),
    };
  });
  return {
    status: 200,
    body: { failures, running: await Promise.all(running.map((row) => bulkRetryView(context, row))) },
  };
};
