import { kind } from './case-kind.ts';

interface Ending {
  /** Such as `The certificate CN=quayside`. */
  readonly what: string;
  readonly at: Date;
  /** Which of the warnings it is: so many days before the end; 0 when it is over. */
  readonly step: number;
}

const ends = ({ step }: Pick<Ending, 'step'>) => (step === 0 ? 'has ended' : 'ends soon');
const endsOn = ({ what, at, step }: Ending) => `${what} ${step === 0 ? 'ended' : 'ends'} on ${day(at)}.`;

/** Of a moment, in UTC. */
export const day = (at: Date) => at.toISOString().slice(0, 10);

/** Fingerprints of the cases of an endpoint, one of each at a time. */
export const endpointCases = {
  failing: (id: string) => `endpoint.failing/${id}`,
  unreadable: (id: string) => `endpoint.unreadable/${id}`,
  stopped: (id: string) => `endpoint.stopped/${id}`,
  deadLetters: (id: string) => `endpoint.dead-letters/${id}`,
} as const;

type AtEndpoint = { endpointId: string; name: string; partner: string; message: string };
type Contest = { endpointId: string; channel: string; name: string; claimant: string; holder: string };

/** Cases of endpoints, and of the keys with which the hub calls and is called. */
export const endpointKinds = {
  'endpoint.contested': kind<Contest>({
    owner: 'team',
    severity: 'warning',
    fingerprint: ({ endpointId, name, claimant }) => `endpoint.contested/${endpointId}/${claimant}/${name}`,
    title: ({ name }) => `Two partners want the name ${name}`,
    detail: ({ channel, name, claimant, holder }) =>
      `${claimant} wants ${name} on the channel ${channel}. ${holder} has it, and nothing has come there yet that shows whose it is.`,
    remedy: () => 'Ask both. Then open the endpoint that has it and change the name there. Resolve the case.',
  }),
  'endpoint.expiring': kind<Ending & { endpointId: string; name: string; partner: string }>({
    owner: 'partner',
    severity: 'warning',
    fingerprint: ({ endpointId, what, step }) => `endpoint.expiring/${endpointId}/${step}/${what}`,
    title: ({ partner, name, step }) => `Something of ${partner}'s endpoint ${name} ${ends({ step })}`,
    detail: endsOn,
    remedy: ({ step }) =>
      step === 0
        ? 'Take it out of the settings of the endpoint, and put its successor there where there is none yet; it closes when that is done.'
        : 'Put its successor beside it in the settings of the endpoint before that day; it closes when what ends is taken away.',
  }),
  'hub-key.expiring': kind<Ending>({
    owner: 'operator',
    severity: 'warning',
    fingerprint: ({ what, step }) => `hub-key.expiring/${step}/${what}`,
    title: (facts) => `A key of the hub ${ends(facts)}`,
    detail: endsOn,
    remedy: ({ step }) =>
      step === 0
        ? 'Make the next one, give it to the partners, and switch as soon as they have it.'
        : 'Make the next one, give it to the partners, and switch before that day.',
  }),
  'endpoint.failing': kind<AtEndpoint & { channel: string; since: Date }>({
    owner: 'team',
    severity: 'error',
    fingerprint: ({ endpointId }) => endpointCases.failing(endpointId),
    title: ({ name, partner }) => `The endpoint ${name} of ${partner} does not take what is for it`,
    detail: ({ message, since }) => `${message} It has not answered since ${since.toISOString()}.`,
    remedy: () =>
      'Nothing is lost: what is for it waits in its order and goes out by itself. Test the endpoint; correct its settings or what they name, or pause it while the partner repairs it.',
  }),
  'endpoint.stopped': kind<AtEndpoint>({
    owner: 'partner',
    severity: 'error',
    fingerprint: ({ endpointId }) => endpointCases.stopped(endpointId),
    title: ({ name, partner }) => `The hub posts nothing more to ${name} of ${partner}`,
    detail: ({ message }) => `${message}.`,
    remedy: () =>
      'What waited for it are dead letters now, and what came since was not for it. When the receiver is repaired, resume the endpoint and replay from the time when it stopped.',
  }),
  'endpoint.dead-letters': kind<AtEndpoint>({
    owner: 'partner',
    severity: 'error',
    fingerprint: ({ endpointId }) => endpointCases.deadLetters(endpointId),
    title: ({ name, partner }) => `Events that ${name} of ${partner} did not take`,
    detail: ({ message }) => `For a day the receiver took some events and not these. The first one: ${message}`,
    remedy: () => 'The log of the endpoint shows what it answered. When it is repaired, replay the dead letters.',
  }),
  'endpoint.same-bytes': kind<AtEndpoint>({
    owner: 'team',
    severity: 'warning',
    fingerprint: ({ endpointId }) => `endpoint.same-bytes/${endpointId}`,
    title: ({ name, partner }) => `${partner} sends the same bytes under other names at the endpoint ${name}`,
    detail: ({ message }) => message,
    remedy: () => 'The log of the endpoint names each file. Ask the partner what was meant. Resolve the case.',
  }),
  'endpoint.unreadable': kind<AtEndpoint>({
    owner: 'team',
    severity: 'error',
    fingerprint: ({ endpointId }) => endpointCases.unreadable(endpointId),
    title: ({ name, partner }) => `The hub cannot look for documents at the endpoint ${name} of ${partner}`,
    detail: ({ message }) => message,
    remedy: () =>
      'Test the endpoint, and correct its settings or what they name; it is looked at again every few seconds.',
  }),
} as const;
