import type { Ber, Element } from './ber.ts';
import { unsupported } from './cms-error.ts';
import { type Der, nothing, oid, sequence } from './der.ts';

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  authEnvelopedData: '1.2.840.113549.1.9.16.1.23',
  compressedData: '1.2.840.113549.1.9.16.1.9',
  zlib: '1.2.840.113549.1.9.16.3.8',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  rsa: '1.2.840.113549.1.1.1',
  rsaOaep: '1.2.840.113549.1.1.7',
  mgf1: '1.2.840.113549.1.1.8',
  pSpecified: '1.2.840.113549.1.1.9',
  rsaPss: '1.2.840.113549.1.1.10',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  commonName: '2.5.4.3',
} as const;

export const digestNames = ['sha-1', 'sha-256', 'sha-384', 'sha-512'] as const;
export type Digest = (typeof digestNames)[number];

interface DigestEntry {
  /** As OpenSSL calls it. */
  readonly hash: string;
  readonly oid: string;
  readonly rsa: string;
  readonly ecdsa: string;
}

export const digests: Readonly<Record<Digest, DigestEntry>> = {
  'sha-1': {
    hash: 'sha1',
    oid: '1.3.14.3.2.26',
    rsa: '1.2.840.113549.1.1.5',
    ecdsa: '1.2.840.10045.4.1',
  },
  'sha-256': {
    hash: 'sha256',
    oid: '2.16.840.1.101.3.4.2.1',
    rsa: '1.2.840.113549.1.1.11',
    ecdsa: '1.2.840.10045.4.3.2',
  },
  'sha-384': {
    hash: 'sha384',
    oid: '2.16.840.1.101.3.4.2.2',
    rsa: '1.2.840.113549.1.1.12',
    ecdsa: '1.2.840.10045.4.3.3',
  },
  'sha-512': {
    hash: 'sha512',
    oid: '2.16.840.1.101.3.4.2.3',
    rsa: '1.2.840.113549.1.1.13',
    ecdsa: '1.2.840.10045.4.3.4',
  },
};

export const cipherNames = ['aes128-cbc', 'aes192-cbc', 'aes256-cbc', '3des', 'aes128-gcm', 'aes256-gcm'] as const;
export type Cipher = (typeof cipherNames)[number];

interface CipherEntry {
  readonly oid: string;
  readonly openssl: string;
  readonly keyBytes: number;
  readonly ivBytes: number;
  /** Whether it authenticates: then it stands in AuthEnvelopedData. */
  readonly isAuthenticated: boolean;
}

const cbc = (last: number, keyBytes: number): CipherEntry => ({
  ...{ oid: `2.16.840.1.101.3.4.1.${last}`, openssl: `aes-${keyBytes * 8}-cbc` },
  ...{ keyBytes, ivBytes: 16, isAuthenticated: false },
});
const gcm = (last: number, keyBytes: number): CipherEntry => ({
  ...{ oid: `2.16.840.1.101.3.4.1.${last}`, openssl: `aes-${keyBytes * 8}-gcm` },
  ...{ keyBytes, ivBytes: 12, isAuthenticated: true },
});

export const ciphers: Readonly<Record<Cipher, CipherEntry>> = {
  'aes128-cbc': cbc(2, 16),
  'aes192-cbc': cbc(22, 24),
  'aes256-cbc': cbc(42, 32),
  '3des': { oid: '1.2.840.113549.3.7', openssl: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8, isAuthenticated: false },
  'aes128-gcm': gcm(6, 16),
  'aes256-gcm': gcm(46, 32),
};

export const digestOfOid = (id: string): Digest => {
  const found = digestNames.find((name) => digests[name].oid === id);
  if (!found) throw unsupported(`The digest ${id} is not one of ${digestNames.join(', ')}.`);
  return found;
};

export const cipherOfOid = (id: string): Cipher => {
  const found = cipherNames.find((name) => ciphers[name].oid === id);
  if (!found) throw unsupported(`The cipher ${id} is not one of ${cipherNames.join(', ')}.`);
  return found;
};

export interface AlgorithmIdentifier {
  readonly id: string;
  readonly parameters: Element | undefined;
}

export function algorithmOf(ber: Ber, element: Element): AlgorithmIdentifier {
  const fields = ber.fields(element, 0x30);
  return { id: ber.oid(fields.next()), parameters: element.children?.[1] };
}

/** The digest inside of the parameters of OAEP and PSS, and of the mask of both: `[0]` and `[1]`, SHA-1 unless said. */
export function paddingDigests(ber: Ber, parameters: Element): { digest: Digest; mask: Digest } {
  const of = (tag: number) => parameters.children?.find((child) => child.tag === tag)?.children?.[0];
  const hash = of(0xa0);
  const mask = of(0xa1);
  const maskHash = mask?.children?.[1];
  if (mask && algorithmOf(ber, mask).id !== oids.mgf1) throw unsupported('The mask of the padding is not MGF1.');
  return {
    digest: hash ? digestOfOid(algorithmOf(ber, hash).id) : 'sha-1',
    mask: maskHash ? digestOfOid(algorithmOf(ber, maskHash).id) : 'sha-1',
  };
}

export const algorithm = (id: string, parameters: Der = []): Der => sequence(oid(id), parameters);
export const digestAlgorithm = (digest: Digest): Der => algorithm(digests[digest].oid, nothing);
