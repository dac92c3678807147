import { isDeepStrictEqual } from 'node:util';
import { CodedError } from '../domain/errors.ts';

/**
 * Refuses a change, or the way back from one, that would take the place of something else than what its author saw: two people who change the same thing
 * at once do not write over each other unknowing.
 * @param insteadOf what the author saw; undefined where nobody minds
 * @throws CodedError `http.conflict`
 */
export function refuseChangedSince(what: string, insteadOf: unknown, now: unknown): void {
  if (insteadOf === undefined || isDeepStrictEqual(insteadOf, now)) return;
  throw new CodedError('http.conflict', {
    detail: `Somebody changed ${what} since you saw it. Nothing was changed now: look at it again.`,
  });
}
