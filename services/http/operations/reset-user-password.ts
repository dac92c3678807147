import { resetPassword } from '../../flows/people.ts';
import type { Handler } from '../operation.ts';
import { userView } from '../user-view.ts';

export const resetUserPassword: Handler<'resetUserPassword'> = async ({ api: { context }, caller, params }) => {
  const { organizationId: orgId, userId } = params;
  const { password, until } = await resetPassword(context, { orgId, userId }, caller);
  return { status: 200, body: { user: await userView(context, orgId, userId), password, until: until.toISOString() } };
};
