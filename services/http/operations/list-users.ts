import { readUsers } from '../../store/read/people.ts';
import type { Handler } from '../operation.ts';
import { knownOrganization } from '../organization.ts';

export const listUsers: Handler<'listUsers'> = async ({ api: { context }, caller, params }) => {
  const users = await context.db.screens(caller.visibility, async (tx) => {
    await knownOrganization(tx, params.organizationId);
    return readUsers(tx, { orgId: params.organizationId });
  });
  return { status: 200, body: { users } };
};
