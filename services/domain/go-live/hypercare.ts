import type { Sla } from '../configuration/configuration.ts';

// After its go-live a document is watched more closely, until the evidence says that it need not be.

/** Days that it lasts unless it goes on because of trouble. */
export const hypercareDays = 14;
/** Days in succession without trouble, with documents, that end it earlier. */
export const cleanDaysToLeave = 3;

/** What the deadlines of a document are multiplied by while it lasts: what is late then is seen in half the time. */
export const careClockFactor = 0.5;

/** Deadlines of a document as they run while it is watched more closely. */
export function tightened(sla: Sla): Sla {
  const less = (minutes: number) => Math.max(1, Math.round(minutes * careClockFactor));
  const { collectedWithinMinutes, acknowledgedWithinMinutes, answeredWithinMinutes } = sla;
  const { receiptWithinMinutes: receipt, ta1WithinMinutes: ta1 } = sla;
  return {
    ...sla,
    collectedWithinMinutes: less(collectedWithinMinutes),
    acknowledgedWithinMinutes: less(acknowledgedWithinMinutes),
    answeredWithinMinutes: less(answeredWithinMinutes),
    ...(receipt !== undefined && { receiptWithinMinutes: less(receipt) }),
    ...(ta1 !== undefined && { ta1WithinMinutes: less(ta1) }),
  };
}

const dayMs = 86_400_000;

export interface CareDay {
  /** ISO date, UTC. */
  readonly date: string;
  readonly documents: number;
  /** What was late, failed, or waited for a person. */
  readonly troubles: number;
}

export interface CareStanding {
  readonly until: Date;
  /** Clean days in succession, the last one first. */
  readonly cleanDays: number;
  readonly isOver: boolean;
  /** `2 of 3 clean days, 9 of 14 days`. */
  readonly progress: string;
}

/** @param days those since the go-live, oldest first; the day of `now` is not over and does not count */
export function careStanding(since: Date, days: readonly CareDay[], now: Date): CareStanding {
  const today = now.toISOString().slice(0, 10);
  let cleanDays = 0;
  for (const { date, documents, troubles } of days.toReversed()) {
    if (date >= today) continue;
    if (troubles > 0) break;
    // A day without documents proves nothing, and is no trouble either.
    if (documents > 0) cleanDays += 1;
  }
  const passed = Math.floor((now.getTime() - since.getTime()) / dayMs);
  const isOver = cleanDays >= cleanDaysToLeave;
  const until = isOver ? now : new Date(Math.max(since.getTime() + hypercareDays * dayMs, now.getTime() + dayMs));
  const more = passed >= hypercareDays && !isOver ? ', which goes on until they are clean' : '';
  return {
    ...{ until, cleanDays, isOver },
    progress: `${Math.min(cleanDays, cleanDaysToLeave)} of ${cleanDaysToLeave} clean days, day ${passed + 1} of ${hypercareDays}${more}`,
  };
}
