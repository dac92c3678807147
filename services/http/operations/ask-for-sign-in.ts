import { askForSignIn as ask } from '../../flows/identity/passkeys.ts';
import type { Handler } from '../operation.ts';

export const askForSignIn: Handler<'askForSignIn'> = async ({ api: { context } }) => {
  const { challenge, options } = await ask(context);
  return { status: 200, body: { challenge, options: { ...options } } };
};
