import { invitePerson as invite } from '../../flows/identity/invites.ts';
import { inviteById } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const invitePerson: Handler<'invitePerson'> = async ({ api: { context }, caller, params, body }) => {
  const { id } = await invite(context, params.organizationId, body, caller);
  return { status: 201, body: await inviteById(context, params.organizationId, id) };
};
