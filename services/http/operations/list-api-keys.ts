import { readApiKeys } from '../../store/read/people.ts';
import type { Handler } from '../operation.ts';
import { knownOrganization } from '../organization.ts';

export const listApiKeys: Handler<'listApiKeys'> = async ({ api: { context }, caller, params, query }) => {
  const { organizationId: orgId } = params;
  const apiKeys = await context.db.screens(caller.visibility, async (tx) => {
    await knownOrganization(tx, orgId);
    return readApiKeys(tx, { orgId, now: context.now(), ...query });
  });
  return { status: 200, body: { apiKeys } };
};
