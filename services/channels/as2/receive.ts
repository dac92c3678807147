import type { NewExchange } from '../../domain/exchange.ts';
import type { Host, HostedEndpoint, KnownExchange, Room } from '../host.ts';
import { type Around, identitiesIn } from './around.ts';
import { As2Fault } from './as2-fault.ts';
import { type Attachment, attachmentsOf } from './attachments.ts';
import { type Disposition, dispositionOf, dispositionText, processed } from './disposition.ts';
import { type As2ExchangeDetail, shownLayers } from './exchange-detail.ts';
import type { Identities } from './identity/identity.ts';
import { isMdn, writeMdn } from './mdn.ts';
import { type Mic, writeMic } from './mic.ts';
import type { Entity } from './mime/entity.ts';
import { type Layers, type OpenedMessage, openMessage } from './open-message.ts';
import { enforcePolicy } from './policy.ts';
import { type MessageHeader, receiptDigest, signingDigest } from './request-header.ts';
import { type As2Settings, partnerCertificates, type WholeSettings } from './settings.ts';

/** A message that has arrived whole, of a known partner. */
export interface Arrived {
  readonly header: MessageHeader & { readonly messageId: string };
  readonly entity: Entity;
  readonly endpoint: HostedEndpoint<As2Settings>;
  readonly settings: WholeSettings;
  readonly room: Room;
  readonly detail: As2ExchangeDetail;
}

/** What comes of it: the receipt that is on disk, or a receipt for a message of ours that it turned out to be. */
export type Outcome =
  | { readonly kind: 'message'; readonly exchange: KnownExchange }
  | { readonly kind: 'receipt'; readonly opened: OpenedMessage; readonly layers: Layers };

/** Opens a message, stores what is in it and makes its receipt; all of that is on disk when it returns. @throws CodedError when it cannot be stored now */
export async function receive(around: Around, host: Host<As2Settings>, arrived: Arrived): Promise<Outcome> {
  const { endpoint, settings, header } = arrived;
  const identities = await identitiesIn(around, endpoint.environment);
  const layers: Layers = {};
  try {
    const opened = await open(around, arrived, identities, layers);
    if (isMdn(opened.content)) return { kind: 'receipt', opened, layers };
    enforcePolicy(layers, settings);
    if (header.wants.digestsUnknown) throw new As2Fault('unsupported MIC-algorithms');
    const files = checkedFiles(attachmentsOf(opened.content, settings.fileNames), around.limitBytes);
    for (const { bytes } of files) {
      const why = await host.tooLarge(endpoint, bytes);
      if (why !== undefined) throw new As2Fault('unexpected-processing-error', `${why} Nothing was stored.`);
    }
    const mic = await opened.mic(receiptDigest(header.wants, layers.signed?.digest));
    const text = `The message ${header.messageId} was taken: ${files.length === 1 ? 'one file' : `${files.length} files`}.`;
    const exchange = await entry(around, arrived, identities, { layers, files, mic, disposition: processed, text });
    const taken = await host.take(endpoint, arrivalsOf(files, header), exchange, { once: true });
    return { kind: 'message', exchange: taken.exchange };
  } catch (error) {
    if (!(error instanceof As2Fault)) throw error;
    const disposition = dispositionOf(error.modifier);
    const exchange = await entry(around, arrived, identities, { layers, disposition, text: error.message });
    const noted = await host.note(endpoint, exchange);
    if (!noted) throw new Error('An entry for a known endpoint was not written.');
    return { kind: 'message', exchange: noted };
  }
}

function open(around: Around, { entity, settings, room }: Arrived, identities: Identities, layers: Layers) {
  const { trusted } = partnerCertificates(settings, around.now());
  const opening = {
    ...{ recipients: identities.all, trusted, limitBytes: around.limitBytes + envelopeBytes },
    room: (bytes: number) => room.take(bytes),
  };
  return openMessage(entity, opening, layers);
}

// What may stand around the largest document: header fields, a signature with its certificates.
export const envelopeBytes = 256 * 1024;

function checkedFiles(files: readonly Attachment[], limitBytes: number): readonly Attachment[] {
  if (files.length === 0 || files.some(({ bytes }) => bytes.byteLength === 0))
    throw new As2Fault('unexpected-processing-error', 'It holds no document, or an empty one. Nothing was stored.');
  if (files.some(({ bytes }) => bytes.byteLength > limitBytes))
    throw new As2Fault('unexpected-processing-error', 'A document in it is larger than is taken. Nothing was stored.');
  return files;
}

/** Each file by itself is recognised by the message and its place in it. */
const arrivalsOf = (files: readonly Attachment[], { from, to, messageId }: Arrived['header']) =>
  files.map(({ bytes, fileName }, place) => ({
    bytes,
    ...(fileName !== undefined && { fileName }),
    transportId: `as2 ${from} ${to} ${messageId} ${place}`,
  }));

interface Result {
  readonly layers: Layers;
  readonly disposition: Disposition;
  readonly text: string;
  readonly files?: readonly Attachment[];
  readonly mic?: Mic;
}

async function entry(
  around: Around,
  { header, settings, detail }: Arrived,
  { current }: Identities,
  { layers, disposition, text, files, mic }: Result,
): Promise<NewExchange> {
  const { wants, messageId } = header;
  const isGood = disposition === processed;
  const [file] = files ?? [];
  const whole: As2ExchangeDetail = {
    ...detail,
    ...shownLayers(layers),
    ...(file?.fileName !== undefined && { fileName: file.fileName }),
    ...(files && files.length > 1 && { files: files.length }),
    ...(mic && { mic: { [mic.digest]: mic.value }, receivedMic: writeMic(mic) }),
    ...{ disposition: dispositionText(disposition), says: text },
  };
  const signing = wants.signed && {
    ...{ signer: current, digest: signingDigest(wants, settings.allowSha1), at: around.now() },
  };
  const mdn = { receiver: settings.ourId, messageId, disposition, mic, text };
  const written = wants.mode === 'none' ? undefined : await writeMdn(mdn, signing || undefined);
  const name = file?.fileName ?? messageId;
  return {
    ...{ kind: 'message', direction: 'in', state: isGood ? 'done' : 'refused', transportId: messageId },
    summary: isGood ? `Took ${name}` : `Refused, ${dispositionText(disposition)}: ${text}`,
    detail: { ...whole },
    ...(written && {
      body: Buffer.concat([Buffer.from(`Content-Type: ${written.contentType}\r\n\r\n`), ...written.body]),
    }),
  };
}

/** The receipt that stands in an entry, as it goes out. */
export function storedReceipt({
  body,
}: KnownExchange): { readonly contentType: string; readonly body: Buffer } | undefined {
  const end = body?.indexOf('\r\n\r\n') ?? -1;
  if (!body || end < 0) return undefined;
  const contentType = body.toString('latin1', 0, end).replace(/^content-type:\s*/i, '');
  return { contentType, body: body.subarray(end + 4) };
}
