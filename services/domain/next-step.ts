import type { Outcome } from './obligations/status.ts';
import { headlineForPartner } from './partner-words.ts';
import type { Side } from './roles.ts';
import type { Verdict } from './verdict.ts';

/** A finding as far as a sentence quotes it; offsets are bytes of the document. */
export interface QuotedFinding {
  readonly explanation: string;
  readonly offset: number | null;
  readonly end: number | null;
}

/** What an acknowledgement that is not wholly good says of one document or group. */
export interface Refusal {
  readonly verdict: Verdict;
  /** What is refused, such as `940 WH/OUT/00001` or `OW group 17`. */
  readonly name: string;
  /** The sets at fault with their reasons; empty where the acknowledgement names none. */
  readonly why: string;
  /** Whether the document that it refuses still waits for a person. */
  readonly isOpen: boolean;
}

/** What is known of a document when its first line is written. */
export interface StepFacts {
  readonly direction: 'in' | 'out';
  readonly outcome: Outcome;
  readonly headline: string | null;
  readonly partner: string;
  /** It answers a document: it is an acknowledgement of ours. */
  readonly isAnswer: boolean;
  /** The first finding above a remark, in the order of the document; in a rejected document the first in what was rejected. */
  readonly finding: QuotedFinding | null;
  /** A delivery of it to Odoo waits for a person. */
  readonly isStuck: boolean;
  /** It could not be translated. */
  readonly isSetAside: boolean;
  /** A person resolved what was the matter with it: its headline says with which cause. */
  readonly isResolved: boolean;
  /** An acknowledgement of it is written. */
  readonly isAcknowledged: boolean;
  /** The partner has collected it. */
  readonly isCollected: boolean;
  /** How its handing over at an endpoint of the partner's stands; null where the partner comes for it, and for what was received. */
  readonly handover: Waiting | null;
  /** What the partner owes for a document of ours, past its time. */
  readonly overdue: 'collecting' | 'receipt' | 'TA1' | 'acknowledgement' | 'answer' | null;
  /** Its receipt (MDN) for a document of ours is still to come. */
  readonly awaitsReceipt: boolean;
  /** The partner's receipt or acknowledgement of a document of ours is no good. */
  readonly isRefused: boolean;
  /** The oldest open case about it, other than those of its deliveries. */
  readonly openCase: { readonly title: string; readonly detail: string } | null;
  /** All its open cases, the oldest first, at most twenty. */
  readonly cases: readonly {
    readonly id: string;
    readonly title: string;
    readonly assignee: { readonly id: string; readonly name: string } | null;
  }[];
  /** For an acknowledgement: what it refuses, the worst first. */
  readonly refusals: readonly Refusal[];
}

/** A document on its way to an endpoint. */
export interface Waiting {
  /** Name of the endpoint. */
  readonly endpoint: string;
  readonly state: 'waits' | 'handed-over' | 'failed';
  /** What keeps it, if anything does. */
  readonly heldUp: 'paused' | 'failing' | null;
  /** Since when the endpoint is paused or does not answer. */
  readonly since: string | null;
  readonly attempts: number;
  /** What came of the last attempt. */
  readonly reason: string | null;
}

/** Why a document is not with its partner yet, where its endpoint is to blame; undefined where it is just on its way. */
export function waitText({ endpoint, state, heldUp, since, attempts, reason }: Waiting): string | undefined {
  if (state !== 'waits') return undefined;
  const from = since === null ? '' : ` since ${since.slice(0, 16).replace('T', ' ')} UTC`;
  if (heldUp === 'paused') return `Waits: the endpoint ${endpoint} is paused${from}`;
  if (heldUp === 'failing') return `Waits: the endpoint ${endpoint} has not answered${from}`;
  if (attempts > 0 && reason !== null)
    return `Tried ${attempts === 1 ? 'once' : `${attempts} times`} at ${endpoint}: ${reason.replace(/\.$/, '')}`;
  return undefined;
}

