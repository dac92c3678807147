import type { Sla } from '../configuration/configuration.ts';
import { type ClockName, clockKind } from './clock-kinds.ts';

const minuteMs = 60_000;

/** A 997 is owed within the hour: the shortest public rule (edi-facts section 2). */
const acknowledgeWithinMinutes = 60;

const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * minuteMs);

/** When we owe the acknowledgement of a document. */
export const acknowledgementDue = (receivedAt: Date): Date => after(receivedAt, acknowledgeWithinMinutes);

/** The clock over the partner's collecting of what is put into its mailbox. */
export const collectClock = (availableAt: Date, withinMinutes: number) =>
  ({ kind: 'collect', startedAt: availableAt, dueAt: after(availableAt, withinMinutes) }) as const;

/** When the partner owes its receipt (MDN): as agreed, else as its endpoint says. */
export const receiptDue = (handedOverAt: Date, sla: Sla | undefined, ofEndpoint: Date): Date =>
  sla?.receiptWithinMinutes === undefined ? ofEndpoint : after(handedOverAt, sla.receiptWithinMinutes);

/**
 * When the partner owes an answer to a document that was handed over: by the date that the document asks for, else within the time that was agreed.
 * @param askedFor such as the `respondBy` of a tender; one that has passed at the handing over counts for nothing
 */
export const answerDue = (handedOverAt: Date, withinMinutes: number, askedFor?: Date | null): Date =>
  askedFor && askedFor > handedOverAt ? askedFor : after(handedOverAt, withinMinutes);

/** When a clock of a kind warns; undefined where it does not. */
export function warnAt(name: ClockName, startedAt: Date, dueAt: Date): Date | undefined {
  const { warnAfter } = clockKind(name);
  if (warnAfter === undefined) return undefined;
  return new Date(startedAt.getTime() + warnAfter * (dueAt.getTime() - startedAt.getTime()));
}
