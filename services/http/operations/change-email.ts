import { askForEmail } from '../../flows/identity/email.ts';
import { checkOwnPassword } from '../check-own-password.ts';
import type { Handler } from '../operation.ts';

export const changeEmail: Handler<'changeEmail'> = async ({ api, caller, body: { email, password }, request }) => {
  await checkOwnPassword(api, caller, password, request);
  await askForEmail(api.context, caller, email);
  return { status: 202 };
};
