import type { ReturnCodeName } from './return-codes.ts';

// How a request for a go-live stands: worked out from what was decided about it, one after the other. Decisions are never changed.

/** A decision about a request, or what became of it. */
export type Decision = {
  readonly at: Date;
  /** Name of who decided, for people. */
  readonly by: string;
  /** Their id; absent where the hub or a command did. */
  readonly byId?: string;
} & Decided;

export type Decided =
  | { readonly kind: 'asked'; readonly version: number; readonly hash: string; readonly goLiveAt: Date | null }
  | { readonly kind: 'approved'; readonly version: number; readonly hash: string }
  | {
      readonly kind: 'returned';
      readonly version: number;
      readonly code: ReturnCodeName;
      readonly note: string;
      /** Until then the request keeps its place in the queue. */
      readonly editUntil: Date;
    }
  /** What was asked for is not what would go live: it was changed since. */
  | { readonly kind: 'voided'; readonly version: number; readonly why: readonly string[] }
  | { readonly kind: 'cancelled'; readonly why: string }
  | {
      readonly kind: 'live';
      readonly version: number;
      readonly release: number;
      /** By document: what it goes back to. */
      readonly former: Readonly<Record<string, Former>>;
      /** Number of the release that ran before it; 0 for none. */
      readonly restores: number;
    };

/** What a document was in production before it went live by a request. */
export type Former = 'live' | 'parallel' | 'none';

export type RequestState = 'asked' | 'returned' | 'void' | 'approved' | 'scheduled' | 'live' | 'cancelled';

export interface Standing {
  readonly state: RequestState;
  /** The newest version that was asked for. */
  readonly version: number;
  readonly hash: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly askedById?: string;
  /** Null: as soon as it is approved. */
  readonly goLiveAt: Date | null;
  /** Of the newest version. */
  readonly approvals: readonly { readonly by: string; readonly byId?: string; readonly at: Date }[];
  readonly approvalsNeeded: number;
  /** Since when it stands in the queue: a request that is mended in time keeps its place. */
  readonly queuedAt: Date;
  readonly returned?: Extract<Decision, { kind: 'returned' }>;
  readonly voided?: Extract<Decision, { kind: 'voided' }>;
  readonly cancelled?: Extract<Decision, { kind: 'cancelled' }>;
  readonly release?: number;
}

/** @param decisions the oldest first; the first one asks. @param now a date in the future makes an approved request a scheduled one */
export function standingOf(decisions: readonly Decision[], approvalsNeeded: number, now: Date): Standing {
  const [first, ...more] = decisions;
  if (first?.kind !== 'asked') throw new Error('A request begins by being asked for.');
  let standing = askedAnew(first, first.at, approvalsNeeded);
  for (const decision of more) standing = after(standing, decision);
  if (standing.state !== 'approved') return standing;
  const { goLiveAt } = standing;
  return goLiveAt !== null && goLiveAt > now ? { ...standing, state: 'scheduled' } : standing;
}

const askedAnew = (
  { version, hash, goLiveAt, at, by, byId }: Extract<Decision, { kind: 'asked' }>,
  queuedAt: Date,
  approvalsNeeded: number,
): Standing => ({
  ...{ state: 'asked', version, hash, goLiveAt, askedAt: at, askedBy: by, queuedAt, approvalsNeeded, approvals: [] },
  ...(byId !== undefined && { askedById: byId }),
});

function after(standing: Standing, decision: Decision): Standing {
  if (isOver(standing)) return standing;
  switch (decision.kind) {
    case 'asked': {
      const isInTime = standing.returned === undefined || decision.at <= standing.returned.editUntil;
      return askedAnew(decision, isInTime ? standing.queuedAt : decision.at, standing.approvalsNeeded);
    }
    case 'approved': {
      if (standing.state !== 'asked' || decision.version !== standing.version || decision.hash !== standing.hash)
        return standing;
      const { by, byId, at } = decision;
      const approvals = [...standing.approvals, { by, at, ...(byId !== undefined && { byId }) }];
      return { ...standing, approvals, ...(approvals.length >= standing.approvalsNeeded && { state: 'approved' }) };
    }
    case 'returned':
      return { ...standing, state: 'returned', returned: decision, approvals: [] };
    case 'voided':
      return { ...standing, state: 'void', voided: decision, approvals: [] };
    case 'cancelled':
      return { ...standing, state: 'cancelled', cancelled: decision };
    case 'live':
      return { ...standing, state: 'live', release: decision.release };
  }
}

/** Nothing more can be decided about it. */
export const isOver = ({ state }: Pick<Standing, 'state'>): boolean => state === 'live' || state === 'cancelled';

/** Who wants to approve, and who must not. */
export interface Approving {
  readonly approverId: string;
  /** As files and entries of the audit trail name people. */
  readonly approver: string;
  /** Ids and names of who wrote what changes, and of who waived a check. */
  readonly authors: readonly string[];
}

/** @returns why this person may not approve it; undefined where they may. The database refuses the same. */
export function whyNotApprove(standing: Standing, { approverId, approver, authors }: Approving): string | undefined {
  if (standing.state !== 'asked') return notOpen[standing.state];
  if (standing.askedById === approverId || standing.askedBy === approver)
    return 'You asked for it. Somebody else approves what you ask for.';
  if (authors.includes(approverId) || authors.includes(approver))
    return 'You wrote part of what changes, or waived one of its checks. Somebody else must approve it.';
  if (standing.approvals.some(({ byId, by }) => byId === approverId || by === approver))
    return 'You have approved it already. The other approval is somebody else’s.';
  return undefined;
}

const notOpen: Readonly<Record<Exclude<RequestState, 'asked'>, string>> = {
  returned: 'It was returned and is not asked for again yet.',
  void: 'What would go live was changed after it was asked for. It has to be asked for again.',
  approved: 'It is approved already.',
  scheduled: 'It is approved already, and goes live at its date.',
  live: 'It is live already.',
  cancelled: 'It was cancelled.',
};

/** How long a returned request keeps its place. */
export const editWindowMs = 3 * 86_400_000;
