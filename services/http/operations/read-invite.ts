import { openInvite } from '../../flows/identity/invites.ts';
import type { Handler } from '../operation.ts';

export const readInvite: Handler<'readInvite'> = async ({ api: { context }, body: { token } }) => {
  const invite = await context.db.front.transaction((tx) => openInvite(context, tx, token));
  const { email, name, company, createdBy, expiresAt, orgName } = invite;
  const body = { email, name, organization: orgName, invitedBy: createdBy, expiresAt: expiresAt.toISOString() };
  return { status: 200, body: { ...body, ...(company && { company }) } };
};
