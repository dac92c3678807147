import type { CaseKindName } from './case-kinds.ts';
import type { RungName } from './ladder.ts';
import type { SubjectType } from './subject.ts';

/** What is known of a kind of clock. */
export interface ClockKind {
  /** What it runs for. */
  readonly about: SubjectType;
  /** The rung of the document's ladder that is late when the clock runs out. */
  readonly rung?: RungName;
  /** The case that is raised then, and closed when what was waited for comes after all. */
  readonly late: CaseKindName;
  /** The case that is raised before that, and closed when the clock ends. */
  readonly warning?: CaseKindName;
  /** How much of its time has passed when it warns, between 0 and 1. */
  readonly warnAfter?: number;
}

/** All kinds of clocks: what each waits for, and what it means when it runs out. */
export const clockKinds = {
  /** Our acknowledgement of a received document. */
  acknowledge: {
    ...{ about: 'document', rung: 'functional-ack', late: 'clock.acknowledge' },
    ...{ warning: 'clock.acknowledge-due', warnAfter: 0.5 },
  },
  /** The partner's collecting of a document that waits in its mailbox. */
  collect: { about: 'document', rung: 'transport', late: 'clock.collect' },
  /** The partner's receipt (MDN) for a sent document. */
  mdn: { about: 'document', rung: 'mdn', late: 'clock.mdn' },
  /** The partner's TA1 for a sent document that asks for one. */
  ta1: { about: 'document', rung: 'ta1', late: 'clock.ta1' },
  /** The partner's 997 or 999 for a sent document. */
  'functional-ack': { about: 'document', rung: 'functional-ack', late: 'clock.functional-ack' },
  /** The partner's business answer to a sent document, such as a 945 to a 940. */
  'business-answer': { about: 'document', rung: 'business-answer', late: 'clock.business-answer' },
} as const satisfies Record<string, ClockKind>;

export type ClockName = keyof typeof clockKinds;

/** What is known of a kind, without what its name tells. */
export const clockKind = (name: ClockName): ClockKind => clockKinds[name];

/** The cases that are over when a clock of the kind ends. */
export function casesOfClock(name: ClockName): readonly CaseKindName[] {
  const { late, warning } = clockKind(name);
  return warning ? [late, warning] : [late];
}
