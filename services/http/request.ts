import type { RequestHandler, Response } from 'express';
import type { Context } from '../flows/context.ts';
import type { Caller } from './caller.ts';
import type { Operation } from './contract.ts';

/** What is known of a request while it is under way; kept in `response.locals`. */
interface Known {
  requestId?: string;
  operation?: Operation;
  caller?: Caller | undefined;
  quiet?: boolean;
}

const known = (response: Response) => response.locals as Known;

export const requestIdOf = (response: Response): string => known(response).requestId ?? '';
export const operationOf = (response: Response): Operation | undefined => known(response).operation;

export function noteOperation(response: Response, operation: Operation): void {
  known(response).operation = operation;
}

export function noteCaller(response: Response, caller: Caller | undefined): void {
  known(response).caller = caller;
}

/** What goes well of this is no news: the hub asks its own twin all the time. */
export function noteQuiet(response: Response): void {
  known(response).quiet = true;
}

const wellFormed = /^[\w-]{8,64}$/;

/**
 * Gives each request an id, `x-request-id`, its own or the one that it came with, and writes one line per request to the log:
 * no body, no query, no cookie, no key.
 */
export function traceRequests({ newId, log }: Pick<Context, 'newId' | 'log'>): RequestHandler {
  return (request, response, next) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && wellFormed.test(given) ? given : newId();
    known(response).requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    const startedAt = performance.now();
    const { method, path } = request;
    response.once('close', () => {
      const { operation, caller, quiet } = known(response);
      const who = caller && (caller.kind === 'key' ? { keyId: caller.id } : { userId: caller.userId });
      const fields = {
        requestId,
        method,
        ...(operation ? { operation: operation.id } : { path }),
        status: response.statusCode,
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        ...(response.writableFinished ? {} : { cutOff: true }),
        ...who,
      };
      // Reads are most of the traffic and seldom the question.
      if (response.statusCode < 400 && (method === 'GET' || quiet)) log.debug(fields, 'request');
      else log.info(fields, 'request');
    });
    next();
  };
}
