import { mails } from '../../store/identity/mails.ts';
import { mailView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const listMails: Handler<'listMails'> = async ({ api: { context }, query: { limit = 50, before, state } }) => {
  const rows = await context.db.screens('*', (tx) => mails(tx, { limit, before, state }));
  return { status: 200, body: { mails: rows.map(mailView) } };
};
