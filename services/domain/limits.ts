import { type ListLimits, usualLimits as usualListLimits } from './finding-list.ts';
import type { Ceilings } from './x12/read/ceiling.ts';

/** What an operator may set of what one document may hold, and how much of it is kept. */
export interface Limits extends Ceilings {
  readonly findings: ListLimits;
  /** Events that are made of one document. */
  readonly events: number;
  /** Size of one event with its provenance, as JSON. */
  readonly eventBytes: number;
  /** A document of so many bytes or more is translated alone, in a process of its own. */
  readonly largeBytes: number;
}

export const usualLimits: Limits = {
  findings: usualListLimits,
  interchanges: 1000,
  sets: 20_000,
  events: 100_000,
  eventBytes: 16 * 1024 * 1024,
  largeBytes: 256 * 1024,
};
