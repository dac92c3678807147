import { type Request, type Response, Router, text } from 'express';
import { CodedError } from '../domain/errors.ts';
import { parseJson, TooDeepError } from '../domain/parse-json.ts';
import type { Authenticator } from './authenticate.ts';
import { authorize, confine } from './authorize.ts';
import type { Caller } from './caller.ts';
import { loadContract, type Operation } from './contract.ts';
import { bodyTooSlow, noAnswer, within } from './deadline.ts';
import { tooMany } from './limits.ts';
import type { ApiContext } from './operation.ts';
import { handlers } from './operations/index.ts';
import { noteCaller, noteOperation } from './request.ts';
import { proceed } from './server.ts';

/** A handler whose operation is known only at run time; the contract's checks have made its call what its type says. */
type AnyHandler = (call: object) => Promise<AnyReply>;
interface AnyReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly type?: string;
  readonly stream?: (response: Response) => void;
}

const readers = new Map<number, ReturnType<typeof text>>();

/** Reads a JSON body of a size at most. */
function readerFor(limit: number): ReturnType<typeof text> {
  const reader = readers.get(limit) ?? text({ limit, type: 'application/json', inflate: false });
  readers.set(limit, reader);
  return reader;
}

/** Routes every operation of the contract to its handler, between the checks of the contract. */
export function bindContract(
  api: ApiContext,
  authenticator: Authenticator,
  checkResponses: boolean,
  operations = loadContract(),
): Router {
  const router = Router({ caseSensitive: true });
  for (const operation of operations) {
    router[operation.method](operation.path, async (request, response) => {
      noteOperation(response, operation);
      for (const [name, value] of operation.lifecycle) response.setHeader(name, value);
      const caller = await within(api.settings.requestMs, noAnswer, () => authenticator.caller(operation, request));
      noteCaller(response, caller);
      await count(api, operation, caller, request, response);
      authorize(operation, caller);
      const leave = caller && (await turn(api, operation, caller));
      try {
        const reply = await answer(api, operation, caller, request, response);
        if (checkResponses) checkReply(operation, reply);
        send(response, reply);
      } finally {
        leave?.();
      }
    });
  }
  for (const path of new Set(operations.map((o) => o.path))) {
    const allow = operations.filter((o) => o.path === path).map((o) => o.method.toUpperCase());
    router.all(path, () => {
      throw new CodedError('http.method-not-allowed', { allow, detail: `Use ${allow.join(' or ')}.` });
    });
  }
  return router;
}

async function count(
  { limits }: ApiContext,
  { access }: Operation,
  caller: Caller | undefined,
  request: Request,
  response: Response,
): Promise<void> {
  if (access.limit === 'sign-in') await limits.signIn(request.ip ?? '');
  const allowance = caller && (await limits.request(caller, access.limit === 'inbox'));
  if (!allowance) return;
  const { name, points, seconds, left, resetSeconds, overMs } = allowance;
  if (caller.kind === 'key') {
    response.setHeader('RateLimit-Policy', `"${name}";q=${points};w=${seconds}`);
    response.setHeader('RateLimit', `"${name}";r=${left};t=${resetSeconds}`);
  }
  if (overMs !== undefined) throw tooMany(overMs);
}

/** What is `quick` a person needs even while screens are slow; none of it reads more than a row. */
async function turn(
  { settings, limits }: ApiContext,
  { access }: Operation,
  caller: Caller,
): Promise<(() => void) | undefined> {
  return access.limit === 'quick'
    ? undefined
    : within(settings.requestMs, noTurn, (signal) => limits.turn(caller, signal));
}

const noTurn = () =>
  new CodedError('http.too-many-requests', {
    retryAfterSeconds: 5,
    detail: 'Your other requests have not come to their end in time. Wait for them, then send the same again.',
  });

async function answer(
  api: ApiContext,
  operation: Operation,
  caller: Caller | undefined,
  request: Request,
  response: Response,
): Promise<AnyReply> {
  const handler = handlers[operation.id] as unknown as AnyHandler;
  const { path: params, query } = operation.checkParameters({
    path: { ...request.params },
    query: { ...request.query },
    header: request.headers,
  });
  const body = operation.takesJson ? await readJson(api, operation, request, response) : undefined;
  const call = { api, caller, params, query: confine(operation, caller, { params, query, body }), body, request };
  // The inbox has deadlines of its own for each of its steps, the body among them; whatever has none is answered all the same.
  const { requestMs, bodyMs } = api.settings;
  const mostMs = operation.access.limit === 'inbox' ? bodyMs + 4 * requestMs : requestMs;
  return within(mostMs, noAnswer, () => handler(call));
}

async function readJson(api: ApiContext, operation: Operation, request: Request, response: Response): Promise<unknown> {
  if (!request.is('application/json')) throw new CodedError('http.media-type');
  const { jsonBytes } = operation;
  const announced = Number(request.headers['content-length'] ?? jsonBytes);
  const lease = api.budget.lease(request.ip ?? '');
  try {
    // What announces more is refused unread.
    if (announced <= jsonBytes) lease.take(announced);
    proceed(request);
    await within(api.settings.bodyMs, bodyTooSlow, () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      readerFor(jsonBytes)(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
      return promise;
    });
    const body = parsed((request.body as string | undefined) ?? '');
    operation.checkBody(body);
    return body;
  } finally {
    lease.release();
  }
}

function parsed(body: string): unknown {
  try {
    return parseJson(body);
  } catch (cause) {
    const detail =
      cause instanceof TooDeepError ? 'The JSON of the body is nested too deep.' : 'The body is not valid JSON.';
    throw new CodedError('http.request-invalid', { cause, detail, errors: [{ place: 'body', message: detail }] });
  }
}

function checkReply(operation: Operation, reply: AnyReply): void {
  const fault = 'body' in reply ? operation.faultOfReply(reply.status, reply.body) : undefined;
  if (!operation.statuses.has(reply.status))
    throw new Error(`${operation.id} answers ${reply.status}, which the contract does not have`);
  if (fault) throw new Error(`${operation.id} breaks the contract: ${fault}`);
}

function send(response: Response, reply: AnyReply): void {
  response.statusCode = reply.status;
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  // Whoever asks for the head of a stream would wait for it as long as the stream goes on.
  if (reply.stream && response.req.method === 'HEAD') response.end();
  else if (reply.stream) reply.stream(response);
  else if (reply.bytes) {
    response.setHeader('Content-Type', reply.type!);
    response.setHeader('Content-Length', reply.bytes.byteLength);
    response.end(reply.bytes);
  } else if ('body' in reply) {
    const text = JSON.stringify(reply.body);
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    response.end(text);
  } else response.end();
}
