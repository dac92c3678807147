import type { X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachmentsOf } from '../../../services/channels/as2/attachments.ts';
import {
  type BuiltMessage,
  buildMessage,
  relatedPart,
  type ToBuild,
} from '../../../services/channels/as2/build-message.ts';
import { type Disposition, dispositionText, processed } from '../../../services/channels/as2/disposition.ts';
import { isMdn, readMdn, writeMdn } from '../../../services/channels/as2/mdn.ts';
import { type Mic, writeMic } from '../../../services/channels/as2/mic.ts';
import { readParameters } from '../../../services/channels/as2/mime/parameters.ts';
import { type Layers, openMessage } from '../../../services/channels/as2/open-message.ts';
import { type As2Settings, wholeSettings } from '../../../services/channels/as2/settings.ts';
import { type TestIdentity, testIdentity } from './keys.ts';

/** What arrived at the partner: a message, opened. */
export interface AtPartner {
  readonly messageId: string;
  readonly headers: IncomingMessage['headers'];
  readonly files: readonly { readonly fileName?: string; readonly bytes: Uint8Array }[];
  readonly layers: Layers;
  readonly mic: Mic;
}

/** What the partner answers a message with. */
export type Answering = (message: AtPartner, response: ServerResponse) => Promise<void> | void;

/** What the hub answered to a message of the partner. */
export interface HubAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** The receipt, opened, where it was one. */
  readonly mdn?: {
    readonly disposition: string;
    readonly mic?: string;
    readonly messageId?: string;
    readonly text: string;
    readonly signed: boolean;
  };
}

export interface Sent {
  readonly messageId?: string;
  /** How it is packed; as the endpoint wants it unless given. */
  readonly pack?: Partial<As2Settings>;
  /** Signs instead of the partner's own. */
  readonly as?: TestIdentity;
  /** Encrypted for another certificate than the hub's. */
  readonly forCertificate?: X509Certificate;
  readonly fields?: Readonly<Record<string, string>>;
  /** Changes the bytes on their way. */
  readonly spoil?: (body: Buffer) => Buffer;
}

/** An AS2 partner on loopback: sends, and answers what it is sent. */
export interface Partner {
  readonly identity: TestIdentity;
  readonly url: string;
  readonly arrived: AtPartner[];
  /** Bytes of receipts that came by themselves, opened. */
  readonly receipts: HubAnswer[];
  answering: Answering;
  /** One more certificate of the hub that its signatures count by. */
  trusts(certificate: X509Certificate): void;
  send(hubUrl: string, files: readonly ToBuild[], options?: Sent): Promise<HubAnswer>;
  /** A receipt for a message, posted by itself. */
  sendReceipt(
    hubUrl: string,
    message: Pick<AtPartner, 'messageId' | 'mic'>,
    disposition?: Disposition,
    as?: TestIdentity,
  ): Promise<HubAnswer>;
  close(): Promise<void>;
}

