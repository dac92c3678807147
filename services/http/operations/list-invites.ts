import { invites } from '../../store/identity/invites.ts';
import { inviteView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const listInvites: Handler<'listInvites'> = async ({ api: { context } }) => {
  const rows = await context.db.screens('*', (tx) => invites(tx));
  return { status: 200, body: { invites: rows.map((row) => inviteView(row, context.now())) } };
};
