import { listMessages as list } from '../../store/read/messages.ts';
import { cursorText, readCursor } from '../cursor.ts';
import type { Handler } from '../operation.ts';
import { summaryForPartner } from '../partner-eyes.ts';

export const listMessages: Handler<'listMessages'> = async ({ api, caller, query }) => {
  const { cursor, limit = 50, ...asked } = query;
  const filter = { ...asked, ...(caller.side === 'partner' && { own: caller.orgId }) };
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { db } = api.context;
  const look = caller.kind === 'key' ? db.scoped : db.screens;
  const { messages, next } = await look(caller.visibility, (tx) => list(tx, filter, { after, limit }, caller.side));
  const shown = caller.side === 'partner' ? messages.map(summaryForPartner) : messages;
  return { status: 200, body: { messages: shown, ...(next && { next: cursorText(next) }) } };
};
