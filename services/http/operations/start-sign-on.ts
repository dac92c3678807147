import { startSignOn as start } from '../../flows/identity/sign-on.ts';
import { cameSecurely, setSignOn } from '../cookies.ts';
import type { Handler } from '../operation.ts';

export const startSignOn: Handler<'startSignOn'> = async ({ api, request }) => {
  const { address, token } = await start(api.context);
  const cookies = [setSignOn(token, cameSecurely(request, api.secureCookies))];
  return { status: 200, body: { address }, headers: { 'Set-Cookie': cookies } };
};
