import { randomBytes } from 'node:crypto';
import { stringifySetCookie } from 'cookie';
import { CodedError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import { findSession, startSession } from '../../store/sessions.ts';
import { findAccount } from '../../store/users.ts';
import { hashToken, sessionCookie } from '../authenticate.ts';
import type { Handler } from '../operation.ts';
import { checkPassword } from '../password.ts';
import { sessionView } from './get-session.ts';

const sessionSeconds = 12 * 60 * 60;

export const signIn: Handler<'signIn'> = async ({ desk, body: { email, password }, request }) => {
  const { context, limits, secureCookies } = desk;
  const address = request.ip ?? '';
  await limits.signIn(address);
  await limits.signInAllowed(address, email);
  const db = context.db.front;
  const account = await findAccount(db, email);
  if (!(await checkPassword(password, account?.passwordHash)) || !account) {
    await limits.signInFailed(address, email);
    throw new CodedError('http.sign-in-failed');
  }
  await limits.signInSucceeded(address, email);
  const token = randomBytes(32).toString('base64url');
  const [tokenHash, createdAt] = [hashToken(token), context.now()];
  const expiresAt = new Date(createdAt.getTime() + sessionSeconds * 1000);
  await db.transaction(async (tx) => {
    await startSession(tx, {
      tokenHash,
      createdAt,
      expiresAt,
      csrfToken: randomBytes(24).toString('base64url'),
      userId: account.userId,
      orgId: account.orgId,
    });
    await audit(tx, [{ orgId: account.orgId, at: createdAt, actor: account.email, action: 'session.started' }]);
  });
  const who = await findSession(db, tokenHash, createdAt);
  if (!who) throw new CodedError('http.sign-in-failed');
  const cookie = {
    name: sessionCookie,
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: sessionSeconds,
    secure: secureCookies,
  } as const;
  return { status: 200, body: sessionView(who), headers: { 'Set-Cookie': stringifySetCookie(cookie) } };
};
