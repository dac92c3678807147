import {
  type CipherGCM,
  type CipherGCMTypes,
  constants,
  createCipheriv,
  createDecipheriv,
  type DecipherGCM,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  type X509Certificate,
} from 'node:crypto';
import {
  algorithm,
  algorithmOf,
  type Cipher,
  cipherOfOid,
  ciphers,
  type Digest,
  digestAlgorithm,
  digests,
  oids,
  paddingDigests,
} from './algorithms.ts';
import { Ber, type Element, type Fields, tags } from './ber.ts';
import { isNamedBy, issuerAndSerial } from './certificate-names.ts';
import { CmsError, malformed, unsupported } from './cms-error.ts';
import { type Der, element, explicit, implicitOctets, integer, nothing, octets, oid, sequence } from './der.ts';
import { inTurns } from './digest-of.ts';

// EnvelopedData (RFC 5652 section 6) and AuthEnvelopedData (RFC 5083), both for recipients with RSA keys.

export type KeyTransport = 'pkcs1' | 'oaep-sha1' | 'oaep-sha256';

const macBytes = 16;
// Pieces that the allocator keeps for reuse; larger ones are taken from the system and given back each time.
const openedAtOnce = 64 * 1024;

/** @returns a ContentInfo, with the content not copied more than encrypting does. */
export async function encrypt(
  content: readonly Uint8Array[],
  recipient: X509Certificate,
  { cipher, keyTransport }: { readonly cipher: Cipher; readonly keyTransport: KeyTransport },
): Promise<Der> {
  const { openssl, oid: id, keyBytes, ivBytes, isAuthenticated } = ciphers[cipher];
  const [key, iv] = [randomBytes(keyBytes), randomBytes(ivBytes)];
  const transform = createCipheriv(openssl, key, iv);
  const encrypted: Uint8Array[] = [];
  for await (const piece of inTurns(content)) encrypted.push(transform.update(piece));
  encrypted.push(transform.final());
  const parameters = isAuthenticated ? sequence(octets(iv), integer(macBytes)) : octets(iv);
  const fields = [
    integer(0),
    element(tags.set, recipientInfo(key, recipient, keyTransport)),
    sequence(oid(oids.data), algorithm(id, parameters), implicitOctets(0, encrypted)),
    ...(isAuthenticated ? [octets((transform as CipherGCM).getAuthTag())] : []),
  ];
  const type = isAuthenticated ? oids.authEnvelopedData : oids.envelopedData;
  return sequence(oid(type), explicit(0, sequence(...fields)));
}

function recipientInfo(contentKey: Buffer, recipient: X509Certificate, keyTransport: KeyTransport): Der {
  const key = recipient.publicKey;
  if (key.asymmetricKeyType !== 'rsa') throw unsupported('Only certificates with an RSA key can be encrypted to.');
  if (keyTransport === 'pkcs1') {
    const sealed = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, contentKey);
    return sequence(integer(0), issuerAndSerial(recipient), algorithm(oids.rsa, nothing), octets(sealed));
  }
  const digest: Digest = keyTransport === 'oaep-sha1' ? 'sha-1' : 'sha-256';
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const sealed = publicEncrypt({ key, padding, oaepHash: digests[digest].hash }, contentKey);
  const hash = digestAlgorithm(digest);
  const parameters = digest === 'sha-1' ? [] : [explicit(0, hash), explicit(1, algorithm(oids.mgf1, hash))];
  const scheme = algorithm(oids.rsaOaep, sequence(...parameters));
  return sequence(integer(0), issuerAndSerial(recipient), scheme, octets(sealed));
}

