import { parseJson } from '../../domain/parse-json.ts';
import { run } from './call.ts';
import { Fault, faultBody, statusOf } from './fault.ts';
import { type Answer, json, page, type Question } from './http.ts';
import type { Json } from './records.ts';
import type { Site } from './site.ts';
import { withTrouble } from './trouble.ts';

const noDatabase = page(
  404,
  '404 Not Found',
  '<h1>Not Found</h1>\n<p>No database is selected and the requested URL was not found in the server-wide controllers.</p>\n<!-- Alternatively, use the X-Odoo-Database header. -->',
);

const failed = (kind: string, message: string): Answer => refuse(new Fault(`werkzeug.exceptions.${kind}`, message));

/** The answer to a fault: the bare error object with its status. */
export function refuse(fault: Fault): Answer {
  const headers = statusOf(fault) === 401 ? { 'WWW-Authenticate': 'Bearer ' } : {};
  return json(statusOf(fault), faultBody(fault), headers);
}

/** A body without a length is not read, and one that is not an object counts as empty: so real Odoo, silently. */
async function argumentsOf(question: Question): Promise<Record<string, Json> | Answer> {
  if (question.headers['content-length'] === undefined) return {};
  const bytes = await question.read(question.bodyLimitBytes);
  if (bytes.length === 0) return {};
  try {
    const body = parseJson(bytes.toString('utf8'));
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, Json>) : {};
  } catch (error) {
    return failed('BadRequest', `could not parse the body as json: ${(error as Error).message}`);
  }
}

const isAnswer = (value: Record<string, Json> | Answer): value is Answer => 'status' in value && 'headers' in value;

/** `POST /json/2/<model>/<method>`. Before 19 there is no such address: 17 has nothing there, 18 sends to its login page. */
export async function json2(site: Site, question: Question): Promise<Answer> {
  const { directory, server } = site;
  if (server?.version === 17) return page(404, 'Odoo');
  if (server?.version === 18) return toLogin(question);
  const wanted = question.headers['x-odoo-database'];
  const database = wanted ? await directory.find(wanted) : server;
  if (!database || (server && database.id !== server.id)) return noDatabase;
  const [, , , model, method, ...rest] = question.path.split('/');
  if (question.method !== 'POST' || !model || !method || rest.length > 0)
    return failed('NotFound', 'Did you mean POST /json/2/<model>/<method>?');
  if (!/^application\/json\b/.test(question.headers['content-type'] ?? ''))
    return page(415, '415 Unsupported Media Type');
  const [, key] = /^bearer\s+(\S+)$/i.exec(question.headers.authorization ?? '') ?? [];
  if (!key) return failed('Unauthorized', 'User not authenticated, use an API Key with a Bearer Authorization header.');
  const identity = await directory.identify(database, key);
  if (!identity) return failed('Unauthorized', 'Invalid apikey');
  const body = await argumentsOf(question);
  if (isAnswer(body)) return body;
  const { ids, context, ...named } = body;
  const around = (context ?? {}) as Record<string, Json>;
  const call = { model, method, protocol: 'json2' as const, positional: [], named, ids, context: around };
  return json(200, await withTrouble(site.db, database, method, () => run(site, identity, call)));
}

export function toLogin(question: Question): Answer {
  const target = `/web/login?redirect=${encodeURIComponent(`${question.path}?`)}`;
  return { ...page(303, 'Redirecting...'), headers: { 'Content-Type': 'text/html; charset=utf-8', Location: target } };
}
