import { generateKeyPair, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import * as x509 from '@peculiar/x509';
import type { NewHubKey } from '../../hub-keys.ts';

const yearMs = 365.25 * 86_400_000;

export const keyBits = [2048, 3072, 4096] as const;

export interface WantedIdentity {
  /** Stands in the certificate, such as the name of the company. */
  readonly name: string;
  readonly now: Date;
  readonly bits?: (typeof keyBits)[number] | undefined;
  readonly years?: number | undefined;
}

/** A new RSA key with a certificate that it signs itself, which is what AS2 partners exchange. */
export async function makeIdentity({ name, now, bits = 3072, years = 3 }: WantedIdentity): Promise<NewHubKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  const privatePart = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const [publicKey, privateKey] = await Promise.all([
    webcrypto.subtle.importKey('spki', pair.publicKey.export({ type: 'spki', format: 'der' }), algorithm, true, [
      'verify',
    ]),
    webcrypto.subtle.importKey('pkcs8', pair.privateKey.export({ type: 'pkcs8', format: 'der' }), algorithm, true, [
      'sign',
    ]),
  ]);
  const { KeyUsageFlags } = x509;
  const notAfter = new Date(now.getTime() + years * yearMs);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      // Positive, and never the same twice.
      serialNumber: `01${randomBytes(15).toString('hex')}`,
      name: [{ CN: [name] }],
      // Clocks of partners may be behind ours.
      notBefore: new Date(now.getTime() - 86_400_000),
      notAfter,
      signingAlgorithm: algorithm,
      keys: { publicKey, privateKey },
      extensions: [
        new x509.BasicConstraintsExtension(false),
        new x509.KeyUsagesExtension(
          KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation | KeyUsageFlags.keyEncipherment,
        ),
        await x509.SubjectKeyIdentifierExtension.create(publicKey),
      ],
    },
    webcrypto as Parameters<typeof x509.X509CertificateGenerator.createSelfSigned>[1],
  );
  return { publicPart: `${certificate.toString('pem')}\n`, privatePart, notAfter: certificate.notAfter };
}
