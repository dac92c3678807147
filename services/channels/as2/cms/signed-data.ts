import {
  constants,
  createVerify,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
  type X509Certificate,
} from 'node:crypto';
import {
  type AlgorithmIdentifier,
  algorithm,
  algorithmOf,
  type Digest,
  digestAlgorithm,
  digestOfOid,
  digests,
  oids,
  paddingDigests,
} from './algorithms.ts';
import { Ber, type Element, tags } from './ber.ts';
import { certificateSet, isNamedBy, issuerAndSerial } from './certificate-names.ts';
import { CmsError, malformed, unsupported } from './cms-error.ts';
import { bytesOf, type Der, element, explicit, integer, nothing, octets, oid, sequence, setOf, time } from './der.ts';
import { digestOf, inTurns } from './digest-of.ts';

// SignedData (RFC 5652 section 5).

export type Padding = 'pkcs1' | 'pss';

export interface Signer {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** Sent along: those between our certificate and a root. */
  readonly chain: readonly X509Certificate[];
}

/** @returns a ContentInfo without the content, which stands beside it. */
export async function signDetached(
  content: readonly Uint8Array[],
  { key, certificate, chain }: Signer,
  how: { readonly digest: Digest; readonly padding: Padding; readonly at: Date },
): Promise<Buffer> {
  const { digest } = how;
  const attribute = (id: string, value: Der) => sequence(oid(id), setOf(value));
  const attributes = setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.signingTime, time(how.at)),
    attribute(oids.messageDigest, octets(await digestOf(digest, content))),
  );
  const { scheme, ...options } = schemeFor(key, how);
  const signature = signBytes(digests[digest].hash, bytesOf(attributes), { key, ...options });
  // Signed as a SET, written under an implicit tag (RFC 5652 5.4).
  const written = bytesOf(attributes);
  written[0] = 0xa0;
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(certificate),
    digestAlgorithm(digest),
    [written],
    scheme,
    octets(signature),
  );
  const signedData = sequence(
    integer(1),
    setOf(digestAlgorithm(digest)),
    sequence(oid(oids.data)),
    certificateSet([certificate, ...chain]),
    element(tags.set, signerInfo),
  );
  return bytesOf(sequence(oid(oids.signedData), explicit(0, signedData)));
}

