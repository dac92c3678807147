import { sessionsOf } from '../../store/sessions.ts';
import type { Handler } from '../operation.ts';

export const listSessions: Handler<'listSessions'> = async ({ api: { context }, caller }) => {
  const rows = await sessionsOf(context.db.front, caller.userId, context.now());
  const sessions = rows.map(({ id, tokenHash, createdAt, expiresAt, lastUsedAt, browser, address, method }) => ({
    id,
    method,
    current: tokenHash.equals(caller.tokenHash),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    ...(browser !== null && { browser }),
    ...(address !== null && { address }),
  }));
  return { status: 200, body: { sessions } };
};
