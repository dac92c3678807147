import { randomBytes } from 'node:crypto';
import { type MailFacts, type MailText, mailOf } from '../../domain/identity/mails.ts';
import type { Tx } from '../../store/database.ts';
import { insertMail } from '../../store/identity/mails.ts';
import type { Context } from '../context.ts';

/** A token that cannot be guessed; only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A link of the portal. The token stands behind the `#`: browsers send it to nobody, so it gets into no log and no other site. */
export const linkTo = ({ entry }: Pick<Context, 'entry'>, page: string, token?: string): string =>
  `${entry.publicUrl}${page}${token === undefined ? '' : `#${token}`}`;

/** What a mail says, as it is kept. */
export type KeptText = Pick<MailText, 'paragraphs' | 'link' | 'after'>;

/** Queues a mail as part of the transaction that it tells of. */
export async function queueMail(
  { newId, now, secrets }: Pick<Context, 'newId' | 'now' | 'secrets'>,
  tx: Tx,
  recipient: string,
  facts: MailFacts,
): Promise<void> {
  const { purpose, subject, paragraphs, link, after } = mailOf(facts);
  const text: KeptText = { paragraphs, ...(link && { link }), ...(after && { after }) };
  await insertMail(tx, {
    id: newId(),
    at: now(),
    purpose,
    recipient,
    subject,
    sealedText: secrets.seal(JSON.stringify(text)),
  });
}
