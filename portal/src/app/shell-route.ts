import { createRootRoute, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { partnerQuery } from '../features/partners/partner-query.ts';
import { sessionQuery } from '../features/session/session.ts';
import type { Environment, Session } from '../lib/contract.ts';
import { oneOf } from '../lib/search-params.ts';
import { queryClient } from './query-client.ts';
import { NotFoundPage } from './routes/not-found.tsx';
import { RouteFailed } from './shell/route-failed.tsx';
import { Shell } from './shell/shell.tsx';

// A type, not an interface: the router wants search to be an open record.
type RootSearch = { env?: Environment | undefined };

export const root = createRootRoute({
  validateSearch: (search): RootSearch => {
    const env = oneOf(search.env, ['sandbox', 'production'] as const);
    return env === undefined ? {} : { env };
  },
  // The environment stays the same from screen to screen until somebody switches it.
  search: { middlewares: [retainSearchParams<RootSearch>(['env'])] },
  notFoundComponent: NotFoundPage,
});

/** All that a partner does before its first release it does in the sandbox. Where the hub cannot be asked, the pages say so. */
async function beginsInSandbox({ side, organization }: Session): Promise<boolean> {
  if (side !== 'partner') return false;
  const partner = await queryClient.ensureQueryData(partnerQuery(organization.id, 'production')).catch(() => undefined);
  return partner !== undefined && !partner.inUse.some(({ environment }) => environment === 'production');
}

/** What is around every page of somebody who is signed in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location, search }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (session.mustChangePassword) throw redirect({ to: '/choose-password', search: { next: location.href } });
    if (session.mustSetUpSecondFactor && location.pathname !== '/account') throw redirect({ to: '/account' });
    if (search.env === undefined && (await beginsInSandbox(session)))
      throw redirect({
        ...{ to: location.pathname as string, hash: location.hash, replace: true },
        search: { ...location.search, env: 'sandbox' } as never,
      });
    return { session };
  },
  component: Shell,
  errorComponent: RouteFailed,
});
