import { acceptInvite as accept } from '../../flows/identity/invites.ts';
import { beginSession } from '../begin-session.ts';
import { changeConfiguration } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const acceptInvite: Handler<'acceptInvite'> = async ({ api, body, request }) => {
  const account = await changeConfiguration(api.context, (tx, tools) => accept(api.context, tx, tools, body));
  return { status: 201, ...(await beginSession(api, account, request, 'password')) };
};
