import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { asn1, pkcs12 } from 'node-forge';
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
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa')
    throw refuse(
      `The private key is one of the kind ${key.asymmetricKeyType}. An RSA key is needed: partners encrypt for it.`,
    );
  if (certificates.length === 0) throw refuse('There is no certificate beside the private key.');
  // A key that was kept has one for each time that its certificate was renewed.
  const [own] = certificates
    .filter((one) => one.checkPrivateKey(key))
    .toSorted((one, other) => other.validToDate.getTime() - one.validToDate.getTime());
  if (!own) throw refuse('None of the certificates belongs to the private key.');
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

const keyBlock = /-----BEGIN (?:RSA |ENCRYPTED |EC )?PRIVATE KEY-----[\s\S]+?-----END [A-Z ]+-----\n?/g;
// Says what curve a key has that is none of ours anyway.
const curveBlock = /-----BEGIN EC PARAMETERS-----[\s\S]+?-----END EC PARAMETERS-----\n?/g;

function fromPem({ pem: given, password }: Extract<Uploaded, { pem: string }>) {
  if (given.length > largest) throw refuse('The file is too large to be a certificate with its key.');
  // As it may come out of a mail or a form: with other line ends, and moved to the right.
  const pem = given.replaceAll(/\r\n?/g, '\n').replaceAll(/^[ \t]+|[ \t]+$/gm, '');
  const keys = pem.match(keyBlock) ?? [];
  if (keys.length !== 1)
    throw refuse(
      keys.length === 0
        ? 'There is no private key in the PEM. Put it beside the certificate.'
        : `There are ${keys.length} private keys in the PEM. Leave the one that is to be used.`,
    );
  const certificates = readCertificates(pem.replace(keyBlock, '').replace(curveBlock, ''));
  return { key: openKey(keys[0]!, password), certificates };
}

function openKey(pem: string, password: string | undefined): KeyObject {
  try {
    return createPrivateKey(password === undefined ? pem : { key: pem, passphrase: password });
  } catch {
    if (!/ENCRYPTED/.test(pem)) throw refuse('The private key cannot be read: something of it is missing or changed.');
    throw refuse(
      password
        ? 'The private key cannot be opened: is the password right?'
        : 'The private key is encrypted: its password is missing.',
    );
  }
}

function readCertificates(pem: string): readonly X509Certificate[] {
  try {
    return certificatesIn(pem);
  } catch {
    throw refuse(
      'Something beside the private key is no certificate in PEM (-----BEGIN CERTIFICATE-----), or only part of one.',
    );
  }
}

async function fromPfx({ pfx, password }: Extract<Uploaded, { pfx: Buffer }>) {
  if (pfx.length > largest) throw refuse('The file is too large to be a certificate with its key.');
  // Large, and needed once in years.
  const { default: forge } = await import('node-forge');
  const bags = bagsOf(forge, pfx, password);
  const der = (tree: asn1.Asn1) => Buffer.from(forge.asn1.toDer(tree).getBytes(), 'latin1');
  const { certBag, pkcs8ShroudedKeyBag, keyBag } = forge.pki.oids;
  const keys = bags.filter(({ type }) => type === pkcs8ShroudedKeyBag || type === keyBag);
  if (keys.length !== 1)
    throw refuse(
      keys.length === 0
        ? 'The PFX file holds no private key. Export it once more, with the private key.'
        : `The PFX file holds ${keys.length} private keys. Export the one that is to be used, with its certificate.`,
    );
  const [bag] = keys;
  try {
    // What is no RSA has its bytes only.
    const key = bag!.key ? forge.pki.privateKeyToPem(bag!.key) : { key: der(bag!.asn1), format: 'der', type: 'pkcs8' };
    const certificates = bags
      .filter(({ type }) => type === certBag)
      .map(({ cert, asn1 }) => new X509Certificate(der(cert ? forge.pki.certificateToAsn1(cert) : asn1)));
    return { key: createPrivateKey(key as string), certificates };
  } catch {
    throw refuse('The PFX file has a key or a certificate that cannot be read.');
  }
}

type Forge = typeof import('node-forge');

/** What is in a PFX file. @throws CodedError that says whether it is none, or the password is another */
function bagsOf(forge: Forge, pfx: Buffer, password: string): readonly pkcs12.Bag[] {
  let tree: asn1.Asn1;
  try {
    tree = forge.asn1.fromDer(pfx.toString('latin1'));
    // A PFX begins with its version, which is 3; a certificate does not.
    if (!Array.isArray(tree.value) || (tree.value[0] as asn1.Asn1 | undefined)?.value !== '\x03') throw new Error();
  } catch {
    throw refuse('This is no PFX file (PKCS #12, .pfx or .p12), or only part of one.');
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(tree, false, password).safeContents.flatMap(({ safeBags }) => safeBags);
  } catch {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is ASCII
    const hint = /^[\x00-\x7f]*$/.test(password)
      ? ''
      : ' Passwords with letters that are not ASCII are not read of every PFX file: export it with another password.';
    throw refuse(`The PFX file cannot be opened: is the password right?${hint}`);
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
