import { readForm } from '../../flows/identity/registration.ts';
import { registrationView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const readRegistration: Handler<'readRegistration'> = async ({ api: { context }, body: { token } }) => ({
  status: 200,
  body: await registrationView(context, await readForm(context, token)),
});
