// The parallel run: production traffic is worked on and not written to Odoo; what would be written is compared with what Odoo got by the old way.

/** When it is enough. */
export interface ParallelPolicy {
  readonly days: number;
  readonly documents: number;
  /** Of a hundred that could be compared. */
  readonly mismatchPercent: number;
  /** How long Odoo may take to get the same by the old way. */
  readonly compareWithinMinutes: number;
  /** Whether the hub acknowledges, though the old way still does the work. */
  readonly acknowledges: boolean;
}

export const usualParallelPolicy: ParallelPolicy = {
  ...{ days: 5, documents: 20, mismatchPercent: 2, compareWithinMinutes: 24 * 60, acknowledges: false },
};

/** `match`: Odoo holds all that the document says. `mismatch`: it does not. `none`: there was nothing to compare. */
export type Verdict = 'match' | 'mismatch' | 'none';

export interface ParallelCounts {
  readonly matches: number;
  readonly mismatches: number;
  /** Still looked at: the old way may be slower. */
  readonly waiting: number;
  /** Without anything to compare, such as what is only kept. */
  readonly none: number;
}

export interface ParallelStanding {
  readonly state: 'running' | 'passed' | 'failed';
  readonly compared: number;
  /** Of a hundred; undefined where nothing was compared. */
  readonly rate?: number;
  /** Such as `18 of 20 documents, 4 of 5 days, no mismatch`. */
  readonly progress: string;
  readonly why?: string;
}

const dayMs = 86_400_000;

/** @param until its end, or now */
export function parallelStanding(
  policy: ParallelPolicy,
  counts: ParallelCounts,
  since: Date,
  until: Date,
): ParallelStanding {
  const compared = counts.matches + counts.mismatches;
  const seen = compared + counts.none;
  const days = Math.max(0, Math.floor((until.getTime() - since.getTime()) / dayMs));
  const rate = compared > 0 ? (100 * counts.mismatches) / compared : undefined;
  const isLong = days >= policy.days && seen >= policy.documents;
  const isWrong = rate !== undefined && rate > policy.mismatchPercent;
  const state = !isLong || counts.waiting > 0 ? 'running' : isWrong ? 'failed' : 'passed';
  const words =
    counts.mismatches === 0
      ? 'no mismatch'
      : `${counts.mismatches} ${counts.mismatches === 1 ? 'mismatch' : 'mismatches'} (${(rate ?? 0).toFixed(1)} %)`;
  const progress = [
    `${seen} of ${policy.documents} documents`,
    `${days} of ${policy.days} days`,
    words,
    ...(counts.waiting > 0 ? [`${counts.waiting} still compared`] : []),
  ].join(', ');
  return {
    ...{ state, compared, progress },
    ...(rate !== undefined && { rate }),
    ...(state === 'failed' && {
      why: `${(rate ?? 0).toFixed(1)} % of what was compared differs; ${policy.mismatchPercent} % were agreed.`,
    }),
  };
}

const soonestMs = 60_000;
const latestMs = 3_600_000;

/** How long until it is looked at again: one minute, doubling, an hour at most. @param tries looks so far */
export const lookAgainMs = (tries: number): number => Math.min(latestMs, soonestMs * 2 ** Math.max(0, tries - 1));
