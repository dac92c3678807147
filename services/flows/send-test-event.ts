import { HandoverError } from '../channels/handover-error.ts';
import { CodedError } from '../domain/errors.ts';
import type { EventType } from '../domain/events.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { sampleEvent } from '../domain/sample-event.ts';
import { insertExchange } from '../store/exchanges.ts';
import type { Context } from './context.ts';
import { settingsOf } from './endpoint-in-use.ts';
import type { EndpointKey } from './endpoints.ts';
import { eventEndpoint } from './event-endpoint.ts';

export interface TestSent {
  readonly exchangeId: string;
  readonly works: boolean;
  /** What came of it, in a sentence. */
  readonly says: string;
  readonly exchange: NewExchange;
}

/** Posts a made-up event to an endpoint, signed like any other and marked as a test. It counts for nothing: neither for the breaker nor among the deliveries. */
export async function sendTestEvent(context: Context, key: EndpointKey, type: EventType): Promise<TestSent> {
  const { endpoint, channel } = await context.db.scoped('*', (tx) => eventEndpoint(context, tx, key));
  const exchangeId = context.newId();
  const event = sampleEvent(type, { id: `test_${exchangeId}`, orgId: endpoint.orgId, at: context.now() });
  const outgoing = { id: event.id, fileName: type, bytes: Buffer.from(JSON.stringify(event)) };
  const sent = await attempt(async () => {
    const { detail: says, exchange } = await channel.deliver(outgoing, settingsOf(context, endpoint), endpoint);
    return { works: true, says: `${says}.`, exchange };
  });
  const { works, says } = sent;
  const state = works ? 'done' : 'failed';
  const made: NewExchange = sent.exchange ?? { kind: 'event', direction: 'out', state, summary: says };
  const exchange = { ...made, detail: { ...made.detail, test: true } };
  await insertExchange(context.db.system, endpoint, { ...exchange, id: exchangeId, at: context.now() });
  return { exchangeId, works, says, exchange };
}

interface Attempt {
  readonly works: boolean;
  readonly says: string;
  readonly exchange?: NewExchange | undefined;
}

async function attempt(work: () => Promise<Attempt>): Promise<Attempt> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const says = error.more.detail ?? error.message;
    return { works: false, says, ...(error instanceof HandoverError && { exchange: error.exchange }) };
  }
}
