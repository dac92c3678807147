import { listOutbox as list } from '../../store/outbox.ts';
import { mailboxOf } from '../mailbox.ts';
import type { Handler } from '../operation.ts';

export const listOutbox: Handler<'listOutbox'> = async ({ api, caller, query }) => ({
  status: 200,
  body: await api.context.db.scoped(caller.visibility, (tx) =>
    list(tx, mailboxOf(api.context, caller), query.limit ?? 100),
  ),
});
