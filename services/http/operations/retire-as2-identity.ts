import { readIdentities, retireIdentity } from '../../flows/as2-identities.ts';
import type { Handler } from '../operation.ts';

export const retireAs2Identity: Handler<'retireAs2Identity'> = async ({ api: { context }, caller, params, query }) => {
  const { environment } = query;
  await retireIdentity(context, { environment, identityId: params.identityId }, caller);
  return { status: 200, body: { identities: [...(await readIdentities(context, environment))] } };
};
