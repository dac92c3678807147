import { checkForm } from '../../flows/identity/registration.ts';
import type { Handler } from '../operation.ts';

export const checkRegistration: Handler<'checkRegistration'> = async ({ api: { context }, body: { token, form } }) => ({
  status: 200,
  body: { likenesses: [...(await checkForm(context, token, form))] },
});
