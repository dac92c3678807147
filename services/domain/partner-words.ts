import type { Outcome } from './obligations/status.ts';

interface Headed {
  readonly direction: 'in' | 'out';
  readonly outcome: Outcome;
  readonly headline: string;
}

/** The headline of a document as its partner reads it: nothing of Odoo, and "you" where the team reads "the partner". */
export const headlineForPartner = (of: Headed): string =>
  of.direction === 'in' ? receivedWords(of) : sentWords(of.headline);

/** What was rejected, without what was counted before it of Odoo. */
const rejection = /((?:\d+ of \d+ (?:sets|interchanges) rejected|rejected as a whole).*)$/i;
const applied = /^\d+ of \d+ applied in Odoo[,:]? ?/;

function receivedWords({ outcome, headline }: Headed): string {
  const [rejected] = rejection.exec(headline) ?? [];
  if (rejected !== undefined) return capital(rejected);
  switch (outcome) {
    case 'processing':
      return 'On its way';
    case 'done':
      return headline.startsWith('Acknowledges') ? headline : 'Accepted';
    case 'kept':
      return 'Accepted';
    case 'attention':
      return 'Received; somebody at our side looks at it before it goes on';
    default:
      return capital(headline.replace(applied, ''));
  }
}

const said: Readonly<Record<string, string>> = {
  'Waits for the acknowledgement': 'Waits for your acknowledgement',
  'Answered by the partner': 'Answered by you',
  'Acknowledged by the partner': 'Acknowledged by you',
  'The partner has not acknowledged in time': 'You have not acknowledged it in time',
  'The partner has not answered in time': 'You have not answered it in time',
  "Waits for the partner's receipt": 'Waits for your receipt (MDN)',
  "Waits for the partner's TA1": 'Waits for your TA1',
  'The partner has not collected it in time': 'You have not collected it in time',
  'The partner has not sent its receipt in time': 'You have not sent your receipt (MDN) in time',
  'The partner has not sent its TA1 in time': 'You have not sent your TA1 in time',
  'On its way to the partner': 'On its way to you',
  'Delivered to the partner': 'Delivered to you',
  'Needs review': 'Somebody at our side looks at it',
};

const sentWords = (headline: string): string =>
  said[headline] ??
  headline
    .replace(/^The partner's (TA1|acknowledgement|receipt) /, 'Your $1 ')
    .replace(/^Picked up by the partner/, 'Picked up by you');

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
