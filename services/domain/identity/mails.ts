import { visible } from '../visible-text.ts';

/** A mail as it is queued: one purpose, and one link at most. */
export interface MailText {
  readonly purpose: MailPurpose;
  readonly subject: string;
  /** Sentences, each a paragraph. */
  readonly paragraphs: readonly string[];
  readonly link?: { readonly label: string; readonly address: string };
  /** Below the link, such as until when it is good. */
  readonly after?: string;
}

export type MailPurpose = keyof typeof mailTexts;

/** Names come from people and stand in subjects and sentences: never more than one line, never long. */
const short = (text: string): string => {
  const plain = visible(text);
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
};
const day = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const notYou = 'If this was not you, do nothing: without the link nothing happens.';

/** Every mail that the hub writes. */
export const mailTexts = {
  invite: (of: { by: string; organization: string; company?: string; link: string; until: Date }) => ({
    subject: `${short(of.organization)} invites you to Crossdock`,
    paragraphs: [
      of.company === undefined
        ? `${short(of.by)} invites you to work for ${short(of.organization)} in Crossdock, where documents are exchanged with partners.`
        : `${short(of.by)} of ${short(of.organization)} invites ${short(of.company)} to exchange documents by Crossdock. You set your company up there and test everything before anything is real.`,
    ],
    link: { label: 'Accept the invite', address: of.link },
    after: `The link is for you alone, works once, and is good until ${day(of.until)}.`,
  }),
  'registration-proof': (of: { organization: string; link: string; until: Date; resumes: boolean }) => ({
    subject: of.resumes ? 'Go on with your registration' : 'Confirm your e-mail address',
    paragraphs: [
      of.resumes
        ? `Your registration with ${short(of.organization)} is where you left it. The link opens it on any device.`
        : `You want to exchange documents with ${short(of.organization)}. The link proves that this address is yours and opens the registration; you can leave it and come back.`,
    ],
    link: { label: of.resumes ? 'Go on' : 'Confirm and go on', address: of.link },
    after: `The link is good until ${day(of.until)}. ${notYou}`,
  }),
  'registration-known': (of: { organization: string; link: string }) => ({
    subject: 'You have an account already',
    paragraphs: [
      `Somebody wants to register this address with ${short(of.organization)}. It has an account already, so nothing was made. Sign in with it; the sign-in page also helps with a lost password.`,
    ],
    link: { label: 'Sign in', address: of.link },
    after: 'If this was not you, do nothing.',
  }),
  'password-reset': (of: { name: string; link: string; until: Date }) => ({
    subject: 'Choose a new password',
    paragraphs: [`Somebody, we hope you, ${short(of.name)}, asks for a new password for this address.`],
    link: { label: 'Choose a new password', address: of.link },
    after: `The link works once and is good until ${day(of.until)}. All sessions end then. ${notYou}`,
  }),
  'password-reset-unknown': (of: { organization: string; link: string }) => ({
    subject: 'There is no account with this address',
    paragraphs: [
      `Somebody asks for a new password for this address with ${short(of.organization)}, but no account has it. Perhaps you were invited under another one.`,
    ],
    link: { label: 'To the sign-in', address: of.link },
    after: 'If this was not you, do nothing.',
  }),
  'email-change': (of: { name: string; link: string; until: Date }) => ({
    subject: 'Confirm your new e-mail address',
    paragraphs: [`${short(of.name)} wants to sign in with this address from now on.`],
    link: { label: 'Confirm the address', address: of.link },
    after: `The link works once and is good until ${day(of.until)}. ${notYou}`,
  }),
  notice: (of: { name: string; what: string; at: Date; address: string; link: string }) => ({
    subject: short(of.what),
    paragraphs: [
      `${short(of.name)}: ${short(of.what)}, on ${day(of.at)}${of.address === '' ? '' : `, from the network address ${short(of.address)}`}.`,
      'If this was you, there is nothing to do. If not, choose another password at once: that ends all sessions.',
    ],
    link: { label: 'Look at my account', address: of.link },
  }),
  reminder: (of: {
    about: string;
    from: string | undefined;
    title: string;
    reason: string;
    since: Date;
    link: string;
  }) => ({
    subject: `Your turn with ${short(of.about)}: ${short(of.title)}`,
    paragraphs: [
      `${of.from === undefined ? 'Crossdock' : short(of.from)} reminds you: with ${short(of.about)} it is your turn since ${day(of.since)}.`,
      `${short(of.title)}. ${visible(of.reason).slice(0, 300)}`,
    ],
    link: { label: 'See what to do', address: of.link },
    after: 'You get this as somebody who can do it. Whoever of your company does it first is enough.',
  }),
} as const satisfies Record<string, (of: never) => Omit<MailText, 'purpose'>>;

export type MailFacts = {
  [P in MailPurpose]: { readonly purpose: P; readonly of: Parameters<(typeof mailTexts)[P]>[0] };
}[MailPurpose];

export function mailOf({ purpose, of }: MailFacts): MailText {
  return { purpose, ...(mailTexts[purpose] as (facts: unknown) => Omit<MailText, 'purpose'>)(of) };
}

/** The mail as plain text, which is what is kept and shown. */
export const plainText = ({ paragraphs, link, after }: Omit<MailText, 'purpose' | 'subject'>): string =>
  [...paragraphs, ...(link ? [`${link.label}:\n${link.address}`] : []), ...(after ? [after] : [])].join('\n\n');

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same as simple HTML: no pictures, nothing that is fetched. */
export const htmlText = ({ paragraphs, link, after }: Omit<MailText, 'purpose' | 'subject'>): string => {
  const paragraph = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  const button = link
    ? `<p style="margin:0 0 16px"><a href="${escaped(link.address)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:#1f5fd1;color:#ffffff;text-decoration:none">${escaped(link.label)}</a></p>${paragraph(link.address, 'font-size:12px;color:#555555;word-break:break-all')}`
    : '';
  return `<!doctype html><html lang="en"><body style="margin:24px;font:15px/1.5 system-ui,sans-serif;color:#1b1f24;max-width:36em">${paragraphs.map((text) => paragraph(text)).join('')}${button}${after ? paragraph(after, 'color:#555555') : ''}</body></html>`;
};
