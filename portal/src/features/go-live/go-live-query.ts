import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { ReturnCode } from '../../lib/contract.ts';

// What people do is told at once, and so is traffic; checks that hang on time alone are looked at again now and then.
const againMs = 60_000;

export const useGoLive = (partnerId: string) =>
  api.useQuery(
    'get',
    '/v1/partners/{partnerId}/go-live',
    { params: { path: { partnerId } } },
    { refetchInterval: againMs },
  );

export const usePreview = (partnerId: string, document: string, isWanted: boolean) =>
  api.useQuery(
    'get',
    '/v1/partners/{partnerId}/go-live/preview',
    { params: { path: { partnerId }, query: { document } } },
    { enabled: isWanted, retry: false, refetchInterval: againMs },
  );

export const useParallelRun = (partnerId: string, document: string, isWanted: boolean) =>
  api.useQuery(
    'get',
    '/v1/partners/{partnerId}/parallel-run',
    { params: { path: { partnerId }, query: { document } } },
    { enabled: isWanted, retry: false },
  );

/** What is compared, and what hangs on it. */
export const movedByTraffic = ['/parallel-run', '/go-live', '/go-live/preview'].map(
  (part) => `/v1/partners/{partnerId}${part}`,
);

export const useQueue = () => api.useQuery('get', '/v1/go-live/requests', {}, { refetchInterval: againMs });

export const useDossier = (requestId: string | undefined) =>
  api.useQuery(
    'get',
    '/v1/go-live/requests/{requestId}',
    { params: { path: { requestId: requestId ?? '' } } },
    { enabled: requestId !== undefined, refetchInterval: againMs },
  );

const shown = [
  '/v1/partners/{partnerId}/go-live',
  '/v1/partners/{partnerId}/go-live/preview',
  '/v1/partners/{partnerId}/parallel-run',
  '/v1/partners/{partnerId}/releases',
  '/v1/partners/{partnerId}',
  '/v1/go-live/requests',
  '/v1/go-live/requests/{requestId}',
] as const;

/** Runs what changes a go-live, and renews what shows it, also where it was refused: somebody else may have changed it. */
function useRenewing() {
  const queries = useQueryClient();
  return async <T>(answer: Parameters<typeof must<T>>[0]): Promise<T> => {
    try {
      return await must(answer);
    } finally {
      for (const path of shown) void queries.invalidateQueries({ queryKey: ['get', path] });
    }
  };
}

export interface Wish {
  readonly goLiveAt?: string;
  readonly note?: string;
  readonly canary?: { readonly percent?: number };
  readonly endpoints?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly bundle?: string;
}

/** What may be done with a partner's go-lives. */
export function useGoLiveChanges(partnerId: string) {
  const renewing = useRenewing();
  const path = { partnerId };
  return {
    ask: (documents: string[], wish: Wish) =>
      renewing(
        client.POST('/v1/partners/{partnerId}/go-live/requests', { params: { path }, body: { documents, ...wish } }),
      ),
    askAgain: (requestId: string, wish: Wish) =>
      renewing(
        client.POST('/v1/partners/{partnerId}/go-live/requests/{requestId}/ask-again', {
          params: { path: { ...path, requestId } },
          body: wish,
        }),
      ),
    cancel: (requestId: string, why: string) =>
      renewing(
        client.POST('/v1/partners/{partnerId}/go-live/requests/{requestId}/cancel', {
          params: { path: { ...path, requestId } },
          body: { why },
        }),
      ),
    startParallel: (
      document: string,
      { endpoints, ...policy }: Pick<Wish, 'endpoints'> & { days: number; documents: number; acknowledges: boolean },
    ) =>
      renewing(
        client.POST('/v1/partners/{partnerId}/parallel-run', {
          params: { path },
          body: { document, ...policy, ...(endpoints && Object.keys(endpoints).length > 0 && { endpoints }) },
        }),
      ),
    rollBack: (document: string, why: string) =>
      renewing(client.POST('/v1/partners/{partnerId}/roll-back', { params: { path }, body: { document, why } })),
    suspend: (reason: string) =>
      renewing(client.POST('/v1/partners/{partnerId}/suspend', { params: { path }, body: { reason } })),
    resume: () => renewing(client.POST('/v1/partners/{partnerId}/resume', { params: { path } })),
    offBoard: (name: string, reason: string) =>
      renewing(client.POST('/v1/partners/{partnerId}/off-board', { params: { path }, body: { name, reason } })),
  };
}

/** What an approver decides. */
export function useDecisions(requestId: string) {
  const renewing = useRenewing();
  const params = { path: { requestId } };
  return {
    approve: (bundle: string) =>
      renewing(client.POST('/v1/go-live/requests/{requestId}/approve', { params, body: { bundle } })),
    giveBack: (code: ReturnCode, note: string) =>
      renewing(
        client.POST('/v1/go-live/requests/{requestId}/return', {
          params,
          body: { code, ...(note !== '' && { note }) },
        }),
      ),
  };
}
