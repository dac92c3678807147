import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Knex } from 'knex';
import { Fault, unfit } from './fault.ts';
import { type Answer, json, type OpenRead, page, plainHeaders, type Question } from './http.ts';
import { openDirectory } from './identity.ts';
import { json2, refuse, toLogin } from './json2.ts';
import { jsonrpc, versionOf } from './jsonrpc.ts';
import type { Site } from './site.ts';
import { HangUp, setTrouble, type Trouble, troubleFrom, withTrouble } from './trouble.ts';

export interface TwinOptions {
  /** Sees schema `odoo_twin`. */
  readonly db: Knex;
  readonly now?: () => Date;
  /** Largest body of somebody whose key is known; 16 MB unless given. Of nobody else more than 64 KB is read. */
  readonly bodyLimitBytes?: number;
  /** Told about faults of the twin itself; the caller gets a 500 without details. */
  readonly onCrash?: (error: unknown) => void;
}

const usualBodyBytes = 16 * 1024 * 1024;
const ownPaths = new Set(['', 'json', 'jsonrpc', 'web', 'xmlrpc', 'doc-bearer', 'trouble']);

/** A body that is too large; answered 413. */
class TooLarge extends Error {}

async function readBody(req: IncomingMessage, limitBytes: number, open?: OpenRead): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > limitBytes) throw new TooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  let trusted = open === undefined;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
    if (!trusted && size > open!.bytes) trusted = await open!.isKnown(Buffer.concat(chunks));
    if (size > limitBytes || !(trusted || size <= open!.bytes)) throw new TooLarge();
  }
  return Buffer.concat(chunks);
}

/** `/northgate-19/jsonrpc` -> database and rest; an address without a database belongs to the only one there is. */
function split(path: string): { database?: string; rest: string } | undefined {
  const [, first = '', ...rest] = path.split('/');
  if (ownPaths.has(first)) return { rest: path };
  try {
    return { database: decodeURIComponent(first), rest: `/${rest.join('/')}` };
  } catch {
    return undefined;
  }
}

/** `PUT /<database>/trouble` with a key of that database: switches its trouble on, or off with `null`. No Odoo has this address. */
async function switchTrouble({ db, directory, server }: Site, question: Question): Promise<Answer> {
  const [, key] = /^bearer\s+(\S+)$/i.exec(question.headers.authorization ?? '') ?? [];
  if (!server || !key || !(await directory.identify(server, key)))
    return refuse(new Fault('werkzeug.exceptions.Unauthorized', 'Switching trouble takes a key of the database.'));
  let trouble: Trouble | null;
  try {
    trouble = troubleFrom(JSON.parse((await question.read(4096)).toString('utf8')));
  } catch (error) {
    if (error instanceof Fault) return refuse(error);
    if (error instanceof TooLarge) throw error;
    return refuse(new Fault('werkzeug.exceptions.BadRequest', 'The body is not JSON.'));
  }
  await setTrouble(db, server.name, trouble);
  directory.forget(server.name);
  return json(200, trouble);
}

async function answer(site: Site, question: Question): Promise<Answer> {
  const version = site.server?.version ?? 19;
  if (question.path === '/jsonrpc') return jsonrpc(site, question);
  if (question.path === '/web/health') {
    const deep = version >= 18 && question.query.get('db_server_status') === '1';
    return json(200, { status: 'pass', ...(deep && { db_server_status: true }) });
  }
  if (question.path === '/web/webclient/version_info')
    return json(200, { jsonrpc: '2.0', id: null, result: versionOf(version) });
  if (question.path === '/web/version' || question.path === '/json/version') {
    if (version === 18 && question.path === '/json/version') return toLogin(question);
    if (version < 19) return page(404, 'Odoo');
    return json(200, { version_info: [version, 0, 0, 'final', 0, ''], version: `${version}.0` });
  }
  if (question.path.startsWith('/json/2/')) return json2(site, question);
  return page(404, '404 Not Found');
}

async function serve(
  options: TwinOptions,
  house: Pick<Site, 'db' | 'directory' | 'ids'>,
  req: IncomingMessage,
): Promise<Answer> {
  const url = URL.parse(`http://twin${req.url ?? '/'}`);
  const place = url && split(url.pathname);
  if (!place) return page(400, '400 Bad Request');
  const { database, rest } = place;
  const headers = plainHeaders(req.headers);
  const now = (options.now?.() ?? new Date()).toISOString().slice(0, 19).replace('T', ' ');
  try {
    const server = await house.directory.find(database ?? headers['x-odoo-database']);
    if (database && !server) return page(404, '404 Not Found', '<p>The twin has no database of that name.</p>');
    const question: Question = {
      ...{ method: req.method ?? 'GET', path: rest, query: url.searchParams, headers },
      read: (limitBytes, open) => readBody(req, limitBytes, open),
      bodyLimitBytes: options.bodyLimitBytes ?? usualBodyBytes,
    };
    const site: Site = { ...house, server, now };
    if (rest === '/trouble' && req.method === 'PUT') return await switchTrouble(site, question);
    if (!server) return await answer(site, question);
    return await withTrouble(house.db, server, undefined, () => answer(site, question));
  } catch (error) {
    if (error instanceof HangUp) throw error;
    const fault = error instanceof Fault ? error : unfit(error);
    if (fault) return refuse(fault);
    if (error instanceof TooLarge) return page(413, '413 Request Entity Too Large');
    // Whoever breaks off in the middle hears nothing more.
    if (req.destroyed && !req.complete) return page(400, '400 Bad Request');
    options.onCrash?.(error);
    if (isOverload(error)) return refuse(new Fault('psycopg2.OperationalError', 'The database took the request back.'));
    return refuse(new Fault('crossdock.twin.Crash', 'The twin has a fault of its own.'));
  }
}

/** SQLSTATE classes in which PostgreSQL took everything back for reasons of its own: connections, rollback, resources, intervention. */
const OVERLOAD = /^(08|40|53|57)/;

function isOverload(error: unknown): boolean {
  return error instanceof Error && 'code' in error && OVERLOAD.test(String(error.code));
}

/**
 * The Odoo twin as a request handler: speaks JSON-RPC and JSON-2 like Odoo 17, 18 or 19, whichever the database is. It stands in for Odoo in the
 * sandbox and the demo and is no Odoo. Addresses: `<mount>/<database name>/jsonrpc` and so on. Must get the request before a body parser does.
 */
export function createTwin(options: TwinOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const house = { db: options.db, directory: openDirectory(options.db), ids: new Map<string, number[]>() };
  return (req, res) => {
    void serve(options, house, req)
      .catch((error: unknown): Answer | undefined => {
        if (error instanceof HangUp) return undefined;
        options.onCrash?.(error);
        return page(500, '500 Internal Server Error');
      })
      .then((answered) => {
        if (!answered) return void req.socket.destroy();
        const { status, headers, body } = answered;
        res.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
        res.end(body);
      });
  };
}
