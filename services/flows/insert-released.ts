import type { EventType } from '../domain/events.ts';
import type { Tx } from '../store/database.ts';
import { envelope } from '../store/deliveries.ts';
import { insertEvents } from '../store/events.ts';
import { termsOf } from './configuration.ts';
import type { Context } from './context.ts';
import { documentDeliveries, webhookDeliveries } from './destinations.ts';
import { eventEndpoints } from './endpoint-in-use.ts';
import type { OdooConnection } from './odoo-connection.ts';

/** What Odoo released, for one partner. */
export interface Released {
  readonly id: string;
  readonly type: EventType;
  readonly subject: string;
  readonly orgId: string;
  readonly data: Record<string, unknown>;
  /** When it was done in Odoo, ISO 8601 UTC. */
  readonly at: string;
}

/** Writes the event of something that Odoo released: it becomes the documents that are agreed, and goes to the webhooks that want it. */
export async function insertReleased(
  tx: Tx,
  context: Context,
  { environment }: Pick<OdooConnection, 'environment'>,
  { id, type, subject, orgId, data, at }: Released,
): Promise<void> {
  const terms = await termsOf(context, orgId, environment);
  if (!terms) throw new Error(`There is no partner ${orgId}.`);
  const webhooks = await eventEndpoints(context, { orgId, environment });
  const event = envelope({ id, orgId, type, subject, occurredAt: new Date(at), data });
  const toWebhooks = webhookDeliveries(event, webhooks, context.newId);
  await insertEvents(tx, { orgId, environment }, [
    {
      ...{ event, documentId: null, setId: null, documentSeq: 0, turn: 0 },
      ...{ receivedAt: context.now(), provenance: {} },
      deliveries: [...documentDeliveries(type, { terms, newId: context.newId }), ...toWebhooks],
    },
  ]);
}
