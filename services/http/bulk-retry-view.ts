import type { components } from '../../specs/generated/openapi.ts';
import type { Context } from '../flows/context.ts';
import { type BulkRetryRow, outcomeOfBulkRetry } from '../store/bulk-retries.ts';

/** A retry of many with what came of it so far. */
export async function bulkRetryView({ db }: Context, row: BulkRetryRow): Promise<components['schemas']['BulkRetry']> {
  const { id, environment, cause, total, done, createdAt, finishedAt } = row;
  return {
    ...{ id, environment, total, done, createdAt: createdAt.toISOString() },
    ...(await outcomeOfBulkRetry(db.system, id)),
    ...(cause !== null && { cause }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}
