import { setRoles } from '../../flows/people.ts';
import type { Handler } from '../operation.ts';
import { userView } from '../user-view.ts';

export const setUserRoles: Handler<'setUserRoles'> = async ({ api: { context }, caller, params, body }) => {
  const { organizationId: orgId, userId } = params;
  await setRoles(context, { orgId, userId, insteadOf: body.insteadOf }, body.roles, caller);
  return { status: 200, body: await userView(context, orgId, userId) };
};
