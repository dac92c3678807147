import { randomBytes } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fromContent, toContent } from '../../services/store/contents.ts';

/** Lines of X12 that differ. */
function lines(bytes: number): Buffer {
  const text: string[] = [];
  for (let length = 0, line = 1; length < bytes; line += 1) {
    const one = `W12*CL*${line % 97}*${line % 89}**EA**UP*0123456${String((line * 7919) % 100_000).padStart(5, '0')}~`;
    text.push(one);
    length += one.length;
  }
  return Buffer.from(text.join(''), 'latin1').subarray(0, bytes);
}

/** The frames of zstd in what is kept; the one before them, which decoders skip, holds their lengths. */
function framesOf(content: Buffer): readonly Buffer[] {
  if (content.readUInt32LE(0) !== 0x184d2a50) return [content];
  const frames: Buffer[] = [];
  let start = 8 + content.readUInt32LE(4);
  for (let at = 8; at < 8 + content.readUInt32LE(4); at += 4) {
    const end = start + content.readUInt32LE(at);
    frames.push(content.subarray(start, end));
    start = end;
  }
  expect(start).toBe(content.byteLength);
  return frames;
}

const kb = 1024;
const least = 256 * kb;

describe('the bytes of a document', () => {
  test.each([0, 1, least - 1, least, least + 1, 4096 * kb - 1, 4096 * kb, 4096 * kb + 1, 8192 * kb, 13_000 * kb + 1])(
    'that are %i come back as they were',
    async (size) => {
      const bytes = lines(size);
      const kept = await toContent({ bytes, environment: 'production' });
      expect(kept.compressed).toBe(size >= least);
      expect(kept.content.byteLength).toBeLessThanOrEqual(size);
      expect((await fromContent(kept)).equals(bytes)).toBe(true);
      if (!kept.compressed) return;
      // Any program that knows zstd reads them, frame by frame.
      const frames = framesOf(kept.content);
      expect(Buffer.concat(frames.map((frame) => zstdDecompressSync(frame))).equals(bytes)).toBe(true);
    },
  );

  test('that were kept in one frame before come back as well', async () => {
    const bytes = lines(13_000 * kb);
    expect((await fromContent({ content: zstdCompressSync(bytes), compressed: true })).equals(bytes)).toBe(true);
  });

  test('that do not become smaller are kept as they are, and so is a document of the sandbox', async () => {
    const picture = randomBytes(2 * least);
    expect(await toContent({ bytes: picture, environment: 'production' })).toEqual({
      ...{ content: picture, compressed: false },
    });
    // What its middle promised did not hold.
    const framed = Buffer.concat([randomBytes(8 * least), lines(least), randomBytes(8 * least)]);
    expect((await toContent({ bytes: framed, environment: 'production' })).compressed).toBe(false);
    expect((await toContent({ bytes: lines(least), environment: 'sandbox' })).compressed).toBe(false);
  });
});
