/** A small JSON-RPC client of the tests' own: what the hub did is read back without the hub's client. */
export interface PlainOdoo {
  readonly version: 17 | 18 | 19;
  call<T = unknown>(model: string, method: string, args?: readonly unknown[], named?: object): Promise<T>;
  rows(model: string, domain: readonly unknown[], fields: readonly string[]): Promise<readonly Row[]>;
  create(model: string, values: object): Promise<number>;
}

/** A record as `search_read` gives it: many2one as `[id, name]`, nothing as false. */
// biome-ignore lint/suspicious/noExplicitAny: fields of Odoo have no types here; each test knows what it reads.
export type Row = { readonly id: number } & Readonly<Record<string, any>>;

export interface PlainLogin {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly key: string;
}

let calls = 0;

async function rpc(url: string, service: string, method: string, args: readonly unknown[]): Promise<unknown> {
  calls += 1;
  const response = await fetch(`${url}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: calls, params: { service, method, args } }),
  });
  const answer = (await response.json()) as { result?: unknown; error?: { data?: { name: string; message: string } } };
  if (answer.error)
    throw new Error(`${method} ${args[4] ?? ''}: ${answer.error.data?.name} ${answer.error.data?.message}`);
  return answer.result;
}

export async function plainOdoo({ url, database, login, key }: PlainLogin): Promise<PlainOdoo> {
  const version = (await rpc(url, 'common', 'version', [])) as { server_version_info: [number] };
  const uid = await rpc(url, 'common', 'authenticate', [database, login, key, {}]);
  if (!uid) throw new Error(`${url} refuses ${login} in database ${database}.`);
  const call = <T>(model: string, method: string, args: readonly unknown[] = [], named: object = {}) =>
    rpc(url, 'object', 'execute_kw', [database, uid, key, model, method, args, named]) as Promise<T>;
  return {
    version: version.server_version_info[0] as 17 | 18 | 19,
    call,
    rows: (model, domain, fields) => call(model, 'search_read', [domain, fields], { order: 'id' }),
    create: async (model, values) => (await call<readonly number[]>(model, 'create', [[values]]))[0]!,
  };
}
