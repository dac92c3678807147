import { CodedError } from '../../domain/errors.ts';
import { changeOwnPassword, knowsPassword } from '../../flows/own-account.ts';
import { findSession } from '../../store/sessions.ts';
import { cameSecurely, deviceOf, hashToken, setDevice, setSession } from '../cookies.ts';
import { newSession, sessionSeconds } from '../new-session.ts';
import type { Handler } from '../operation.ts';
import { sessionView } from './get-session.ts';

export const changePassword: Handler<'changePassword'> = async ({ api, caller, body, request }) => {
  const { context, guard } = api;
  const { email } = caller;
  const device = deviceOf(context.secrets, request, email);
  const known = async () => ((await knowsPassword(context, caller, body.oldPassword)) ? true : undefined);
  // Whoever found an open browser must not be able to guess either.
  await guard.attempt({ email, address: request.ip ?? '', device }, known).catch((error: unknown) => {
    if (!(error instanceof CodedError) || error.code !== 'http.sign-in-failed') throw error;
    const [place, message] = ['body/oldPassword', 'is not your password.'];
    throw new CodedError('http.request-invalid', { detail: `${place} ${message}`, errors: [{ place, message }] });
  });
  const { token, start } = newSession(context, caller, request);
  await changeOwnPassword(context, caller, body, start);
  const who = await findSession(context.db.front, hashToken(token), context.now());
  if (!who) throw new CodedError('http.unauthorized');
  const secure = cameSecurely(request, api.secureCookies);
  const cookies = [setSession(token, sessionSeconds, secure)];
  if (device === undefined) cookies.push(setDevice(context.secrets, email, secure));
  return { status: 200, body: sessionView(who), headers: { 'Set-Cookie': cookies } };
};
