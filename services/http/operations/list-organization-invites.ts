import { invites } from '../../store/identity/invites.ts';
import { inviteView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';
import { knownOrganization } from '../organization.ts';

export const listOrganizationInvites: Handler<'listOrganizationInvites'> = async ({
  api: { context },
  caller,
  params,
}) => {
  const rows = await context.db.screens(caller.visibility, async (tx) => {
    await knownOrganization(tx, params.organizationId);
    return invites(tx, params.organizationId);
  });
  return { status: 200, body: { invites: rows.map((row) => inviteView(row, context.now())) } };
};
