import { listOutbox as list } from '../../store/outbox.ts';
import type { Handler } from '../operation.ts';

export const listOutbox: Handler<'listOutbox'> = async ({ desk, caller, query }) => ({
  status: 200,
  body: await desk.context.db.scoped(caller.sight, (tx) => list(tx, caller, query.limit ?? 100)),
});
