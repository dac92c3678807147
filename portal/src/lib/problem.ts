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

/** Turns whatever a call failed with into words for people; an answer that is no problem document means the hub was not reached. */
export function toProblem(error: unknown): ShownProblem {
  if (isProblem(error)) return error;
  return {
    title: 'The hub did not answer',
    detail:
      'Nothing was changed. Check your connection, then try again; if it stays like this, the hub may be restarting.',
  };
}

/** Worth another try without asking: the hub was out of reach or said that it is busy. */
export function isTransient(error: unknown): boolean {
  return !isProblem(error) || error.status >= 500;
}
