import { parseJson } from '../../domain/parse-json.ts';
import { run } from './call.ts';
import { accessDenied, Fault, faultBody, unfit } from './fault.ts';
import { type Answer, json, page, type Question } from './http.ts';
import type { TwinDatabase } from './identity.ts';
import type { Json } from './records.ts';
import type { Version } from './schema.ts';
import type { Site } from './site.ts';
import { withTrouble } from './trouble.ts';

// Of anybody: every call but one with an attachment is far smaller.
const openBytes = 64 * 1024;
// `args` begins with database, user and key; who sends much says so at the start.
const headBytes = 4096;
const loginAtHead = /"args"\s*:\s*\[\s*"([^"\\]+)"\s*,\s*(\d{1,9})\s*,\s*"([^"\\]+)"/;

interface Request {
  readonly id?: Json;
  readonly params?: null | { readonly service?: string; readonly method?: string; readonly args?: readonly Json[] };
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
function rpcFault(version: Version, id: Json, fault: Fault): Answer {
  const error = { code: version >= 19 ? 0 : 200, message: 'Odoo Server Error', data: faultBody(fault) };
  return json(200, { jsonrpc: '2.0', id, error });
}

/** Whether a body begins with the login of somebody who may call. */
async function isKnown(site: Site, head: Buffer): Promise<boolean> {
  const [, name, uid, key] = loginAtHead.exec(head.toString('utf8', 0, headBytes)) ?? [];
  if (name === undefined) return false;
  const database = await site.directory.find(name);
  if (!database || (site.server && database.id !== site.server.id)) return false;
  return (await site.directory.identify(database, key!, { uid: Number(uid) })) !== undefined;
}

async function open(
  site: Site,
  question: Question,
  version: Version,
): Promise<{ request: Request } | { refusal: Answer }> {
  if (!/^application\/json\b/.test(question.headers['content-type'] ?? '')) {
    const refusal = version >= 19 ? page(415, '415 Unsupported Media Type') : page(400, '400 Bad Request');
    return { refusal };
  }
  const bytes = await question.read(question.bodyLimitBytes, {
    bytes: openBytes,
    isKnown: (head) => isKnown(site, head),
  });
  try {
    const request = parseJson(bytes.toString('utf8'));
    if (typeof request !== 'object' || request === null) throw new SyntaxError('not an object');
    return { request };
  } catch {
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    return { refusal: { status: 400, headers, body: 'Invalid JSON data' } };
  }
}

async function databaseOf({ directory, server }: Site, name: Json | undefined): Promise<TwinDatabase> {
  const found = await directory.find(String(name));
  if (found && (!server || found.id === server.id)) return found;
  const message = `connection to server failed: FATAL:  database "${String(name)}" does not exist\n`;
  throw new Fault('psycopg2.OperationalError', message);
}

async function execute(site: Site, args: readonly Json[]): Promise<Json> {
  const [name, uid, key, model, method, positional = [], named = {}] = args;
  const database = await databaseOf(site, name);
  const identity = await site.directory.identify(database, String(key), { uid: Number(uid) });
  if (!identity) throw accessDenied();
  const { context, ...rest } = (named ?? {}) as Record<string, Json>;
  const call = {
    model: String(model),
    method: String(method),
    protocol: 'jsonrpc' as const,
    positional: Array.isArray(positional) ? positional : [],
    named: rest,
    context: (context ?? {}) as Record<string, Json>,
  };
  const ask = () => withTrouble(site.db, database, call.method, () => run(site, identity, call));
  // Where the address named no database, only now is it known whose request this is.
  return site.server ? ask() : withTrouble(site.db, database, undefined, ask);
}

async function authenticate(site: Site, [name, login, key]: readonly Json[]): Promise<Json> {
  const database = await databaseOf(site, name);
  const identity = await site.directory.identify(database, String(key), { login: String(login) });
  return identity ? identity.uid : false;
}

async function dispatch(site: Site, version: Version, { params }: Request): Promise<Json> {
  const { service, method, args = [] } = params ?? {};
  if (!Array.isArray(args)) throw new Fault('builtins.TypeError', 'args must be a list');
  switch (`${service}.${method}`) {
    case 'common.version':
      return versionOf(version);
    case 'common.authenticate':
    case 'common.login':
      return authenticate(site, args);
    case 'db.list':
      return site.server ? [site.server.name] : site.directory.names();
    case 'object.execute_kw':
    case 'object.execute':
      return execute(site, args);
    default:
      throw new Fault('builtins.AttributeError', `Method not found: ${service}.${method}`);
  }
}

/** `POST /jsonrpc` with the services `common`, `db` and `object`. */
export async function jsonrpc(site: Site, question: Question): Promise<Answer> {
  const version = site.server?.version ?? 19;
  const opened = await open(site, question, version);
  if ('refusal' in opened) return opened.refusal;
  const { request } = opened;
  const id = request.id ?? null;
  try {
    const result = await dispatch(site, version, request);
    // A method without a return value is answered without a result.
    return json(200, { jsonrpc: '2.0', id, ...(result !== null && { result }) });
  } catch (error) {
    const fault = error instanceof Fault ? error : unfit(error);
    if (!fault) throw error;
    const named = site.server ?? (await site.directory.find(String(request.params?.args?.[0])));
    return rpcFault(named?.version ?? version, id, fault);
  }
}
