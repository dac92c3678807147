import { type Digest, digestNames } from './cms/algorithms.ts';
import { digestOf } from './cms/digest-of.ts';

// The message integrity check of RFC 4130 7.3.1: a digest over what the partner got, which the receipt repeats.

export interface Mic {
  readonly digest: Digest;
  /** Base64. */
  readonly value: string;
}

export const micOver = async (content: Iterable<Uint8Array>, digest: Digest): Promise<Mic> => ({
  digest,
  value: (await digestOf(digest, content)).toString('base64'),
});

/** The digest of a name as programs write it: `sha-256`, `SHA256`, ` sha1`. */
export function digestCalled(name: string): Digest | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^sha-?/, 'sha-');
  return digestNames.find((one) => one === plain);
}

/** As it is written in headers; the older name of SHA-1 is what all programs read. */
export const micName = (digest: Digest): string => (digest === 'sha-1' ? 'sha1' : digest);

/** Reads `Received-Content-MIC: <base64>, sha-256`. */
export function readMic(field: string): Mic | undefined {
  const [value = '', name = ''] = field.split(',');
  const digest = digestCalled(name);
  return digest && /^[A-Za-z0-9+/=\s]+$/.test(value) ? { digest, value: value.replaceAll(/\s/g, '') } : undefined;
}

export const writeMic = ({ digest, value }: Mic): string => `${value}, ${micName(digest)}`;
