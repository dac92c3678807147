import type { Problem } from './contract.ts';

export interface ShownProblem {
  readonly title: string;
  readonly detail: string;
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'title' in error && 'requestId' in error;
}

/** Something of ours broke; a call that reached nobody is a TypeError too, and each browser has its own words for it. */
function isFault(error: unknown): error is Error {
  if (!(error instanceof Error) || error.name === 'AbortError') return false;
  return !(error instanceof TypeError && /fetch|network|load failed/i.test(error.message));
}

/** A part of the address can be no id: it is mistyped, or the link is not complete. */
const isNowhere = ({ code, errors = [] }: Problem): boolean =>
  code === 'http.request-invalid' && errors.length > 0 && errors.every(({ place }) => place.startsWith('path/'));

const nowhere = {
  status: 404,
  title: 'There is nothing at this address',
  detail: 'It may be mistyped, or the link is not complete. The lists show what there is.',
};

/** Turns whatever a call failed with into words for people; an answer that is no problem document means the hub was not reached. */
export function toProblem(error: unknown): ShownProblem {
  if (isProblem(error)) return isNowhere(error) ? { ...error, ...nowhere } : error;
  if (isFault(error))
    return {
      title: 'This screen has a fault',
      detail: `Nothing was changed. Reload the page, or go on elsewhere; if it stays like this, report these words: ${error.message}`,
    };
  return {
    title: 'The hub did not answer',
    detail:
      'Nothing was changed. Check your connection, then try again; if it stays like this, the hub may be restarting.',
  };
}

/** Worth another try without asking: the hub was out of reach or said that it is busy. */
export function isTransient(error: unknown): boolean {
  return isProblem(error) ? error.status >= 500 : !isFault(error);
}

/** The same, or the session has ended: it may be right as soon as somebody has signed in again. */
export const mayPass = (error: unknown): boolean => isTransient(error) || (isProblem(error) && error.status === 401);
