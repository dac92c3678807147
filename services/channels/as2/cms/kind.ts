import { oids } from './algorithms.ts';
import { Ber } from './ber.ts';

const kinds = {
  [oids.signedData]: 'signed',
  [oids.envelopedData]: 'encrypted',
  [oids.authEnvelopedData]: 'encrypted',
  [oids.compressedData]: 'compressed',
} as const;

/** What a ContentInfo holds, by its first bytes; undefined when it is none, or holds something else. */
export function kindOf(bytes: Buffer): 'signed' | 'encrypted' | 'compressed' | undefined {
  const form = bytes[1] ?? 0;
  const start = 2 + (form > 0x80 ? form & 0x7f : 0);
  const end = start + 2 + (bytes[start + 1] ?? 0);
  if (bytes[0] !== 0x30 || bytes[start] !== 0x06 || end > bytes.length || end > 64) return undefined;
  const ber = new Ber(bytes.subarray(start, end));
  const id = ber.oid(ber.root);
  return Object.hasOwn(kinds, id) ? kinds[id as keyof typeof kinds] : undefined;
}
