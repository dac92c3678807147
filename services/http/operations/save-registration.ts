import { keepForm } from '../../flows/identity/registration.ts';
import { registrationView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const saveRegistration: Handler<'saveRegistration'> = async ({ api: { context }, body }) => ({
  status: 200,
  body: await registrationView(context, await keepForm(context, body.token, body.form, body.revision)),
});
