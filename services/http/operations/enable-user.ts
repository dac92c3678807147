import { setDisabled } from '../../flows/people.ts';
import type { Handler } from '../operation.ts';
import { userView } from '../user-view.ts';

export const enableUser: Handler<'enableUser'> = async ({ api: { context }, caller, params }) => {
  const { organizationId: orgId, userId } = params;
  await setDisabled(context, { orgId, userId }, false, caller);
  return { status: 200, body: await userView(context, orgId, userId) };
};
