import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { client, rememberCsrfToken } from '../../lib/api.ts';
import type { Session } from '../../lib/contract.ts';

async function loadSession(): Promise<Session | null> {
  const { data, error, response } = await client.GET('/v1/session');
  if (data !== undefined) {
    rememberCsrfToken(data.csrfToken);
    return data;
  }
  if (response.status === 401) return null;
  throw error;
}

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: loadSession,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The session on screens that only a signed-in person reaches. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('A screen behind the sign-in was shown to nobody');
  return data;
}

/** Signs in; throws the hub's problem. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { email: string; password: string }) => {
      const { data, error } = await client.POST('/v1/session', { body });
      if (data === undefined) throw error;
      return data;
    },
    onSuccess: (session) => {
      queries.clear();
      rememberCsrfToken(session.csrfToken);
      queries.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

/** Signs out and forgets everything that was loaded. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { error, response } = await client.DELETE('/v1/session');
      if (error !== undefined && response.status !== 401) throw error;
    },
    onSuccess: () => {
      rememberCsrfToken(undefined);
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
  });
}
