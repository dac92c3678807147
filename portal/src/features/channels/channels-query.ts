import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { ConnectionStage, Endpoint, Environment } from '../../lib/contract.ts';
import type { Settings } from '../../lib/setting-draft.ts';
import { tellDone } from '../../ui/undo.tsx';

// How they do is told at once, and so is traffic; this is for what hangs on time alone.
const everyMs = 60_000;

/** The channels of this hub with what their settings are; they change with its version only. */
export const useChannels = () => api.useQuery('get', '/v1/channels', {}, { staleTime: Number.POSITIVE_INFINITY });

/** What documents that come and go change about endpoints. */
export const movedByTraffic = ['/endpoints', '/endpoints/{endpointId}', '/endpoints/{endpointId}/exchanges'].map(
  (part) => `/v1/partners/{partnerId}${part}`,
);

/** The endpoints of a partner, kept true while they are on screen: they fail and recover by themselves. */
export function useEndpoints(partnerId: string, environment: Environment) {
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/endpoints',
    { params: { path: { partnerId }, query: { environment } } },
    { refetchInterval: everyMs },
  );
}

export function useEndpoint(partnerId: string, endpointId: string) {
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/endpoints/{endpointId}',
    { params: { path: { partnerId, endpointId } } },
    { refetchInterval: everyMs },
  );
}

const runningMs = 700;

/** Connection tests of an endpoint; one that is running is looked at until it has ended. */
export function useConnectionTests(partnerId: string, endpointId: string) {
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/endpoints/{endpointId}/connection-tests',
    { params: { path: { partnerId, endpointId } } },
    { refetchInterval: ({ state }) => (state.data?.tests.some((one) => one.state === 'running') ? runningMs : false) },
  );
}

export interface NewEndpoint {
  readonly environment: Environment;
  readonly name: string;
  readonly channel: string;
  readonly settings: Settings;
}

export interface EndpointChange {
  readonly name?: string;
  readonly settings: Settings;
  /** As they were on screen when somebody began to change them. */
  readonly insteadOf?: { readonly name: string; readonly settings: Settings };
}

/** Everything that can be done with the endpoints of a partner. Each throws the problem; what can be undone says how. */
export function useEndpointChanges(partnerId: string) {
  const queries = useQueryClient();
  const renew = async () => {
    for (const path of ['endpoints', 'endpoints/{endpointId}', 'endpoints/{endpointId}/exchanges'])
      await queries.invalidateQueries({ queryKey: ['get', `/v1/partners/{partnerId}/${path}`] });
  };
  // Whoever is refused because of what somebody else changed is shown that.
  const renewed = <T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> => must(answer).finally(renew);
  const at = ({ id }: Pick<Endpoint, 'id'>) => ({ params: { path: { partnerId, endpointId: id } } });
  const pause = (one: Endpoint) =>
    renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/pause', at(one)));
  const resume = (one: Endpoint) =>
    renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/resume', at(one)));
  return {
    add: ({ settings, ...rest }: NewEndpoint) =>
      renewed(
        client.POST('/v1/partners/{partnerId}/endpoints', {
          params: { path: { partnerId } },
          body: { ...rest, settings: { ...settings } },
        }),
      ),
    change: (one: Pick<Endpoint, 'id'>, { settings, insteadOf, ...rest }: EndpointChange) =>
      renewed(
        client.PATCH('/v1/partners/{partnerId}/endpoints/{endpointId}', {
          ...at(one),
          body: {
            ...rest,
            settings: { ...settings },
            ...(insteadOf && { insteadOf: { name: insteadOf.name, settings: { ...insteadOf.settings } } }),
          },
        }),
      ),
    test: (one: Endpoint) => renewed(client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/test', at(one))),
    /** All documents of the agreement go this way from then on. */
    exchangeAll: async ({ name }: Endpoint) => {
      const path = { partnerId };
      const renewAll = async () => {
        await renew();
        for (const part of ['agreements', 'agreement', 'journey', 'releases', 'differences'])
          await queries.invalidateQueries({ queryKey: ['get', `/v1/partners/{partnerId}/${part}`] });
      };
      const { change } = await must(
        client.PUT('/v1/partners/{partnerId}/agreements', { params: { path }, body: { endpoint: name } }),
      ).finally(renewAll);
      const back =
        change &&
        (async () => {
          const body = { configuration: change.before, insteadOf: change.after };
          await must(client.PUT('/v1/partners/{partnerId}/draft', { params: { path }, body })).finally(renewAll);
        });
      tellDone(`All documents of the draft are exchanged at ${name}`, back);
    },
    startConnectionTest: (one: Endpoint, stage: ConnectionStage) =>
      must(
        client.POST('/v1/partners/{partnerId}/endpoints/{endpointId}/connection-tests', {
          ...at(one),
          body: { stage },
        }),
      ).finally(() =>
        queries.invalidateQueries({
          queryKey: ['get', '/v1/partners/{partnerId}/endpoints/{endpointId}/connection-tests'],
        }),
      ),
    pause: async (one: Endpoint) => {
      await pause(one);
      tellDone(`${one.name} is paused`, () => resume(one));
    },
    resume: async (one: Endpoint) => {
      await resume(one);
      tellDone(`${one.name} goes on`, () => pause(one));
    },
    remove: async (one: Endpoint) => {
      const { error, response } = await client.DELETE('/v1/partners/{partnerId}/endpoints/{endpointId}', at(one));
      await queries.invalidateQueries({ queryKey: ['get', '/v1/partners/{partnerId}/endpoints'] });
      if (!response.ok) throw error;
      tellDone(`${one.name} is removed`);
    },
  };
}
