import type { X509Certificate } from 'node:crypto';
import type { Digest } from './cms/algorithms.ts';
import { compress } from './cms/compressed-data.ts';
import { encrypt } from './cms/enveloped-data.ts';
import { type Signer, signDetached } from './cms/signed-data.ts';
import { boundaryOf, wrapSigned } from './mdn.ts';
import { type Mic, micOver } from './mic.ts';
import { writeParameter } from './mime/parameters.ts';
import { entity, type Fields } from './mime/write.ts';
import type { WholeSettings } from './settings.ts';

/** A message ready to be sent: fields that belong to its body, the body in pieces, and what its receipt is held against. */
export interface BuiltMessage {
  readonly fields: Fields;
  readonly body: readonly Uint8Array[];
  mic(digest: Digest): Promise<Mic>;
}

export interface ToBuild {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Packing {
  readonly settings: WholeSettings;
  readonly signer: Signer;
  /** The certificate to encrypt for. */
  readonly recipient: X509Certificate | undefined;
  readonly at: Date;
  /** Changes what was signed, for tests of what is to be refused. */
  readonly spoil?: ((signed: Part) => Part) | undefined;
}

/** What stands around a body: its fields are the header of the part, or of the whole message. */
export interface Part {
  readonly fields: Fields;
  readonly body: readonly Uint8Array[];
}

const whole = ({ fields, body }: Part) => entity(fields, body);

/** Packs a document as the partner wants it: what is built twice of the same document has the same MIC. @throws Error without a certificate where one is needed */
export async function buildMessage(document: ToBuild | Part, packing: Packing): Promise<BuiltMessage> {
  const { settings, recipient, spoil } = packing;
  const content = await packContent(document, settings);
  let { part } = content;
  if (settings.sign) part = await signed(whole(part), packing);
  if (spoil) part = spoil(part);
  if (settings.sign && settings.compress === 'after-sign') part = await compressed(part);
  if (settings.encrypt) {
    if (!recipient) throw new Error('There is no certificate to encrypt for.');
    part = await encrypted(part, recipient, settings);
  }
  const mics = new Map<Digest, Promise<Mic>>();
  return {
    ...part,
    mic(digest) {
      const mic = mics.get(digest) ?? micOver(content.over, digest);
      mics.set(digest, mic);
      return mic;
    },
  };
}

/** What the receipt for a document is held against, where the message itself is not at hand. */
export const micOfDocument = async (document: ToBuild, settings: WholeSettings, digest: Digest): Promise<Mic> =>
  micOver((await packContent(document, settings)).over, digest);

/** The innermost part as it is signed or encrypted, and what the MIC is over. */
async function packContent(
  document: ToBuild | Part,
  { sign, encrypt, compress: when, ...settings }: WholeSettings,
): Promise<{ readonly part: Part; readonly over: readonly Uint8Array[] }> {
  const plain = 'bytes' in document ? contentPart(document, settings) : document;
  const part = when === 'before-sign' || (when === 'after-sign' && !sign) ? await compressed(plain) : plain;
  if (sign) return { part, over: whole(part) };
  // Of a plain message the body alone counts; of anything more the part with its fields.
  return { part, over: encrypt || when !== 'none' ? whole(plain) : plain.body };
}

function contentPart(
  { fileName, bytes }: ToBuild,
  { contentType, fileNames }: Pick<WholeSettings, 'contentType' | 'fileNames'>,
): Part {
  const type = contentType ?? typeOf(bytes);
  const name = fileNames
    ? [['Content-Disposition', `attachment; ${writeParameter('filename', fileName)}`] as const]
    : [];
  return { fields: [['Content-Type', type], ['Content-Transfer-Encoding', 'binary'], ...name], body: [bytes] };
}

/** Files that are sent as one message, as multipart/related. */
export function relatedPart(files: readonly ToBuild[], settings: WholeSettings): Part {
  const boundary = boundaryOf('related', files.map(({ fileName }) => fileName).join());
  const [first] = files;
  const type = settings.contentType ?? (first ? typeOf(first.bytes) : 'application/octet-stream');
  const line = (text: string) => Buffer.from(text);
  const body = files.flatMap((file) => [
    line(`--${boundary}\r\n`),
    ...whole(contentPart(file, settings)),
    line('\r\n'),
  ]);
  const fields = [['Content-Type', `multipart/related; type="${type}"; boundary="${boundary}"`]] as const;
  return { fields, body: [...body, line(`--${boundary}--\r\n`)] };
}

function typeOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart();
  if (start.startsWith('ISA')) return 'application/edi-x12';
  if (/^[{[]/.test(start)) return 'application/json';
  if (start.startsWith('<')) return 'application/xml';
  return 'application/octet-stream';
}

const envelope = (kind: string, name: string): Fields => [
  ['Content-Type', `application/pkcs7-mime; smime-type=${kind}; name="${name}"`],
  ['Content-Transfer-Encoding', 'binary'],
  ['Content-Disposition', `attachment; filename="${name}"`],
];

const compressed = async (part: Part): Promise<Part> => ({
  fields: envelope('compressed-data', 'smime.p7z'),
  body: await compress(whole(part)),
});

async function signed(content: readonly Uint8Array[], { settings, signer, at }: Packing): Promise<Part> {
  const { digest, signaturePadding: padding } = settings;
  const signature = await signDetached(content, signer, { digest, padding, at });
  const { contentType, body } = wrapSigned(content, signature, digest);
  return { fields: [['Content-Type', contentType]], body };
}

async function encrypted(
  part: Part,
  recipient: X509Certificate,
  { cipher, keyTransport }: WholeSettings,
): Promise<Part> {
  const kind = cipher.endsWith('-gcm') ? 'authEnveloped-data' : 'enveloped-data';
  return { fields: envelope(kind, 'smime.p7m'), body: await encrypt(whole(part), recipient, { cipher, keyTransport }) };
}
