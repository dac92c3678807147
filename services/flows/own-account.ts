import { CodedError } from '../domain/errors.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { endSessionsOf, type SignedIn } from '../store/sessions.ts';
import { findMember, savePassword } from '../store/users.ts';
import type { Context } from './context.ts';
import { checkPassword, hashPassword } from './password.ts';

const refuse = (place: string, message: string) =>
  new CodedError('http.request-invalid', { detail: `${place} ${message}`, errors: [{ place, message }] });

/** Whether a password is a person's present one. */
export async function knowsPassword({ db }: Context, who: SignedIn, password: string): Promise<boolean> {
  const member = await findMember(db.front, who.orgId, who.userId);
  return checkPassword(password, member?.passwordHash);
}

/**
 * Sets another password of one's own, which ends all sessions. The old one has been checked.
 * @param goOn begins the session that takes the place of the one that asks.
 */
export async function changeOwnPassword(
  { db, now }: Context,
  who: SignedIn,
  { oldPassword, newPassword }: { readonly oldPassword: string; readonly newPassword: string },
  goOn: (tx: Tx) => Promise<void>,
): Promise<void> {
  if (newPassword === oldPassword) throw refuse('body/newPassword', 'must not be the old password.');
  const folded = newPassword.toLowerCase();
  if ([who.email, who.name].some((known) => known.toLowerCase() === folded))
    throw refuse('body/newPassword', 'must not be your name or e-mail address.');
  const passwordHash = await hashPassword(newPassword);
  await db.front.transaction(async (tx) => {
    await savePassword(tx, who.userId, passwordHash);
    await goOn(tx);
    const entry = { orgId: who.orgId, at: now(), actor: who.email, action: 'user.password-changed' as const };
    await audit(tx, [{ ...entry, by: { kind: 'person', id: who.userId }, subject: { type: 'user', id: who.userId } }]);
  });
}

/** Ends sessions of one's own: one, or all but the present one. @throws CodedError `http.not-found` for one that there is not */
export async function endOwnSessions(
  { db, now }: Context,
  who: SignedIn,
  which: { readonly id: string } | { readonly not: Buffer },
): Promise<void> {
  await db.front.transaction(async (tx) => {
    const ended = await endSessionsOf(tx, who.userId, which);
    if ('id' in which && ended.length === 0)
      throw new CodedError('http.not-found', { detail: 'You have no session with this id; it may have ended.' });
    await audit(
      tx,
      ended.map((id) => ({
        ...{ orgId: who.orgId, at: now(), actor: who.email, action: 'session.ended' as const },
        ...{ by: { kind: 'person', id: who.userId }, subject: { type: 'session', id } },
      })),
    );
  });
}
