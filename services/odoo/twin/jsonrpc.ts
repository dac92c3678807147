import type { Knex } from 'knex';
import { run } from './call.ts';
import { accessDenied, Fault, faultBody } from './fault.ts';
import { type Answer, json, page, type Question } from './http.ts';
import { databaseNames, findDatabase, identify, type TwinDatabase } from './identity.ts';
import type { Json } from './records.ts';
import type { Version } from './schema.ts';

interface Request {
  readonly id?: Json;
  readonly params?: { readonly service?: string; readonly method?: string; readonly args?: readonly Json[] };
}

/** What `common.version` tells without a login. */
export function versionOf(version: Version): Record<string, Json> {
  return {
    server_version: `${version}.0`,
    server_version_info: [version, 0, 0, 'final', 0, ''],
    server_serie: `${version}.0`,
    protocol_version: 1,
  };
}

/** The error object of JSON-RPC: always HTTP 200, `code` 200 before 19 and 0 in it. */
export function rpcFault(version: Version, id: Json, fault: Fault): Answer {
  return json(200, {
    jsonrpc: '2.0',
    id,
    error: { code: version >= 19 ? 0 : 200, message: 'Odoo Server Error', data: faultBody(fault) },
  });
}

function open(question: Question, version: Version): Request | Answer {
  if (!/^application\/json\b/.test(question.headers['content-type'] ?? '')) {
    return version >= 19
      ? page(415, '415 Unsupported Media Type')
      : page(400, '400 Bad Request', "<p>'/jsonrpc' is type='json'.</p>");
  }
  try {
    return JSON.parse(question.body.toString('utf8')) as Request;
  } catch {
    return { status: 400, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: 'Invalid JSON data' };
  }
}

async function databaseOf(db: Knex, server: TwinDatabase | undefined, name: Json | undefined): Promise<TwinDatabase> {
  const found = await findDatabase(db, String(name));
  if (found && (!server || found.id === server.id)) return found;
  throw new Fault(
    'psycopg2.OperationalError',
    `connection to server failed: FATAL:  database "${String(name)}" does not exist\n`,
  );
}

async function execute(db: Knex, server: TwinDatabase | undefined, args: readonly Json[], now: string): Promise<Json> {
  const [name, uid, key, model, method, positional = [], named = {}] = args;
  const database = await databaseOf(db, server, name);
  const identity = await identify(db, database, String(key), { uid: Number(uid) });
  if (!identity) throw accessDenied();
  const { context, ...rest } = named as Record<string, Json>;
  return run(
    db,
    identity,
    {
      model: String(model),
      method: String(method),
      protocol: 'jsonrpc',
      positional: Array.isArray(positional) ? positional : [],
      named: rest,
      context: (context ?? {}) as Record<string, Json>,
    },
    now,
  );
}

async function authenticate(
  db: Knex,
  server: TwinDatabase | undefined,
  [name, login, key]: readonly Json[],
): Promise<Json> {
  const database = await databaseOf(db, server, name);
  const identity = await identify(db, database, String(key), { login: String(login) });
  return identity ? identity.uid : false;
}

/** `POST /jsonrpc` with the services `common`, `db` and `object`. */
export async function jsonrpc(
  db: Knex,
  server: TwinDatabase | undefined,
  question: Question,
  now: string,
): Promise<Answer> {
  const version = server?.version ?? 19;
  const request = open(question, version);
  if ('status' in request) return request as Answer;
  const id = (request as Request).id ?? null;
  const { service, method, args = [] } = (request as Request).params ?? {};
  try {
    const result = await dispatch();
    // A method without a return value is answered without a result.
    return json(200, { jsonrpc: '2.0', id, ...(result !== null && { result }) });
  } catch (error) {
    if (error instanceof Fault) return rpcFault(await versionAsked(), id, error);
    throw error;
  }

  async function versionAsked(): Promise<Version> {
    return server?.version ?? (await findDatabase(db, String(args[0])))?.version ?? version;
  }

  async function dispatch(): Promise<Json> {
    if (service === 'common' && method === 'version') return versionOf(version);
    if (service === 'common' && (method === 'authenticate' || method === 'login'))
      return authenticate(db, server, args);
    if (service === 'db' && method === 'list') return server ? [server.name] : databaseNames(db);
    if (service === 'object' && (method === 'execute_kw' || method === 'execute'))
      return execute(db, server, args, now);
    throw new Fault('builtins.AttributeError', `Method not found: ${String(service)}.${String(method)}`);
  }
}
