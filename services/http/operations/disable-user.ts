import { setDisabled } from '../../flows/people.ts';
import type { Handler } from '../operation.ts';
import { userView } from '../user-view.ts';

export const disableUser: Handler<'disableUser'> = async ({ api: { context }, caller, params }) => {
  const { organizationId: orgId, userId } = params;
  await setDisabled(context, { orgId, userId }, true, caller);
  return { status: 200, body: await userView(context, orgId, userId) };
};
