import { documentChannels } from '../configuration/document-channels.ts';
import type { AgreedDocument, EndpointEvidence, Evidence, Turn } from './evidence.ts';
import { inProduction } from './in-production.ts';
import type { Found, RequirementKind } from './requirements.ts';

/** What is asked for once, for all documents of a partner. */
export const partnerKinds = {
  'registered.person': {
    stage: 'registered',
    dueDays: 7,
    find: ({ registration: { people, invited, firstPersonAt } }) => [
      {
        turn: invited > 0 ? 'partner' : 'team',
        title: invited > 0 ? 'Accept the invite' : 'Invite somebody of the partner',
        reason:
          invited > 0
            ? 'An invite was sent by mail, and nobody has accepted it yet.'
            : 'Nobody of the partner can sign in yet.',
        action: { label: 'Open people', link: '/people' },
        minutes: 2,
        ...(people > 0 && {
          satisfiedBy: {
            what: people === 1 ? 'One person can sign in.' : `${people} people can sign in.`,
            ...(firstPersonAt && { at: firstPersonAt }),
          },
        }),
      },
    ],
  },
  'profile.complete': {
    stage: 'profile',
    dueDays: 7,
    find: ({ profile: { lacks, savedAt, savedBy } }) => [
      {
        turn: 'partner',
        title: 'Complete the profile',
        reason: lacks.length > 0 ? `It lacks ${listed(lacks)}.` : 'It says all that is asked for.',
        action: { label: 'Open the profile', link: '/profile' },
        minutes: Math.max(1, Math.min(6, lacks.length)),
        ...(lacks.length === 0 && {
          satisfiedBy: {
            what: savedBy === undefined ? 'The profile is complete.' : `Completed by ${savedBy}.`,
            ...(savedAt && { at: savedAt }),
            link: '/profile',
          },
        }),
      },
    ],
  },
  'terms.documents': {
    stage: 'agreement',
    dueDays: 7,
    find: ({ agreement: { documents } }) => [
      {
        turn: 'partner',
        title: 'Agree on the first document',
        reason: 'No document is agreed yet.',
        action: { label: 'Open the agreement', link: '/agreement' },
        minutes: 3,
        ...(documents.length > 0 && {
          satisfiedBy: {
            what: documents.length === 1 ? 'One document is agreed.' : `${documents.length} documents are agreed.`,
            link: '/agreement',
          },
        }),
      },
    ],
  },
  'terms.signature': {
    stage: 'agreement',
    dueDays: 10,
    find: (evidence) => [signature(evidence, 'partner'), signature(evidence, 'team')],
  },
  'connection.works': {
    stage: 'connection',
    dueDays: 14,
    find: (evidence) => evidence.connection.endpoints.map((endpoint) => connection(evidence, endpoint)),
  },
} as const satisfies Readonly<Record<string, RequirementKind>>;

function signature({ agreement: { signatures, hash, since } }: Evidence, side: Turn): Found {
  const last = signatures.find((one) => one.side === side);
  const signed = hash !== '' && last?.hash === hash ? last : undefined;
  const first = signatures.some((one) => one.side === 'partner' && one.hash === hash);
  return {
    subject: side,
    turn: side,
    title: side === 'partner' ? 'Sign the agreement' : 'Countersign the agreement',
    reason:
      last === undefined
        ? 'Not signed yet.'
        : 'It was changed after this side had signed it; the page says what differs.',
    action: { label: 'Read and sign', link: '/agreement' },
    minutes: 4,
    ...(since && { since }),
    // The partner signs first, the team after it.
    ...(side === 'team' && !first && !signed && { waits: true as const }),
    ...(signed && {
      satisfiedBy: {
        what: `Signed by ${signed.name}${signed.title === '' ? '' : `, ${signed.title}`}.`,
        at: signed.at,
        link: '/agreement',
      },
    }),
  };
}

function connection({ agreement, goLive }: Evidence, endpoint: EndpointEvidence): Found {
  const { name, id, testedAt, passed, why } = endpoint;
  const uses = agreement.documents.filter((document) => document.endpoint === name);
  const running = uses.map((document) => inProduction(goLive, document));
  const [release] = running;
  return {
    subject: name,
    // Whatever is exchanged elsewhere does not wait for it.
    holds: uses.map(({ set, direction, version }) => ({ set, direction, version })),
    ...(id === undefined
      ? toSetUp(name, uses)
      : {
          turn: 'partner' as const,
          title: `Test the channel ${name}`,
          reason: testedAt === undefined ? 'Nothing has gone over it yet.' : 'The last try did not go well.',
          action: { label: 'Open the channel', link: `/channels/${id}` },
          minutes: 5,
        }),
    ...(passed
      ? {
          satisfiedBy: {
            what: `${name} works.`,
            ...(testedAt && { at: testedAt }),
            ...(id !== undefined && { link: `/channels/${id}` }),
          },
        }
      : release !== undefined &&
        running.every(Boolean) && {
          satisfiedBy: { what: `Production exchanges over it, since release ${release.release}.`, at: release.since },
        }),
    ...(!passed &&
      why !== undefined && {
        error: {
          code: 'connection.failed',
          reason: why,
          remedy: 'Correct it in the settings of the channel, and test it again.',
        },
      }),
  };
}

/** A channel that the agreement names and the sandbox has not: agreed by its kind, or there in production alone. */
function toSetUp(name: string, uses: readonly AgreedDocument[]) {
  const kind = uses.find(({ channel }) => channel !== undefined)?.channel;
  const search = kind === undefined ? '' : `?${new URLSearchParams({ channel: kind, name })}`;
  const documents = uses.length === 1 ? uses[0]!.name : listed(uses.map(({ set }) => set));
  return {
    turn: kind === undefined ? ('partner' as const) : documentChannels[kind].setUpBy,
    title:
      kind === undefined ? `Set up the channel ${name}` : `Set up ${documentChannels[kind].words} for ${documents}`,
    reason: `The agreement names the channel ${name}, and the sandbox has none of that name.`,
    action: { label: 'Set it up', link: `/channels/new${search}` },
    minutes: 10,
  };
}

/** `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
