import { listOutbox as list } from '../../store/outbox.ts';
import { openMailbox } from '../mailbox.ts';
import type { Handler } from '../operation.ts';

export const listOutbox: Handler<'listOutbox'> = async ({ api, caller, query }) => {
  const mailbox = await openMailbox(api, caller);
  const body = await api.context.db.scoped(caller.visibility, (tx) => list(tx, mailbox, query.limit ?? 100));
  return { status: 200, body };
};
