import { startRegistration as start } from '../../flows/identity/registration.ts';
import type { Handler } from '../operation.ts';

export const startRegistration: Handler<'startRegistration'> = async ({ api: { context }, body: { email } }) => {
  await start(context, email);
  return { status: 202 };
};
