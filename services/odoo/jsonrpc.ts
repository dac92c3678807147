import {
  type CallOptions,
  changesSomething,
  conveniences,
  type Json,
  type OdooClient,
  refuseEmptyIds,
} from './client.ts';
import { serverVersion } from './discover.ts';
import { OdooError } from './error.ts';
import { rpc } from './rpc.ts';
import type { Transport } from './transport.ts';
import type { MajorVersion } from './version.ts';

export interface JsonRpcOptions {
  readonly transport: Transport;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
  readonly majorVersion: MajorVersion;
}

/** Arguments that 17 and 18 only take by their place, after the ids where there are any. */
const places: Readonly<Record<string, readonly string[]>> = {
  create: ['vals_list'],
  write: ['vals'],
  read: ['fields'],
};

/** JSON-RPC of Odoo 17 and 18: `execute_kw` with a user id that is fetched once, since finding it costs Odoo up to a second. */
export function jsonRpcClient({ transport, database, login, apiKey, majorVersion }: JsonRpcOptions): OdooClient {
  let known: Promise<number> | undefined;

  async function authenticate(): Promise<number> {
    const uid = await rpc(transport, 'common', 'authenticate', [database, login, apiKey, {}], false);
    // A wrong key is no error here, only a false.
    if (typeof uid !== 'number')
      throw new OdooError(
        'authentication',
        'odoo.exceptions.AccessDenied',
        `Odoo does not accept the key of ${login}.`,
      );
    return uid;
  }

  async function userId(): Promise<number> {
    known ??= authenticate();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  async function call(model: string, method: string, { ids, args = {}, context }: CallOptions = {}): Promise<Json> {
    refuseEmptyIds(model, method, ids);
    const byPlace = (places[method] ?? []).filter((name) => args[name] !== undefined);
    const positional: Json[] = [...(ids ? [ids] : []), ...byPlace.map((name) => args[name]!)];
    const named = Object.fromEntries(Object.entries(args).filter(([name]) => !byPlace.includes(name)));
    const uid = await userId();
    try {
      const all = [database, uid, apiKey, model, method, positional, { ...named, ...(context && { context }) }];
      return await rpc(transport, 'object', 'execute_kw', all, changesSomething(method));
    } catch (error) {
      if (error instanceof OdooError && error.kind === 'authentication') known = undefined;
      throw error;
    }
  }

  return { majorVersion, call, version: () => serverVersion(transport), ...conveniences(call) };
}
