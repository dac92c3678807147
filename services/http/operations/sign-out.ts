import { stringifySetCookie } from 'cookie';
import { audit } from '../../store/audit.ts';
import { endSession } from '../../store/sessions.ts';
import { sessionCookie } from '../authenticate.ts';
import type { Handler } from '../operation.ts';

export const signOut: Handler<'signOut'> = async ({ desk: { context, secureCookies }, caller }) => {
  await context.db.front.transaction(async (tx) => {
    await endSession(tx, caller.tokenHash);
    await audit(tx, [{ orgId: caller.orgId, at: context.now(), actor: caller.actor, action: 'session.ended' }]);
  });
  const gone = {
    name: sessionCookie,
    value: '',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 0,
    secure: secureCookies,
  } as const;
  return { status: 204, headers: { 'Set-Cookie': stringifySetCookie(gone) } };
};
