import { createHash, type Hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Digest, digests } from './algorithms.ts';

/** After so many bytes others have their turn: some 10 ms of work. */
export const bytesAtOnce = 4 * 1024 * 1024;

// What a piece costs by itself, however few bytes are in it: a text of nothing but line ends comes in a million of them.
const bytesOfPiece = 100;

/** Bytes in pieces, with a pause for others between large ones. */
export async function* inTurns(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let done = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length || at === 0; at += bytesAtOnce) {
      const part = piece.length <= bytesAtOnce ? piece : piece.subarray(at, at + bytesAtOnce);
      done += part.length + bytesOfPiece;
      yield part;
      if (done < bytesAtOnce) continue;
      done = 0;
      await breathe();
    }
}

export async function digestOf(digest: Digest, pieces: Iterable<Uint8Array>): Promise<Buffer> {
  return (await hashed(digest, pieces)).digest();
}

async function hashed(digest: Digest, pieces: Iterable<Uint8Array>): Promise<Hash> {
  const hash = createHash(digests[digest].hash);
  for await (const piece of inTurns(pieces)) hash.update(piece);
  return hash;
}
