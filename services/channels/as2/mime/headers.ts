import { MimeError } from './mime-error.ts';

/** Fields by their name in small letters; of those that come twice the first counts. */
export type Headers = ReadonlyMap<string, string>;

const mostBytes = 32 * 1024;
const mostFields = 200;
const field = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*:[ \t]*(.*)$/s;

/**
 * Reads a block of fields up to the empty line that ends it. Lines may end with LF alone and go on in the next one.
 * @returns where the body begins
 * @throws MimeError
 */
export function readHeaders(bytes: Buffer): { readonly headers: Headers; readonly bodyStart: number } {
  const lines: string[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.subarray(0, mostBytes).indexOf(0x0a, at);
    if (end < 0) {
      if (bytes.length > mostBytes) throw new MimeError('The header fields are longer than 32 KB.');
      // A part may be nothing but its fields.
      if (at < bytes.length) lines.push(textOf(bytes.subarray(at)));
      at = bytes.length;
      break;
    }
    const line = textOf(bytes.subarray(at, bytes[end - 1] === 0x0d && end > at ? end - 1 : end));
    at = end + 1;
    if (line === '') break;
    lines.push(line);
  }
  return { headers: fieldsOf(lines), bodyStart: at };
}

function fieldsOf(lines: readonly string[]): Headers {
  const unfolded: string[] = [];
  for (const line of lines) {
    if (!/^[ \t]/.test(line)) unfolded.push(line);
    else if (unfolded.length > 0) unfolded[unfolded.length - 1] += ` ${line.trim()}`;
    else throw new MimeError('The first line of the header fields goes on with nothing.');
  }
  if (unfolded.length > mostFields) throw new MimeError('There are more than 200 header fields.');
  const headers = new Map<string, string>();
  for (const line of unfolded) {
    const [, name, value] = field.exec(line) ?? [];
    if (name === undefined) throw new MimeError('A line of the header is no field.');
    const key = name.toLowerCase();
    if (!headers.has(key)) headers.set(key, value!.trim());
  }
  return headers;
}

/** Fields are ASCII by right; who writes more mostly writes UTF-8, old programs Latin-1. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
