import type { X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachmentsOf } from '../channels/as2/attachments.ts';
import { readInto } from '../channels/as2/body.ts';
import type { Signer } from '../channels/as2/cms/signed-data.ts';
import { processed } from '../channels/as2/disposition.ts';
import { identitiesOf } from '../channels/as2/identity/identity.ts';
import { writeMdn } from '../channels/as2/mdn.ts';
import { readParameters } from '../channels/as2/mime/parameters.ts';
import { type Layers, openMessage } from '../channels/as2/open-message.ts';
import type { Context } from '../flows/context.ts';
import { openHubKeys } from '../flows/hub-keys.ts';
import { roles as allRoles, type Config } from './config.ts';
import { carrierSigner, type DemoPartners, makeDemoPartners, readDemoPartners, stationPath } from './demo-partners.ts';
import { demoFile } from './seed.ts';

const limitBytes = 50 * 1024 * 1024;
const patienceMs = 30_000;

export interface Station {
  readonly port: number;
  close(): Promise<void>;
}

/** A message or a receipt of AS2, opened. */
export async function openAs2(
  { headers, body }: { readonly headers: IncomingMessage['headers']; readonly body: Buffer },
  { recipient, trusted }: { readonly recipient: Signer; readonly trusted: readonly X509Certificate[] },
) {
  const layers: Layers = {};
  const fields = new Map(Object.entries(headers).flatMap(([n, v]) => (typeof v === 'string' ? [[n, v] as const] : [])));
  const entity = { headers: fields, type: readParameters(fields.get('content-type') ?? ''), body };
  const opened = await openMessage(entity, { recipients: [recipient], trusted, limitBytes }, layers);
  return { layers, ...opened };
}

/** A message that a station took. */
export interface Taken {
  /** AS2-To: how the station was called. */
  readonly to: string;
  readonly fileName: string;
  readonly text: string;
}

/**
 * A partner's AS2 station, on loopback: it decrypts what the hub sends, checks its signature and answers with a signed receipt.
 * @param of.port 0 for any that is free
 * @throws when the port is taken
 */
export async function openStation(of: {
  readonly port: number;
  readonly own: () => Signer;
  /** The certificates that the hub signs with. */
  readonly trusted: () => Promise<readonly X509Certificate[]>;
  /** Gets what came, before the receipt goes out; it is not kept unless given. */
  readonly take?: (taken: Taken) => void;
}): Promise<Station> {
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { 'message-id': messageId, 'as2-to': ownId = '' } = request.headers;
    if (request.method !== 'POST' || request.url !== stationPath || messageId === undefined)
      return response.writeHead(404).end();
    const bounds = { limitBytes, patienceMs, room: { take: () => undefined, release: () => undefined } };
    const body = await readInto(request, bounds);
    const signer = of.own();
    const opened = await openAs2(
      { headers: request.headers, body },
      { recipient: signer, trusted: await of.trusted() },
    );
    const mic = await opened.mic(opened.layers.signed?.digest ?? 'sha-256');
    const receiver = String(ownId);
    if (of.take)
      for (const { fileName = '', bytes } of attachmentsOf(opened.content, true))
        of.take({ to: receiver, fileName, text: Buffer.from(bytes).toString('latin1') });
    const written = await writeMdn(
      {
        receiver,
        messageId: String(messageId),
        disposition: processed,
        mic,
        text: 'Taken.',
      },
      { signer, digest: 'sha-256', at: new Date() },
    );
    return response
      .writeHead(200, { 'Content-Type': written.contentType, 'AS2-From': receiver })
      .end(Buffer.concat(written.body));
  };
  const server = createServer((request, response) => {
    take(request, response).catch((error: Error) => response.writeHead(400).end(error.message));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(of.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** What the partners of the demo have on their side, and the carrier's station, running. */
interface OnTheirSide {
  readonly partners?: DemoPartners | undefined;
  readonly station?: Station | undefined;
  /** Why there is no station, where there should be one. */
  readonly trouble?: string;
}

/**
 * Opens the station beside a hub that is a single process. A demo of several processes, or of before there were other channels, exchanges over HTTPS.
 * @param hub the hub's context once it runs
 */
export async function partnersOfDemo(
  { roles }: Pick<Config, 'roles'>,
  home: string,
  hub: () => Context | undefined,
): Promise<OnTheirSide> {
  const known = readDemoPartners(home);
  if (roles.length < allRoles.length || (!known && demoFile(home) !== undefined)) return { partners: known };
  let own: Signer | undefined = known && carrierSigner(known);
  const trusted = async () => certificatesOf(hub());
  try {
    const station = await openStation({ port: known?.carrier.port ?? 0, own: () => own!, trusted });
    const partners = known ?? (await makeDemoPartners(home, new Date(), station.port));
    own ??= carrierSigner(partners);
    return { partners, station };
  } catch (error) {
    const trouble = `The AS2 station of the demo's carrier cannot be opened: ${(error as Error).message}. What is for it waits.`;
    return { partners: known, trouble };
  }
}

async function certificatesOf(context: Context | undefined): Promise<readonly X509Certificate[]> {
  if (!context) return [];
  const keys = openHubKeys(context);
  const all = await Promise.all(
    (['production', 'sandbox'] as const).map((environment) => identitiesOf(keys, environment, context.now())),
  );
  return all.flatMap(({ current, next }) => [current.certificate, ...(next ? [next.certificate] : [])]);
}
