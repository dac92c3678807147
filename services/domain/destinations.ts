import type { EventType } from './events.ts';

/**
 * Where deliveries go. `odoo`: an event that is applied there. `document`: an event that becomes a document for a partner. `channel`: a document that is handed
 * over at an endpoint of its partner. One named here without a handler in `flows/attempt.ts` and a lane below does not compile.
 */
export const destinations = ['odoo', 'document', 'channel'] as const;
export type Destination = (typeof destinations)[number];
/** Those of events. */
export type EventDestination = Exclude<Destination, 'channel'>;

/**
 * Lanes: all that must stay in order. For Odoo one per record, for documents one per partner and environment, for handing over one per endpoint. What goes to one
 * destination never waits for another.
 */
export const laneOf = {
  odoo: (connection: string, record: string) => `odoo/${connection}/${record}`,
  document: (environment: string, orgId: string) => `document/${environment}/${orgId}`,
  channel: (endpointId: string) => `endpoint/${endpointId}`,
} as const satisfies { readonly [D in Destination]: (...of: string[]) => string };

/**
 * Pools: deliveries that a worker may bring to an Odoo together, the heads of as many lanes: events of one type of one partner. Whether one comes before another is for
 * the lanes to say.
 */
export const poolOf = (connection: string, orgId: string, type: EventType): string =>
  `pool/${connection}/${orgId}/${type}`;

/** The type of the events of a pool. */
export const typeOfPool = (pool: string): EventType => pool.slice(pool.lastIndexOf('/') + 1) as EventType;