/** A key of ours that messages may be encrypted to. */
export interface Recipient {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

export interface Decrypted {
  readonly content: Buffer;
  readonly cipher: Cipher;
  readonly keyTransport: string;
  readonly certificate: X509Certificate;
}

/**
 * Opens an envelope. The content takes the place of what it was encrypted as, so that a message of 250 MB needs no second 250 MB: the bytes given are spoiled.
 * @throws CmsError `malformed`, `unsupported`, `no-recipient`, or `cannot-decrypt` for everything after the private key was used
 */
export async function decrypt(bytes: Buffer, recipients: readonly Recipient[]): Promise<Decrypted> {
  const ber = new Ber(bytes);
  const outer = ber.fields(ber.root, tags.sequence);
  const type = ber.oid(outer.next());
  if (type !== oids.envelopedData && type !== oids.authEnvelopedData) throw malformed('This is no EnvelopedData.');
  const fields = ber.fields(ber.fields(outer.next(0xa0)).next(), tags.sequence);
  fields.next(tags.integer);
  fields.optional(0xa0);
  const infos = fields.next(tags.set).children ?? [];
  const { cipher, iv, content } = readContent(ber, fields.next(tags.sequence));
  if (ciphers[cipher].isAuthenticated !== (type === oids.authEnvelopedData))
    throw unsupported(`The cipher ${cipher} does not belong into this kind of envelope.`);
  const seal = type === oids.authEnvelopedData ? readSeal(ber, fields) : undefined;
  const { recipient, scheme, sealed, options } = chooseRecipient(ber, infos, recipients);
  const key = openKey(recipient.key, sealed, { ...options, keyBytes: ciphers[cipher].keyBytes });
  const opened = await openContent(ber, content, { cipher, key, iv, seal });
  return { content: opened, cipher, keyTransport: scheme, certificate: recipient.certificate };
}

function readContent(ber: Ber, info: Element): { cipher: Cipher; iv: Buffer; content: readonly Buffer[] } {
  const fields = ber.fields(info);
  fields.next(tags.oid);
  const { id, parameters } = algorithmOf(ber, fields.next());
  const content = fields.optional(0xa0, 0x80);
  const cipher = cipherOfOid(id);
  const { isAuthenticated, ivBytes } = ciphers[cipher];
  const nonce = isAuthenticated ? parameters?.children?.[0] : parameters;
  if (!nonce || !content) throw malformed('The envelope lacks its content or its first vector.');
  const iv = ber.octets(nonce);
  if (iv.length !== ivBytes) throw malformed(`The first vector has ${iv.length} bytes and not ${ivBytes}.`);
  return { cipher, iv, content: ber.pieces(content) };
}

interface Seal {
  readonly mac: Buffer;
  readonly attributes: Buffer | undefined;
}

function readSeal(ber: Ber, fields: Fields): Seal {
  const attributes = fields.optional(0xa1);
  const mac = ber.octets(fields.next(tags.octetString));
  if (mac.length < 12 || mac.length > macBytes) throw malformed('The proof of the envelope has the wrong length.');
  const signed = attributes && Buffer.from(ber.whole(attributes));
  if (signed) signed[0] = tags.set;
  return { mac, attributes: signed };
}

interface Choice {
  readonly recipient: Recipient;
  readonly scheme: string;
  readonly sealed: Buffer;
  readonly options: { readonly padding: number; readonly oaepHash?: string };
}

function chooseRecipient(ber: Ber, infos: readonly Element[], recipients: readonly Recipient[]): Choice {
  for (const info of infos) {
    // Other kinds than KeyTransRecipientInfo have context-specific tags.
    if (info.tag !== tags.sequence) continue;
    const fields = ber.fields(info);
    fields.next(tags.integer);
    const identifier = fields.next();
    const recipient = recipients.find(({ certificate }) => isNamedBy(certificate, ber, identifier));
    if (!recipient) continue;
    const { id, parameters } = algorithmOf(ber, fields.next());
    const sealed = ber.octets(fields.next(tags.octetString));
    if (id === oids.rsa) {
      const options = { padding: constants.RSA_PKCS1_PADDING };
      return { recipient, scheme: 'RSAES-PKCS1-v1_5', sealed, options };
    }
    if (id !== oids.rsaOaep) throw unsupported(`The key transport ${id} is neither RSAES-PKCS1-v1_5 nor RSAES-OAEP.`);
    const { digest, mask } = parameters
      ? paddingDigests(ber, parameters)
      : ({ digest: 'sha-1', mask: 'sha-1' } as const);
    if (digest !== mask) throw unsupported('The key transport mixes digests.');
    const options = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: digests[digest].hash };
    return { recipient, scheme: `RSAES-OAEP with ${digest}`, sealed, options };
  }
  throw new CmsError('no-recipient', 'The message is encrypted for none of the certificates of this hub.');
}

/** Where the key cannot be opened a random one takes its place (RFC 3218), so that neither the answer nor its time tells. */
function openKey(
  key: KeyObject,
  sealed: Buffer,
  { keyBytes, ...options }: Choice['options'] & { readonly keyBytes: number },
): Buffer {
  const instead = randomBytes(keyBytes);
  try {
    const opened = privateDecrypt({ key, ...options }, sealed);
    return opened.length === keyBytes ? opened : instead;
  } catch {
    return instead;
  }
}

async function openContent(
  ber: Ber,
  pieces: readonly Buffer[],
  { cipher, key, iv, seal }: { cipher: Cipher; key: Buffer; iv: Buffer; seal: Seal | undefined },
): Promise<Buffer> {
  // What is written never reaches what is still to be read: nothing decrypted is longer than its cipher text.
  const target = ber.bytes.subarray(pieces[0] ? pieces[0].byteOffset - ber.bytes.byteOffset : 0);
  let written = 0;
  const put = (opened: Buffer) => {
    opened.copy(target, written);
    written += opened.length;
  };
  try {
    const { openssl } = ciphers[cipher];
    const transform = seal ? unsealing({ openssl, key, iv }, seal) : createDecipheriv(openssl, key, iv);
    for await (const piece of inTurns(pieces))
      for (let at = 0; at < piece.length; at += openedAtOnce)
        put(transform.update(piece.subarray(at, at + openedAtOnce)));
    put(transform.final());
  } catch {
    throw new CmsError('cannot-decrypt', 'The message cannot be decrypted.');
  }
  return target.subarray(0, written);
}

function unsealing(
  { openssl, key, iv }: { openssl: string; key: Buffer; iv: Buffer },
  { mac, attributes }: Seal,
): DecipherGCM {
  const transform = createDecipheriv(openssl as CipherGCMTypes, key, iv, { authTagLength: mac.length });
  transform.setAuthTag(mac);
  if (attributes) transform.setAAD(attributes);
  return transform;
}
