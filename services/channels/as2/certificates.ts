import { X509Certificate } from 'node:crypto';
import { namesOf } from './cms/certificate-names.ts';

const block = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const most = 20;
const known = new Map<string, readonly X509Certificate[]>();
const mostKnown = 500;

/** The certificates of a text of PEM blocks; text between them is left aside, and one that stands there twice counts once. @throws Error when there is something else, or too much */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const found = known.get(pem);
  if (found) return found;
  const blocks = pem.match(block) ?? [];
  if (blocks.length === 0 && pem.trim() !== '') throw new Error('There is no certificate.');
  if (blocks.length > most) throw new Error(`There are more than ${most} certificates.`);
  if (blocks.length !== (pem.match(/-----BEGIN /g) ?? []).length) throw new Error('There is something else in it.');
  const read = blocks.map((one) => new X509Certificate(one));
  const certificates = [...new Map(read.map((one) => [one.fingerprint256, one])).values()];
  if (known.size >= mostKnown) known.clear();
  known.set(pem, certificates);
  return certificates;
}

export const validityOf = (one: X509Certificate): { readonly from: Date; readonly until: Date } => ({
  from: one.validFromDate,
  until: one.validToDate,
});

/** Such as `CN=quayside`. */
export const nameOf = ({ subject, serialNumber }: X509Certificate): string => {
  const lines = (subject ?? '').split('\n');
  return lines.find((line) => line.startsWith('CN=')) ?? lines[0] ?? `serial number ${serialNumber}`;
};

/** Whether messages may be encrypted for it: an RSA key, and nothing in it that says otherwise. */
export const mayEncrypt = (one: X509Certificate): boolean =>
  one.publicKey.asymmetricKeyType === 'rsa' && allows(one, usages.keyEncipherment);

/** Whether signatures by it count: nothing in it says otherwise. */
export const maySign = (one: X509Certificate): boolean =>
  allows(one, usages.digitalSignature) || allows(one, usages.nonRepudiation);

const usages = { digitalSignature: 0x80, nonRepudiation: 0x40, keyEncipherment: 0x20 } as const;

function allows(one: X509Certificate, usage: number): boolean {
  const { keyUsage } = namesOf(one);
  return keyUsage === undefined || (keyUsage & usage) !== 0;
}
