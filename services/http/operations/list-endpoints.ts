import { termsOf } from '../../flows/configuration.ts';
import { endpointsAt } from '../../flows/endpoints.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const listEndpoints: Handler<'listEndpoints'> = async (call) => {
  const { api, caller, params, query, request } = call;
  const { context } = api;
  await context.db.screens(caller.visibility, (tx) => knownPartner(tx, params.partnerId));
  const terms = await termsOf(context, params.partnerId, query.environment ?? 'production');
  // As the caller reaches the hub, so does the partner: behind a trusted proxy the host is the proxy's.
  const endpoints = endpointsAt(`${request.protocol}://${request.host}`, terms?.configuration.documents);
  return { status: 200, body: { endpoints: endpoints.map((one) => ({ ...one, sets: [...one.sets] })) } };
};
