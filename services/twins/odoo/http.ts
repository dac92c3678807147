import type { IncomingHttpHeaders } from 'node:http';

/** A request as the protocols see it. */
export interface Question {
  readonly method: string;
  /** Without mount point and database name: `/json/2/res.partner/read`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: { readonly [name: string]: string | undefined };
  /** Reads the body, up to so many bytes. Without `open` only asked for when it is known who asks. @throws TooLarge above that. */
  readonly read: (limitBytes: number, open?: OpenRead) => Promise<Buffer>;
  /** Largest body of somebody whose key is known. */
  readonly bodyLimitBytes: number;
}

/** How a body is read whose sender is told by the body itself. */
export interface OpenRead {
  /** So much is read of anybody. */
  readonly bytes: number;
  /** Whether what was read so far tells somebody who is known: only then it goes on. */
  readonly isKnown: (head: Buffer) => Promise<boolean>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function page(status: number, title: string, content = ''): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html>\n<html lang=en>\n<title>${title}</title>\n${content}\n`,
  };
}

/** Headers with one value each. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
