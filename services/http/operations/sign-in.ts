import type { Request } from 'express';
import { CodedError } from '../../domain/errors.ts';
import { checkPassword } from '../../flows/password.ts';
import { audit } from '../../store/audit.ts';
import { ownOrganisationIfAny } from '../../store/partners.ts';
import { endSession, findSession } from '../../store/sessions.ts';
import { type Account, findAccount, noteSignIn } from '../../store/users.ts';
import { cameSecurely, cookieOf, deviceOf, hashToken, sessionCookie, setDevice, setSession } from '../cookies.ts';
import { newSession, sessionSeconds } from '../new-session.ts';
import type { ApiContext, Handler } from '../operation.ts';
import { sessionView } from './get-session.ts';

export const signIn: Handler<'signIn'> = async ({ api, body: { email, password }, request }) => {
  const { context, guard } = api;
  const address = request.ip ?? '';
  const device = deviceOf(context.secrets, request, email);
  const account = await guard.attempt({ email, address, device }, async () => {
    const found = await findAccount(context.db.front, email);
    if (await checkPassword(password, found?.passwordHash)) return found;
    await recordRefusal(context, found, address, 'wrong password');
    return undefined;
  });
  await refuseOverdue(context, account, address);
  const token = await begin(context, account, request);
  const who = await findSession(context.db.front, hashToken(token), context.now());
  if (!who) throw new CodedError('http.sign-in-failed');
  const secure = cameSecurely(request, api.secureCookies);
  const cookies = [setSession(token, sessionSeconds, secure)];
  if (device === undefined) cookies.push(setDevice(context.secrets, email, secure));
  return { status: 200, body: sessionView(who), headers: { 'Set-Cookie': cookies } };
};

/** A temporary password that nobody has used in time opens nothing any more. */
async function refuseOverdue(context: ApiContext['context'], account: Account, address: string): Promise<void> {
  if (!account.temporaryUntil || account.temporaryUntil > context.now()) return;
  await recordRefusal(context, account, address, 'the temporary password is over');
  throw new CodedError('http.sign-in-failed', {
    detail: 'This temporary password is over. Ask an administrator of your organisation for a new one.',
  });
}

/** Refused tries are on record, bounded by what `SignInGuard` lets through. What was typed as the address of no account is not: it may be a password. */
async function recordRefusal(
  { db, now }: ApiContext['context'],
  account: Account | undefined,
  address: string,
  why: string,
): Promise<void> {
  await db.front.transaction(async (tx) => {
    const orgId = account?.orgId ?? (await ownOrganisationIfAny(tx));
    if (orgId === undefined) return;
    await audit(tx, [
      {
        ...{ orgId, at: now(), actor: account?.email ?? 'nobody known', action: 'session.refused' as const },
        ...(account && { subject: { type: 'user', id: account.userId } }),
        detail: { address, why: account ? why : 'no such account' },
      },
    ]);
  });
}

/** Starts a session, and ends the one that the browser came with. @returns its token. */
async function begin(context: ApiContext['context'], account: Account, request: Request): Promise<string> {
  const { db, now } = context;
  const former = cookieOf(request, sessionCookie);
  const { token, start } = newSession(context, account, request);
  await db.front.transaction(async (tx) => {
    if (former !== undefined) await endSession(tx, hashToken(former));
    await start(tx);
    await noteSignIn(tx, account.userId, now());
    const { userId: id, orgId, email: actor } = account;
    const entry = {
      orgId,
      at: now(),
      actor,
      action: 'session.started' as const,
      detail: { address: request.ip ?? '' },
    };
    await audit(tx, [{ ...entry, by: { kind: 'person', id }, subject: { type: 'user', id } }]);
  });
  return token;
}
