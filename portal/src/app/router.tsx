import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import type { CaseFilters } from '../features/cases/cases-query.ts';
import { messageView } from '../features/message/view.ts';
import { messageFilters } from '../features/messages/filters.ts';
import { sessionQuery } from '../features/session/session.ts';
import { whenSignedOut } from '../lib/api.ts';
import type { Environment } from '../lib/contract.ts';
import { may } from '../lib/roles.ts';
import { oneOf, parseSearch, stringifySearch, text } from '../lib/search-params.ts';
import { queryClient } from './query-client.ts';
import { ChoosePasswordPage } from './routes/choose-password.tsx';
import { NotFoundPage } from './routes/not-found.tsx';
import { SignInPage } from './routes/sign-in.tsx';
import { RouteFailed } from './shell/route-failed.tsx';
import { Shell } from './shell/shell.tsx';

// A type, not an interface: the router wants search to be an open record.
type RootSearch = { env?: Extract<Environment, 'sandbox'> | undefined };

const root = createRootRoute({
  validateSearch: (search): RootSearch => {
    const env = oneOf(search.env, ['sandbox'] as const);
    return env === undefined ? {} : { env };
  },
  // The environment stays the same from screen to screen until somebody switches it.
  search: { middlewares: [retainSearchParams<RootSearch>(['env'])] },
  notFoundComponent: NotFoundPage,
});

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

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (session.mustChangePassword) throw redirect({ to: '/choose-password', search: { next: location.href } });
    return { session };
  },
  component: Shell,
  errorComponent: RouteFailed,
});

const overview = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/start.tsx'), 'StartPage'),
});

const messages = createRoute({
  getParentRoute: () => shell,
  path: '/messages',
  validateSearch: messageFilters,
  component: lazyRouteComponent(() => import('./routes/messages.tsx'), 'MessagesPage'),
});

const message = createRoute({
  getParentRoute: () => shell,
  path: '/messages/$documentId',
  validateSearch: messageView,
  component: lazyRouteComponent(() => import('./routes/message.tsx'), 'MessagePage'),
});

const partners = createRoute({
  getParentRoute: () => shell,
  path: '/partners',
  validateSearch: (search): { q?: string } => {
    const q = text(search.q);
    return q === undefined ? {} : { q };
  },
  beforeLoad: ({ context }) => {
    if (context.session.side === 'partner') throw redirect({ to: '/organisation' });
  },
  component: lazyRouteComponent(() => import('./routes/partners.tsx'), 'PartnersPage'),
});

const addPartner = createRoute({
  getParentRoute: () => shell,
  path: '/partners/new',
  beforeLoad: ({ context }) => {
    if (!may(context.session, 'createPartner')) throw redirect({ to: '/partners' });
  },
  component: lazyRouteComponent(() => import('./routes/add-partner.tsx'), 'AddPartnerPage'),
});

const partner = createRoute({
  getParentRoute: () => shell,
  path: '/partners/$partnerId',
  component: lazyRouteComponent(() => import('./routes/partner.tsx'), 'PartnerPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  validateSearch: (search): CaseFilters => {
    const kind = oneOf(search.kind, ['delivery', 'document', 'deadline', 'odoo', 'hub'] as const);
    const q = text(search.q);
    return { ...(q !== undefined && { q }), ...(kind !== undefined && { kind }) };
  },
  beforeLoad: ({ context }) => {
    if (context.session.side === 'partner') throw redirect({ to: '/messages' });
  },
  component: lazyRouteComponent(() => import('./routes/cases.tsx'), 'CasesPage'),
});

const odoo = createRoute({
  getParentRoute: () => shell,
  path: '/odoo',
  beforeLoad: ({ context }) => {
    if (context.session.side === 'partner') throw redirect({ to: '/messages' });
  },
  component: lazyRouteComponent(() => import('./routes/odoo.tsx'), 'OdooPage'),
});

const odooConnection = createRoute({
  getParentRoute: () => shell,
  path: '/odoo/$connectionId',
  // Which form is open: a case leads straight to the entry that is missing.
  validateSearch: (search): { carrier?: string; partner?: string } => {
    const [carrier, partner] = [text(search.carrier), text(search.partner)];
    return { ...(carrier !== undefined && { carrier }), ...(partner !== undefined && { partner }) };
  },
  beforeLoad: ({ context }) => {
    if (context.session.side === 'partner') throw redirect({ to: '/messages' });
  },
  component: lazyRouteComponent(() => import('./routes/odoo-connection.tsx'), 'OdooConnectionPage'),
});

const organisation = createRoute({
  getParentRoute: () => shell,
  path: '/organisation',
  beforeLoad: ({ context }) => {
    if (context.session.side === 'team') throw redirect({ to: '/partners' });
  },
  component: lazyRouteComponent(() => import('./routes/organisation.tsx'), 'OrganisationPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  // Whose people the team looks at; its own unless named.
  validateSearch: (search): { org?: string } => {
    const org = text(search.org);
    return org === undefined ? {} : { org };
  },
  component: lazyRouteComponent(() => import('./routes/people.tsx'), 'PeoplePage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('./routes/account.tsx'), 'AccountPage'),
});

const queues = createRoute({
  getParentRoute: () => shell,
  path: '/tools/queues',
  component: lazyRouteComponent(() => import('./routes/tools.tsx'), 'QueuesPage'),
});

const reference = createRoute({
  getParentRoute: () => shell,
  path: '/tools/docs',
  component: lazyRouteComponent(() => import('./routes/tools.tsx'), 'ReferencePage'),
});

const unknown = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([
  signIn,
  choosePassword,
  shell.addChildren([
    people,
    account,
    overview,
    messages,
    message,
    partners,
    addPartner,
    partner,
    cases,
    odoo,
    odooConnection,
    organisation,
    queues,
    reference,
    unknown,
  ]),
]);

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
