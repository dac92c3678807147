import { json, type Request, type Response, Router } from 'express';
import { CodedError } from '../domain/errors.ts';
import type { Authenticator } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { loadContract, type Operation } from './contract.ts';
import type { Desk, OperationId } from './operation.ts';
import { handlers } from './operations/index.ts';
import { noteCaller, noteOperation } from './request.ts';

/** A handler whose operation is known only at run time; the contract's checks have made its call what its type says. */
type AnyHandler = (call: object) => Promise<AnyReply>;
interface AnyReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly type?: string;
  readonly stream?: (response: Response) => void;
}

const parseJson = json({ limit: '100kb', strict: true, inflate: false });

/** Routes every operation of the contract to its handler, between the checks of the contract. */
export function bindContract(desk: Desk, authenticator: Authenticator, checkResponses: boolean): Router {
  const router = Router({ caseSensitive: true });
  const operations = loadContract();
  for (const operation of operations) {
    const handler = handlers[operation.id] as unknown as AnyHandler;
    router[operation.method](operation.path, async (request, response) => {
      noteOperation(response, operation);
      const caller = await authenticator.caller(operation, request);
      noteCaller(response, caller);
      if (caller?.kind === 'key') await limit(desk, operation.id, caller);
      const { path: params, query } = operation.checkParameters({
        path: { ...request.params },
        query: { ...request.query },
        header: request.headers,
      });
      const body = operation.takesJson ? await readJson(operation, request, response) : undefined;
      const reply = await handler({ desk, caller, params, query, body, request });
      if (checkResponses) checkReply(operation, reply);
      send(response, reply);
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

function limit({ limits }: Desk, id: OperationId, caller: Caller & { kind: 'key' }): Promise<void> {
  return id === 'dropDocument' ? limits.inbox(caller.id) : limits.keyRequest(caller.id);
}

async function readJson(operation: Operation, request: Request, response: Response): Promise<unknown> {
  if (!request.is('application/json')) throw new CodedError('http.media-type');
  await new Promise<void>((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  operation.checkBody(request.body);
  return request.body;
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
  if (reply.stream) reply.stream(response);
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
