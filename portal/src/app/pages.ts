import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBook2,
  IconBuildingWarehouse,
  IconCertificate,
  IconChecks,
  IconEyeCheck,
  IconFileDescription,
  IconFlask,
  IconHome,
  IconIdBadge2,
  IconInbox,
  IconKey,
  IconLayoutDashboard,
  IconMail,
  IconMailPlus,
  IconPlugConnected,
  IconRocket,
  IconRoute,
  IconSettings,
  IconSignature,
  IconStack2,
  IconUserCircle,
  IconUserCog,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import type { CaseFilters } from '../features/cases/cases-query.ts';
import { messageView } from '../features/message/view.ts';
import { messageFilters } from '../features/messages/filters.ts';
import type { Session } from '../lib/contract.ts';
import { may } from '../lib/roles.ts';
import { oneOf, stepSearch, text } from '../lib/search-params.ts';
import type { PartnersSearch } from './routes/partners.tsx';
import type { Icon, Listed, PageInfo } from './shell/page-info.ts';
import { shell } from './shell-route.ts';

const under = { getParentRoute: () => shell };

/** Options of a route that say who finds the page where, and lead others elsewhere. */
const page = (info: PageInfo) => ({
  staticData: { page: info },
  beforeLoad: ({ context }: { context: { session: Session } }): void => {
    const to = info.elsewhere?.[context.session.side];
    if (to !== undefined) throw redirect({ to });
  },
});

const listed = (label: string, icon: Icon, place: Listed['in'] = 'main'): Listed => ({ label, icon, in: place });

/** Options of a page about one partner: a partner's own, or the one that the team names in the address, which stays from page to page. */
const ofPartner = (info: PageInfo = {}) => ({
  staticData: { page: { ...info, within: { team: '/partners' } as const } },
  beforeLoad: ({ context, search }: { context: { session: Session }; search: PartnerSearch }): void => {
    if (context.session.side === 'team' && search.partner === undefined) throw redirect({ to: '/partners' });
  },
  search: { middlewares: [retainSearchParams<PartnerSearch>(['partner'])] },
});
/** `channel` and `name`: of a new endpoint. `document`: on its way to production. `step`: of a flow. */
type PartnerSearch = Partial<Record<'partner' | 'channel' | 'name' | 'document' | 'step', string | undefined>>;
const partnerSearch = (search: Record<string, unknown>): PartnerSearch => {
  const [partner, channel, document] = [text(search.partner), text(search.channel), text(search.document)];
  const name = text(search.name);
  return {
    ...(partner !== undefined && { partner }),
    ...(channel !== undefined && { channel }),
    ...(name !== undefined && { name }),
    ...(document !== undefined && { document }),
    ...stepSearch(search),
  };
};

type CertificationSearch = PartnerSearch & {
  /** The run on screen; the newest unless named. */
  run?: string | undefined;
  /** All tests are gone through, one after the other. */
  walk?: boolean | undefined;
};
const certificationSearch = (search: Record<string, unknown>): CertificationSearch => {
  const run = text(search.run);
  return {
    ...partnerSearch(search),
    ...(run !== undefined && { run }),
    ...((search.walk === true || search.walk === 'true') && { walk: true }),
  };
};

const toMessages = { elsewhere: { partner: '/messages' } } as const;
const messagesEntry = listed('Messages', IconInbox);
const peopleEntry = listed('People', IconUserCog);
const accountEntry = listed('My account: sign-in, password, sessions', IconUserCircle, 'palette');
const referenceEntry = listed('API docs', IconBook2, 'tools');

