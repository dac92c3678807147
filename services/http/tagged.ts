import { hash } from 'node:crypto';
import type { Request } from 'express';

// Whoever keeps the answer asks each time whether it still holds.
type Headers = { readonly ETag: string; readonly 'Cache-Control': 'private, no-cache' };

type Tagged<Body> =
  | { readonly status: 200; readonly headers: Headers; readonly body: Body }
  | { readonly status: 304; readonly headers: Headers };

/** An answer with its `ETag`, or 304 where the caller has it already. */
export function tagged<Body>(request: Request, body: Body): Tagged<Body> {
  const tag = `"${hash('sha256', JSON.stringify(body), 'base64url').slice(0, 27)}"`;
  const known = request
    .get('if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  const headers: Headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
  return known?.some((one) => one === tag || one === '*') ? { status: 304, headers } : { status: 200, headers, body };
}
