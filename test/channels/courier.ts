import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Channel, EndpointIdentity, Outgoing } from '../../services/channels/channel.ts';
import { HandoverError } from '../../services/channels/handover-error.ts';
import type { Host, HostedEndpoint } from '../../services/channels/host.ts';
import type { ChannelSchema } from '../../services/channels/schema.ts';
import { tooLarge } from '../../services/channels/too-large.ts';
import { CodedError, classifyError } from '../../services/domain/errors.ts';

// A channel that only tests have: couriers bring parcels by HTTP and sign for what they take away.

export interface CourierSettings {
  readonly depot: string;
  readonly password: string;
  readonly licenceEnds?: string;
}

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Courier',
  description: 'Parcels by hand.',
  type: 'object',
  properties: {
    depot: { type: 'string', title: 'Depot', description: 'Where the parcels go.', minLength: 1 },
    password: { type: 'string', title: 'Password', description: 'Said at the door.', 'x-secret': true, minLength: 4 },
    licenceEnds: { type: 'string', title: 'Licence ends', description: 'The last day of the licence.', format: 'date' },
  },
  required: ['depot', 'password'],
  additionalProperties: false,
} as unknown as ChannelSchema;

/** @param limitBytes the largest parcel */
export function courierChannel(limitBytes: number) {
  /** What lies at each depot, by the id under which it was handed over; what was signed for is gone and stays known. */
  const depots = new Map<string, Map<string, Outgoing & { signed: boolean }>>();
  const at = (depot: string) => depots.get(depot) ?? depots.set(depot, new Map()).get(depot)!;
  const channel: Channel<never, CourierSettings> = {
    ...{ name: 'courier', schema, outbound: 'push', setUpBy: 'both' },
    ingress: {
      kind: 'http',
      path: '/courier',
      handle: (request, response, host) => callAt(request, response, host, limitBytes),
    },
    open: () => Promise.reject(new Error('Requests are opened where they are answered.')),
    reply: () => Promise.resolve(),
    deliver: async (outgoing, { depot, password }) => {
      const detail = { fileName: outgoing.fileName, depot };
      if (depot === 'closed')
        throw new HandoverError('channel.unreachable', {
          detail: `Nobody opens at ${depot} to ${password}.`,
          exchange: { kind: 'message', direction: 'out', state: 'failed', summary: `Said ${password} in vain`, detail },
        });
      if (!at(depot).has(outgoing.id)) at(depot).set(outgoing.id, { ...outgoing, signed: false });
      const receipt = { transportId: outgoing.id, dueAt: new Date('2027-01-01T00:00:00Z') };
      const exchange = {
        kind: 'message',
        direction: 'out',
        state: 'waits',
        summary: 'Lies at the depot',
        transportId: outgoing.id,
        detail,
      } as const;
      return { state: 'waits', detail: `At the depot ${depot}`, receipt, exchange };
    },
    test: async ({ depot, password }) =>
      depot === 'closed'
        ? {
            ...{ works: false, says: [`Nobody opens to ${password}.`] },
            failed: [
              { says: `Nobody opens to ${password}.`, remedy: 'Come when the depot is open, or set another one.' },
            ],
          }
        : { works: true, says: [`${depot} opens to ${password}.`], failed: [] },
    checkSettings: ({ depot }) => (depot === 'nowhere' ? [{ setting: 'depot', message: 'is no place' }] : []),
    tell: async ({ depot }, { baseUrl, endpoint }) => [
      { label: 'Bring parcels to', value: `${baseUrl}/courier/${endpoint.id}`, help: `For ${depot}.` },
    ],
    facts: ({ depot }) => [{ label: 'Depot', value: depot.toUpperCase() }],
    expires: ({ licenceEnds }) =>
      licenceEnds === undefined ? [] : [{ what: 'The licence', at: new Date(licenceEnds) }],
  };
  return { channel, at };
}

async function callAt(
  request: IncomingMessage,
  response: ServerResponse,
  host: Host<CourierSettings>,
  limitBytes: number,
): Promise<void> {
  const say = (status: number, text: string) => response.writeHead(status).end(text);
  const [id = '', action] = (request.url ?? '').split('/').slice(1);
  const endpoint = (await host.endpoints()).find((one) => one.id === id);
  if (!endpoint) {
    await host.note(undefined, {
      kind: 'message',
      direction: 'in',
      state: 'refused',
      summary: `A courier of ${id} is not known.`,
    });
    return void say(404, 'unknown');
  }
  if (request.headers['x-password'] !== endpoint.settings.password) return void say(401, 'wrong password');
  if (action === 'receipt') {
    const { state, documentId } = JSON.parse((await buffer(request)).toString('utf8')) as {
      state: 'delivered' | 'failed';
      documentId: string;
    };
    const exchange = {
      kind: 'receipt',
      direction: 'in',
      state: 'done',
      summary: `Signed: ${state}`,
      transportId: documentId,
    } as const;
    const isNew = await host.receipt(endpoint, documentId, { state, detail: `Signed: ${state}`, exchange });
    return void say(200, isNew ? 'noted' : 'known');
  }
  await bring(request, say, host, endpoint, limitBytes);
}

async function bring(
  request: IncomingMessage,
  say: (status: number, text: string) => unknown,
  host: Host<CourierSettings>,
  endpoint: HostedEndpoint<CourierSettings> & EndpointIdentity,
  limitBytes: number,
): Promise<void> {
  const fileName = Buffer.from(String(request.headers['x-name']), 'latin1').toString('utf8').split('/').at(-1)!;
  const detail = { fileName, password: endpoint.settings.password };
  const room = host.room(endpoint.orgId);
  try {
    await host.admit(endpoint);
    const bytes = await buffer(request);
    room.take(bytes.length);
    if (bytes.length === 0) throw new CodedError('inbox.empty');
    if (bytes.length > limitBytes) throw tooLarge(limitBytes);
    const { taken } = await host.take(endpoint, [{ bytes, fileName }], {
      kind: 'message',
      direction: 'in',
      state: 'done',
      summary: `Took ${fileName}`,
      detail,
    });
    say(
      200,
      taken.state === 'stored' && taken.documents.every((one) => one.fault === undefined) ? 'accepted' : 'faulty',
    );
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { status, detail: why } = classifyError(error).http;
    await host.note(endpoint, { kind: 'message', direction: 'in', state: 'refused', summary: why, detail });
    say(status, why);
  } finally {
    room.release();
  }
}
