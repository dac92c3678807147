import { finishRegistration as finish } from '../../flows/identity/registration.ts';
import { beginSession } from '../begin-session.ts';
import { changeConfiguration } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const finishRegistration: Handler<'finishRegistration'> = async ({ api, body, request }) => {
  const given = { ...body, isAnother: body.isAnother ?? false };
  const account = await changeConfiguration(api.context, (tx, tools) => finish(api.context, tx, tools, given));
  return { status: 201, ...(await beginSession(api, account, request, 'password')) };
};
