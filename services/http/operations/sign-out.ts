import { audit } from '../../store/audit.ts';
import { endSession } from '../../store/sessions.ts';
import { cameSecurely, setSession } from '../cookies.ts';
import type { Handler } from '../operation.ts';

export const signOut: Handler<'signOut'> = async ({ api: { context, secureCookies }, caller, request }) => {
  await context.db.front.transaction(async (tx) => {
    await endSession(tx, caller.tokenHash);
    const { orgId, actor, by, userId: id } = caller;
    await audit(tx, [{ orgId, at: context.now(), actor, by, action: 'session.ended', subject: { type: 'user', id } }]);
  });
  const gone = setSession(undefined, 0, cameSecurely(request, secureCookies));
  return { status: 204, headers: { 'Set-Cookie': gone } };
};
