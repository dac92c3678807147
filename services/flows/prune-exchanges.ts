import { deleteOldExchanges } from '../store/exchanges.ts';
import type { Context } from './context.ts';

/** Ends the log of endpoints where it has its age. @param keptMs how long entries are kept; 0 for ever */
export async function pruneExchanges(context: Context, keptMs: number): Promise<void> {
  if (keptMs === 0) return;
  const olderThan = new Date(context.now().getTime() - keptMs);
  while (!context.closing?.aborted && (await deleteOldExchanges(context.db.pool, olderThan)) > 0);
}
