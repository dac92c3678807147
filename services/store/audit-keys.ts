import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** What an audit entry says, as text: what is proven must be reproducible from the database and from an export. */
export interface EntryContent {
  readonly orgId: string;
  /** UTC with microseconds: `2026-11-23T12:00:00.000000Z`. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly documentId: string | null;
  /** JSON. */
  readonly detail: string;
}

/** The keys behind the audit trail, derived from the hub's secret keys. The database holds none of them. */
export interface AuditKeys {
  /** Proves that the hub wrote an entry: a random number of 16 bytes, which makes a copy of the entry known as one, and HMAC-SHA256 over it and the content. */
  prove(entry: EntryContent): Buffer;
  wrote(entry: EntryContent, proof: Uint8Array): boolean;
  /** HMAC-SHA256 over the hash of a chained entry, under the newest key. */
  seal(hash: Uint8Array): { readonly seal: Buffer; readonly key: string };
  /** @returns undefined when the key is not among ours. */
  sealed(hash: Uint8Array, seal: Uint8Array, key: string): boolean | undefined;
  /** Ed25519 signature over UTF-8 text, in base64, under the newest key. */
  sign(text: string): { readonly signature: string; readonly key: string };
  /** Public keys as PEM, newest first, with what they are called. */
  readonly publicKeys: readonly { readonly key: string; readonly pem: string }[];
}

// PKCS #8 around a seed of Ed25519: RFC 8410, section 7.
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

const derive = (secret: Buffer, use: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `crossdock audit ${use}`, 32));

const hmac = (key: Buffer, content: string | Uint8Array) => createHmac('sha256', key).update(content).digest();

const onceBytes = 16;
const hmacAfter = (key: Buffer, once: Uint8Array, content: string) =>
  createHmac('sha256', key).update(once).update(content).digest();

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}

/** What a public key is called: the first 16 hex digits of the SHA-256 over its DER form. */
export const publicKeyName = (key: KeyObject): string =>
  hash('sha256', key.export({ type: 'spki', format: 'der' }), 'hex').slice(0, 16);

/** Whether the text was signed with the key. @param pem public key. */
export const isSigned = (text: string, signature: string, pem: string): boolean =>
  verify(null, Buffer.from(text, 'utf8'), createPublicKey(pem), Buffer.from(signature, 'base64'));

/** @param keys the hub's secret keys: base64 of 32 bytes each, newest first. */
export function auditKeys(keys: readonly string[]): AuditKeys {
  const ring = keys.map((text) => {
    const secret = Buffer.from(text, 'base64');
    const der = Buffer.concat([pkcs8Head, derive(secret, 'head')]);
    const signing = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const id = hash('sha256', secret, 'hex').slice(0, 8);
    return { id, entry: derive(secret, 'entry'), chain: derive(secret, 'seal'), signing };
  });
  const newest = ring[0];
  if (!newest) throw new Error('At least one secret key is needed.');
  return {
    prove: (entry) => {
      const content = wording(entry);
      if (content === undefined) throw new Error('The detail of an audit entry must be JSON.');
      const once = randomBytes(onceBytes);
      return Buffer.concat([once, hmacAfter(newest.entry, once, content)]);
    },
    wrote: (entry, proof) => {
      const content = wording(entry);
      if (content === undefined) return false;
      // A proof of 32 bytes is from before there was a number in it.
      const once = proof.subarray(0, Math.max(0, proof.byteLength - 32));
      return ring.some((one) => same(hmacAfter(one.entry, once, content), proof.subarray(once.byteLength)));
    },
    seal: (content) => ({ seal: hmac(newest.chain, content), key: newest.id }),
    sealed: (content, seal, key) => {
      const one = ring.find(({ id }) => id === key);
      return one && same(hmac(one.chain, content), seal);
    },
    sign: (text) => ({
      signature: sign(null, Buffer.from(text, 'utf8'), newest.signing).toString('base64'),
      key: publicKeyName(createPublicKey(newest.signing)),
    }),
    publicKeys: ring.map(({ signing }) => {
      const key = createPublicKey(signing);
      return { key: publicKeyName(key), pem: key.export({ type: 'spki', format: 'pem' }).toString() };
    }),
  };
}

/** One text for one content. The database keeps JSON in an order and spacing of its own, so names are put in order here. */
function wording({ orgId, at, actor, action, documentId, detail }: EntryContent): string | undefined {
  try {
    return JSON.stringify([orgId, at, actor, action, documentId, ordered(JSON.parse(detail))]);
  } catch {
    return undefined;
  }
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, part]) => [name, ordered(part)]);
}
