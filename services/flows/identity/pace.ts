import { countTry } from '../../store/sign-in-attempts.ts';
import type { Context } from '../context.ts';

const hourMs = 3_600_000;

/**
 * Whether another mail that a stranger asks for may go to an address: three in an hour, so that nobody fills somebody's mailbox by us. Who asks is not told.
 */
export async function mayMail({ db, now }: Context, email: string): Promise<boolean> {
  const until = await countTry(db.front, { subject: ['mail', email.toLowerCase()], most: 3, windowMs: hourMs }, now());
  return until === undefined;
}

/** Counts what somebody tries in an hour. @returns until when it is refused */
export const countHourly = (
  { db, now }: Context,
  subject: readonly string[],
  most: number,
): Promise<Date | undefined> => countTry(db.front, { subject, most, windowMs: hourMs }, now());
