import type { NewExchange } from '../../domain/exchange.ts';
import type { Host, HostedEndpoint, KnownExchange, Room } from '../host.ts';
import { type Around, identitiesIn } from './around.ts';
import { As2Fault } from './as2-fault.ts';
import { owedReceipt } from './async-receipts.ts';
import { type Attachment, attachmentsOf } from './attachments.ts';
import { digestNames } from './cms/algorithms.ts';
import { type Disposition, dispositionOf, dispositionText, processed } from './disposition.ts';
import { type As2ExchangeDetail, shownLayers } from './exchange-detail.ts';
import type { Identities } from './identity/identity.ts';
import { isMdn, writeMdn } from './mdn.ts';
import { type Mic, writeMic } from './mic.ts';
import type { Entity } from './mime/entity.ts';
import { writeId } from './names.ts';
import { type Layers, type OpenedMessage, openMessage } from './open-message.ts';
import { formOf } from './our-receipt.ts';
import { enforcePolicy } from './policy.ts';
import { type MessageHeader, receiptDigest } from './request-header.ts';
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

/**
 * What comes of it: the entry that is on disk; a refusal that was only counted, because there were many of nobody who has shown who he is; or a receipt for a message of
 * ours that it turned out to be.
 */
export type Outcome =
  | { readonly kind: 'message'; readonly exchange: KnownExchange }
  | { readonly kind: 'counted'; readonly fault: As2Fault }
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
    const mics = await micsOf(opened, arrived, layers);
    const text = `The message ${header.messageId} was taken: ${files.length === 1 ? 'one file' : `${files.length} files`}.`;
    const exchange = await entry(around, arrived, identities, { layers, files, mics, disposition: processed, text });
    const taken = await host.take(endpoint, arrivalsOf(files, header), exchange, { once: true });
    return { kind: 'message', exchange: taken.exchange };
  } catch (error) {
    if (!(error instanceof As2Fault)) throw error;
    return refuse(around, host, arrived, { fault: error, layers });
  }
}

/** Refuses a message: its entry says why; where nobody has shown who he is, those beyond the first are only counted. */
export async function refuse(
  around: Around,
  host: Host<As2Settings>,
  arrived: Arrived,
  { fault, layers }: { readonly fault: As2Fault; readonly layers: Layers },
): Promise<Exclude<Outcome, { kind: 'receipt' }>> {
  const { endpoint, settings } = arrived;
  const identities = await identitiesIn(around, endpoint.environment);
  const disposition = dispositionOf(fault.modifier);
  const make = () => entry(around, arrived, identities, { layers, disposition, text: fault.message });
  // A signature that was verified, or the user name and password that the endpoint wants.
  const isKnown = layers.signed !== undefined || settings.inUser !== undefined;
  const noted = isKnown
    ? await host.note(endpoint, await make())
    : await host.refuse(endpoint, `Refused, ${dispositionText(disposition)}: ${fault.message}`, make);
  return noted ? { kind: 'message', exchange: noted } : { kind: 'counted', fault };
}

/**
 * The digests over what arrived, the one of the receipt first. Of a signed message that is its signature's; of any other all of them, so that whoever asks once more
 * in another way gets the one that it asks for then.
 */
async function micsOf(
  opened: OpenedMessage,
  { header: { wants } }: Arrived,
  { signed }: Layers,
): Promise<readonly Mic[]> {
  const first = receiptDigest(wants, signed?.digest);
  const mics: Mic[] = [];
  for (const digest of signed ? [first] : [first, ...digestNames.filter((one) => one !== first)])
    mics.push(await opened.mic(digest));
  return mics;
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
    transportId: `as2 ${writeId(from)} ${writeId(to)} ${messageId} ${place}`,
  }));

interface Result {
  readonly layers: Layers;
  readonly disposition: Disposition;
  readonly text: string;
  readonly files?: readonly Attachment[];
  readonly mics?: readonly Mic[];
}

async function entry(
  around: Around,
  { header, settings, detail }: Arrived,
  { current }: Identities,
  { layers, disposition, text, files, mics = [] }: Result,
): Promise<NewExchange> {
  const { wants, messageId } = header;
  const form = formOf(wants, settings.allowSha1);
  const [mic] = mics;
  const isGood = disposition === processed;
  const [file] = files ?? [];
  const whole: As2ExchangeDetail = {
    ...detail,
    ...shownLayers(layers),
    ...(file?.fileName !== undefined && { fileName: file.fileName }),
    ...(files && files.length > 1 && { files: files.length }),
    ...(mic && {
      mic: Object.fromEntries(mics.map(({ digest, value }) => [digest, value])),
      receivedMic: writeMic(mic),
    }),
    receipt: { mode: wants.mode, signed: form.signed, digest: form.digest, micDigest: form.mic },
    ...{ disposition: dispositionText(disposition), says: text },
  };
  const signing = form.signed && { signer: current, digest: form.digest, at: around.now() };
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
    ...(wants.url !== undefined && { owed: owedReceipt(wants.url, form) }),
  };
}
