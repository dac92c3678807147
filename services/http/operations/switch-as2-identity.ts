import { readIdentities, switchIdentity } from '../../flows/as2-identities.ts';
import type { Handler } from '../operation.ts';

export const switchAs2Identity: Handler<'switchAs2Identity'> = async ({ api: { context }, caller, params, query }) => {
  const { environment } = query;
  await switchIdentity(context, { environment, identityId: params.identityId }, caller);
  return { status: 200, body: { identities: [...(await readIdentities(context, environment))] } };
};
