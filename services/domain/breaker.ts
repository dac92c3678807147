import { longestPauseMs } from './backoff.ts';

/** `closed`: all is tried. `open`: nothing is, until `retryAt`. `half-open`: one delivery is under way that finds out. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** What is known of an endpoint that does not answer. */
export interface Breaker {
  readonly state: BreakerState;
  /** In a row. */
  readonly failures: number;
  readonly failingSince: Date | null;
  /** When the next one is let through. */
  readonly retryAt: Date | null;
}

export const closedBreaker: Breaker = { state: 'closed', failures: 0, failingSince: null, retryAt: null };

/** A single failure may be chance; so many in a row are the endpoint's. */
export const failuresToOpen = 3;
const firstPauseMs = 30_000;

/** The breaker after one more failure: open after three in a row, with a pause that doubles from half a minute to five minutes. */
export function afterFailure(before: Pick<Breaker, 'failures' | 'failingSince'>, at: Date): Breaker {
  const failures = before.failures + 1;
  const failingSince = before.failingSince ?? at;
  if (failures < failuresToOpen) return { state: 'closed', failures, failingSince, retryAt: null };
  const pause = Math.min(firstPauseMs * 2 ** Math.min(failures - failuresToOpen, 30), longestPauseMs);
  return { state: 'open', failures, failingSince, retryAt: new Date(at.getTime() + pause) };
}