export async function openPartner(
  ids: { readonly ourId: string; readonly partnerId: string },
  hubCertificate: () => Promise<X509Certificate>,
): Promise<Partner> {
  const identity = await testIdentity('partner');
  const arrived: AtPartner[] = [];
  const receipts: HubAnswer[] = [];
  const more: X509Certificate[] = [];
  const opened = async (headers: IncomingMessage['headers'], body: Buffer) => {
    const layers: Layers = {};
    const fields = new Map(Object.entries(headers).flatMap(([n, v]) => (typeof v === 'string' ? [[n, v]] : [])));
    const entity = { headers: fields, type: readParameters(fields.get('content-type') ?? ''), body: Buffer.from(body) };
    const opening = { recipients: [identity], trusted: [await hubCertificate(), ...more], limitBytes: 600_000_000 };
    return { layers, ...(await openMessage(entity, opening, layers)) };
  };
  const withMdn = async (answer: Omit<HubAnswer, 'mdn'>): Promise<HubAnswer> => {
    if (!/^multipart\/(signed|report)/.test(answer.headers['content-type'] ?? '')) return answer;
    const { content, layers } = await opened(answer.headers, answer.body);
    const { disposition, mic, messageId, text } = readMdn(content);
    return {
      ...answer,
      mdn: {
        ...{ disposition: disposition ? dispositionText(disposition) : '', text, signed: layers.signed !== undefined },
        ...(mic && { mic: writeMic(mic) }),
        ...(messageId !== undefined && { messageId }),
      },
    };
  };
  const self: Partner = {
    ...{ identity, arrived, receipts, url: '' },
    trusts: (certificate) => void more.push(certificate),
    answering: async (message, response) => answerMdn(self, ids, message, response),
    async send(hubUrl, files, options = {}) {
      const built = await buildFor(self, files, {
        ids,
        options,
        recipient: options.forCertificate ?? (await hubCertificate()),
      });
      const fields = {
        ...{
          'AS2-Version': '1.2',
          'AS2-From': ids.partnerId,
          'AS2-To': ids.ourId,
          'Message-ID': options.messageId ?? `<${crypto.randomUUID()}@partner>`,
        },
        ...{ 'Disposition-Notification-To': 'edi@partner.example' },
        'Disposition-Notification-Options':
          'signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha-256, sha1',
        ...Object.fromEntries(built.fields),
        ...options.fields,
      };
      const body = Buffer.concat(built.body);
      return withMdn(await postTo(hubUrl, fields, options.spoil?.(body) ?? body));
    },
    async sendReceipt(hubUrl, { messageId, mic }, disposition = processed, as = identity) {
      const signing = { signer: as, digest: 'sha-256', at: new Date() } as const;
      const mdn = await writeMdn({ receiver: ids.partnerId, messageId, disposition, mic, text: 'As said.' }, signing);
      const fields = {
        'AS2-From': ids.partnerId,
        'AS2-To': ids.ourId,
        'Message-ID': `<mdn-${crypto.randomUUID()}@partner>`,
      };
      return postTo(hubUrl, { ...fields, 'Content-Type': mdn.contentType }, Buffer.concat(mdn.body));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const take = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(incoming);
    const { content, layers, mic } = await opened(incoming.headers, body);
    if (isMdn(content)) {
      receipts.push(await withMdn({ status: 200, headers: incoming.headers, body }));
      return void response.writeHead(200).end();
    }
    const message: AtPartner = {
      ...{ messageId: String(incoming.headers['message-id']), headers: incoming.headers, layers },
      ...{ files: attachmentsOf(content, true), mic: await mic(layers.signed?.digest ?? 'sha-256') },
    };
    arrived.push(message);
    await self.answering(message, response);
  };
  const server = createServer((incoming, response) => {
    take(incoming, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  Object.assign(self, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/as2` });
  return self;
}

/** Answers with a signed receipt. */
export async function answerMdn(
  { identity }: Pick<Partner, 'identity'>,
  { partnerId }: { readonly partnerId: string },
  { messageId, mic }: Pick<AtPartner, 'messageId' | 'mic'>,
  response: ServerResponse,
  more: {
    readonly disposition?: Disposition;
    readonly mic?: Mic | undefined;
    readonly signer?: TestIdentity | undefined;
  } = {},
): Promise<void> {
  const whole = { mic, disposition: processed, signer: identity, ...more };
  const signing = whole.signer && { signer: whole.signer, digest: 'sha-256' as const, at: new Date() };
  const written = await writeMdn({ receiver: partnerId, messageId, ...whole, text: 'As said.' }, signing);
  response
    .writeHead(200, { 'Content-Type': written.contentType, 'AS2-From': partnerId })
    .end(Buffer.concat(written.body));
}

async function buildFor(
  { identity }: Partner,
  files: readonly ToBuild[],
  { ids, options, recipient }: { ids: { ourId: string; partnerId: string }; options: Sent; recipient: X509Certificate },
): Promise<Pick<BuiltMessage, 'fields' | 'body'>> {
  const settings = wholeSettings({
    ...{ ourId: ids.partnerId, partnerId: ids.ourId, url: 'http://x' },
    ...options.pack,
  });
  const packing = { settings, signer: options.as ?? identity, recipient, at: new Date() };
  const [file] = files;
  return buildMessage(files.length === 1 ? file! : relatedPart(files, settings), packing);
}

export function postTo(
  url: string,
  fields: Readonly<Record<string, string>>,
  body: Uint8Array,
): Promise<Omit<HubAnswer, 'mdn'>> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      agent: false,
      headers: { ...fields, 'Content-Length': body.length },
    });
    outgoing.once('response', (response) => {
      bodyOf(response).then(
        (answer) => resolve({ status: response.statusCode!, headers: response.headers, body: answer }),
        reject,
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

export async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
