import type { ErrorRequestHandler, Request, Response } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import { type ClassifiedError, CodedError, classifyError } from '../domain/errors.ts';
import type { Log } from '../flows/context.ts';
import { operationOf, requestIdOf } from './request.ts';

type Problem = components['schemas']['Problem'];

/**
 * Turns whatever was thrown into an `application/problem+json` answer (RFC 9457).
 * @param checkDocumented answers 500 for a status that the operation does not document: for tests and development.
 */
export function problemHandler(log: Log, checkDocumented: boolean): ErrorRequestHandler {
  return (thrown: unknown, request, response, _next) => {
    const error = fromExpress(thrown);
    const classified = classifyError(error);
    if (classified.logLevel === 'error')
      log.error({ requestId: requestIdOf(response), code: classified.http.code, err: error }, 'request failed');
    // Half an answer is out: breaking off is the only way left to tell that the rest is not coming.
    if (response.headersSent) response.destroy();
    else if (checkDocumented && isUndocumented(classified, response))
      answerUndocumented(classified, request, response, log);
    else answerProblem(classified, response);
    drain(request, classified.http.status === 408 ? drainSlowMs : drainMs);
  };
}

// Many senders read the answer only when they have sent everything. Whoever was too slow for that already gets no further time.
const drainMs = 30_000;
const drainSlowMs = 1_000;

/** Throws away what still comes of a refused body, for a while; nobody may keep us reading. */
export function drain(request: Request, ms = drainMs): void {
  if (request.complete) return;
  request.resume();
  const patience = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, ms);
  request.once('close', () => clearTimeout(patience));
}

function answerProblem({ http }: ClassifiedError, response: Response): void {
  const { allow, retryAfterSeconds, errors, errorsLeftOut, documentId, ...told } = http;
  const problem: Problem = {
    type: `/docs/errors#${told.code}`,
    title: told.title,
    status: told.status,
    code: told.code,
    detail: told.detail,
    requestId: requestIdOf(response),
    ...(documentId !== undefined && { documentId }),
    ...(errors && { errors: errors.map((issue) => ({ ...issue })) }),
    ...(errorsLeftOut !== undefined && { errorsLeftOut }),
  };
  if (allow) response.setHeader('Allow', allow.join(', '));
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
  if (told.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="crossdock"');
  response.statusCode = told.status;
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Cache-Control', 'no-store');
  response.end(JSON.stringify(problem));
}

function isUndocumented({ http }: ClassifiedError, response: Response): boolean {
  const operation = operationOf(response);
  return operation !== undefined && http.status !== 500 && !operation.statuses.has(http.status);
}

function answerUndocumented({ http }: ClassifiedError, request: Request, response: Response, log: Log): void {
  const fields = {
    requestId: requestIdOf(response),
    operation: operationOf(response)?.id,
    status: http.status,
    code: http.code,
    method: request.method,
  };
  log.error(fields, 'the contract does not document this problem');
  answerProblem(classifyError(new Error('undocumented problem')), response);
}

/** Express, its router and its body parser throw errors with a status of their own. */
function fromExpress(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof CodedError || !('status' in thrown)) return thrown;
  const { status } = thrown;
  if (status === 413) return new CodedError('http.too-large', { cause: thrown });
  if (status === 415) return new CodedError('http.media-type', { cause: thrown });
  if (status === 404) return new CodedError('http.not-found', { cause: thrown });
  if (typeof status !== 'number' || status < 400 || status >= 500) return thrown;
  const detail = 'The address or the body cannot be decoded.';
  return new CodedError('http.request-invalid', {
    ...{ cause: thrown, detail, errors: [{ place: 'request', message: detail }] },
  });
}
