import { request } from 'node:http';
import type { Version } from '../../../services/twins/odoo/schema.ts';
import { Unplayable } from './ids.ts';
import type { RecordedCall, Step } from './load.ts';

export interface Keys {
  readonly integration: string;
  readonly restricted: string;
  readonly admin: string;
}

/** Who sends, told by the note: the recordings have no keys in them. */
function keyFor(step: Step, keys: Keys): string {
  if (/bad secret|bad key|password as bearer/i.test(step.note)) return 'wrong';
  if (/edi\.low/.test(step.note) && !/may not read/.test(step.note)) return keys.restricted;
  return /admin|unique constraint|delete the Units/i.test(step.note) ? keys.admin : keys.integration;
}

export interface Target {
  readonly version: Version;
  readonly url: string;
  readonly database: string;
  readonly keys: Keys;
  readonly login: string;
  readonly uids: Readonly<Record<keyof Keys, number>>;
}

const recordedDatabase = /^odoo1[789]\w*$/;

function uidFor(key: string, { keys, uids }: Target): number {
  const role = (Object.keys(keys) as (keyof Keys)[]).find((name) => keys[name] === key);
  return uids[role ?? 'integration'];
}

/** The body that is sent, with the twin's database, user and key in it. */
function bodyOf(step: Step, call: RecordedCall | undefined, target: Target): string {
  const { body, path } = step.request;
  const key = keyFor(step, target.keys);
  if (call && path === '/jsonrpc') {
    const args = [target.database, uidFor(key, target), key, call.model, call.method, call.positional, call.named];
    return JSON.stringify({
      jsonrpc: '2.0',
      method: 'call',
      id: 1,
      params: { service: 'object', method: 'execute_kw', args },
    });
  }
  if (call) return JSON.stringify(call.named);
  if (typeof body === 'object' && body !== null) {
    const params = (body as { params?: { args?: unknown[] } }).params;
    const args = params?.args?.map((one) => {
      if (typeof one === 'string' && recordedDatabase.test(one)) return target.database;
      if (one === 'edi.hub') return target.login;
      return one === '<redacted>' ? key : one;
    });
    return JSON.stringify(params ? { ...body, params: { ...params, ...(args && { args }) } } : body);
  }
  return typeof body === 'string' ? body : '';
}

function headersOf(step: Step, target: Target, length: number): Record<string, string> {
  const recorded = Object.fromEntries(
    Object.entries(step.request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const headers: Record<string, string> = {};
  // Recorded as a bearer, sent as something else.
  if (recorded.authorization && !/Basic auth/.test(step.note))
    headers.authorization = `bearer ${keyFor(step, target.keys)}`;
  if (recorded['x-odoo-database'])
    headers['x-odoo-database'] = recordedDatabase.test(recorded['x-odoo-database'])
      ? target.database
      : recorded['x-odoo-database'];
  const type =
    recorded['content-type'] ??
    (typeof step.request.body === 'string' && step.request.path === '/jsonrpc' && !/json content type/.test(step.note)
      ? 'text/plain'
      : 'application/json');
  if (step.request.method === 'POST') headers['content-type'] = type;
  if (recorded['transfer-encoding']) headers['transfer-encoding'] = 'chunked';
  else if (step.request.method === 'POST') headers['content-length'] = String(length);
  return headers;
}

/** Sends a step to the twin as it was sent to Odoo. */
export async function send(
  step: Step,
  call: RecordedCall | undefined,
  target: Target,
): Promise<{ status: number; body: unknown }> {
  if (!/^(GET|POST)$/.test(step.request.method)) throw new Unplayable('tells a fact, sends nothing');
  if (step.request.path.startsWith('/xmlrpc')) throw new Unplayable('XML-RPC is not spoken by the hub');
  if (!step.request.path.startsWith('/')) throw new Unplayable('the request was left out of the recording');
  const payload = bodyOf(step, call, target);
  const path = call && step.request.path !== '/jsonrpc' ? `/json/2/${call.model}/${call.method}` : step.request.path;
  const headers = headersOf(step, target, Buffer.byteLength(payload));
  return new Promise((resolve, reject) => {
    const sending = request(
      `${target.url}/${target.database}${path}`,
      { method: step.request.method, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const isJson = (response.headers['content-type'] ?? '').startsWith('application/json');
          resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text });
        });
      },
    );
    sending.on('error', reject);
    sending.end(step.request.method === 'POST' ? payload : undefined);
  });
}
