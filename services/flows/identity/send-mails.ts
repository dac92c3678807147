import { backoffMs } from '../../domain/backoff.ts';
import { htmlText, plainText } from '../../domain/identity/mails.ts';
import {
  claimMail,
  failedMails,
  giveUpSending,
  keepQueued,
  type MailRow,
  saveNotSent,
  saveSent,
} from '../../store/identity/mails.ts';
import { ownOrganisationIfAny } from '../../store/partners.ts';
import type { Context } from '../context.ts';
import { keepCases, type NewCase } from '../obligations.ts';
import type { KeptText } from './queue-mail.ts';

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What came of handing a mail over. `unknown`: the server had it and did not say whether it took it. */
export type Sent =
  | { readonly state: 'sent' }
  | { readonly state: 'later' | 'never' | 'unknown'; readonly reason: string };

/** Hands mails to a server. */
export interface Mailer {
  send(letter: Letter): Promise<Sent>;
}

const mostAttempts = 8;
// Longer than any SMTP dialogue may take: whoever began it and says nothing has ended.
const sendingMs = 10 * 60_000;
const mostAtOnce = 50;

/** Sends what is due, or keeps it for the mailbox page where there is no server. A mail whose end nobody knows is not sent again by itself. */
export async function sendMails(context: Context, mailer: Mailer | undefined): Promise<void> {
  const { db, now } = context;
  if (!mailer) await keepQueued(db.system);
  else {
    await giveUpSending(db.system, now());
    for (let count = 0; count < mostAtOnce && !context.closing?.aborted; count += 1) {
      const mail = await claimMail(db.system, now(), new Date(now().getTime() + sendingMs));
      if (!mail) break;
      await sendOne(context, mailer, mail);
    }
  }
  await tellOfFailures(context);
}

async function sendOne({ db, now, secrets }: Context, mailer: Mailer, mail: MailRow): Promise<void> {
  const kept = JSON.parse(secrets.open(mail.sealedText ?? secrets.seal('{"paragraphs":[]}'))) as KeptText;
  const { id, recipient: to, subject } = mail;
  const came = await mailer.send({ id, to, subject, text: plainText(kept), html: htmlText(kept) });
  const at = now();
  if (came.state === 'sent') return saveSent(db.system, id, at);
  const error = came.reason.slice(0, 500);
  if (came.state === 'later' && mail.attempts < mostAttempts) {
    const dueAt = new Date(at.getTime() + backoffMs(mail.attempts + 2, Math.random()));
    return saveNotSent(db.system, id, { state: 'queued', error, dueAt });
  }
  await saveNotSent(db.system, id, { state: came.state === 'unknown' ? 'unknown' : 'failed', error, dueAt: at });
}

async function tellOfFailures(context: Context): Promise<void> {
  const { db, now } = context;
  const orgId = await ownOrganisationIfAny(db.system);
  if (orgId === undefined) return;
  const at = now();
  const wanted = (await failedMails(db.system)).map(
    ({ id, recipient, subject, state, lastError }): NewCase => ({
      ...{ orgId, environment: 'production', at, about: { type: 'organization', id: orgId }, kind: 'mail.failed' },
      facts: { id, recipient, subject, isUnknown: state === 'unknown', error: lastError ?? 'no reason' },
    }),
  );
  await db.system.transaction((tx) => keepCases(context, tx, 'mail.failed/', wanted, at));
}
