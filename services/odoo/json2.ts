import {
  type CallOptions,
  changesSomething,
  conveniences,
  type Json,
  type OdooClient,
  refuseEmptyIds,
} from './client.ts';
import { serverVersion } from './discover.ts';
import { odooError } from './error.ts';
import { type HttpAnswer, plainFailure, type Transport } from './transport.ts';

export interface Json2Options {
  readonly transport: Transport;
  readonly database: string;
  readonly apiKey: string;
}

function parsed(answer: HttpAnswer, changes: boolean): unknown {
  if (!answer.contentType.startsWith('application/json')) throw plainFailure(answer, changes);
  try {
    return JSON.parse(answer.text);
  } catch {
    throw plainFailure({ ...answer, status: answer.status === 200 ? 502 : answer.status }, changes);
  }
}

/** JSON-2 of Odoo 19: one address for each method, arguments by name, the key as bearer, the database always named. */
export function json2Client({ transport, database, apiKey }: Json2Options): OdooClient {
  const headers = { Authorization: `bearer ${apiKey}`, 'X-Odoo-Database': database };
  async function call(model: string, method: string, { ids, args = {}, context }: CallOptions = {}): Promise<Json> {
    refuseEmptyIds(model, method, ids);
    const changes = changesSomething(method);
    const body = { ...args, ...(ids && { ids }), ...(context && { context }) };
    const answer = await transport.post(`/json/2/${model}/${method}`, body, { headers, changes });
    if (answer.status === 200) return parsed(answer, changes) as Json;
    const data = parsed(answer, changes);
    if (typeof data === 'object' && data !== null && 'name' in data) throw odooError(data);
    throw plainFailure(answer, changes);
  }
  return { majorVersion: 19, call, version: () => serverVersion(transport), ...conveniences(call) };
}
