import type { CaseKindName } from './case-kinds.ts';
import type { RungName } from './ladder.ts';

/** What is known of a kind of clock. */
export interface ClockKind {
  /** The rung of the document's ladder that is late when the clock runs out. */
  readonly rung: RungName;
  /** The case that is raised then, and closed when what was waited for comes after all. */
  readonly late: CaseKindName;
}

/** All kinds of clocks: what each waits for, and what it means when it runs out. */
export const clockKinds = {
  /** Our acknowledgement of a received document. */
  acknowledge: { rung: 'functional-ack', late: 'clock.acknowledge' },
  /** The partner's 997 or 999 for a sent document. */
  'functional-ack': { rung: 'functional-ack', late: 'clock.functional-ack' },
  /** The partner's business answer to a sent document, such as a 945 to a 940. */
  'business-answer': { rung: 'business-answer', late: 'clock.business-answer' },
} as const satisfies Record<string, ClockKind>;

export type ClockName = keyof typeof clockKinds;
