import { rehearseIdentity } from '../../flows/as2-identities.ts';
import type { Handler } from '../operation.ts';

export const rehearseAs2Identity: Handler<'rehearseAs2Identity'> = async ({ api: { context }, params, body }) => {
  const of = { orgId: body.partnerId, endpointId: body.endpointId };
  const { works, says, failed } = await rehearseIdentity(context, params.identityId, of);
  return { status: 200, body: { works, says: [...says], failed: failed.map((step) => ({ ...step })) } };
};
