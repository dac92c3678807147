import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { Environment } from '../../lib/contract.ts';

/** One partner as the hub answers it, for an environment. */
export const partnerQuery = (partnerId: string, environment: Environment) =>
  api.queryOptions('get', '/v1/partners/{partnerId}', {
    params: { path: { partnerId }, query: { environment } },
  });

export const usePartner = (partnerId: string, environment: Environment) =>
  useQuery(partnerQuery(partnerId, environment));
