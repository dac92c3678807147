import { finishSignOn as finish } from '../../flows/identity/sign-on.ts';
import { beginSession } from '../begin-session.ts';
import { cameSecurely, cookieOf, setSignOn, signOnCookie } from '../cookies.ts';
import type { Handler } from '../operation.ts';

export const finishSignOn: Handler<'finishSignOn'> = async ({ api, body: { query }, request }) => {
  const account = await finish(api.context, cookieOf(request, signOnCookie), query);
  const { body, headers } = await beginSession(api, account, request, 'sign-on');
  const gone = setSignOn(undefined, cameSecurely(request, api.secureCookies));
  return { status: 200, body, headers: { 'Set-Cookie': [...headers['Set-Cookie'], gone] } };
};
