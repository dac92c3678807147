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
  const content = bytes.byteLength > pieceBytes ? await inPieces(bytes) : await compress(bytes, quickly);
  return content.byteLength < worthwhile * bytes.byteLength ? { content, compressed: true } : plain;
}

/** The bytes of a document as they came or went. */
export async function fromContent({ content, compressed }: Content): Promise<Buffer> {
  if (!compressed) return content;
  const pieces = piecesOf(content);
  return pieces ? Buffer.concat(await eachOf(pieces, (piece) => decompress(piece))) : decompress(content);
}

// A large one is compressed in pieces, several at a time. Each is a frame of zstd, and a frame before them, which decoders skip, holds their lengths: Node 24 loses
// bytes of some contents of several frames (5 MB in two halves came back short), so that they are read one by one.
const pieceBytes = 4 * 1024 * 1024;
// One of the four threads that Node has for such work is left to the others.
const atOnce = 3;
const skippedFrame = 0x184d2a50;

async function inPieces(bytes: Buffer): Promise<Buffer> {
  const count = Math.ceil(bytes.byteLength / pieceBytes);
  const pieces = Array.from({ length: count }, (_, at) => bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes));
  const frames = await eachOf(pieces, (piece) => compress(piece, quickly));
  const head = Buffer.alloc(8 + 4 * count);
  head.writeUInt32LE(skippedFrame, 0);
  head.writeUInt32LE(4 * count, 4);
  for (const [at, { byteLength }] of frames.entries()) head.writeUInt32LE(byteLength, 8 + 4 * at);
  return Buffer.concat([head, ...frames]);
}

/** The frames of a content in pieces; undefined of one that is a frame by itself. */
function piecesOf(content: Buffer): readonly Buffer[] | undefined {
  if (content.readUInt32LE(0) !== skippedFrame) return undefined;
  let end = 8 + content.readUInt32LE(4);
  return Array.from({ length: content.readUInt32LE(4) / 4 }, (_, at) => {
    const start = end;
    end += content.readUInt32LE(8 + 4 * at);
    return content.subarray(start, end);
  });
}

async function eachOf(pieces: readonly Buffer[], work: (piece: Buffer) => Promise<Buffer>): Promise<Buffer[]> {
  const done: Buffer[] = [];
  const left = pieces.entries();
  const run = async () => {
    for (const [at, piece] of left) done[at] = await work(piece);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return done;
}

export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
