import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { CodedError } from '../../domain/errors.ts';
import { tooLarge } from '../too-large.ts';

/** What bounds the reading of a body. */
export interface BodyLimits {
  readonly limitBytes: number;
  /** Told how many bytes are about to be kept in memory; throws when there is no room for them. */
  readonly keep?: ((bytes: number) => void) | undefined;
  /** Ends the reading; its reason is a CodedError. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Bounds a body before a byte of it is read: refuses what announces to be too large, and takes room for what is announced.
 * @returns what each chunk must pass: a body without an announced length takes its room as it grows.
 */
export function meter(request: IncomingMessage, { limitBytes, keep }: BodyLimits): (chunkBytes: number) => void {
  const announced = request.headers['content-length'];
  if (announced !== undefined) {
    if (Number(announced) > limitBytes) throw tooLarge(limitBytes);
    keep?.(Number(announced));
    // Node gives no more than was announced.
    return () => undefined;
  }
  let size = 0;
  return (chunkBytes) => {
    size += chunkBytes;
    if (size > limitBytes) throw tooLarge(limitBytes);
    keep?.(chunkBytes);
  };
}

/** Reads the body of a request; a body in one piece is not copied. When it is refused on its way the rest is thrown away unread. */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const pass = meter(request, limits);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    const stop = (error: unknown) => {
      request.off('data', take);
      chunks = [];
      // The answer goes out now; what still comes is drained so that the sender can read it.
      request.resume();
      reject(error);
    };
    const take = (chunk: Buffer) => {
      try {
        pass(chunk.length);
        chunks.push(chunk);
      } catch (error) {
        stop(error);
      }
    };
    request.on('data', take);
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once('error', (cause) => stop(new CodedError('inbox.cut-off', { cause })));
    request.once('close', () => {
      if (!request.readableEnded) stop(new CodedError('inbox.cut-off'));
    });
    limits.signal?.addEventListener('abort', () => stop(limits.signal?.reason), { once: true });
  });
}

/** The body as a stream that ends with an error where `readBody` would refuse. */
export function boundedBody(request: IncomingMessage, limits: BodyLimits): Transform {
  const pass = meter(request, limits);
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        pass(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const stop = (error: unknown) => {
    request.unpipe(bounded);
    request.resume();
    bounded.destroy(error as Error);
  };
  bounded.once('error', stop);
  request.once('error', (cause) => stop(new CodedError('inbox.cut-off', { cause })));
  request.once('close', () => {
    if (!request.readableEnded) stop(new CodedError('inbox.cut-off'));
  });
  limits.signal?.addEventListener('abort', () => stop(limits.signal?.reason), { once: true });
  return request.pipe(bounded);
}
