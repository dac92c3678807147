import { listed } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const listEndpoints: Handler<'listEndpoints'> = async (call) => {
  const { params, query } = call;
  const endpoints = await listed(call, { orgId: params.partnerId, environment: query.environment });
  return { status: 200, body: { endpoints } };
};
