import type { Request, RequestHandler } from 'express';
import { CodedError } from '../domain/errors.ts';
import type { Authenticator } from './authenticate.ts';
import { queueRoles, requireRole } from './authorize.ts';
import { noteCaller } from './request.ts';

/** Lets the integration team through to the view of the queues, and nobody else. Its own pages send no CSRF token, so the origin has to do. */
export function boardGate(authenticator: Authenticator): RequestHandler {
  return async (request, response, next) => {
    const caller = await authenticator.session(request);
    if (!caller) throw new CodedError('http.unauthorized', { detail: 'Sign in to the portal first.' });
    noteCaller(response, caller);
    requireRole(queueRoles, caller);
    const safe = request.method === 'GET' || request.method === 'HEAD';
    if (!safe && !isSameOrigin(request))
      throw new CodedError('http.csrf', { detail: 'Use the page of this hub for that.' });
    next();
  };
}

/** Browsers tell over https and on localhost where a request came from; elsewhere the origin has to be compared. */
function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get('host');
}
