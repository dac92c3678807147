import type { Endpoint, Session } from '../../lib/contract.ts';
import { whose } from '../../lib/whose.ts';
import type { Tone } from '../../ui/tag.tsx';

/** Who reads about an endpoint. */
export interface Reader {
  readonly side: Session['side'];
  /** What the other side is called. */
  readonly other: string;
  /** May test, pause, resume, add and change. */
  readonly mayWork: boolean;
}

/** How an endpoint stands for its reader: a word, why, whose turn it is, and what that one does. */
export interface Standing {
  readonly tone: Tone;
  readonly word: string;
  readonly reason: string;
  readonly turn: 'yours' | 'theirs' | 'nobody';
  readonly next?: string;
  /** What needs somebody stands first. */
  readonly rank: number;
}

export const documents = (count: number) => `${count} ${count === 1 ? 'document' : 'documents'}`;
const waits = (count: number) => `${documents(count)} ${count === 1 ? 'waits' : 'wait'}`;
const held = (waiting: number) =>
  waiting === 0 ? 'Nothing waits for it so far.' : `${waits(waiting)} in order; nothing is lost.`;
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Whether the reader may change settings: what lies on the hub's own machine is the team's. */
export const maySetUp = ({ side, mayWork }: Reader, { setUpBy }: Pick<Endpoint, 'setUpBy'>): boolean =>
  mayWork && (setUpBy === 'both' || side === 'team');

/** No agreement names it, so that documents go another way. */
export const isUnused = ({ carries, sets }: Endpoint): boolean =>
  carries === 'documents' && sets.in.length + sets.out.length === 0;

/** The first line about an endpoint. */
export function standingOf(endpoint: Endpoint, reader: Reader): Standing {
  const { state, reason, waiting, outbound, setUpBy } = endpoint;
  const isPartner = reader.side === 'partner';
  if (state === 'paused') {
    const isTeams = setUpBy === 'team' && isPartner;
    const next = isTeams ? 'They resume it.' : 'An admin or an editor resumes it.';
    const mayResume = maySetUp(reader, endpoint);
    return {
      ...{ tone: 'slate', word: 'Paused', reason: `${sentence(reason ?? 'Paused')} ${held(waiting)}`, rank: 1 },
      turn: mayResume ? 'yours' : isTeams ? 'theirs' : 'nobody',
      next: mayResume ? 'Resume it when it is ready.' : next,
    };
  }
  if (state === 'failing') {
    // Who runs what does not answer looks at it.
    const isOurs = setUpBy === 'team' ? !isPartner : isPartner;
    const next = isOurs ? 'See that it answers, or change the settings; then test it.' : 'They see that it answers.';
    return {
      ...{ tone: 'amber', word: 'Does not answer', rank: 0 },
      ...{ reason: `${sentence(reason ?? 'It does not answer')} ${held(waiting)}`, turn: isOurs ? 'yours' : 'theirs' },
      next,
    };
  }
  // Programs call the API whatever agreements name; only what is ours needs one to go this way.
  if (isUnused(endpoint) && endpoint.addresses.length > 0 && endpoint.lastExchange !== undefined)
    return {
      ...{ tone: 'green', word: 'Ready', rank: 3, turn: 'nobody' },
      reason: `Programs ${isPartner ? 'of yours' : 'of the partner'} call it. No agreement names it, so that documents of ${isPartner ? 'theirs' : 'ours'} go another way.`,
    };
  if (isUnused(endpoint))
    return {
      ...{ tone: 'slate', word: 'Not in use', reason: 'No agreement names it yet, so that nothing goes this way.' },
      turn: reader.mayWork ? 'yours' : 'nobody',
      next: 'Exchange all documents here, or choose at each document of the agreement which endpoint it takes.',
      rank: 2,
    };
  const isCollected = outbound === 'fetch' && waiting > 0;
  return {
    ...{ tone: 'green', word: 'Ready', rank: 3 },
    reason:
      waiting === 0
        ? 'Nothing waits.'
        : `${waits(waiting)} to be ${outbound === 'fetch' ? 'collected' : 'handed over'}.`,
    turn: isCollected ? (isPartner ? 'yours' : 'theirs') : 'nobody',
    ...(isCollected && { next: isPartner ? 'Your system collects them.' : 'Their system collects them.' }),
  };
}

/** `Your turn`, or whose. */
export function turnWords({ turn }: Standing, { other }: Reader): string | undefined {
  if (turn === 'nobody') return undefined;
  return turn === 'yours' ? 'Your turn' : `${whose(other)} turn`;
}
