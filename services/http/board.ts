import type { Request, RequestHandler } from 'express';
import { CodedError } from '../domain/errors.ts';
import type { Authenticator } from './authenticate.ts';
import { queueRoles, requireRole } from './authorize.ts';
import { noteCaller } from './request.ts';

/**
 * Lets the integration team through to the view of the queues, and nobody else.
 * Its own pages send no CSRF token, so the origin has to do.
 * @param page the portal's page that frames the view: whoever opens the view by itself, in whatever role, is led there.
 */
export function boardGate(authenticator: Authenticator, page?: string): RequestHandler {
  return async (request, response, next) => {
    if (page !== undefined && isOpenedByItself(request)) return response.redirect(303, page);
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

/** Somebody typed the address or followed a link; the portal's frame asks with `framed`, for browsers that do not tell over plain http what they load. */
function isOpenedByItself(request: Request): boolean {
  if (request.method !== 'GET' || request.accepts(['json', 'html']) !== 'html') return false;
  const loads = request.get('sec-fetch-dest');
  return loads === undefined ? request.query.framed === undefined : loads === 'document';
}

/** Browsers tell over https and on localhost where a request came from; elsewhere the origin has to be compared. */
function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get('host');
}
