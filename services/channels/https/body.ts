import type { IncomingMessage } from 'node:http';
import { CodedError } from '../../domain/errors.ts';

/** The error for a body above the limit. */
export function tooLarge(limitBytes: number): CodedError {
  const limit = limitBytes >= 1_048_576 ? `${Math.floor(limitBytes / 1_048_576)} MB` : `${limitBytes} bytes`;
  return new CodedError('inbox.too-large', {
    detail: `The limit is ${limit}. Split the interchange, or send the files one by one.`,
  });
}

/** Refuses a body that announces to be too large, before a byte of it is read. */
export function checkAnnounced(request: IncomingMessage, limitBytes: number): void {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
}

/** Reads the body of a request; a body in one piece is not copied. Above the limit the rest is thrown away unread. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (error: CodedError) => {
      request.off('data', take);
      // The answer goes out now; what still comes is drained so that the sender can read it.
      request.resume();
      reject(error);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) stop(tooLarge(limitBytes));
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)));
    request.once('error', (cause) => reject(new CodedError('inbox.cut-off', { cause })));
    request.once('close', () => {
      if (!request.readableEnded) reject(new CodedError('inbox.cut-off'));
    });
  });
}
