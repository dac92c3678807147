import type { Breaker } from './breaker.ts';

const [minute, hour] = [60_000, 3_600_000];

/** How long an event waits after each try that came to nothing; the last of them again and again. */
export const webhookPausesMs = [5_000, 5 * minute, 30 * minute, 2 * hour, 4 * hour] as const;
/** No pause is longer, with all that is added to it. */
export const longestWebhookPauseMs = 6 * hour;

/** For so long an event, or an endpoint, may do nothing but fail. */
export const patienceMs = 24 * hour;
// A clock that is set a day ahead does not make a day of failures.
const fewestTries = 8;

/**
 * When to try again after so many tries, spread by a fifth to either side so that what failed together does not come back together. The last try is a day after the
 * first.
 */
export function nextTry(
  tried: { readonly attempts: number; readonly failingSince: Date; readonly at: Date },
  random: number,
): Date {
  const pause = webhookPausesMs[Math.min(tried.attempts, webhookPausesMs.length) - 1]!;
  const next = tried.at.getTime() + Math.round(pause * (0.8 + 0.4 * random));
  const last = tried.failingSince.getTime() + patienceMs;
  return new Date(last > tried.at.getTime() ? Math.min(next, last) : next);
}

/** Whether something has failed for long enough, and often enough. */
export const isHopeless = (since: Date | null, tries: number, at: Date): boolean =>
  since !== null && tries >= fewestTries && at.getTime() - since.getTime() >= patienceMs;

/** After a failure that speaks of one event: the others go on. */
export const afterRejection = (before: Pick<Breaker, 'failures' | 'failingSince'>, at: Date): Breaker => ({
  ...{ state: 'closed', failures: before.failures + 1, failingSince: before.failingSince ?? at, retryAt: null },
});
