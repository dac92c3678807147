import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';
import type { Environment, NewOdooConnection, OdooAccess, OdooConnection, OdooRules } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

const lookEveryMs = 5_000;

/** The connections of an environment, looked at every few seconds: their state changes by itself. */
export function useConnections(environment: Environment) {
  return api.useQuery('get', '/v1/odoo', { params: { query: { environment } } }, { refetchInterval: lookEveryMs });
}

export function useConnection(connectionId: string) {
  return api.useQuery(
    'get',
    '/v1/odoo/{connectionId}',
    { params: { path: { connectionId } } },
    { refetchInterval: lookEveryMs },
  );
}

/** What this Odoo has to choose from; asked of Odoo itself, so only once and not again and again. */
export function useChoices(connectionId: string) {
  return api.useQuery(
    'get',
    '/v1/odoo/{connectionId}/choices',
    { params: { path: { connectionId } } },
    { staleTime: 60_000, retry: false, refetchOnWindowFocus: false },
  );
}

type Answer = Promise<{ data?: OdooConnection; error?: unknown }>;

async function renewed(queries: QueryClient, answer: Answer): Promise<OdooConnection> {
  const { data, error } = await answer;
  if (data === undefined) throw error;
  await queries.invalidateQueries({ queryKey: ['get', '/v1/odoo'] });
  await queries.invalidateQueries({ queryKey: ['get', '/v1/odoo/{connectionId}'] });
  return data;
}

/** Tries an access without keeping it; throws the problem, with the field at fault. */
export async function testAccess(access: OdooAccess) {
  const { data, error } = await client.POST('/v1/odoo/test', { body: access });
  if (data === undefined) throw error;
  return data;
}

/** Connects a database of Odoo; throws the problem, with the field at fault. */
export function useConnect() {
  const queries = useQueryClient();
  return (wanted: NewOdooConnection) => renewed(queries, client.POST('/v1/odoo', { body: wanted }));
}

/** Everything that can be changed of a connection. Each throws the problem, tells what it did, and can be undone. */
export function useOdooChanges(connection: OdooConnection) {
  const queries = useQueryClient();
  const at = { connectionId: connection.id };
  const run = (answer: Answer) => renewed(queries, answer);
  const putCarrier = (carrier: { id: number; name: string; scac: string }) =>
    run(
      client.PUT('/v1/odoo/{connectionId}/carriers/{carrierId}', {
        params: { path: { ...at, carrierId: carrier.id } },
        body: { name: carrier.name, scac: carrier.scac },
      }),
    );
  const dropCarrier = (carrierId: number) =>
    run(client.DELETE('/v1/odoo/{connectionId}/carriers/{carrierId}', { params: { path: { ...at, carrierId } } }));
  const putResponsible = (userId: number | null) =>
    run(client.PUT('/v1/odoo/{connectionId}/responsible', { params: { path: at }, body: { userId } }));
  const putFeed = (feed: { from: string; operationTypeIds: number[] }) =>
    run(client.PUT('/v1/odoo/{connectionId}/feed', { params: { path: at }, body: feed }));
  const putRules = (partnerId: string, rules: OdooRules) =>
    run(
      client.PUT('/v1/odoo/{connectionId}/partners/{partnerId}', {
        params: { path: { ...at, partnerId } },
        body: rules,
      }),
    );
  const move = (connectionId: string, partnerId: string) =>
    run(
      client.POST('/v1/odoo/{connectionId}/partners/{partnerId}/move', {
        params: { path: { connectionId, partnerId } },
      }),
    );
  return {
    check: () => run(client.POST('/v1/odoo/{connectionId}/check', { params: { path: at } })),
    // What the key was nobody knows any more: there is no way back but another one.
    replaceKey: async ({ url, login, apiKey }: OdooAccess) => {
      const body = { url, login, apiKey };
      const { state } = await run(client.PUT('/v1/odoo/{connectionId}/access', { params: { path: at }, body }));
      tellDone(
        state === 'ready' ? `${connection.name} has its new key, and is ready` : `${connection.name} has its new key`,
      );
    },
    setCarrier: async (carrier: { id: number; name: string; scac: string }) => {
      const before = connection.carriers.find(({ id }) => id === carrier.id);
      await putCarrier(carrier);
      tellDone(`${carrier.name} is ${carrier.scac}`, () => (before ? putCarrier(before) : dropCarrier(carrier.id)));
    },
    removeCarrier: async (carrier: { id: number; name: string; scac: string }) => {
      await dropCarrier(carrier.id);
      tellDone(`${carrier.name} has no code any more`, () => putCarrier(carrier));
    },
    setResponsible: async (userId: number | null, name: string) => {
      const before = connection.responsibleUserId ?? null;
      await putResponsible(userId);
      tellDone(`To-dos go to ${name}`, () => putResponsible(before));
    },
    setFeed: async (feed: { from: string; operationTypeIds: number[] }) => {
      const { begun, from, operationTypeIds } = connection.feed;
      await putFeed(feed);
      // A beginning "now" cannot be had back; stopping can.
      const before = { from: from ?? 'all', operationTypeIds: begun ? operationTypeIds : [] };
      const undo = before.from === 'now' && begun ? undefined : () => putFeed(before);
      tellDone(feed.operationTypeIds.length > 0 ? 'The feed has begun' : 'The feed has stopped', undo);
    },
    // Its rules at the other Odoo are gone then: moved back it begins there with none.
    movePartner: async (partner: OdooConnection['partners'][number]) => {
      await move(connection.id, partner.id);
      tellDone(`${partner.name} works with ${connection.name} now; set its rules here`);
    },
    setRules: async (partner: OdooConnection['partners'][number], rules: OdooRules) => {
      await putRules(partner.id, rules);
      tellDone(`The rules of ${partner.name} are changed`, () => putRules(partner.id, partner.rules));
    },
  };
}

export type OdooChanges = ReturnType<typeof useOdooChanges>;
