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
  const transport = nodemailer.createTransport(url, {
    from,
    // No file and no address is read for a mail, whatever gets into one.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from
    .slice(from.lastIndexOf('@') + 1)
    .replace('>', '')
    .trim();
  return {
    async send({ id, to, subject, text, html }: Letter): Promise<Sent> {
      try {
        await transport.sendMail({
          ...{ subject, text, html, to: { name: '', address: to }, messageId: `<${id}@${host}>` },
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { state: 'sent' };
      } catch (error) {
        return meaningOf(error as Failure);
      }
    },
    close: () => transport.close(),
  };
}

/** Whether it may be tried again: only when the server cannot have taken it. */
export function meaningOf({ responseCode, command, message }: Failure): Exclude<Sent, { state: 'sent' }> {
  const reason = message.replace(/\s+/g, ' ').slice(0, 300);
  if (responseCode !== undefined)
    return {
      state: responseCode >= 500 && command !== 'AUTH PLAIN' && !command?.startsWith('AUTH') ? 'never' : 'later',
      reason,
    };
  // The whole mail was on its way and no answer came.
  return { state: command === 'DATA' ? 'unknown' : 'later', reason };
}
