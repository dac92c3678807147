import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { signInByPasskey } from '../../flows/identity/passkeys.ts';
import { beginSession } from '../begin-session.ts';
import type { Handler } from '../operation.ts';

export const signInWithPasskey: Handler<'signInWithPasskey'> = async ({
  api,
  body: { challenge, response },
  request,
}) => {
  const account = await signInByPasskey(api.context, { challenge, response: response as AuthenticationResponseJSON });
  return { status: 200, ...(await beginSession(api, account, request, 'passkey')) };
};
