import type { EventType } from './events.ts';

/**
 * Where deliveries go. `odoo`: an event that is applied there. `document`: an event that becomes a document for a partner. `channel`: a document that is handed
 * over at an endpoint of its partner. `webhook`: an event that is posted to one. One named here without a handler in `flows/attempt.ts` and a lane below does not compile.
 */
export const destinations = ['odoo', 'document', 'channel', 'webhook'] as const;
export type Destination = (typeof destinations)[number];
/** Those of events. */
export type EventDestination = Exclude<Destination, 'channel'>;

/**
 * Lanes: all that must stay in order. For Odoo one per record, for documents one per partner and environment, for handing over one per endpoint, for webhooks one per
 * record or per event, as the endpoint wants it. What goes to one destination never waits for another.
 */
export const laneOf = {
  odoo: (connection: string, record: string) => `odoo/${connection}/${record}`,
  document: (environment: string, orgId: string) => `document/${environment}/${orgId}`,
  channel: (endpointId: string) => `endpoint/${endpointId}`,
  webhook: (endpointId: string, of: string) => `webhook/${endpointId}/${of}`,
} as const satisfies { readonly [D in Destination]: (...of: string[]) => string };

/**
 * Pools: deliveries that a worker may bring to an Odoo together, the heads of as many lanes: events of one type of one partner. Whether one comes before another is for
 * the lanes to say.
 */
export const poolOf = (connection: string, orgId: string, type: EventType): string =>
  `pool/${connection}/${orgId}/${type}`;

/** The type of the events of a pool. */
export const typeOfPool = (pool: string): EventType => pool.slice(pool.lastIndexOf('/') + 1) as EventType;

/**
 * What one sending of a document is known by to a channel, at each try of it: the document's id, and for each further sending one of its own, so that the partner
 * gets the bytes once more.
 */
export const handoverId = ({
  documentId,
  sending,
}: {
  readonly documentId: string;
  readonly sending: number;
}): string => (sending === 1 ? documentId : `${documentId}-${sending}`);
