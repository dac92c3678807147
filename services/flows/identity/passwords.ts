import { CodedError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import { findLink, insertLink, spendLinks } from '../../store/identity/links.ts';
import { organizationName, ownOrganisationIfAny } from '../../store/partners.ts';
import { accountOf, findAccount, findMember, savePassword } from '../../store/users.ts';
import type { Context } from '../context.ts';
import { hashPassword } from '../password.ts';
import { refuseBody } from '../refuse-body.ts';
import { mayMail } from './pace.ts';
import { linkTo, newToken, queueMail } from './queue-mail.ts';

export const resetMs = 60 * 60_000;
const shortest = 12;

/** @throws CodedError for a password that is too short, or is what everybody knows of its owner */
export function refusePassword(place: string, password: string, known: readonly string[]): void {
  const folded = password.toLowerCase();
  refuseBody([
    ...(password.length < shortest ? [{ place, message: `must have at least ${shortest} characters` }] : []),
    ...(known.some((one) => one.toLowerCase() === folded)
      ? [{ place, message: 'must not be your name or e-mail address' }]
      : []),
  ]);
}

/**
 * Mails a link that replaces a lost password. Whatever the address, the same is done and answered: a link is made and a mail queued, which for an address
 * without an account says so and whose link leads to the sign-in.
 */
export async function askForReset(context: Context, email: string): Promise<void> {
  const { db, now } = context;
  if (!(await mayMail(context, email))) return;
  const account = await findAccount(db.front, email);
  const [token, createdAt] = [newToken(), now()];
  const until = new Date(createdAt.getTime() + resetMs);
  await db.front.transaction(async (tx) => {
    const userId = account?.userId;
    await insertLink(tx, {
      token,
      purpose: 'password-reset',
      email: email.toLowerCase(),
      userId,
      createdAt,
      expiresAt: until,
    });
    const member = await findMember(tx, account?.orgId ?? context.newId(), account?.userId ?? context.newId());
    const ours = await ownOrganisationIfAny(tx);
    const organization = ours === undefined ? '' : await organizationName(tx, ours);
    if (account && member)
      await queueMail(context, tx, account.email, {
        purpose: 'password-reset',
        of: { name: member.name, link: linkTo(context, '/reset-password', token), until },
      });
    else
      await queueMail(context, tx, email, {
        purpose: 'password-reset-unknown',
        of: { organization, link: linkTo(context, '/sign-in') },
      });
  });
}

/** Replaces the password of a link's owner, which ends all sessions. A second factor stays. @throws CodedError that says what to do */
export async function finishReset(
  context: Context,
  { token, newPassword }: { readonly token: string; readonly newPassword: string },
): Promise<void> {
  const { db, now } = context;
  await db.front.transaction(async (tx) => {
    const at = now();
    const link = await findLink(tx, 'password-reset', token);
    const again = 'Ask for another one at the sign-in, under “Forgot your password?”.';
    const account = link?.userId ? await accountOf(tx, link.userId) : undefined;
    if (!link || !account)
      throw new CodedError('link.unknown', { detail: `This link is not one of this hub, or not complete. ${again}` });
    if (link.usedAt) throw new CodedError('link.used', { detail: `This link was used, or a newer one was. ${again}` });
    if (link.expiresAt <= at)
      throw new CodedError('link.expired', { detail: `This link was good for an hour. ${again}` });
    refusePassword('body/newPassword', newPassword, [account.email, account.name]);
    await savePassword(tx, account.userId, await hashPassword(newPassword));
    await spendLinks(tx, 'password-reset', { userId: account.userId }, at);
    const { userId: id, orgId, email: actor } = account;
    await audit(tx, [
      {
        orgId,
        at,
        actor,
        by: { kind: 'person', id },
        action: 'user.password-forgotten',
        subject: { type: 'user', id },
      },
    ]);
    await queueMail(context, tx, account.email, {
      purpose: 'notice',
      of: {
        name: account.name,
        what: 'Your password was replaced by a link from a mail',
        at,
        address: '',
        link: linkTo(context, '/account'),
      },
    });
  });
}
