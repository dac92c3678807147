import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { CodedError } from '../../../domain/errors.ts';
import type { NewHubKey } from '../../hub-keys.ts';
import { certificatesIn, mayEncrypt, maySign } from '../certificates.ts';

/** An identity that was made elsewhere: PEM with certificate, chain and key, or a PFX file (PKCS #12). */
export type Uploaded =
  | { readonly pem: string; readonly password?: string | undefined }
  | { readonly pfx: Buffer; readonly password: string };

const leastBits = 2048;
const mostBits = 4096;
const largest = 64 * 1024;

const refuse = (message: string): CodedError =>
  new CodedError('http.request-invalid', { detail: message, errors: [{ place: 'body', message }] });

/** Reads an uploaded identity and looks whether it can be one of ours. @throws CodedError `http.request-invalid` that says what is wrong */
export async function readIdentity(uploaded: Uploaded, now: Date): Promise<NewHubKey> {
  const { certificates, key } = 'pfx' in uploaded ? await fromPfx(uploaded) : fromPem(uploaded);
  const own = certificates.find((one) => one.checkPrivateKey(key));
  if (!own) throw refuse('None of the certificates belongs to the private key.');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  // Partners encrypt for it, which other keys do not do.
  if (key.asymmetricKeyType !== 'rsa') throw refuse('The key is no RSA key.');
  if (bits < leastBits || bits > mostBits)
    throw refuse(`The key has ${bits} bits; ${leastBits} to ${mostBits} are taken.`);
  if (!mayEncrypt(own) || !maySign(own)) throw refuse('The certificate does not allow to sign and to encrypt.');
  if (own.validToDate <= now) throw refuse(`The certificate has ended on ${own.validToDate.toISOString()}.`);
  return {
    publicPart: [own, ...chainOf(own, certificates)].map((one) => one.toString()).join(''),
    privatePart: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    notAfter: own.validToDate,
  };
}

function fromPem({ pem, password }: Extract<Uploaded, { pem: string }>) {
  if (pem.length > largest) throw refuse('The file is too large to be a certificate with its key.');
  const keys = /-----BEGIN (?:RSA |ENCRYPTED |EC )?PRIVATE KEY-----[\s\S]+?-----END [A-Z ]+-----\r?\n?/g;
  const [found, ...more] = pem.match(keys) ?? [];
  if (found === undefined || more.length > 0)
    throw refuse('There must be one private key in the PEM, and there is not.');
  return { key: openKey(found, password), certificates: readCertificates(pem.replace(keys, '')) };
}

function openKey(pem: string, password: string | undefined): KeyObject {
  try {
    return createPrivateKey(password === undefined ? pem : { key: pem, passphrase: password });
  } catch {
    throw refuse('The private key cannot be opened: is the password right?');
  }
}

function readCertificates(pem: string): readonly X509Certificate[] {
  try {
    return certificatesIn(pem);
  } catch {
    throw refuse('The certificates cannot be read; they are needed as PEM.');
  }
}

async function fromPfx({ pfx, password }: Extract<Uploaded, { pfx: Buffer }>) {
  if (pfx.length > largest) throw refuse('The file is too large to be a certificate with its key.');
  // Large, and needed once in years.
  const { default: forge } = await import('node-forge');
  try {
    const { oids } = forge.pki;
    const opened = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(pfx.toString('latin1')), false, password);
    const bags = (type: string) => opened.getBags({ bagType: type })[type] ?? [];
    const [bag] = [...bags(oids.pkcs8ShroudedKeyBag!), ...bags(oids.keyBag!)];
    const certificates = bags(oids.certBag!).flatMap(({ cert }) =>
      cert ? [new X509Certificate(forge.pki.certificateToPem(cert))] : [],
    );
    return { key: createPrivateKey(forge.pki.privateKeyToPem(bag!.key!)), certificates };
  } catch {
    throw refuse('The PFX file cannot be opened, or holds no RSA key: is the password right?');
  }
}

/** Those that issued it, one by the next, without the root at the end. */
function chainOf(own: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let at = own;
  while (chain.length < all.length) {
    const issuer = all.find((one) => one !== at && !chain.includes(one) && at.checkIssued(one));
    if (!issuer || issuer.checkIssued(issuer)) break;
    chain.push(issuer);
    at = issuer;
  }
  return chain;
}
