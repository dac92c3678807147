import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import type { operations } from '../../../../specs/generated/openapi.ts';
import { api, client, must } from '../../lib/api.ts';
import { tellDone } from '../../ui/undo.tsx';

export type LookupChange = operations['changeLookup']['requestBody']['content']['application/json'];

/** Look-ups of a partner: those with entries, and those that a mapping of its draft asks. */
export function useLookups(partnerId: string) {
  return api.useQuery('get', '/v1/partners/{partnerId}/lookups', { params: { path: { partnerId } } });
}

/** Entries of one look-up; with `q` those whose key or value holds it. */
export function useLookup(partnerId: string, name: string, q: string) {
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/lookups/{lookup}',
    { params: { path: { partnerId, lookup: name }, query: q === '' ? {} : { q } } },
    { placeholderData: keepPreviousData },
  );
}

/** All entries of one look-up, for a file. */
export const allEntries = (partnerId: string, name: string) =>
  must(
    client.GET('/v1/partners/{partnerId}/lookups/{lookup}', {
      params: { path: { partnerId, lookup: name }, query: { limit: 20_000 } },
    }),
  );

/** Changes entries of one look-up; each change can be taken back. */
export function useChangeLookup(partnerId: string, name: string) {
  const queries = useQueryClient();
  const renew = async () => {
    for (const part of ['lookups', 'lookups/{lookup}'])
      await queries.invalidateQueries({ queryKey: ['get', `/v1/partners/{partnerId}/${part}`] });
  };
  // Whoever is refused because of what somebody else changed is shown that.
  const send = (body: LookupChange) =>
    must(
      client.PATCH('/v1/partners/{partnerId}/lookups/{lookup}', {
        params: { path: { partnerId, lookup: name } },
        body,
      }),
    ).finally(renew);
  return async (title: (counts: { written: number; removed: number }) => string, body: LookupChange) => {
    const { written, removed, before, after } = await send(body);
    const isSame = written + removed === 0;
    tellDone(
      isSame ? 'Everything stood there already' : title({ written, removed }),
      isSame ? undefined : () => send({ entries: before, insteadOf: after }),
    );
  };
}
