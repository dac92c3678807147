import { needOwnPasskey, removeOwnPasskey } from '../../flows/identity/passkeys.ts';
import { checkOwnPassword } from '../check-own-password.ts';
import type { Handler } from '../operation.ts';

export const removePasskey: Handler<'removePasskey'> = async ({ api, caller, params, body: { password }, request }) => {
  await needOwnPasskey(api.context, caller, params.passkeyId);
  await checkOwnPassword(api, caller, password, request);
  await removeOwnPasskey(api.context, caller, params.passkeyId);
  return { status: 204 };
};
