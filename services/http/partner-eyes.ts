import type { components } from '../../specs/generated/openapi.ts';
import { headlineForPartner } from '../domain/partner-words.ts';

// What a partner sees of a document: its own side of it, in its own words. Models, records and lanes of Odoo, and who works on it here, are not its business.

type Message = components['schemas']['Message'];
type Summary = components['schemas']['MessageSummary'];

/** A document as its partner sees it. */
export function messageForPartner(message: Message): Message {
  return {
    ...withOwnHeadline(message),
    ladder: ladderForPartner(message.ladder),
    ...(message.sendings && {
      sendings: message.sendings.map(({ ladder, by, ...one }) => ({
        ...{ ...one, by: actorForPartner(by) },
        ...(ladder && { ladder: ladderForPartner(ladder) }),
      })),
    }),
    events: message.events.map(eventForPartner),
    audit: message.audit.map((line) => ({ ...line, actor: actorForPartner(line.actor) })),
  };
}

const ladderForPartner = (ladder: Message['ladder']): Message['ladder'] =>
  ladder.map((rung) => (rung.rung === 'odoo' ? { rung: 'odoo', state: 'not-expected' } : rung));

/** A row of the list as its partner sees it. */
export const summaryForPartner = (summary: Summary): Summary => withOwnHeadline(summary);

/** An event as its partner sees it. What we send is made of a record in Odoo, whose id the event keeps for us. */
export function eventForPartner<T extends Message['events'][number]>(event: T): T {
  const { recordId: _, ...data }: Record<string, unknown> = event.data ?? {};
  return {
    ...event,
    lane: event.subject,
    ...(event.data && { data }),
    deliveries: event.deliveries.filter(({ destination }) => destination !== 'odoo'),
  };
}

/** Machines of the partner and the hub itself are named; people are not, whoever they are. */
const actorForPartner = (actor: string): string =>
  actor === 'hub' || actor.startsWith('API key ') ? actor : 'a person';

const withOwnHeadline = <T extends Pick<Message, 'direction' | 'outcome' | 'headline'>>(of: T): T =>
  of.headline === undefined ? of : { ...of, headline: headlineForPartner({ ...of, headline: of.headline }) };
