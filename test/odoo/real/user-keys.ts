import type { Stage } from './rig.ts';
import { fresh } from './world.ts';

/** A user of a real Odoo who signs in with a password, as a person does. */
export interface Person {
  readonly url: string;
  readonly database: string;
  readonly version: 17 | 18 | 19;
  readonly login: string;
  readonly password: string;
}

/** Another user with the rights of the hub's. */
export async function colleague(
  { world, server }: Stage,
  more: object = {},
): Promise<Person & { readonly id: number }> {
  const { url, database, version } = server;
  const groups = version >= 19 ? 'group_ids' : 'groups_id';
  const [hub] = await world.odoo.rows('res.users', [['login', '=', server.login]], [groups]);
  const login = `colleague-${fresh()}@example.com`.toLowerCase();
  const values = { name: login, login, password: login, email: login, [groups]: [[6, 0, hub![groups]]] };
  const id = await world.odoo.create('res.users', { ...values, ...more });
  return { id, url, database, version, login, password: login };
}

type Call = <T>(model: string, method: string, args: readonly unknown[], named?: object) => Promise<T>;

async function signedIn({ url, database, login, password }: Person): Promise<Call> {
  let cookie = '';
  const ask = async <T>(path: string, params: object): Promise<T> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const answer = (await response.json()) as { result: T; error?: { data?: { message?: string } } };
    if (answer.error) throw new Error(`${path}: ${answer.error.data?.message}`);
    return answer.result;
  };
  await ask('/web/session/authenticate', { db: database, login, password });
  return (model, method, args, kwargs = {}) =>
    ask(`/web/dataset/call_kw/${model}/${method}`, { model, method, args, kwargs });
}

/** Gives the password again, which Odoo asks for before it lets anybody touch a key. */
async function confirmed<T>(call: Call, { password, version }: Person, asked: { res_id: number }): Promise<T> {
  const wizard = 'res.users.identitycheck';
  if (version < 19) await call(wizard, 'write', [[asked.res_id], { password }]);
  return call(wizard, 'run_check', [[asked.res_id]], { context: { password } });
}

/** Has Odoo make an API key for a user, the way a person does it: sign in, ask for a key, give the password again. */
export async function mintKey(person: Person): Promise<string> {
  const call = await signedIn(person);
  const wanted = { name: 'test', ...(person.version >= 18 && { duration: '1' }) };
  const wizard = 'res.users.apikeys.description';
  const [made] = await call<{ id: number }[]>(wizard, 'web_save', [[], wanted], { specification: { name: {} } });
  const asked = await call<{ res_id: number }>(wizard, 'make_key', [[made!.id]]);
  const shown = await confirmed<{ context: { default_key: string } }>(call, person, asked);
  return shown.context.default_key;
}

/** Withdraws all keys of a user, as the user does in the preferences. */
export async function revokeKeys({ world }: Stage, person: Person & { readonly id: number }): Promise<void> {
  const call = await signedIn(person);
  const keys = await call<{ id: number }[]>('res.users.apikeys', 'search_read', [
    [['user_id', '=', person.id]],
    ['name'],
  ]);
  const asked = await call<{ res_id: number }>('res.users.apikeys', 'remove', [keys.map(({ id }) => id)]);
  await confirmed(call, person, asked);
  // Before 19 a process remembers a key that it has once let in, until something changes about users.
  if (person.version < 19) await world.odoo.call('res.users', 'write', [[person.id], { lang: 'en_US' }]);
}
