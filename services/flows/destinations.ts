import { isOfTest } from '../domain/certification/fixture.ts';
import type { ConfiguredDocument } from '../domain/configuration/configuration.ts';
import { laneOf, poolOf } from '../domain/destinations.ts';
import type { EventType } from '../domain/events.ts';
import { routes } from '../domain/routes.ts';
import { actionOf, togetherOf } from '../odoo/actions/index.ts';
import type { NewDelivery } from '../store/deliveries.ts';
import type { Terms } from './configuration.ts';
import type { EventEndpoint } from './endpoint-in-use.ts';

/** An event as far as it says whether it is of a test. */
export type Tested = Parameters<typeof isOfTest>[0];

/** Whether Odoo takes events of a type: it has an action for them. What is of a test is nothing for it. */
export const goesToOdoo = (type: EventType, of?: Tested): boolean =>
  actionOf(type) !== undefined && !(of && isOfTest(of));

/** The documents that are agreed to be written of events of a type, by their names; several of one event, where that is agreed. */
export const documentsOf = (documents: readonly ConfiguredDocument[], type: EventType): readonly string[] =>
  documents.flatMap(({ set, compiled }) =>
    compiled.direction === 'outbound' && compiled.renders === type ? [set] : [],
  );

interface Going {
  readonly id: string;
  readonly type: EventType;
  readonly data: Record<string, unknown>;
  readonly subject: string;
  /** A milestone tells the same, and Odoo is brought that one. */
  readonly toldElsewhere?: boolean;
}

/** For whom, on what terms, and where ids come from. */
interface For {
  readonly terms: Pick<Terms, 'orgId' | 'environment' | 'configuration'>;
  readonly newId: () => string;
}

/**
 * All deliveries of an event: to Odoo where it has an action for it, and as each document that is agreed for it. What is made for partners and agreed with none
 * goes as a document nonetheless, so that somebody learns of it. And to each webhook that wants it.
 * @param of.odoo the connection, or what stands for one that is missing
 */
export function deliveriesOf(
  event: Going,
  of: For & { readonly odoo: string; readonly webhooks: readonly EventEndpoint[] },
): readonly NewDelivery[] {
  const { type, data, subject, toldElsewhere } = event;
  const others = [...asDocuments(placesOf(type, of.terms), of), ...webhookDeliveries(event, of.webhooks, of.newId)];
  if (toldElsewhere || !goesToOdoo(type, { environment: of.terms.environment, subject, data })) return others;
  const { record, urgent } = routes[type];
  const lane = laneOf.odoo(of.odoo, record(data, subject));
  const pool = togetherOf(type) && poolOf(of.odoo, of.terms.orgId, type);
  const toOdoo = { lane, ...(pool && { pool }), ...(urgent?.(data) && { urgent: true }) };
  return [{ id: of.newId(), destination: 'odoo', place: '', ...toOdoo }, ...others];
}

/** Those of an event to webhooks that want it. */
export const webhookDeliveries = (
  { id: eventId, type, subject }: Omit<Going, 'data'>,
  webhooks: readonly EventEndpoint[],
  newId: () => string,
): readonly NewDelivery[] =>
  webhooks.flatMap(({ id, types, ordered }) => {
    if (types && !types.includes(type)) return [];
    const lane = laneOf.webhook(id, ordered ? subject : eventId);
    return [{ id: newId(), destination: 'webhook', place: id, lane, endpointId: id }];
  });

/** The same for what Odoo released: it becomes documents and does not go back to Odoo. */
export function documentDeliveries(type: EventType, of: For): readonly NewDelivery[] {
  const agreed = documentsOf(of.terms.configuration.documents, type);
  return asDocuments(agreed.length > 0 ? agreed : [''], of);
}

function asDocuments(places: readonly string[], { terms, newId }: For): readonly NewDelivery[] {
  const lane = laneOf.document(terms.environment, terms.orgId);
  return places.map((place) => ({ id: newId(), destination: 'document', place, lane }));
}

/** Which documents an event of a type becomes; one without a name where one should be agreed and none is. */
function placesOf(type: EventType, { configuration }: Pick<Terms, 'configuration'>): readonly string[] {
  const agreed = documentsOf(configuration.documents, type);
  return agreed.length === 0 && !goesToOdoo(type) && routes[type].toPartner ? [''] : agreed;
}

/** How many deliveries an event of a type has, besides those to webhooks; none where the hub alone reads it. */
export const countDeliveries = (
  { type, subject, data, toldElsewhere }: Omit<Going, 'id'>,
  terms: Pick<Terms, 'configuration' | 'environment'>,
): number =>
  (!toldElsewhere && goesToOdoo(type, { environment: terms.environment, subject, data }) ? 1 : 0) +
  placesOf(type, terms).length;
