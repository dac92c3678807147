import { inviteCompany as invite } from '../../flows/identity/invites.ts';
import { inviteById } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const inviteCompany: Handler<'inviteCompany'> = async ({ api: { context }, caller, body }) => {
  const { id } = await invite(context, body, caller);
  return { status: 201, body: await inviteById(context, caller.orgId, id) };
};
