import { audit } from '../../store/audit.ts';
import { endSession } from '../../store/sessions.ts';
import { cameSecurely, setSession } from '../cookies.ts';
import type { Handler } from '../operation.ts';

export const signOut: Handler<'signOut'> = async ({ desk: { context, secureCookies }, caller, request }) => {
  await context.db.front.transaction(async (tx) => {
    await endSession(tx, caller.tokenHash);
    await audit(tx, [{ orgId: caller.orgId, at: context.now(), actor: caller.actor, action: 'session.ended' }]);
  });
  const gone = setSession(undefined, 0, cameSecurely(request, secureCookies));
  return { status: 204, headers: { 'Set-Cookie': gone } };
};
