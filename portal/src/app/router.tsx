import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../features/session/session.ts';
import { whenSignedOut } from '../lib/api.ts';
import { parseSearch, stringifySearch, text } from '../lib/search-params.ts';
import { pages } from './pages.ts';
import { queryClient } from './query-client.ts';
import { ChoosePasswordPage } from './routes/choose-password.tsx';
import { NotFoundPage } from './routes/not-found.tsx';
import { SignInPage } from './routes/sign-in.tsx';
import { RouteFailed } from './shell/route-failed.tsx';
import { root, shell } from './shell-route.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => {
    const next = text(search.next);
    return next === undefined ? {} : { next };
  },
  component: SignInPage,
});

const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/choose-password',
  validateSearch: (search): { next?: string } => {
    const next = text(search.next);
    return next === undefined ? {} : { next };
  },
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in' });
    if (!session.mustChangePassword) throw redirect({ to: '/account' });
  },
  component: ChoosePasswordPage,
});

const unknown = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([signIn, choosePassword, shell.addChildren({ ...pages, unknown })]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultErrorComponent: RouteFailed,
  defaultPreload: 'intent',
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

whenSignedOut(() => {
  const { href, pathname } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
