import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Encrypts secrets at rest. The text names the key that was used, so that keys can be changed one after the other. */
export interface SecretBox {
  seal(secret: string): string;
  /** @throws when the key is not among ours or the text was altered. */
  open(sealed: string): string;
}

/**
 * AES-256-GCM under the first of the keys; the others only open what was sealed before a rotation.
 * @param keys base64 of 32 bytes each, newest first.
 */
export function secretBox(keys: readonly string[]): SecretBox {
  const ring = keys.map((text) => {
    const key = Buffer.from(text, 'base64');
    if (key.byteLength !== 32)
      throw new Error('A secret key must be 32 bytes in base64: make one with `openssl rand -base64 32`.');
    return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
  });
  const newest = ring[0];
  if (!newest) throw new Error('At least one secret key is needed.');
  return {
    seal: (secret) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce);
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${newest.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (sealed) => {
      const [id, text = ''] = sealed.split('.');
      const found = ring.find((entry) => entry.id === id);
      if (!found) throw new Error(`No key ${id} is configured to open this secret.`);
      const bytes = Buffer.from(text, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
