import { type ListLimits, usualLimits as usualListLimits } from './finding-list.ts';

/** What an operator may set of how much of one document is kept. */
export interface Limits {
  readonly findings: ListLimits;
}

export const usualLimits: Limits = { findings: usualListLimits };
