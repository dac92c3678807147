import { revokeInvite as revoke } from '../../flows/identity/invites.ts';
import { inviteById } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const revokeInvite: Handler<'revokeInvite'> = async ({ api: { context }, caller, params }) => {
  const { organizationId: orgId, inviteId: id } = params;
  await revoke(context, { orgId, id }, caller);
  return { status: 200, body: await inviteById(context, orgId, id) };
};
