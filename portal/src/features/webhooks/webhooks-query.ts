import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { WebhookDelivery } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

export type DeliveryState = WebhookDelivery['state'];
export interface WebhookAt {
  readonly partnerId: string;
  readonly endpointId: string;
}

const pageSize = 50;
const everyMs = 10_000;
const replayEveryMs = 2_000;

/** What was and is to be posted to a webhook; the first page is looked at again now and then, as long as nobody reads further down. */
export function useDeliveries(at: WebhookAt, state: DeliveryState | undefined) {
  return useInfiniteQuery({
    queryKey: ['get', '/v1/partners/{partnerId}/endpoints/{endpointId}/deliveries', at, state],
    queryFn: ({ pageParam, signal }) =>
      must(
        client.GET('/v1/partners/{partnerId}/endpoints/{endpointId}/deliveries', {
          params: {
            path: at,
            query: { limit: pageSize, ...(state && { state }), ...(pageParam !== 0 && { before: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 1 ? false : everyMs),
    placeholderData: (before) => before,
  });
}

/** How far a replay is; looked at until it is through. */
export const useReplay = (at: WebhookAt, replayId: string) =>
  api.useQuery(
    'get',
    '/v1/partners/{partnerId}/endpoints/{endpointId}/replays/{replayId}',
    { params: { path: { ...at, replayId } } },
    {
      refetchInterval: ({ state: { data } }) =>
        data?.finishedAt !== undefined && data.open === 0 ? false : replayEveryMs,
    },
  );

export type ReplayWanted =
  | { readonly deliveryId: string }
  | { readonly dead: true }
  | { readonly from: string; readonly to?: string };

/** Everything that can be done with a webhook beside what can be done with every endpoint. Each throws the problem. */
export function useWebhookChanges(at: WebhookAt) {
  const queries = useQueryClient();
  const renew = async () => {
    for (const part of ['', '/deliveries', '/exchanges'])
      await queries.invalidateQueries({ queryKey: ['get', `/v1/partners/{partnerId}/endpoints/{endpointId}${part}`] });
  };
  const renewed = <T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> => must(answer).finally(renew);
  const path = { params: { path: at } };
  const replay = (body: ReplayWanted) =>
    renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/replays', { ...path, body }));
  return {
    replay,
    resend: async ({ id, type }: WebhookDelivery) => {
      await replay({ deliveryId: id });
      tellDone(`${type} is posted once more`);
    },
    sendTest: (type: string) =>
      renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/test-events', { ...path, body: { type } })),
    addSecret: () => renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/secrets', path)),
    retireSecrets: async () => {
      const { retired } = await renewed(client.DELETE('/v1/partners/{partnerId}/endpoints/{endpointId}/secrets', path));
      tellDone(
        retired === 0
          ? 'There was one secret only'
          : `${retired} former ${retired === 1 ? 'secret signs' : 'secrets sign'} no more`,
      );
    },
  };
}
