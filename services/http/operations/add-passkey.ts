import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { addPasskey as add } from '../../flows/identity/passkeys.ts';
import { passkeyView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const addPasskey: Handler<'addPasskey'> = async ({
  api: { context },
  caller,
  body: { challenge, name, response },
}) => {
  const made = await add(context, caller, { challenge, name, response: response as RegistrationResponseJSON });
  return { status: 201, body: passkeyView(made) };
};
