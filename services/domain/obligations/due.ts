import type { Sla } from '../configuration/configuration.ts';

const minuteMs = 60_000;

/** A 997 is owed within the hour: the shortest public rule (edi-facts section 2). */
const acknowledgeWithinMinutes = 60;

const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * minuteMs);

/** When we owe the acknowledgement of a document. */
export const acknowledgementDue = (receivedAt: Date): Date => after(receivedAt, acknowledgeWithinMinutes);

/** When the partner owes its 997 or 999 for a document that we sent. */
export const functionalAckDue = (sentAt: Date, sla: Sla): Date => after(sentAt, sla.acknowledgedWithinMinutes);

/** When the partner owes its business answer to a document that we sent. */
export const businessAnswerDue = (sentAt: Date, sla: Sla): Date => after(sentAt, sla.answeredWithinMinutes);
