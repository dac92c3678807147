import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { openEgress } from '../../services/channels/egress.ts';
import { webhookChannel } from '../../services/channels/webhook/webhook-channel.ts';
import { newSecret } from '../../services/channels/webhook-signature.ts';
import { secretBox } from '../../services/store/secret-box.ts';
import { against, type Result } from './report.ts';
import { benchKey, benchRig, freePort } from './rig.ts';

const events = 2000;
const shipments = 50;
const atOnce = 4;

/** Webhooks out to a receiver on loopback that answers at once: through the hub, beside the same signed requests without it. */
export async function benchWebhooks(): Promise<readonly Result[]> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(204).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  process.env.CROSSDOCK_PRIVATE_NETWORKS = '127.0.0.0/8';
  const rig = await benchRig();
  try {
    const database = await rig.database('webhooks', 1);
    const db = knexFactory({ client: 'pg', connection: database.url, pool: { min: 0, max: 4 } });
    const hub = await rig.hub(database.url, 'api,worker', await freePort());
    const direct = await byHand(url);
    const apart = await throughHub(db, url, false);
    const inOrder = await throughHub(db, url, true);
    await hub.stop();
    await db.destroy();
    return [
      against('webhooks/s, none waits for another', apart, 'posts/s', 'without the hub', direct),
      against(`webhooks/s, in order of ${shipments} shipments`, inOrder, 'posts/s', 'without the hub', direct),
    ];
  } finally {
    delete process.env.CROSSDOCK_PRIVATE_NETWORKS;
    await rig.stop();
    server.close();
    server.closeAllConnections();
  }
}

const dataOf = (subject: string) => ({ shipmentId: subject, milestone: 'departed-pickup' });

/** The channel alone: as many requests at once as the hub makes. */
async function byHand(url: string): Promise<number> {
  const channel = webhookChannel({ egress: openEgress(['127.0.0.0/8']), now: () => new Date(), newId: randomUUID });
  const settings = { url, secret: newSecret() };
  const at = { id: 'bench', orgId: 'bench', environment: 'production', name: 'bench' } as const;
  let next = 0;
  const run = async () => {
    while (next < events) {
      next += 1;
      const bytes = Buffer.from(JSON.stringify({ id: next, data: dataOf(`WH/OUT/${next}`) }));
      await channel.deliver({ id: `event${next}`, fileName: 'shipment.milestone.v1', bytes }, settings, at);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, run));
  return events / ((performance.now() - start) / 1000);
}

async function throughHub(db: Knex, url: string, ordered: boolean): Promise<number> {
  const { id: orgId } = await db('organization').where({ kind: 'carrier' }).first('id');
  const endpointId = uuidv7();
  const of = { org_id: orgId, environment: 'production' };
  await db('channel_endpoint').insert({
    ...{ ...of, id: endpointId, name: `bench ${endpointId}`, channel: 'webhook', created_at: new Date() },
    settings: JSON.stringify({ url, ordered }),
    ...{ secrets: JSON.stringify({ secret: secretBox([benchKey]).seal(newSecret()) }), secret_names: ['secret'] },
  });
  const rows = Array.from({ length: events }, (_, nth) => {
    const [id, subject] = [uuidv7(), `WH/OUT/${nth % shipments}`];
    return { id, subject, lane: `webhook/${endpointId}/${ordered ? subject : id}` };
  });
  const start = performance.now();
  await db.transaction(async (tx) => {
    const at = new Date();
    await tx.batchInsert(
      'event',
      rows.map(({ id, subject }) => ({
        ...{ ...of, id, subject, type: 'shipment.milestone.v1', occurred_at: at, received_at: at },
        ...{ data: JSON.stringify(dataOf(subject)), provenance: '{}' },
      })),
      500,
    );
    await tx.batchInsert(
      'delivery',
      rows.map(({ id, lane }) => ({
        ...{
          ...of,
          id: uuidv7(),
          event_id: id,
          destination: 'webhook',
          place: endpointId,
          endpoint_id: endpointId,
          lane,
        },
      })),
      500,
    );
    const lanes = [...new Set(rows.map(({ lane }) => lane))];
    await tx.batchInsert(
      'wake_up',
      lanes.map((key) => ({ topic: 'lane', key, owner_id: orgId })),
      500,
    );
  });
  for (;;) {
    const row = await db('delivery').where({ endpoint_id: endpointId, state: 'applied' }).count({ n: '*' }).first();
    // The hub may have had something to say of its own in the meantime.
    if (Number(row?.n) >= events) return events / ((performance.now() - start) / 1000);
    await wait(20);
  }
}
