import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Version } from '../../../services/twins/odoo/schema.ts';

const folder = fileURLToPath(new URL('../../../../shared/odoo/transcripts', import.meta.url));

/** One request that was sent to a real Odoo, with its answer. Keys and passwords are blacked out. */
export interface Step {
  readonly note: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Record<string, string>;
    readonly body: unknown;
  };
  readonly response: { readonly status: number; readonly body: unknown };
}

export const haveTranscripts = existsSync(folder);

export const loadTranscript = (version: Version, name: string): readonly Step[] =>
  JSON.parse(readFileSync(`${folder}/${version}/${name}.json`, 'utf8'));

/** Names of the recordings of a version that are lists of steps. */
export const transcriptNames = (version: Version): readonly string[] =>
  readdirSync(`${folder}/${version}`)
    .map((file) => file.replace('.json', ''))
    .filter((name) => Array.isArray(loadTranscript(version, name)))
    .sort();

/** A step as a call of a method, the same for both protocols; undefined for anything else. */
export interface RecordedCall {
  readonly uid?: number;
  readonly model: string;
  readonly method: string;
  readonly positional: readonly unknown[];
  readonly named: Readonly<Record<string, unknown>>;
}

export function recordedCall({ request }: Step): RecordedCall | undefined {
  const { body, path } = request;
  if (typeof body !== 'object' || body === null) return undefined;
  const rpc = (body as { params?: { method?: string; args?: unknown[] } }).params;
  if (path === '/jsonrpc' && rpc?.method === 'execute_kw') {
    const [, uid, , model, method, positional = [], named = {}] = rpc.args as [
      string,
      number,
      string,
      string,
      string,
      unknown[]?,
      Record<string, unknown>?,
    ];
    return { uid, model, method, positional, named };
  }
  const [, , , model, method, more] = path.split('/');
  if (!path.startsWith('/json/2/') || !model || !method || more !== undefined) return undefined;
  return { model, method: method.replace(/\?.*/, ''), positional: [], named: body as Record<string, unknown> };
}

/** The result of an answer, or the name of its error. */
export type Outcome = { readonly result: unknown } | { readonly error: string; readonly message: string };

export function outcomeOf(status: number, body: unknown): Outcome {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    const { error, result, jsonrpc, name, debug, message } = body as Record<string, unknown> & {
      error?: { data?: { name?: string; message?: string } };
    };
    if (error) return { error: error.data?.name ?? 'unknown', message: error.data?.message ?? '' };
    if (jsonrpc) return { result };
    if (status >= 400 && debug !== undefined) return { error: String(name), message: String(message) };
  }
  return { result: body };
}
