import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CodedError } from '../domain/errors.ts';
import type { ByteBudget } from '../flows/byte-budget.ts';
import type { Context } from '../flows/context.ts';
import { hasTwin } from '../store/odoo-connections.ts';
import { tooMany } from './limits.ts';
import { drain } from './problem.ts';
import { noteQuiet } from './request.ts';

export interface TwinGateOptions {
  /** Callers of other machines are let in as well: a worker that runs elsewhere needs it. */
  readonly remote: boolean;
  readonly budget: ByteBudget;
  /** Largest body. */
  readonly bodyLimitBytes: number;
}

// Well above what the workers of one machine ask for.
const requestsPerSecond = 2_000;
const keepAnswerMs = 5_000;

/** Stands before the Odoo twin: it is there only where a connection goes to one, for callers of this machine, within the limits of everything else. */
export function twinGate(context: Context, { remote, budget, bodyLimitBytes }: TwinGateOptions): RequestHandler {
  const rate = new RateLimiterMemory({ points: requestsPerSecond, duration: 1 });
  const exists = remembered(() => hasTwin(context.db.front));
  return async (request, response, next) => {
    noteQuiet(response);
    if (!(await exists())) throw new CodedError('http.route-unknown');
    if (!remote && !isLocal(request))
      throw new CodedError('http.forbidden', {
        detail: 'The Odoo twin answers this machine only. The operator can open it with CROSSDOCK_TWIN_REMOTE=1.',
      });
    await rate.consume(request.socket.remoteAddress ?? '').catch(() => {
      throw tooMany(1000);
    });
    const lease = budget.lease('the Odoo twin');
    response.once('close', lease.release);
    // The twin reads no body without a length, as Odoo does not.
    lease.take(Math.min(Number(request.headers['content-length'] ?? 0), bodyLimitBytes));
    response.once('finish', () => drain(request));
    next();
  };
}

/** By the connection itself: a proxy of this machine speaks for others, and says so. */
function isLocal({ socket, headers }: Request): boolean {
  const forwarded = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via;
  return forwarded === undefined && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

function remembered(look: () => Promise<boolean>): () => Promise<boolean> {
  let known: { readonly at: number; readonly answer: boolean } | undefined;
  return async () => {
    if (known && performance.now() - known.at < keepAnswerMs) return known.answer;
    known = { at: performance.now(), answer: await look() };
    return known.answer;
  };
}
