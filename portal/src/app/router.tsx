import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../features/session/session.ts';
import { whenSignedOut } from '../lib/api.ts';
import { parseSearch, stringifySearch, text } from '../lib/search-params.ts';
import { pages } from './pages.ts';
import { queryClient } from './query-client.ts';
import { ChoosePasswordPage } from './routes/choose-password.tsx';
import { ConfirmEmailPage } from './routes/confirm-email.tsx';
import { ForgotPasswordPage } from './routes/forgot-password.tsx';
import { InvitePage } from './routes/invite.tsx';
import { NotFoundPage } from './routes/not-found.tsx';
import { ResetPasswordPage } from './routes/reset-password.tsx';
import { SignInPage } from './routes/sign-in.tsx';
import { SignOnDonePage } from './routes/sign-on-done.tsx';
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

const entry = { getParentRoute: () => root };
/** Pages that links in mails lead to, and that need nobody signed in. */
const entries = [
  createRoute({ ...entry, path: '/sign-in/done', component: SignOnDonePage }),
  createRoute({ ...entry, path: '/forgot-password', component: ForgotPasswordPage }),
  createRoute({ ...entry, path: '/reset-password', component: ResetPasswordPage }),
  createRoute({ ...entry, path: '/confirm-email', component: ConfirmEmailPage }),
  createRoute({ ...entry, path: '/invite', component: InvitePage }),
  createRoute({
    ...entry,
    path: '/validate',
    component: lazyRouteComponent(() => import('./routes/validate.tsx'), 'ValidatePage'),
  }),
  createRoute({
    ...entry,
    path: '/register',
    component: lazyRouteComponent(() => import('./routes/register.tsx'), 'RegisterPage'),
  }),
] as const;

const unknown = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([signIn, choosePassword, ...entries, shell.addChildren({ ...pages, unknown })]);

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
