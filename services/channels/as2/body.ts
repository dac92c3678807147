import type { IncomingMessage } from 'node:http';
import { CodedError } from '../../domain/errors.ts';
import type { Room } from '../host.ts';
import { tooLarge } from '../too-large.ts';

export interface BodyBounds {
  readonly limitBytes: number;
  /** Where the bytes that have come are counted; without it they are thrown away. */
  readonly room?: Room;
  /** A body that brings nothing for so long is given up. */
  readonly patienceMs: number;
}

const firstBytes = 1024 * 1024;
// A byte now and then is no headway: so much must come while the patience lasts.
const leastBytes = 16 * 1024;

/**
 * Reads a body into one piece of memory. Room is taken for what has come, not for what is announced: who announces much and sends nothing holds nothing.
 * @throws CodedError `inbox.too-large`, `inbox.cut-off`, `http.body-too-slow`, or what the room throws
 */
export function readInto(request: IncomingMessage, bounds: BodyBounds): Promise<Buffer> {
  const { limitBytes, room, patienceMs } = bounds;
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  if (announced > limitBytes) throw tooLarge(limitBytes);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  let body: Buffer = Buffer.allocUnsafeSlow(room ? Math.min(announced || firstBytes, firstBytes) : 0);
  let [size, sizeBefore] = [0, 0];
  const timer = setInterval(() => {
    if (size - sizeBefore < leastBytes) stop(new CodedError('http.body-too-slow'));
    sizeBefore = size;
  }, patienceMs);
  const stop = (error: unknown) => {
    clearInterval(timer);
    request.off('data', take);
    body = Buffer.alloc(0);
    reject(error);
  };
  const take = (chunk: Buffer) => {
    try {
      if (size + chunk.length > limitBytes) throw tooLarge(limitBytes);
      if (room) {
        room.take(chunk.length);
        // Who has sent that much gets what was announced in one piece: what nothing was written to yet is not taken from the machine.
        if (size + chunk.length > body.length)
          body = grown(body, size, announced || Math.min(limitBytes, 2 * (size + chunk.length)));
        chunk.copy(body, size);
      }
      size += chunk.length;
    } catch (error) {
      stop(error);
    }
  };
  request.on('data', take);
  request.once('end', () => {
    clearInterval(timer);
    resolve(body.subarray(0, size));
  });
  request.once('error', (cause) => stop(new CodedError('inbox.cut-off', { cause })));
  request.once('close', () => {
    if (!request.readableEnded) stop(new CodedError('inbox.cut-off'));
  });
  return promise;
}

function grown(body: Buffer, size: number, bytes: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(bytes);
  body.copy(larger, 0, 0, size);
  return larger;
}
