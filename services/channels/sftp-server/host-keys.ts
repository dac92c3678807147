import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { ParsedKey } from 'ssh2';
import { fingerprintOf } from '../ssh-fingerprint.ts';
import { newEd25519, utils } from '../ssh2.ts';

/** A host key of the hub's SFTP server. */
export interface HostKey {
  readonly kind: 'ed25519' | 'rsa';
  readonly fingerprint: string;
  readonly parsed: ParsedKey;
}

/** The private key as text that `hostKey` reads: PEM for RSA, OpenSSH's own form for Ed25519, which has no other that the library reads. */
export async function makeHostKey(kind: HostKey['kind']): Promise<string> {
  if (kind === 'ed25519') return newEd25519().private;
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}

/** @throws when the text is no private key */
export function readHostKey(text: string): HostKey {
  const parsed = utils.parseKey(text);
  if (parsed instanceof Error) throw parsed;
  if (!parsed.isPrivateKey()) throw new Error('A host key must be a private key.');
  const kind = parsed.type === 'ssh-rsa' ? 'rsa' : 'ed25519';
  return { kind, fingerprint: fingerprintOf(parsed.getPublicSSH()), parsed };
}

/**
 * Host keys as the library is to have them. It offers SHA-1 with every RSA key whatever the settings say; under the names of its signatures
 * with SHA-2 the key stands for these alone.
 */
export function offered(keys: readonly HostKey[]): readonly { key: ParsedKey }[] {
  return keys.flatMap(({ kind, parsed }) =>
    kind === 'rsa'
      ? ['rsa-sha2-512', 'rsa-sha2-256'].map((type) => ({
          key: Object.create(parsed, { type: { value: type } }) as ParsedKey,
        }))
      : [{ key: parsed }],
  );
}

/** The public half, as it stands in `known_hosts` behind the name. */
export const publicLine = ({ parsed }: HostKey): string => `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`;
