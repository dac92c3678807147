import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import { CodedError } from '../domain/errors.ts';
import { tellOwner } from '../flows/identity/notices.ts';
import { audit } from '../store/audit.ts';
import { endSession, findSession, type SessionMethod } from '../store/sessions.ts';
import { noteSignIn } from '../store/users.ts';
import { sessionCaller } from './caller.ts';
import { cameSecurely, cookieOf, deviceOf, hashToken, sessionCookie, setDevice, setSession } from './cookies.ts';
import { newSession, sessionSeconds } from './new-session.ts';
import type { ApiContext } from './operation.ts';
import { sessionView } from './session-view.ts';

interface Comes {
  readonly userId: string;
  readonly orgId: string;
  readonly email: string;
  readonly name: string;
}

/** What is the answer to whoever has come in. */
export interface Begun {
  readonly body: components['schemas']['Session'];
  readonly headers: { readonly 'Set-Cookie': readonly string[] };
}

/**
 * Starts a session under a token that nobody has seen before, and ends the one that the browser came with. The owner is told by mail where the account was
 * in use and the device is another one.
 */
export async function beginSession(
  api: Pick<ApiContext, 'context' | 'secureCookies'>,
  account: Comes,
  request: Request,
  method: SessionMethod,
): Promise<Begun> {
  const { context, secureCookies } = api;
  const { db, now, secrets, entry } = context;
  const former = cookieOf(request, sessionCookie);
  const device = deviceOf(secrets, request, account.email);
  const { token, start } = newSession(context, account, request, method);
  await db.front.transaction(async (tx) => {
    if (former !== undefined) await endSession(tx, hashToken(former));
    await start(tx);
    const wasHere = await noteSignIn(tx, account.userId, now());
    const { userId: id, orgId, email: actor } = account;
    const address = request.ip ?? '';
    await audit(tx, [
      {
        ...{ orgId, at: now(), actor, action: 'session.started', by: { kind: 'person', id } },
        ...{ subject: { type: 'user', id }, detail: { address, method } },
      },
    ]);
    if (wasHere && device === undefined)
      await tellOwner(context, tx, account, 'You signed in on a new device', address);
  });
  const tokenHash = hashToken(token);
  const who = await findSession(db.front, tokenHash, now());
  if (!who) throw new CodedError('http.sign-in-failed');
  const secure = cameSecurely(request, secureCookies);
  const cookies = [setSession(token, sessionSeconds, secure)];
  if (device === undefined) cookies.push(setDevice(secrets, account.email, secure));
  return { body: sessionView(sessionCaller(who, tokenHash, entry)), headers: { 'Set-Cookie': cookies } };
}
