import { revokeKey } from '../../flows/api-keys.ts';
import { readApiKeys } from '../../store/read/people.ts';
import type { Handler } from '../operation.ts';

export const revokeApiKey: Handler<'revokeApiKey'> = async ({ api: { context }, caller, params }) => {
  const { organizationId: orgId, keyId } = params;
  await revokeKey(context, { orgId, keyId }, caller);
  const one = { orgId, id: keyId, now: context.now() };
  const [apiKey] = await context.db.screens(caller.visibility, (tx) => readApiKeys(tx, one));
  return { status: 200, body: apiKey! };
};
