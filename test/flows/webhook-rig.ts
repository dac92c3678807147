import { newSecret } from '../../services/channels/webhook-signature.ts';
import { addEndpoint, type EndpointBy } from '../../services/flows/endpoints.ts';
import { watch } from '../../services/flows/watch.ts';
import { findEndpoint } from '../../services/store/endpoints.ts';
import { listExchanges } from '../../services/store/exchanges.ts';
import { type Receiver, receiver } from '../support/receiver.ts';
import { type FlowRig, flowRig, type Profile, sample, under } from './rig.ts';

/** A flow rig whose partners take webhooks. */
export interface WebhookRig {
  readonly rig: FlowRig;
  readonly by: EndpointBy;
  /** A receiver and an endpoint that posts to it. */
  add(
    profile: Profile,
    name: string,
    settings?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly id: string; readonly secret: string; readonly at: Receiver }>;
  endpoint(id: string): Promise<NonNullable<Awaited<ReturnType<typeof findEndpoint>>>>;
  deliveries(endpointId: string): Promise<
    readonly {
      id: string;
      state: string;
      attempts: number;
      reason: string | null;
      subject: string;
      lane: string;
      event_id: string;
      due_at: Date | null;
    }[]
  >;
  log(endpointId: string): ReturnType<typeof listExchanges>;
  /** A further 214 of the carrier, of one event. @returns the event's id */
  milestone(shipment?: string): Promise<string>;
  /** Works off all lanes that are due after so many milliseconds. */
  after(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function webhookRig(transfers = 1): Promise<WebhookRig> {
  const rig = await flowRig({ transfers });
  const { context, orgs } = rig;
  const { system } = context.db;
  const by: EndpointBy = { actor: 'test', by: { kind: 'hub' }, side: 'team' };
  const receivers: Receiver[] = [];
  let control = 700;
  return {
    ...{ rig, by },
    add: async (profile, name, settings = {}) => {
      const at = await receiver();
      receivers.push(at);
      const secret = newSecret();
      const given = { url: at.url, secret, ...settings };
      const wanted = { environment: 'production', name, channel: 'webhook', settings: given } as const;
      return { id: await addEndpoint(context, orgs[profile], wanted, by), secret, at };
    },
    endpoint: async (id) => (await findEndpoint(system, id))!,
    deliveries: (endpointId) =>
      system('delivery as d')
        .join('event as e', 'e.id', 'd.event_id')
        .where({ 'd.endpoint_id': endpointId })
        .orderBy('d.seq')
        .select('d.*', 'e.subject'),
    log: (endpointId) => listExchanges(system, { endpointId, limit: 200 }),
    milestone: async (shipment) => {
      control += 1;
      const text = under(String(control).padStart(9, '0'), sample('standard-carrier', '214-departed'));
      const id = await rig.bring(
        'standard-carrier',
        shipment === undefined ? text : text.replaceAll('WH/OUT/00001', shipment),
      );
      const [event] = await system('event').where({ document_id: id }).orderBy('seq').pluck('id');
      return event as string;
    },
    after: async (ms) => {
      context.pass(ms);
      await watch(context);
      await rig.work();
    },
    close: async () => {
      for (const one of receivers) await one.close();
      await rig.close();
    },
  };
}
