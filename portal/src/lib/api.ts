import createFetchClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { paths } from '../../../specs/generated/openapi.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
let csrfToken: string | undefined;
let onSignedOut: (() => void) | undefined;
let onOtherSession: (() => void) | undefined;

/** Remembers the token of the session; every unsafe call sends it. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Says what to do when the hub answers 401 to anything but the session calls. */
export function whenSignedOut(then: () => void): void {
  onSignedOut = then;
}

/** Says what to do when the hub tells that a call carried the token of another session: somebody signed in in another window. */
export function whenOtherSession(then: () => void): void {
  onOtherSession = then;
}

const isOtherSession = async (response: Response): Promise<boolean> =>
  response.status === 403 && ((await response.clone().json()) as { code?: string }).code === 'http.csrf';

const underWay = new Map<string, Promise<Response>>();

/** What is asked for again while the very same is under way, as by a double click, is done once, and both get its answer. */
async function askOnce(request: Request): Promise<Response> {
  const type = request.headers.get('content-type');
  if (request.method !== 'POST' || (type !== null && !type.includes('json'))) return fetch(request);
  const what = `${request.url} ${await request.clone().text()}`;
  const asked = underWay.get(what) ?? fetch(request).finally(() => underWay.delete(what));
  underWay.set(what, asked);
  return (await asked).clone();
}

/** The typed client of the hub. Answers `{data}` or `{error: Problem}`; throws only when the hub is out of reach. */
export const client = createFetchClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: askOnce });

client.use({
  onRequest({ request }) {
    if (csrfToken !== undefined && !safeMethods.has(request.method)) request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  async onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/v1/session') onSignedOut?.();
    if (onOtherSession !== undefined && (await isOtherSession(response).catch(() => false))) onOtherSession();
    return response;
  },
});

/** The same client as TanStack Query hooks. */
export const api = createQueryClient(client);

/** The data of an answer. @throws the problem */
export async function must<T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await answer;
  if (data === undefined) throw error;
  return data;
}
