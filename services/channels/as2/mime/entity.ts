import { type Headers, readHeaders } from './headers.ts';
import { MimeError } from './mime-error.ts';
import { type Parametrised, readParameters } from './parameters.ts';

/** A MIME entity: what it says of itself, and its body as it was transferred. */
export interface Entity {
  readonly headers: Headers;
  readonly type: Parametrised;
  readonly body: Buffer;
}

/** @throws MimeError when its fields cannot be read, or do not say what it is */
export function readEntity(bytes: Buffer): Entity {
  const { headers, bodyStart } = readHeaders(bytes);
  const type = headers.get('content-type');
  if (type === undefined) throw new MimeError('A part does not say its Content-Type.');
  return { headers, type: readParameters(type), body: bytes.subarray(bodyStart) };
}

/** The body as it was before its transfer encoding. @throws MimeError */
export function decodedBody({ headers, body }: Pick<Entity, 'headers' | 'body'>): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? 'binary').toLowerCase();
  if (encoding === 'binary' || encoding === '8bit' || encoding === '7bit') return body;
  if (encoding === 'base64') return fromBase64(body);
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body);
  throw new MimeError('The transfer encoding is none of binary, 8bit, 7bit, base64 and quoted-printable.');
}

const atOnce = 1024 * 1024;

/** Decodes piece by piece: the text of 250 MB would be too long for a string. */
function fromBase64(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(Math.ceil(body.length / 4) * 3);
  let [written, rest, isOver] = [0, '', false];
  for (let at = 0; at < body.length; at += atOnce) {
    const text = rest + body.toString('latin1', at, at + atOnce).replaceAll(/[\r\n\t ]/g, '');
    const usable = at + atOnce >= body.length ? text.length : text.length - (text.length % 4);
    const piece = text.slice(0, usable);
    rest = text.slice(usable);
    if (piece === '') continue;
    if (isOver || !/^[A-Za-z0-9+/]*={0,2}$/.test(piece)) throw new MimeError('The base64 of a part cannot be read.');
    isOver = piece.endsWith('=');
    written += out.write(piece, written, 'base64');
  }
  return out.subarray(0, written);
}

function fromQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let written = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!;
    if (byte !== 0x3d) {
      out[written++] = byte;
      continue;
    }
    const end = softBreak(body, at + 1);
    if (end !== undefined) {
      at = end;
      continue;
    }
    const hex = body.toString('latin1', at + 1, at + 3);
    if (!/^[0-9A-Fa-f]{2}$/.test(hex)) throw new MimeError('The quoted-printable of a part cannot be read.');
    out[written++] = Number.parseInt(hex, 16);
    at += 2;
  }
  return out.subarray(0, written);
}

/** Where a line break that means nothing ends. */
function softBreak(body: Buffer, from: number): number | undefined {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x09) at += 1;
  if (body[at] === 0x0d) at += 1;
  return body[at] === 0x0a ? at : undefined;
}
