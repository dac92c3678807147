import { createRootRoute, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { sessionQuery } from '../features/session/session.ts';
import type { Environment } from '../lib/contract.ts';
import { oneOf } from '../lib/search-params.ts';
import { queryClient } from './query-client.ts';
import { NotFoundPage } from './routes/not-found.tsx';
import { RouteFailed } from './shell/route-failed.tsx';
import { Shell } from './shell/shell.tsx';

// A type, not an interface: the router wants search to be an open record.
type RootSearch = { env?: Extract<Environment, 'sandbox'> | undefined };

export const root = createRootRoute({
  validateSearch: (search): RootSearch => {
    const env = oneOf(search.env, ['sandbox'] as const);
    return env === undefined ? {} : { env };
  },
  // The environment stays the same from screen to screen until somebody switches it.
  search: { middlewares: [retainSearchParams<RootSearch>(['env'])] },
  notFoundComponent: NotFoundPage,
});

/** What is around every page of somebody who is signed in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (session.mustChangePassword) throw redirect({ to: '/choose-password', search: { next: location.href } });
    if (session.mustSetUpSecondFactor && location.pathname !== '/account') throw redirect({ to: '/account' });
    return { session };
  },
  component: Shell,
  errorComponent: RouteFailed,
});
