import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';

// How the bytes of documents are kept. Large ones are compressed here, before they travel to the database: it then receives, writes and logs a fraction of them.

/** The columns of `document_raw` that hold the bytes of a document. */
export interface Content {
  readonly content: Buffer;
  readonly compressed: boolean;
}

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

// Smaller ones cost nothing worth saving, and what runs of scenarios search in the sandbox stays readable for SQL.
const leastBytes = 256 * 1024;
const sampleBytes = 64 * 1024;
// Pictures and archives do not become smaller: a sample tells them without going through the whole.
const worthwhile = 0.8;
const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Bytes of a document as they are to be kept. */
export async function toContent(document: {
  readonly bytes: Uint8Array;
  readonly environment: 'sandbox' | 'production';
}): Promise<Content> {
  const bytes = asBuffer(document.bytes);
  const plain = { content: bytes, compressed: false };
  if (document.environment === 'sandbox' || bytes.byteLength < leastBytes) return plain;
  const middle = bytes.subarray((bytes.byteLength - sampleBytes) / 2, (bytes.byteLength + sampleBytes) / 2);
  if ((await compress(middle, quickly)).byteLength > worthwhile * middle.byteLength) return plain;
  // In one frame: Node 24 loses bytes of some contents that consist of two (5 MB in two halves came back short).
  const content = await compress(bytes, quickly);
  return content.byteLength < worthwhile * bytes.byteLength ? { content, compressed: true } : plain;
}

/** The bytes of a document as they came or went. */
export const fromContent = async ({ content, compressed }: Content): Promise<Buffer> =>
  compressed ? decompress(content) : content;

export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
