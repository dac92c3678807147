import type { components } from '../../specs/generated/openapi.ts';

// What a partner sees of a document: its own side of it, in its own words. Models, records and lanes of Odoo, and who works on it here, are not its business.

type Message = components['schemas']['Message'];
type Summary = components['schemas']['MessageSummary'];

/** A document as its partner sees it. */
export function messageForPartner(message: Message): Message {
  const audit = message.audit.filter(({ action }) => action.startsWith('document.'));
  return {
    ...withOwnHeadline(message),
    ladder: message.ladder.map((rung) => (rung.rung === 'odoo' ? { rung: 'odoo', state: 'not-expected' } : rung)),
    events: message.events.map(eventForPartner),
    audit: audit.map((line) => ({ ...line, actor: actorForPartner(line.actor) })),
    auditCount: audit.length,
  };
}

/** A row of the list as its partner sees it. */
export const summaryForPartner = (summary: Summary): Summary => withOwnHeadline(summary);

/** An event as its partner sees it. What we send is made of a record in Odoo, whose id the event keeps for us. */
export function eventForPartner<T extends Message['events'][number]>(event: T): T {
  const { recordId: _, ...data }: Record<string, unknown> = event.data ?? {};
  return {
    ...event,
    lane: event.subject,
    ...(event.data && { data }),
    deliveries: event.deliveries.filter(({ subscriber }) => subscriber === 'partner'),
  };
}

/** Machines of the partner and the hub itself are named; people are not, whoever they are. */
const actorForPartner = (actor: string): string =>
  actor === 'hub' || actor.startsWith('API key ') ? actor : 'a person';

type Headed = Pick<Message, 'direction' | 'outcome' | 'headline'>;

function withOwnHeadline<T extends Headed>(of: T): T {
  const { headline } = of;
  if (headline === undefined) return of;
  return { ...of, headline: of.direction === 'in' ? receivedWords(of, headline) : sentWords(headline) };
}

/** What was rejected, without what was counted before it of Odoo. */
const rejection = /((?:\d+ of \d+ (?:sets|interchanges) rejected|rejected as a whole).*)$/i;
const applied = /^\d+ of \d+ applied in Odoo[,:]? ?/;

function receivedWords({ outcome }: Headed, headline: string): string {
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
  'Needs review': 'Somebody at our side looks at it',
};

const sentWords = (headline: string): string =>
  said[headline] ??
  headline
    .replace(/^The partner's (TA1|acknowledgement) /, 'Your $1 ')
    .replace(/^Picked up by the partner/, 'Picked up by you');

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
