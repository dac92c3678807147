import { listWork as list } from '../../store/work.ts';
import { cursorText, readCursor } from '../cursor.ts';
import { openMailbox } from '../mailbox.ts';
import type { Handler } from '../operation.ts';
import { tagged } from '../tagged.ts';

export const listWork: Handler<'listWork'> = async ({ api, caller, query, request }) => {
  const { type, state = 'waiting', limit = 50, cursor } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const mailbox = await openMailbox(api, caller);
  const { work, next } = await api.context.db.scoped(caller.visibility, (tx) =>
    list(tx, mailbox, { type, state }, { after, limit }),
  );
  return tagged(request, { work, ...(next && { next: cursorText(next) }) });
};