function schemeFor(
  key: KeyObject,
  { digest, padding }: { readonly digest: Digest; readonly padding: Padding },
): { scheme: Der; padding?: number; saltLength?: number } {
  if (key.asymmetricKeyType === 'ec') return { scheme: algorithm(digests[digest].ecdsa) };
  if (padding === 'pkcs1' && key.asymmetricKeyType === 'rsa') return { scheme: algorithm(oids.rsa, nothing) };
  const hash = digestAlgorithm(digest);
  const saltLength = digests[digest].hash === 'sha1' ? 20 : Number(digest.slice(4)) / 8;
  const parameters = sequence(
    explicit(0, hash),
    explicit(1, algorithm(oids.mgf1, hash)),
    explicit(2, integer(saltLength)),
  );
  return { scheme: algorithm(oids.rsaPss, parameters), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
}

export interface Signature {
  readonly digest: Digest;
  readonly scheme: string;
  /** The one of the trusted certificates that made it. */
  readonly certificate: X509Certificate;
  /** Of the content as it was signed. */
  readonly contentDigest: Buffer;
}

/** SignedData, read. */
export interface SignedData {
  /** Where it stands inside; else beside. */
  readonly content: readonly Buffer[] | undefined;
  /** @throws CmsError `digest-differs`, `signature-wrong`, `unsupported` */
  verify(content: readonly Uint8Array[], trusted: readonly X509Certificate[]): Promise<Signature>;
}

/** @throws CmsError `malformed`, `unsupported` */
export function readSignedData(bytes: Buffer): SignedData {
  const ber = new Ber(bytes);
  const outer = ber.fields(ber.root, tags.sequence);
  if (ber.oid(outer.next()) !== oids.signedData) throw malformed('This is no SignedData.');
  const fields = ber.fields(ber.fields(outer.next(0xa0)).next(), tags.sequence);
  fields.next(tags.integer);
  fields.next(tags.set);
  const inner = ber.fields(fields.next(), tags.sequence);
  inner.next(tags.oid);
  const content = inner.optional(0xa0)?.children?.[0];
  fields.optional(0xa0);
  fields.optional(0xa1);
  const signers = fields.next(tags.set).children ?? [];
  // Several signers would be several opinions on who sent it.
  if (signers.length !== 1) throw unsupported(`The message has ${signers.length} signers; one is what is taken.`);
  const signer = readSigner(ber, signers[0]!);
  return {
    content: content && ber.pieces(content),
    verify: (signed, trusted) => verifySigner(ber, signer, signed, trusted),
  };
}

interface SignerInfo {
  readonly identifier: Element;
  readonly digest: Digest;
  readonly attributes: Element | undefined;
  readonly scheme: AlgorithmIdentifier;
  readonly signature: Buffer;
}

function readSigner(ber: Ber, info: Element): SignerInfo {
  const fields = ber.fields(info, tags.sequence);
  fields.next(tags.integer);
  const identifier = fields.next();
  const digest = digestOfOid(algorithmOf(ber, fields.next()).id);
  const attributes = fields.optional(0xa0);
  const scheme = algorithmOf(ber, fields.next());
  return { identifier, digest, attributes, scheme, signature: ber.octets(fields.next()) };
}

async function verifySigner(
  ber: Ber,
  { identifier, digest, attributes, scheme, signature }: SignerInfo,
  content: readonly Uint8Array[],
  trusted: readonly X509Certificate[],
): Promise<Signature> {
  const contentDigest = await digestOf(digest, content);
  if (attributes && !attributeValue(ber, attributes, oids.messageDigest).equals(contentDigest))
    throw new CmsError('digest-differs', 'The content is not the one that was signed.');
  const named = trusted.filter((one) => isNamedBy(one, ber, identifier));
  for (const certificate of named.length > 0 ? named : trusted) {
    const of = { key: certificate.publicKey, scheme, digest, signature };
    const fits = attributes
      ? verifyBytes(digests[digest].hash, asSet(ber, attributes), optionsFor(ber, of), signature)
      : await verifyContent(ber, of, content);
    if (fits) return { digest, scheme: schemeName(scheme.id), certificate, contentDigest };
  }
  throw new CmsError('signature-wrong', 'None of the certificates that belong to the partner made the signature.');
}

function asSet(ber: Ber, attributes: Element): Buffer {
  const bytes = Buffer.from(ber.whole(attributes));
  bytes[0] = tags.set;
  return bytes;
}

function attributeValue(ber: Ber, attributes: Element, id: string): Buffer {
  const values = (attributes.children ?? []).filter((one) => one.children?.[0] && ber.oid(one.children[0]) === id);
  const value = values[0]?.children?.[1]?.children;
  if (values.length !== 1 || value?.length !== 1) throw malformed('The signature lacks the digest of its content.');
  return ber.octets(value[0]!);
}

interface Made {
  readonly key: KeyObject;
  readonly scheme: AlgorithmIdentifier;
  readonly digest: Digest;
  readonly signature: Buffer;
}

function optionsFor(ber: Ber, { key, scheme, digest }: Made) {
  if (key.asymmetricKeyType === 'ec') return { key };
  if (scheme.id !== oids.rsaPss && key.asymmetricKeyType !== 'rsa-pss')
    return { key, padding: constants.RSA_PKCS1_PADDING };
  const saltLength = constants.RSA_PSS_SALTLEN_AUTO;
  if (scheme.parameters?.children) {
    const said = paddingDigests(ber, scheme.parameters);
    if (said.digest !== digest || said.mask !== digest) throw unsupported('The signature mixes digests.');
  }
  // Without parameters SHA-1 would be meant; those who leave them out mean the digest of the content.
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
}

async function verifyContent(ber: Ber, made: Made, content: readonly Uint8Array[]): Promise<boolean> {
  const verifier = createVerify(digests[made.digest].hash);
  for await (const piece of inTurns(content)) verifier.update(piece);
  return verifier.verify(optionsFor(ber, made), made.signature);
}

function schemeName(id: string): string {
  if (id === oids.rsaPss) return 'RSASSA-PSS';
  return id.startsWith('1.2.840.10045.') ? 'ECDSA' : 'RSASSA-PKCS1-v1_5';
}
