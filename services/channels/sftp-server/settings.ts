import { hash, timingSafeEqual } from 'node:crypto';
import type { ParsedKey } from 'ssh2';
import type { Told } from '../channel.ts';
import type { WrongSetting } from '../schema.ts';
import { fingerprintOf } from '../ssh-fingerprint.ts';
import { utils } from '../ssh2.ts';

/** What `specs/channels/sftp-server.schema.json` describes. */
export interface SftpServerSettings {
  readonly user: string;
  readonly keys?: string;
  readonly password?: string;
  readonly collectedBy?: 'reading' | 'removing';
}

const fewestRsaBits = 2048;
const mostKeys = 20;

/** A key of the partner, with what stands behind it in its line. */
export interface AuthorizedKey {
  readonly key: ParsedKey;
  readonly fingerprint: string;
  readonly comment: string;
}

/** The keys that a text names, one a line as in `authorized_keys`; and what is wrong with the others. */
export function readKeys(text: string): { readonly keys: readonly AuthorizedKey[]; readonly wrong: readonly string[] } {
  const lines = text
    .split('\n')
    .map((line, place) => ({ line: line.trim(), number: place + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const keys: AuthorizedKey[] = [];
  const wrong: string[] = lines.length > mostKeys ? [`has ${lines.length} keys; ${mostKeys} are the most`] : [];
  for (const { line, number } of lines.slice(0, mostKeys)) {
    const read = readKey(line);
    if (typeof read === 'string') wrong.push(`line ${number} ${read}`);
    else keys.push(read);
  }
  return { keys, wrong };
}

function readKey(line: string): AuthorizedKey | string {
  const key = utils.parseKey(line);
  if (key instanceof Error || Array.isArray(key))
    return 'is no public key; it must begin with its kind, such as ssh-ed25519, without options before it';
  // Neither the key nor its kind is repeated here: somebody may have put the wrong half in.
  if (key.isPrivateKey()) return 'is a private key; the partner keeps it, the public one is needed';
  if (key.type === 'ssh-dss') return 'is a DSA key, which is broken; use ssh-ed25519';
  if (key.type === 'ssh-rsa' && rsaBits(key.getPublicSSH()) < fewestRsaBits)
    return `is an RSA key of less than ${fewestRsaBits} bits; use ssh-ed25519`;
  return { key, fingerprint: fingerprintOf(key.getPublicSSH()), comment: key.comment ?? '' };
}

/** Bits of the modulus: the third field, after the kind and the exponent. */
function rsaBits(blob: Buffer): number {
  let at = 0;
  for (const _ of ['kind', 'exponent']) at += 4 + blob.readUInt32BE(at);
  const length = blob.readUInt32BE(at);
  const isPadded = blob[at + 4] === 0;
  return (length - (isPadded ? 1 : 0)) * 8;
}

/** What the schema cannot say about settings. */
export function checkSettings({ keys, password }: SftpServerSettings): readonly WrongSetting[] {
  const read = readKeys(keys ?? '');
  const wrong = read.wrong.map((message) => ({ setting: 'keys', message }));
  if (read.keys.length === 0 && password === undefined && wrong.length === 0)
    wrong.push({ setting: 'keys', message: 'is missing, and there is no password either; one of them is needed' });
  return wrong;
}

/** Whether the password is the one, in a time that tells nothing of it. */
export function isPassword(settings: SftpServerSettings | undefined, given: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  const isSame = timingSafeEqual(digest(settings?.password ?? ''), digest(given));
  return isSame && settings?.password !== undefined;
}

/** The keys by which the partner is known. */
export const factsOf = ({ keys: text }: Pick<SftpServerSettings, 'keys'>): readonly Told[] =>
  readKeys(text ?? '').keys.map(({ fingerprint, comment, key }) => ({
    label: `Key of the partner${comment === '' ? '' : ` (${comment.slice(0, 100)})`}`,
    value: `${fingerprint} (${key.type})`,
  }));
