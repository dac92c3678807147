import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { client, must, rememberCsrfToken } from '../../lib/api.ts';
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

/** Kept beside the session: whoever forgets what was loaded forgets this with it. */
const endedKey = ['session', 'ended'];

/** Says that the session has ended under a page that is on screen. @returns whether somebody was signed in on it */
export function sessionEnded(queries: QueryClient): boolean {
  if (!queries.getQueryData(sessionQuery.queryKey)) return false;
  queries.setQueryData(endedKey, true);
  return true;
}

export const useSessionEnded = (): boolean =>
  useQuery({ queryKey: endedKey, queryFn: () => false, enabled: false, initialData: false }).data;

/** The session of the same person goes on under the page: what is on screen stays, and what could not be loaded meanwhile is. */
function goOn(queries: QueryClient, session: Session): void {
  rememberCsrfToken(session.csrfToken);
  queries.setQueryData(sessionQuery.queryKey, session);
  queries.setQueryData(endedKey, false);
  void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
}

/** Looks whether the browser has another session meanwhile, begun in another window; that of the same person is taken up. */
export async function lookForSession(queries: QueryClient): Promise<void> {
  const before = queries.getQueryData(sessionQuery.queryKey);
  const { data } = await client.GET('/v1/session');
  if (data === undefined || !before) return;
  if (data.user.id === before.user.id) goOn(queries, data);
  // What stands on screen is another one's: nothing of it is left.
  else window.location.assign('/');
}

/** Takes up a session that has begun. Where that of the same person had ended under a page, the page goes on; else what was loaded before is forgotten. */
export function useTakeSession(): (session: Session) => void {
  const queries = useQueryClient();
  return (session) => {
    const before = queries.getQueryData(sessionQuery.queryKey);
    if (before && before.user.id === session.user.id && queries.getQueryData(endedKey)) return goOn(queries, session);
    queries.clear();
    rememberCsrfToken(session.csrfToken);
    queries.setQueryData(sessionQuery.queryKey, session);
  };
}

/** Signs in; throws the hub's problem. */
export function useSignIn() {
  return useMutation({
    mutationFn: (body: { email: string; password: string; code?: string }) =>
      must(client.POST('/v1/session', { body })),
    onSuccess: useTakeSession(),
  });
}

/** Signs in with a passkey of this device. */
export function usePasskeySignIn() {
  return useMutation({
    mutationFn: async () => {
      const { challenge, options } = await must(client.POST('/v1/session/passkey/options'));
      const { startAuthentication } = await import('@simplewebauthn/browser');
      const response = await startAuthentication({
        optionsJSON: options as never,
      });
      return must(client.POST('/v1/session/passkey', { body: { challenge, response: response as never } }));
    },
    onSuccess: useTakeSession(),
  });
}

/** Goes to the server of the single sign-on; it comes back to `/sign-in/done`. */
export function useSignOn() {
  return useMutation({
    mutationFn: async () => {
      const { address } = await must(client.POST('/v1/session/sign-on'));
      window.location.assign(address);
    },
  });
}

/** What the sign-in page offers. */
export const signOnQuery = queryOptions({
  queryKey: ['sign-on'],
  queryFn: () => must(client.GET('/v1/sign-on')),
  staleTime: Number.POSITIVE_INFINITY,
});

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
