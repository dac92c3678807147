import type { Sla } from '../configuration/configuration.ts';
import { type ClockName, clockKind } from './clock-kinds.ts';

const minuteMs = 60_000;

/** A 997 is owed within the hour: the shortest public rule (edi-facts section 2). */
const acknowledgeWithinMinutes = 60;

const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * minuteMs);

/** When we owe the acknowledgement of a document. */
export const acknowledgementDue = (receivedAt: Date): Date => after(receivedAt, acknowledgeWithinMinutes);

/** When the partner owes its 997 or 999 for a document that we sent. */
export const functionalAckDue = (sentAt: Date, sla: Sla): Date => after(sentAt, sla.acknowledgedWithinMinutes);

/**
 * When the partner owes its business answer to a document that we sent: by the date that the document asks for, else as agreed.
 * @param askedFor an instant in ISO 8601, such as `utc` of a tender's `respondBy`; one that has passed when it is sent counts for nothing
 */
export function businessAnswerDue(sentAt: Date, sla: Sla, askedFor?: string): Date {
  const asked = askedFor === undefined ? undefined : new Date(askedFor);
  return asked && asked > sentAt ? asked : after(sentAt, sla.answeredWithinMinutes);
}

/** When a clock of a kind warns; undefined where it does not. */
export function warnAt(name: ClockName, startedAt: Date, dueAt: Date): Date | undefined {
  const { warnAfter } = clockKind(name);
  if (warnAfter === undefined) return undefined;
  return new Date(startedAt.getTime() + warnAfter * (dueAt.getTime() - startedAt.getTime()));
}
