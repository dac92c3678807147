import type { Transform } from 'node:stream';
import { createDeflate, createInflate } from 'node:zlib';
import { algorithm, algorithmOf, oids } from './algorithms.ts';
import { Ber, tags } from './ber.ts';
import { CmsError, malformed, unsupported } from './cms-error.ts';
import { type Der, explicit, integer, octets, oid, sequence } from './der.ts';

// CompressedData (RFC 3274, used as RFC 5402 says).

/** @returns a ContentInfo. */
export async function compress(content: readonly Uint8Array[]): Promise<Der> {
  const packed = await through(createDeflate(), content);
  const inner = sequence(oid(oids.data), explicit(0, octets(packed)));
  const compressedData = sequence(integer(0), algorithm(oids.zlib), inner);
  return sequence(oid(oids.compressedData), explicit(0, compressedData));
}

/**
 * @param room told how many bytes come to it before they are kept; throws when there is no room.
 * @throws CmsError `malformed`, `unsupported`, `too-large` as soon as there is more than `limitBytes`
 */
export async function decompress(
  bytes: Buffer,
  { limitBytes, room }: { readonly limitBytes: number; readonly room?: ((bytes: number) => void) | undefined },
): Promise<Buffer> {
  const ber = new Ber(bytes);
  const outer = ber.fields(ber.root, tags.sequence);
  if (ber.oid(outer.next()) !== oids.compressedData) throw malformed('This is no CompressedData.');
  const fields = ber.fields(ber.fields(outer.next(0xa0)).next(), tags.sequence);
  fields.next(tags.integer);
  const { id } = algorithmOf(ber, fields.next());
  if (id !== oids.zlib) throw unsupported(`The compression ${id} is not zlib.`);
  const inner = ber.fields(fields.next(), tags.sequence);
  inner.next(tags.oid);
  const content = ber.fields(inner.next(0xa0)).next();
  let size = 0;
  const check = (length: number) => {
    size += length;
    if (size > limitBytes) throw new CmsError('too-large', 'There is more in the compressed data than is taken.');
    room?.(length);
  };
  const unpacked = await through(createInflate(), ber.pieces(content), check);
  return unpacked.length === 1 ? unpacked[0]! : Buffer.concat(unpacked, size);
}

async function through(
  transform: Transform,
  content: readonly Uint8Array[],
  check: (bytes: number) => void = () => undefined,
): Promise<Buffer[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer[]>();
  const out: Buffer[] = [];
  transform.on('data', (chunk: Buffer) => {
    try {
      check(chunk.length);
      out.push(chunk);
    } catch (error) {
      transform.destroy();
      reject(error);
    }
  });
  transform.once('end', () => resolve(out));
  transform.once('error', (cause) => reject(new CmsError('malformed', 'The compressed data cannot be read.', cause)));
  feed(transform, content).catch(reject);
  return promise;
}

async function feed(transform: Transform, content: readonly Uint8Array[]): Promise<void> {
  for (const piece of content) {
    if (transform.destroyed) return;
    if (!transform.write(piece))
      await new Promise<void>((go) => {
        transform.once('drain', go);
        transform.once('close', go);
      });
  }
  if (!transform.destroyed) transform.end();
}
