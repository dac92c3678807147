import { removeFactors } from '../../flows/people.ts';
import type { Handler } from '../operation.ts';
import { userView } from '../user-view.ts';

export const removeUserFactors: Handler<'removeUserFactors'> = async ({ api: { context }, caller, params }) => {
  const { organizationId: orgId, userId } = params;
  await removeFactors(context, { orgId, userId }, caller);
  return { status: 200, body: await userView(context, orgId, userId) };
};
