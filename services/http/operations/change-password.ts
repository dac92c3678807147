import { CodedError } from '../../domain/errors.ts';
import { changeOwnPassword } from '../../flows/own-account.ts';
import { findSession } from '../../store/sessions.ts';
import { sessionCaller } from '../caller.ts';
import { checkOwnPassword } from '../check-own-password.ts';
import { cameSecurely, deviceOf, hashToken, setDevice, setSession } from '../cookies.ts';
import { newSession, sessionSeconds } from '../new-session.ts';
import type { Handler } from '../operation.ts';
import { sessionView } from '../session-view.ts';

export const changePassword: Handler<'changePassword'> = async ({ api, caller, body, request }) => {
  const { context } = api;
  await checkOwnPassword(api, caller, body.oldPassword, request, 'body/oldPassword');
  const { token, start } = newSession(context, caller, request, caller.method);
  await changeOwnPassword(context, caller, body, start);
  const tokenHash = hashToken(token);
  const who = await findSession(context.db.front, tokenHash, context.now());
  if (!who) throw new CodedError('http.unauthorized');
  const secure = cameSecurely(request, api.secureCookies);
  const cookies = [setSession(token, sessionSeconds, secure)];
  if (deviceOf(context.secrets, request, caller.email) === undefined)
    cookies.push(setDevice(context.secrets, caller.email, secure));
  const session = sessionView(sessionCaller(who, tokenHash, context.entry));
  return { status: 200, body: session, headers: { 'Set-Cookie': cookies } };
};
