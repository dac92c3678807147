import type { IncomingMessage } from 'node:http';
import { plainFileName } from '../../domain/file-name.ts';

/** `X-File-Name` as a bare name; Node gives headers as Latin-1, senders mostly write UTF-8. */
export function fileNameOf(request: IncomingMessage): string | undefined {
  const given = request.headers['x-file-name'];
  if (typeof given !== 'string') return undefined;
  const text = Buffer.from(given, 'latin1').toString('utf8');
  return plainFileName(text.includes('\ufffd') ? given : text);
}
