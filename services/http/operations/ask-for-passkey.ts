import { askForPasskey as ask } from '../../flows/identity/passkeys.ts';
import { checkOwnPassword } from '../check-own-password.ts';
import type { Handler } from '../operation.ts';

export const askForPasskey: Handler<'askForPasskey'> = async ({ api, caller, body: { password }, request }) => {
  await checkOwnPassword(api, caller, password, request);
  const { challenge, options } = await ask(api.context, caller);
  return { status: 200, body: { challenge, options: { ...options } } };
};
