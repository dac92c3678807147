import type { ConfiguredDocument } from '../domain/configuration/configuration.ts';
import { laneOf, poolOf } from '../domain/destinations.ts';
import type { EventType } from '../domain/events.ts';
import { routes } from '../domain/routes.ts';
import { actionOf, togetherOf } from '../odoo/actions/index.ts';
import type { NewDelivery } from '../store/deliveries.ts';
import type { Terms } from './configuration.ts';

/** Whether Odoo takes events of a type: it has an action for them. */
export const goesToOdoo = (type: EventType): boolean => actionOf(type) !== undefined;

/** The documents that are agreed to be written of events of a type, by their names; several of one event, where that is agreed. */
export const documentsOf = (documents: readonly ConfiguredDocument[], type: EventType): readonly string[] =>
  documents.flatMap(({ set, compiled }) =>
    compiled.direction === 'outbound' && compiled.renders === type ? [set] : [],
  );

interface Going {
  readonly type: EventType;
  readonly data: Record<string, unknown>;
  readonly subject: string;
}

/** For whom, on what terms, and where ids come from. */
interface For {
  readonly terms: Pick<Terms, 'orgId' | 'environment' | 'configuration'>;
  readonly newId: () => string;
}

/**
 * All deliveries of an event: to Odoo where it has an action for it, and as each document that is agreed for it. What is made for partners and agreed with none
 * goes as a document nonetheless, so that somebody learns of it. None for what the hub alone reads.
 * @param of.odoo the connection, or what stands for one that is missing
 */
export function deliveriesOf(
  { type, data, subject }: Going,
  of: For & { readonly odoo: string },
): readonly NewDelivery[] {
  const documents = asDocuments(placesOf(type, of.terms), of);
  if (!goesToOdoo(type)) return documents;
  const { record, urgent } = routes[type];
  const lane = laneOf.odoo(of.odoo, record(data, subject));
  const pool = togetherOf(type) && poolOf(of.odoo, of.terms.orgId, type);
  const toOdoo = { lane, ...(pool && { pool }), ...(urgent?.(data) && { urgent: true }) };
  return [{ id: of.newId(), destination: 'odoo', place: '', ...toOdoo }, ...documents];
}

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

/** How many deliveries an event of a type has; none where the hub alone reads it. */
export const countDeliveries = (type: EventType, terms: Pick<Terms, 'configuration'>): number =>
  (goesToOdoo(type) ? 1 : 0) + placesOf(type, terms).length;
