import { MimeError } from './mime-error.ts';

const mostParts = 100;

/**
 * Cuts a body at its boundary (RFC 2046 5.1.1). The line end before a boundary belongs to the boundary; what stands before the first and after the last is left aside.
 * @throws MimeError when it does not begin or end, so that what was cut off is never taken for whole.
 */
export function readMultipart(body: Buffer, boundary: string): readonly Buffer[] {
  if (boundary === '' || boundary.length > 200) throw new MimeError('The multipart body has no boundary.');
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Buffer[] = [];
  let partStart: number | undefined;
  for (let from = 0; ; ) {
    const at = body.indexOf(mark, from);
    if (at < 0) throw new MimeError('The last boundary of the multipart body is missing: it was cut off.');
    from = at + mark.length;
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    const isLast = body[from] === 0x2d && body[from + 1] === 0x2d;
    const next = isLast ? from + 2 : afterLine(body, from);
    if (next === undefined) continue;
    if (partStart !== undefined) parts.push(body.subarray(partStart, beforeLineEnd(body, at, partStart)));
    if (parts.length > mostParts) throw new MimeError('The multipart body has more than 100 parts.');
    if (isLast) return parts;
    partStart = next;
    // An empty part may share its line end with the next boundary.
    from = next - 1;
  }
}

/** Where the line after a boundary begins; undefined where more than white space follows, so that it is none. */
function afterLine(body: Buffer, from: number): number | undefined {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x09) at += 1;
  if (body[at] === 0x0d) at += 1;
  return body[at] === 0x0a ? at + 1 : undefined;
}

function beforeLineEnd(body: Buffer, at: number, least: number): number {
  const feed = body[at - 1] === 0x0a ? at - 1 : at;
  const end = body[feed - 1] === 0x0d ? feed - 1 : feed;
  return Math.max(end, least);
}
