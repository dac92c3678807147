import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { lookForSession, sessionEnded, sessionQuery } from '../features/session/session.ts';
import { whenOtherSession, whenSignedOut } from '../lib/api.ts';
import { isOwnPath } from '../lib/own-path.ts';
import { parseSearch, stepSearch, stringifySearch, text } from '../lib/search-params.ts';
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
  // Whoever is signed in goes on. Where the hub cannot be asked, the form says so.
  beforeLoad: async ({ search: { next } }) => {
    if (!(await queryClient.ensureQueryData(sessionQuery).catch(() => null))) return;
    throw redirect({ href: isOwnPath(next) ? next : '/', replace: true } as never);
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
    validateSearch: stepSearch,
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
  // A page that somebody works on stays, with all that was typed; the shell asks for the sign-in above it.
  if (router.state.matches.some(({ routeId }) => routeId === shell.id) && sessionEnded(queryClient)) return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href } });
});

whenOtherSession(() => void lookForSession(queryClient));

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
