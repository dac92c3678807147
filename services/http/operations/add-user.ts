import { addPerson } from '../../flows/people.ts';
import type { Handler } from '../operation.ts';
import { userView } from '../user-view.ts';

export const addUser: Handler<'addUser'> = async ({ api: { context }, caller, params: { organizationId }, body }) => {
  const { userId, password, until } = await addPerson(context, organizationId, body, caller);
  const user = await userView(context, organizationId, userId);
  return { status: 201, body: { user, password, until: until.toISOString() } };
};
