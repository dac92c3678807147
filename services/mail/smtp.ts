import nodemailer from 'nodemailer';

interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Sent = { readonly state: 'sent' } | { readonly state: 'later' | 'never' | 'unknown'; readonly reason: string };

/** What nodemailer says of a failure. */
interface Failure {
  readonly responseCode?: number;
  readonly command?: string;
  readonly message: string;
}

/** Hands mails to an SMTP server. @param url such as `smtps://user:password@mail.example:465` */
export function openSmtp({ url, from }: { readonly url: string; readonly from: string }) {
  const host = from
    .slice(from.lastIndexOf('@') + 1)
    .replace('>', '')
    .trim();
  return {
    async send({ id, to, subject, text, html }: Letter): Promise<Sent> {
      const { logger, whole } = listener();
      const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
      // No file and no address is read for a mail, whatever gets into one.
      const transport = nodemailer.createTransport({
        url,
        logger,
        ...patience,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({
          ...{ from, subject, text, html, to: { name: '', address: to }, messageId: `<${id}@${host}>` },
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { state: 'sent' };
      } catch (error) {
        return meaningOf(error as Failure, whole());
      } finally {
        transport.close();
      }
    },
  };
}

/** Hears from nodemailer that the whole mail went out, which its errors do not say. Nothing of it is written anywhere. */
function listener() {
  let isWhole = false;
  const quiet = () => undefined;
  const info = (entry: unknown) => {
    if ((entry as { tnx?: string } | undefined)?.tnx === 'message') isWhole = true;
  };
  const logger = { level: quiet, trace: quiet, debug: quiet, info, warn: quiet, error: quiet, fatal: quiet };
  return { logger, whole: () => isWhole };
}

/** Whether it may be tried again: only when the server cannot have taken it. */
function meaningOf(
  { responseCode, command = '', message }: Failure,
  wentOut: boolean,
): Exclude<Sent, { state: 'sent' }> {
  const reason = message.replace(/\s+/g, ' ');
  // A wrong password is the operator's to mend: the mail waits.
  if (responseCode !== undefined && responseCode >= 500 && !command.startsWith('AUTH'))
    return { state: 'never', reason };
  return { state: wentOut && responseCode === undefined ? 'unknown' : 'later', reason };
}
