import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { Endpoint, Environment } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

const everyMs = 15_000;

/** The endpoints of a partner; looked at again now and then, since they fail and recover by themselves. */
export function useEndpoints(partnerId: string, environment: Environment) {
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/endpoints',
    { params: { path: { partnerId }, query: { environment } } },
    { refetchInterval: everyMs },
  );
}

/** What can be done with an endpoint from here. Each throws the problem. */
export function useEndpointWork(partnerId: string) {
  const queries = useQueryClient();
  const renewed = async <T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> => {
    const data = await must(answer);
    await queries.invalidateQueries({ queryKey: ['get', '/v1/partners/{partnerId}/endpoints'] });
    return data;
  };
  const of = ({ id }: Endpoint) => ({ params: { path: { partnerId, endpointId: id } } });
  const pause = (one: Endpoint) =>
    renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/pause', of(one)));
  const resume = (one: Endpoint) =>
    renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/resume', of(one)));
  return {
    test: (one: Endpoint) => renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/test', of(one))),
    pause: async (one: Endpoint) => {
      await pause(one);
      tellDone(`${one.name} is paused`, () => resume(one));
    },
    resume: async (one: Endpoint) => {
      await resume(one);
      tellDone(`${one.name} goes on`, () => pause(one));
    },
  };
}
