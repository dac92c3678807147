import type { X509Certificate } from 'node:crypto';
import { As2Fault, faultOf } from './as2-fault.ts';
import type { Cipher, Digest } from './cms/algorithms.ts';
import { CmsError } from './cms/cms-error.ts';
import { decompress } from './cms/compressed-data.ts';
import { decrypt, type Recipient } from './cms/enveloped-data.ts';
import { kindOf } from './cms/kind.ts';
import { readSignedData, type Signature } from './cms/signed-data.ts';
import { type Mic, micOver } from './mic.ts';
import { decodedBody, type Entity, readEntity } from './mime/entity.ts';
import { MimeError } from './mime/mime-error.ts';
import { readMultipart } from './mime/multipart.ts';

/** What opens messages: our keys, the certificates of the partner, and how much may come out. */
export interface Opening {
  readonly recipients: readonly Recipient[];
  readonly trusted: readonly X509Certificate[];
  readonly limitBytes: number;
  /** Told before more is kept in memory; throws when there is no room. */
  readonly room?: ((bytes: number) => void) | undefined;
}

/** What was found around the content of a message, filled while it is opened: what failed is known up to there. */
export interface Layers {
  encrypted?: { readonly cipher: Cipher; readonly keyTransport: string; readonly certificate: X509Certificate };
  signed?: { readonly digest: Digest; readonly scheme: string; readonly certificate: X509Certificate };
  compressed?: true;
}

export interface OpenedMessage {
  readonly content: Entity;
  /** The digest of what the sender holds the receipt against. */
  mic(digest: Digest): Promise<Mic>;
}

const mostLayers = 5;

/**
 * Opens an AS2 message: decrypts, unpacks and verifies, in whatever order it was packed. Its bytes are spoiled.
 * @param outer what the HTTP fields say, and the body
 * @throws As2Fault
 */
export async function openMessage(outer: Entity, opening: Opening, layers: Layers): Promise<OpenedMessage> {
  let entity = outer;
  // What the MIC is over: of a signed message the part as it was signed; else what is inside of the envelopes, with its fields; of a plain one its body alone.
  let over: readonly Uint8Array[] = [outer.body];
  let signature: Signature | undefined;
  for (let depth = 0; depth < mostLayers; depth++) {
    const kind = layerOf(entity);
    if (!kind) return { content: entity, mic: (digest) => micOf(over, digest, signature) };
    if (layers[kind]) throw new As2Fault('unsupported format', `It is ${kind} twice.`);
    const opened = await unwrap[kind](entity, opening, layers).catch((error: unknown) => {
      throw faultOf(kind, error);
    });
    entity = opened.entity;
    if (opened.signature || !signature) over = opened.over;
    signature ??= opened.signature;
  }
  throw new As2Fault('unsupported format', 'It has more layers than a message needs.');
}

type Layer = keyof Layers;

function layerOf({ type: { value }, headers, body }: Entity): Layer | undefined {
  if (value === 'multipart/signed') return 'signed';
  if (!/^application\/(x-)?pkcs7-mime$/.test(value)) return undefined;
  const start = decodedBody({ headers, body: body.subarray(0, 256) });
  const kind = kindOf(start);
  if (!kind) throw new As2Fault('unsupported format', 'An envelope holds nothing that is known.');
  return kind;
}

interface Unwrapped {
  readonly entity: Entity;
  readonly over: readonly Uint8Array[];
  readonly signature?: Signature;
}

const unwrap: Readonly<Record<Layer, (entity: Entity, opening: Opening, layers: Layers) => Promise<Unwrapped>>> = {
  async encrypted(entity, { recipients, room }, layers) {
    const { content, ...how } = await decrypt(decoded(entity, room), recipients);
    layers.encrypted = how;
    return { entity: readEntity(content), over: [content] };
  },
  async compressed(entity, { limitBytes, room }, layers) {
    const content = await decompress(decoded(entity, room), { limitBytes, room });
    layers.compressed = true;
    return { entity: readEntity(content), over: [content] };
  },
  async signed(entity, { trusted, room }, layers) {
    const { content, signatureBytes } = signedParts(entity, room);
    const signedData = readSignedData(signatureBytes);
    const signed = content ?? Buffer.concat(signedData.content ?? []);
    const { signature, over } = await verified(signed, (bytes) => signedData.verify(bytes, trusted), room);
    const { digest, scheme, certificate } = signature;
    layers.signed = { digest, scheme, certificate };
    return { entity: readEntity(signed), over, signature };
  },
};

/** The body of an envelope; one that has to be decoded needs room of its own. */
function decoded(entity: Entity, room: Opening['room']): Buffer {
  if (entity.headers.get('content-transfer-encoding')?.toLowerCase() === 'base64')
    room?.(Math.ceil(entity.body.length * 0.75));
  return decodedBody(entity);
}

function signedParts(entity: Entity, room: Opening['room']): { content?: Buffer; signatureBytes: Buffer } {
  if (entity.type.value !== 'multipart/signed') return { signatureBytes: decoded(entity, room) };
  const [content, second, ...more] = readMultipart(entity.body, entity.type.parameters.get('boundary') ?? '');
  if (!content || !second || more.length > 0)
    throw new MimeError('A signed message has two parts: the content and its signature.');
  return { content, signatureBytes: decodedBody(readEntity(second)) };
}

/** Some programs sign text as if all of its lines ended with CRLF, and send it as it is. */
async function verified(
  content: Buffer,
  verify: (content: readonly Uint8Array[]) => Promise<Signature>,
  room: Opening['room'],
): Promise<{ signature: Signature; over: readonly Uint8Array[] }> {
  try {
    return { signature: await verify([content]), over: [content] };
  } catch (error) {
    if (!(error instanceof CmsError) || error.fault === 'unsupported') throw error;
    const over = withCrLf(content, room);
    if (over === undefined) throw error;
    const signature = await verify(over).catch(() => {
      throw error;
    });
    return { signature, over };
  }
}

/** The same with CRLF at the end of each line, in pieces; undefined where it is so already. */
function withCrLf(content: Buffer, room: Opening['room']): readonly Buffer[] | undefined {
  const lineEnd = Buffer.from('\r\n');
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1)) {
    if (content[at - 1] === 0x0d) continue;
    if (pieces.length > mostPieces) return undefined;
    if (pieces.length % roomTakenAtOnce === 0) room?.(roomTakenAtOnce * bytesOfPiece);
    pieces.push(content.subarray(from, at), lineEnd);
    from = at + 1;
  }
  return pieces.length === 0 ? undefined : [...pieces, content.subarray(from)];
}

const mostPieces = 1_000_000;
const roomTakenAtOnce = 10_000;
// What remembering a piece takes in memory, whatever is in it.
const bytesOfPiece = 100;

async function micOf(over: readonly Uint8Array[], digest: Digest, signature: Signature | undefined): Promise<Mic> {
  if (signature?.digest === digest) return { digest, value: signature.contentDigest.toString('base64') };
  return micOver(over, digest);
}
