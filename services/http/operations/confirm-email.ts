import { confirmEmail as confirm } from '../../flows/identity/email.ts';
import type { Handler } from '../operation.ts';

export const confirmEmail: Handler<'confirmEmail'> = async ({ api: { context }, body: { token } }) => ({
  status: 200,
  body: { email: await confirm(context, token) },
});
