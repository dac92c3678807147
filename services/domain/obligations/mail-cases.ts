import { kind } from './case-kind.ts';

/** Cases of mails that the hub writes. */
export const mailCases = {
  'mail.failed': kind<{ id: string; recipient: string; subject: string; isUnknown: boolean; error: string }>({
    owner: 'operator',
    severity: 'error',
    fingerprint: ({ id }) => `mail.failed/${id}`,
    title: ({ recipient }) => `A mail to ${recipient} was not sent`,
    detail: ({ subject, isUnknown, error }) =>
      `“${subject}”: ${error.replace(/\.?$/, '.')}${isUnknown ? ' The server had it and did not say whether it took it: it may have arrived.' : ''}`,
    remedy: () => 'Look at SMTP_URL and the address, then send it again under Mails. It closes when the mail is sent.',
  }),
} as const;