/** The first line about a document, in the words of one side. */
export interface Step {
  readonly state: 'processing' | 'done' | 'findings' | 'attention' | 'rejected' | 'refusal' | 'waiting' | 'kept';
  readonly turn: 'yours' | 'theirs' | 'nobody';
  readonly reason: string;
  readonly next?: string;
  readonly finding?: { readonly start: number; readonly end: number };
}

/** How a document stands, why, whose turn it is and what that one does. The only place where this sentence is made. */
export function stepOf(facts: StepFacts, side: Side): Step {
  const team = side === 'team';
  const { headline } = facts;
  const own = team || headline === null ? facts : { ...facts, headline: headlineForPartner({ ...facts, headline }) };
  const step = sentenceOf(own, team);
  const { offset = null, end = null } = facts.finding ?? {};
  const isQuoted = offset !== null && ['findings', 'rejected', 'attention'].includes(step.state);
  return { ...step, ...(isQuoted && { finding: { start: offset, end: end ?? offset + 1 } }) };
}

function sentenceOf(facts: StepFacts, team: boolean): Step {
  const { outcome, direction } = facts;
  if (outcome === 'rejected') return rejected(facts, team);
  if (outcome === 'attention') return direction === 'in' ? receivedInTrouble(facts, team) : sentInTrouble(facts, team);
  const refuses = facts.refusals[0] !== undefined && facts.refusals[0].verdict !== 'accepted-with-errors';
  if (outcome === 'waiting' && !refuses) return waiting(facts, team);
  if (facts.refusals.length > 0) return refusal(facts, team);
  if (outcome === 'processing') return { state: 'processing', turn: 'nobody', reason: facts.headline || 'On its way' };
  if (facts.finding !== null && !facts.isResolved)
    return {
      ...{ state: 'findings', turn: team ? 'theirs' : 'yours', reason: facts.finding.explanation },
      next: `It was taken as it stands. ${team ? 'Have them correct it' : 'Correct it'} where the document is made.`,
    };
  return { state: outcome, turn: 'nobody', reason: facts.headline ?? '' };
}

function rejected({ headline, finding, isAcknowledged }: StepFacts, team: boolean): Step {
  const reason = [headline, finding?.explanation].find((text) => text !== undefined && text !== null && text !== '');
  // A file that is no X12 has a headline that says so; what it is instead stands in its finding.
  const isTold = finding === null || reason?.includes(finding.explanation.replace(/\.$/, ''));
  const again = 'correct the document and send it again with a new control number';
  const told = isAcknowledged ? 'Our acknowledgement told them' : 'We sent no acknowledgement: tell them';
  return {
    ...{ state: 'rejected', turn: team ? 'theirs' : 'yours' },
    reason: isTold ? (reason ?? '') : `${reason}: ${finding?.explanation}`,
    next: team ? `${told}. They ${again}.` : `C${again.slice(1)}.`,
  };
}

function receivedInTrouble(facts: StepFacts, team: boolean): Step {
  const { headline, openCase, isStuck, isSetAside } = facts;
  if (!team)
    return {
      ...{ state: 'attention', turn: 'theirs', reason: headline ?? '' },
      next: 'They look at it. Send nothing again unless they ask for it.',
    };
  const yours = { state: 'attention', turn: 'yours' } as const;
  if (isStuck)
    return { ...yours, reason: headline ?? '', next: 'Mend the cause, then try again: nothing is applied twice.' };
  if (openCase === null) return { ...yours, reason: headline ?? '', next: 'See what is wrong with it.' };
  const next = isSetAside ? 'Mend the cause, then translate it again.' : 'Mend the cause, then resolve the case.';
  return { ...yours, reason: caseWords(openCase), next };
}

