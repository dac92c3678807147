import { askForReset } from '../../flows/identity/passwords.ts';
import type { Handler } from '../operation.ts';

export const startPasswordReset: Handler<'startPasswordReset'> = async ({ api: { context }, body: { email } }) => {
  await askForReset(context, email);
  return { status: 202 };
};
