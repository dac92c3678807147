import { readIdentities } from '../../flows/as2-identities.ts';
import type { Handler } from '../operation.ts';

export const listAs2Identities: Handler<'listAs2Identities'> = async ({ api: { context }, query }) => ({
  status: 200,
  body: { identities: [...(await readIdentities(context, query.environment))] },
});