/** Every page inside the shell. Router, side bar and palette follow from this table, in its order: to add a page, add its route here. */
export const pages = {
  start: createRoute({
    ...under,
    ...page({ team: listed('Overview', IconLayoutDashboard), partner: listed('Home', IconHome) }),
    path: '/',
    component: lazyRouteComponent(() => import('./routes/start.tsx'), 'StartPage'),
  }),
  messages: createRoute({
    ...under,
    ...page({ team: messagesEntry, partner: messagesEntry }),
    path: '/messages',
    validateSearch: messageFilters,
    component: lazyRouteComponent(() => import('./routes/messages.tsx'), 'MessagesPage'),
  }),
  message: createRoute({
    ...under,
    path: '/messages/$documentId',
    validateSearch: messageView,
    component: lazyRouteComponent(() => import('./routes/message.tsx'), 'MessagePage'),
  }),
  cases: createRoute({
    ...under,
    ...page({ team: listed('Cases', IconAlertTriangle), ...toMessages }),
    path: '/cases',
    validateSearch: (search): CaseFilters => {
      const kind = oneOf(search.kind, ['delivery', 'document', 'deadline', 'odoo', 'hub'] as const);
      const owner = oneOf(search.owner, ['team', 'partner', 'operator'] as const);
      const severity = oneOf(search.severity, ['error', 'warning'] as const);
      const q = text(search.q);
      return {
        ...(q !== undefined && { q }),
        ...(kind !== undefined && { kind }),
        ...(owner !== undefined && { owner }),
        ...(severity !== undefined && { severity }),
      };
    },
    component: lazyRouteComponent(() => import('./routes/cases.tsx'), 'CasesPage'),
  }),
  partners: createRoute({
    ...under,
    ...page({ team: listed('Partners', IconUsersGroup), elsewhere: { partner: '/organisation' } }),
    path: '/partners',
    validateSearch: (search): PartnersSearch => {
      const q = text(search.q);
      const view = oneOf(search.view, ['list', 'traffic'] as const);
      const turn = oneOf(search.turn, ['team', 'partner'] as const);
      return {
        ...(q !== undefined && { q }),
        ...(view !== undefined && { view }),
        ...(turn !== undefined && { turn }),
      };
    },
    component: lazyRouteComponent(() => import('./routes/partners.tsx'), 'PartnersPage'),
  }),
  addPartner: createRoute({
    ...under,
    path: '/partners/new',
    beforeLoad: ({ context }) => {
      if (!may(context.session, 'createPartner')) throw redirect({ to: '/partners' });
    },
    component: lazyRouteComponent(() => import('./routes/add-partner.tsx'), 'AddPartnerPage'),
  }),
  partner: createRoute({
    ...under,
    ...page({ elsewhere: { partner: '/organisation' } }),
    path: '/partners/$partnerId',
    component: lazyRouteComponent(() => import('./routes/partner.tsx'), 'PartnerPage'),
  }),
  journey: createRoute({
    ...under,
    ...ofPartner({ elsewhere: { partner: '/' } }),
    path: '/journey',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/journey.tsx'), 'JourneyPage'),
  }),
  crossReferences: createRoute({
    ...under,
    ...ofPartner({ elsewhere: { partner: '/' } }),
    path: '/cross-references',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/cross-references.tsx'), 'CrossReferencesPage'),
  }),
  profile: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Profile', IconIdBadge2) }),
    path: '/profile',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/profile.tsx'), 'ProfilePage'),
  }),
  agreement: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Agreement', IconSignature) }),
    path: '/agreement',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/agreement.tsx'), 'AgreementPage'),
  }),
  channels: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Channels', IconRoute) }),
    path: '/channels',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/channels.tsx'), 'ChannelsPage'),
  }),
  addEndpoint: createRoute({
    ...under,
    ...ofPartner(),
    path: '/channels/new',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/add-endpoint.tsx'), 'AddEndpointPage'),
  }),
  endpoint: createRoute({
    ...under,
    ...ofPartner(),
    path: '/channels/$endpointId',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/endpoint.tsx'), 'EndpointPage'),
  }),
  endpointSettings: createRoute({
    ...under,
    ...ofPartner(),
    path: '/channels/$endpointId/settings',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/endpoint.tsx'), 'EndpointSettingsPage'),
  }),
  guides: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Guides', IconFileDescription) }),
    path: '/guides',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/guides.tsx'), 'GuidesPage'),
  }),
  mappings: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Mappings', IconArrowsExchange) }),
    path: '/mappings',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/mappings.tsx'), 'MappingsPage'),
  }),
  mapping: createRoute({
    ...under,
    ...ofPartner(),
    path: '/mappings/$mapping',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/mapping.tsx'), 'MappingPage'),
  }),
  sandbox: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Sandbox', IconFlask) }),
    path: '/sandbox',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/sandbox.tsx'), 'SandboxPage'),
  }),
  certification: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Certification', IconCertificate) }),
    path: '/certification',
    validateSearch: certificationSearch,
    component: lazyRouteComponent(() => import('./routes/certification.tsx'), 'CertificationPage'),
  }),
  scenario: createRoute({
    ...under,
    ...ofPartner(),
    path: '/certification/$scenarioId',
    validateSearch: certificationSearch,
    component: lazyRouteComponent(() => import('./routes/scenario.tsx'), 'ScenarioPage'),
  }),
  keys: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Keys and certificates', IconKey) }),
    path: '/keys',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/keys.tsx'), 'KeysPage'),
  }),
  webhooks: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Webhooks', IconWebhook) }),
    path: '/webhooks',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/webhooks.tsx'), 'WebhooksPage'),
  }),
  goLive: createRoute({
    ...under,
    ...ofPartner({ partner: listed('Go-live', IconRocket) }),
    path: '/go-live',
    validateSearch: partnerSearch,
    component: lazyRouteComponent(() => import('./routes/go-live.tsx'), 'GoLivePage'),
  }),
  approvals: createRoute({
    ...under,
    ...page({ team: listed('Approvals', IconChecks), elsewhere: { partner: '/' } }),
    path: '/approvals',
    validateSearch: (search): { request?: string } => {
      const request = text(search.request);
      return request === undefined ? {} : { request };
    },
    component: lazyRouteComponent(() => import('./routes/approvals.tsx'), 'ApprovalsPage'),
  }),
  odoo: createRoute({
    ...under,
    ...page({ team: listed('Odoo', IconPlugConnected), ...toMessages }),
    path: '/odoo',
    component: lazyRouteComponent(() => import('./routes/odoo.tsx'), 'OdooPage'),
  }),
  odooConnection: createRoute({
    ...under,
    ...page(toMessages),
    path: '/odoo/$connectionId',
    // Which form is open: a case leads straight to the entry that is missing.
    validateSearch: (search): { carrier?: string; partner?: string } => {
      const [carrier, partner] = [text(search.carrier), text(search.partner)];
      return { ...(carrier !== undefined && { carrier }), ...(partner !== undefined && { partner }) };
    },
    component: lazyRouteComponent(() => import('./routes/odoo-connection.tsx'), 'OdooConnectionPage'),
  }),
  organisation: createRoute({
    ...under,
    ...page({ partner: listed('My organisation', IconBuildingWarehouse), elsewhere: { team: '/partners' } }),
    path: '/organisation',
    component: lazyRouteComponent(() => import('./routes/organisation.tsx'), 'OrganisationPage'),
  }),
  ourData: createRoute({
    ...under,
    ...page({ partner: listed('Our data', IconEyeCheck), elsewhere: { team: '/partners' } }),
    path: '/our-data',
    component: lazyRouteComponent(() => import('./routes/our-data.tsx'), 'OurDataPage'),
  }),
  settings: createRoute({
    ...under,
    ...page({ team: listed('Settings', IconSettings), elsewhere: { partner: '/organisation' } }),
    path: '/settings',
    component: lazyRouteComponent(() => import('./routes/settings.tsx'), 'SettingsPage'),
  }),
  people: createRoute({
    ...under,
    ...page({ team: peopleEntry, partner: peopleEntry }),
    path: '/people',
    // Whose people the team looks at; its own unless named.
    validateSearch: (search): { org?: string } => {
      const org = text(search.org);
      return org === undefined ? {} : { org };
    },
    component: lazyRouteComponent(() => import('./routes/people.tsx'), 'PeoplePage'),
  }),
  invites: createRoute({
    ...under,
    ...page({ team: listed('Invites', IconMailPlus), elsewhere: { partner: '/people' } }),
    path: '/invites',
    component: lazyRouteComponent(() => import('./routes/invites.tsx'), 'InvitesPage'),
  }),
  mails: createRoute({
    ...under,
    ...page({ team: { ...listed('Mails', IconMail, 'tools'), needs: 'listMails' }, ...toMessages }),
    path: '/mails',
    validateSearch: (search): { mail?: string } => {
      const mail = text(search.mail);
      return mail === undefined ? {} : { mail };
    },
    component: lazyRouteComponent(() => import('./routes/mails.tsx'), 'MailsPage'),
  }),
  account: createRoute({
    ...under,
    ...page({ team: accountEntry, partner: accountEntry }),
    path: '/account',
    component: lazyRouteComponent(() => import('./routes/account.tsx'), 'AccountPage'),
  }),
  queues: createRoute({
    ...under,
    // Whoever may try again what failed also sees the queues; others are told whose they are.
    ...page({ team: { ...listed('Queues', IconStack2, 'tools'), needs: 'retryFailures' } }),
    path: '/tools/queues',
    component: lazyRouteComponent(() => import('./routes/tools.tsx'), 'QueuesPage'),
  }),
  reference: createRoute({
    ...under,
    ...page({ team: referenceEntry, partner: referenceEntry }),
    path: '/tools/docs',
    component: lazyRouteComponent(() => import('./routes/tools.tsx'), 'ReferencePage'),
  }),
};