function sentInTrouble(facts: StepFacts, team: boolean): Step {
  if (facts.handover?.state === 'failed')
    return {
      ...{ state: 'attention', turn: team ? 'yours' : 'theirs' },
      reason:
        `It could not be handed over at ${facts.handover.endpoint}: ${facts.handover.reason ?? 'no reason'}`.replace(
          /\.$/,
          '',
        ),
      next: team ? 'Mend the cause, then try again: it reaches the partner once.' : 'They look at it.',
    };
  const { headline, openCase, overdue, isRefused } = facts;
  const reason = (team && openCase !== null ? caseWords(openCase) : headline) ?? '';
  if (overdue !== null && !isRefused) {
    const does = duties[overdue];
    return team
      ? {
          ...{ state: 'attention', turn: 'yours', reason: headline ?? reason },
          next: `Ask them whether it arrived; they ${does}.`,
        }
      : {
          ...{ state: 'attention', turn: 'yours', reason: headline ?? reason },
          next: overdue === 'collecting' ? 'Collect it.' : `Collect it if you have not, and ${does}.`,
        };
  }
  return {
    ...{ state: 'attention', turn: team ? 'yours' : 'theirs', reason },
    next: team
      ? 'Correct what they name, then resend or reissue it.'
      : 'They correct what you named and send it again.',
  };
}

const duties = {
  collecting: 'collect it',
  receipt: 'send its receipt (MDN)',
  TA1: 'answer with a TA1',
  acknowledgement: 'acknowledge it with a 997 or 999',
  answer: 'answer it',
} as const;

const caseWords = ({ title, detail }: { title: string; detail: string }): string =>
  detail === '' ? title : `${title.replace(/\.$/, '')}: ${detail}`;

/** It is the hub's turn, or the endpoint's. */
function onItsWay(handover: Waiting, team: boolean): Step {
  const { endpoint, heldUp } = handover;
  const reason = waitText(handover) ?? `On its way to ${endpoint}`;
  if (heldUp === 'paused')
    return {
      state: 'waiting',
      turn: team ? 'yours' : 'nobody',
      reason,
      next: 'It goes out when the endpoint is resumed.',
    };
  if (heldUp === 'failing')
    return {
      ...{ state: 'waiting', turn: 'nobody', reason },
      next: 'It goes out by itself when the endpoint answers. Test the endpoint to see what is wrong.',
    };
  return { state: 'waiting', turn: 'nobody', reason };
}

const refusedAs: Readonly<Record<Verdict, string>> = {
  accepted: 'Accepts',
  'accepted-with-errors': 'Accepts with errors',
  'partially-accepted': 'Accepts only a part of',
  rejected: 'Rejects',
};

/** An acknowledgement that refuses something; what becomes of that stands at the refused document. */
function refusal({ direction, refusals }: StepFacts, team: boolean): Step {
  const [worst, ...others] = refusals;
  const { verdict, name, why, isOpen } = worst!;
  const reason = `${refusedAs[verdict]} ${name}${why === '' ? '' : `: ${why}`}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  if (verdict === 'accepted-with-errors') return { state: 'findings', turn: 'nobody', reason };
  const ours = (direction === 'in') === team;
  if (!isOpen) return { state: 'refusal', turn: 'nobody', reason };
  return {
    ...{ state: 'refusal', turn: ours ? 'yours' : 'theirs', reason },
    next: ours
      ? 'Correct what it names and send that document again.'
      : 'They correct what it names and send that document again.',
  };
}

function waiting({ headline, isAnswer, isCollected, awaitsReceipt, handover }: StepFacts, team: boolean): Step {
  const base = { state: 'waiting', turn: team ? 'theirs' : 'yours' } as const;
  if (handover?.state === 'waits') return onItsWay(handover, team);
  if (awaitsReceipt)
    return {
      ...{ ...base, reason: `Handed over${handover ? ` at ${handover.endpoint}` : ''}; the receipt has not come yet` },
      next: team ? 'Their system sends its receipt (MDN).' : 'Let your system send its receipt (MDN).',
    };
  if (isAnswer)
    return {
      ...{ ...base, reason: `${headline}; not collected yet` },
      next: team ? 'They collect it.' : 'Collect it.',
    };
  if (isCollected)
    return {
      ...{ ...base, reason: 'Collected, not acknowledged yet' },
      next: team ? 'They acknowledge it.' : 'Acknowledge it with a 997 or 999.',
    };
  return {
    ...{
      ...base,
      reason: handover ? `Handed over at ${handover.endpoint}, not collected yet` : 'In the outbox, not collected yet',
    },
    next: team ? 'They collect it and acknowledge it.' : 'Collect it and acknowledge it with a 997 or 999.',
  };
}
