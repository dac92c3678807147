import { isEmail } from '../../domain/email.ts';
import { CodedError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import { findLink, insertLink, spendLinks } from '../../store/identity/links.ts';
import type { SignedIn } from '../../store/sessions.ts';
import { accountOf, emailIsTaken, saveEmail } from '../../store/users.ts';
import type { Context } from '../context.ts';
import { refuseBody } from '../refuse-body.ts';
import { tellOwner } from './notices.ts';
import { mayMail } from './pace.ts';
import { linkTo, newToken, queueMail } from './queue-mail.ts';

const linkMs = 24 * 3_600_000;

/**
 * Mails a link to the new address of somebody; until it is followed nothing changes. An address that somebody else has is answered alike, and gets a mail that
 * says so. The password has been checked.
 */
export async function askForEmail(context: Context, of: SignedIn, email: string): Promise<void> {
  const { db, now } = context;
  refuseBody(isEmail(email) ? [] : [{ place: 'body/email', message: 'is no e-mail address' }]);
  if (email.toLowerCase() === of.email.toLowerCase())
    refuseBody([{ place: 'body/email', message: 'is your address already' }]);
  if (!(await mayMail(context, email))) return;
  const [token, createdAt] = [newToken(), now()];
  const until = new Date(createdAt.getTime() + linkMs);
  const isTaken = await emailIsTaken(db.front, email);
  await db.front.transaction(async (tx) => {
    await spendLinks(tx, 'email-change', { userId: of.userId }, createdAt);
    await insertLink(tx, { token, purpose: 'email-change', email, userId: of.userId, createdAt, expiresAt: until });
    if (isTaken)
      await queueMail(context, tx, email, {
        purpose: 'registration-known',
        of: { organization: of.orgName, link: linkTo(context, '/sign-in') },
      });
    else
      await queueMail(context, tx, email, {
        purpose: 'email-change',
        of: { name: of.name, link: linkTo(context, '/confirm-email', token), until },
      });
    const entry = { orgId: of.orgId, at: createdAt, actor: of.email, by: { kind: 'person', id: of.userId } } as const;
    await audit(tx, [
      {
        ...entry,
        action: 'user.email-asked',
        subject: { type: 'user', id: of.userId },
        detail: { before: of.email, after: email },
      },
    ]);
  });
}

/** Changes the address to the one that was proven; the old one is told. @returns the new one */
export async function confirmEmail(context: Context, token: string): Promise<string> {
  const { db, now } = context;
  return db.front.transaction(async (tx) => {
    const at = now();
    const link = await findLink(tx, 'email-change', token);
    const account = link?.userId ? await accountOf(tx, link.userId) : undefined;
    const again = 'Ask for the change again, under “My account”.';
    if (!link || !account)
      throw new CodedError('link.unknown', { detail: `This link is not one of this hub, or not complete. ${again}` });
    if (link.usedAt)
      throw new CodedError('link.used', { detail: `This link was used, or a newer one took its place. ${again}` });
    if (link.expiresAt <= at)
      throw new CodedError('link.expired', { detail: `This link was good for a day. ${again}` });
    if (await emailIsTaken(tx, link.email))
      throw new CodedError('http.conflict', { detail: 'Another account has this address meanwhile.' });
    await saveEmail(tx, account.userId, link.email);
    await spendLinks(tx, 'email-change', { userId: account.userId }, at);
    // A link that went to the old address must not open the account any more.
    await spendLinks(tx, 'password-reset', { userId: account.userId }, at);
    const { userId: id, orgId, email: before } = account;
    await audit(tx, [
      {
        orgId,
        at,
        actor: before,
        by: { kind: 'person', id },
        action: 'user.email-changed',
        subject: { type: 'user', id },
        detail: { before, after: link.email },
      },
    ]);
    await tellOwner(context, tx, account, `You sign in as ${link.email} from now on`);
    return link.email;
  });
}
