import { createKey } from '../../flows/api-keys.ts';
import { readApiKeys } from '../../store/read/people.ts';
import type { Handler } from '../operation.ts';

export const createApiKey: Handler<'createApiKey'> = async ({ api: { context }, caller, params, body }) => {
  const { organizationId: orgId } = params;
  const { id, key } = await createKey(context, orgId, body, caller);
  const [apiKey] = await context.db.screens(caller.visibility, (tx) =>
    readApiKeys(tx, { orgId, id, now: context.now() }),
  );
  return { status: 201, body: { apiKey: apiKey!, key } };
};
