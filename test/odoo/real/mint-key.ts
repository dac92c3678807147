/** Has Odoo make an API key for a user, the way a person does it: sign in, ask for a key, give the password again. */
export async function mintKey(of: {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly password: string;
}): Promise<string> {
  const { url, database, login, password } = of;
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
  const call = <T>(model: string, method: string, args: unknown[], kwargs: object = {}) =>
    ask<T>(`/web/dataset/call_kw/${model}/${method}`, { model, method, args, kwargs });
  await ask('/web/session/authenticate', { db: database, login, password });
  const wanted = { name: 'test', duration: '1' };
  const wizard = 'res.users.apikeys.description';
  const [made] = await call<{ id: number }[]>(wizard, 'web_save', [[], wanted], { specification: { name: {} } });
  const check = await call<{ res_id: number }>(wizard, 'make_key', [[made!.id]]);
  const shown = await call<{ context: { default_key: string } }>(
    'res.users.identitycheck',
    'run_check',
    [[check.res_id]],
    { context: { password } },
  );
  return shown.context.default_key;
}
