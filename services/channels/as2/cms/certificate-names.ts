import type { X509Certificate } from 'node:crypto';
import { oids } from './algorithms.ts';
import { Ber, contextPrimitive, type Element, tags } from './ber.ts';
import { asIs, type Der, element, sequence } from './der.ts';

/** What CMS names a certificate by. */
interface CertificateNames {
  /** Name of the issuer as DER. */
  readonly issuer: Buffer;
  /** Serial number as DER, with tag and length. */
  readonly serial: Buffer;
  readonly keyIdentifier: Buffer | undefined;
  /** First byte of its key usage; undefined where it does not say. */
  readonly keyUsage: number | undefined;
}

const known = new WeakMap<X509Certificate, CertificateNames>();

export function namesOf(certificate: X509Certificate): CertificateNames {
  const found = known.get(certificate) ?? readNames(certificate.raw);
  known.set(certificate, found);
  return found;
}

function readNames(raw: Buffer): CertificateNames {
  const ber = new Ber(raw);
  const toBeSigned = ber.fields(ber.root, tags.sequence).next(tags.sequence);
  const fields = ber.fields(toBeSigned);
  fields.optional(0xa0);
  const serial = fields.next(tags.integer);
  fields.next(tags.sequence);
  const issuer = fields.next(tags.sequence);
  const extensions = toBeSigned.children?.find(({ tag }) => tag === 0xa3)?.children?.[0]?.children ?? [];
  const extensionOf = (id: string) => {
    const found = extensions.find((one) => one.children?.[0] && ber.oid(one.children[0]) === id)?.children?.at(-1);
    const inner = found && new Ber(ber.octets(found));
    return inner?.content(inner.root);
  };
  return {
    ...{ issuer: ber.whole(issuer), serial: ber.whole(serial) },
    keyIdentifier: extensionOf(oids.subjectKeyIdentifier),
    // The first byte of a bit string says how many bits are not used.
    keyUsage: extensionOf(oids.keyUsage)?.[1],
  };
}

export const issuerAndSerial = (certificate: X509Certificate): Der => {
  const { issuer, serial } = namesOf(certificate);
  return sequence(asIs(issuer), asIs(serial));
};

/** Whether a SignerIdentifier or RecipientIdentifier names this certificate. */
export function isNamedBy(certificate: X509Certificate, ber: Ber, identifier: Element): boolean {
  const { issuer, serial, keyIdentifier } = namesOf(certificate);
  if (identifier.tag === contextPrimitive(0)) return keyIdentifier?.equals(ber.content(identifier)) ?? false;
  const [name, number] = identifier.children ?? [];
  return (
    name !== undefined && number !== undefined && ber.whole(name).equals(issuer) && ber.whole(number).equals(serial)
  );
}

export const certificateSet = (certificates: readonly X509Certificate[]): Der =>
  element(0xa0, ...certificates.map(({ raw }) => asIs(raw)));
