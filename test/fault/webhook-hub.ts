import { get } from 'node:http';
import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { newSecret } from '../../services/channels/webhook-signature.ts';
import { secretBox } from '../../services/store/secret-box.ts';
import { testKeys } from '../support/seed.ts';

/** The network in which the receivers of tests are. */
export const loopback = { CROSSDOCK_PRIVATE_NETWORKS: '127.0.0.0/8' };

/** A webhook of the carrier of the demo, before a hub runs. */
export async function insertWebhook(db: Knex, of: { readonly url: string; readonly ordered?: boolean }) {
  const { id: orgId } = await db('organization').where({ kind: 'carrier' }).first('id');
  const [id, secret] = [uuidv7(), newSecret()];
  await db('channel_endpoint').insert({
    ...{ id, org_id: orgId, environment: 'production', name: `hook ${id}`, channel: 'webhook', created_at: new Date() },
    settings: JSON.stringify({ url: of.url, ordered: of.ordered ?? false }),
    ...{ secrets: JSON.stringify({ secret: secretBox(testKeys).seal(secret) }), secret_names: ['secret'] },
  });
  return { id, secret };
}

/** What becomes of the deliveries of an endpoint, by state. */
export async function statesAt(db: Knex, endpointId: string): Promise<Record<string, number>> {
  const rows = await db('delivery').where({ endpoint_id: endpointId }).select<{ state: string }[]>('state');
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  return states;
}

/** A live screen: ids of the documents that it was told of. */
export async function liveScreen(
  url: string,
  login: { readonly email: string; readonly password: string },
): Promise<{ readonly told: ReadonlySet<string>; close(): void }> {
  const signedIn = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const told = new Set<string>();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const request = get(`${url}/v1/stream`, { headers: { cookie } }, (response) => {
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      for (const [, id] of text.matchAll(/"documentId":"([^"]+)"/g)) told.add(id!);
      resolve();
    });
    response.on('error', () => undefined);
  });
  request.once('error', reject);
  await promise;
  request.on('error', () => undefined);
  return { told, close: () => request.destroy() };
}
