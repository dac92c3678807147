import { createHash, generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { NewHubKey } from '../../hub-keys.ts';
import { algorithm, digests, oids } from '../cms/algorithms.ts';
import { tags } from '../cms/ber.ts';
import {
  asIs,
  bytesOf,
  type Der,
  element,
  explicit,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  time,
} from '../cms/der.ts';

const yearMs = 365.25 * 86_400_000;

export const keyBits = [2048, 3072, 4096] as const;

export interface WantedIdentity {
  /** Stands in the certificate, such as the name of the company. */
  readonly name: string;
  readonly now: Date;
  readonly bits?: (typeof keyBits)[number] | undefined;
  readonly years?: number | undefined;
}

/** A new RSA key with a certificate that it signs itself, which is what AS2 partners exchange (RFC 5280). */
export async function makeIdentity({ name, now, bits = 3072, years = 3 }: WantedIdentity): Promise<NewHubKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  const subjectPublicKey = publicKey.export({ type: 'spki', format: 'der' });
  // Whole seconds are what a certificate can say. Clocks of partners may be behind ours.
  const [notBefore, notAfter] = [now.getTime() - 86_400_000, now.getTime() + years * yearMs].map(
    (ms) => new Date(Math.floor(ms / 1000) * 1000),
  );
  const scheme = algorithm(digests['sha-256'].rsa, nothing);
  const subject = sequence(setOf(sequence(oid(oids.commonName), element(tags.utf8String, [Buffer.from(name)]))));
  const toBeSigned = bytesOf(
    sequence(
      explicit(0, integer(2)),
      element(tags.integer, [Buffer.concat([Buffer.from([1]), randomBytes(15)])]),
      scheme,
      subject,
      sequence(time(notBefore!), time(notAfter!)),
      subject,
      asIs(subjectPublicKey),
      explicit(3, sequence(...extensions(createHash('sha1').update(subjectPublicKey).digest()))),
    ),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = bytesOf(sequence(asIs(toBeSigned), scheme, bits8(signature)));
  return {
    publicPart: pem('CERTIFICATE', certificate),
    privatePart: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    notAfter: notAfter!,
  };
}

function extensions(keyIdentifier: Buffer): readonly Der[] {
  const critical: Der = [Buffer.from([tags.boolean, 1, 0xff])];
  return [
    // No authority.
    sequence(oid(oids.basicConstraints), critical, octets(bytesOf(sequence()))),
    // digitalSignature, nonRepudiation, keyEncipherment: the last five bits of the byte are not used.
    sequence(oid(oids.keyUsage), critical, octets(Buffer.from([tags.bitString, 2, 5, 0xe0]))),
    sequence(oid(oids.subjectKeyIdentifier), octets(bytesOf(octets(keyIdentifier)))),
  ];
}

const bits8 = (bytes: Buffer): Der => element(tags.bitString, [Buffer.from([0]), bytes]);

const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replaceAll(/(.{64})(?!$)/g, '$1\n')}\n-----END ${label}-----\n`;
