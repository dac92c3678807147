import { hash } from 'node:crypto';
import { CodedError } from '../domain/errors.ts';
import { type KeyedRequest, takeIdempotencyKey } from '../store/idempotency-keys.ts';
import type { Context } from './context.ts';

/** For how long a key is remembered: longer than anybody tries the same again. */
export const keyDays = 7;

/**
 * Holds a request to its key: the same body is the same request, however often it comes.
 * @throws CodedError `http.idempotency-key-reused` where the key came with another body
 */
export async function holdToKey(
  { db }: Context,
  { bytes, ...request }: Omit<KeyedRequest, 'bodySha256'> & { readonly bytes: Uint8Array },
): Promise<void> {
  const bodySha256 = hash('sha256', bytes, 'hex');
  const taken = await takeIdempotencyKey(db.system, { ...request, bodySha256 }, keyDays);
  if (taken === 'other')
    throw new CodedError('http.idempotency-key-reused', {
      detail: `The key \`${request.key}\` came with another body in the last ${keyDays} days. Give each request a key of its own; send the same body again where it is the same request.`,
    });
}
