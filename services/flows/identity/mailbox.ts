import { CodedError } from '../../domain/errors.ts';
import { plainText } from '../../domain/identity/mails.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import { type MailRow, mailById, requeueMail } from '../../store/identity/mails.ts';
import { ownOrganisation } from '../../store/partners.ts';
import type { Context } from '../context.ts';
import type { KeptText } from './queue-mail.ts';

const none = () => new CodedError('http.not-found', { detail: 'No mail has this id.' });

/** A mail with what it says, as long as that is kept. Its links open accounts: who reads it is on record. */
export async function readMail(
  { db, secrets, now }: Context,
  id: string,
  { actor, by }: ActedBy,
): Promise<{ readonly mail: MailRow; readonly text?: string; readonly link?: string }> {
  return db.scoped('*', async (tx) => {
    const mail = await mailById(tx, id);
    if (!mail) throw none();
    if (mail.sealedText === null) return { mail };
    const orgId = await ownOrganisation(tx);
    const detail = { recipient: mail.recipient, purpose: mail.purpose };
    await audit(tx, [{ orgId, at: now(), actor, by, action: 'mail.read', subject: { type: 'mail', id }, detail }]);
    const kept = JSON.parse(secrets.open(mail.sealedText)) as KeptText;
    return { mail, text: plainText(kept), ...(kept.link && { link: kept.link.address }) };
  });
}

/** Puts a mail that was not sent into the queue once more. A person says so: it may arrive twice where nobody knows whether it did. */
export async function sendAgain({ db, now }: Context, id: string, { actor, by }: ActedBy): Promise<void> {
  await db.scoped('*', async (tx) => {
    const mail = await mailById(tx, id);
    if (!mail) throw none();
    if (!(await requeueMail(tx, id, now())))
      throw new CodedError('http.conflict', {
        detail: `The mail is ${mail.state}: only one that was not sent is sent again.`,
      });
    const entry = { orgId: await ownOrganisation(tx), at: now(), actor, by, subject: { type: 'mail', id } } as const;
    await audit(tx, [{ ...entry, action: 'mail.retried', detail: { recipient: mail.recipient, before: mail.state } }]);
  });
}
