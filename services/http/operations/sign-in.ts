import { randomBytes } from 'node:crypto';
import { CodedError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import { endSession, findSession, startSession } from '../../store/sessions.ts';
import { type Account, findAccount } from '../../store/users.ts';
import { cameSecurely, cookieOf, deviceOf, hashToken, sessionCookie, setDevice, setSession } from '../cookies.ts';
import type { Desk, Handler } from '../operation.ts';
import { checkPassword } from '../password.ts';
import { sessionView } from './get-session.ts';

const sessionSeconds = 12 * 60 * 60;

export const signIn: Handler<'signIn'> = async ({ desk, body: { email, password }, request }) => {
  const { context, guard } = desk;
  const address = request.ip ?? '';
  const device = deviceOf(context.secrets, request, email);
  const account = await guard.attempt({ email, address, device }, async () => {
    const found = await findAccount(context.db.front, email);
    return (await checkPassword(password, found?.passwordHash)) ? found : undefined;
  });
  const former = cookieOf(request, sessionCookie);
  const token = await begin(context, account, former);
  const who = await findSession(context.db.front, hashToken(token), context.now());
  if (!who) throw new CodedError('http.sign-in-failed');
  const secure = cameSecurely(request, desk.secureCookies);
  const cookies = [setSession(token, sessionSeconds, secure)];
  if (device === undefined) cookies.push(setDevice(context.secrets, email, secure));
  return { status: 200, body: sessionView(who), headers: { 'Set-Cookie': cookies } };
};

/** Starts a session under a token that nobody has seen before, and ends the one that the browser came with. @returns the token. */
async function begin({ db, now }: Desk['context'], account: Account, former: string | undefined): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const createdAt = now();
  await db.front.transaction(async (tx) => {
    if (former !== undefined) await endSession(tx, hashToken(former));
    await startSession(tx, {
      ...{ tokenHash: hashToken(token), csrfToken: randomBytes(24).toString('base64url') },
      ...{ createdAt, expiresAt: new Date(createdAt.getTime() + sessionSeconds * 1000) },
      ...{ userId: account.userId, orgId: account.orgId },
    });
    await audit(tx, [{ orgId: account.orgId, at: createdAt, actor: account.email, action: 'session.started' }]);
  });
  return token;
}
