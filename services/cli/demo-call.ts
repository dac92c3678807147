import { setTimeout } from 'node:timers/promises';
import type { components } from '../../specs/generated/openapi.ts';
import { ConfigError } from '../bin/config.ts';
import { type DemoAccess, readDemoAccess } from '../bin/seed.ts';
import { resolveHome } from '../embedded/home.ts';

export type Call = (path: string, init?: RequestInit) => Promise<Response>;
export type Endpoint = components['schemas']['Endpoint'];
export type Exchange = components['schemas']['Exchange'];

/** The home of the demo that is to be driven, and its logins and keys. @throws ConfigError where there is no demo */
export function demoOf(env: NodeJS.ProcessEnv): { readonly home: string; readonly access: DemoAccess } {
  const home = resolveHome(env);
  const access = readDemoAccess(home);
  if (!access)
    throw new ConfigError(
      `There is no demo in ${home}. Start the hub once with \`npm start\`; if it uses another CROSSDOCK_HOME, set the same here.`,
    );
  return { home, access };
}

export const nobodyAnswers = (url: string, cause: unknown): ConfigError =>
  new ConfigError(`Nobody answers at ${url}. Start the hub with \`npm start\` and leave it running.`, { cause });

// Longer than any limit of a second or a minute holds somebody back.
const mostTries = 100;

/**
 * What the API answers, with these headers on each request. One that is over the limit of its caller is sent again after the time that the hub names.
 * @throws ConfigError where nobody answers
 */
export function caller(url: string, by: Readonly<Record<string, string>>): Call {
  return async (path, init = {}) => {
    for (let tried = 1; ; tried += 1) {
      const response = await fetch(url + path, { ...init, headers: { ...init.headers, ...by } }).catch((cause) => {
        throw nobodyAnswers(url, cause);
      });
      if (response.status !== 429 || tried === mostTries) return response;
      await response.body?.cancel();
      await setTimeout(1000 * Number(response.headers.get('Retry-After') ?? 1));
    }
  };
}

/** The cookie of a session of the team. */
export async function signedIn(url: string, { logins }: DemoAccess): Promise<string> {
  const { email, password } = logins[0]!;
  const response = await caller(url, {})('/v1/session', {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok)
    throw new ConfigError(`The team cannot sign in as ${email}: the password in demo.json is not the one of now.`);
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** The endpoint of a partner on a channel, and what it is told by it; undefined where it has none. */
export async function endpointOn(
  look: Call,
  of: { readonly partner: string; readonly environment: string; readonly channel: string },
): Promise<{ readonly endpoint: Endpoint; readonly path: string; told(label: string): string } | undefined> {
  const { partners } = (await (await look('/v1/partners')).json()) as { partners: { id: string; name: string }[] };
  const partnerId = partners.find(({ name }) => name === of.partner)?.id;
  const answer = await look(`/v1/partners/${partnerId}/endpoints`);
  const { endpoints = [] } = (await answer.json()) as { endpoints?: Endpoint[] };
  const endpoint = endpoints.find((one) => one.environment === of.environment && one.channel === of.channel);
  if (!endpoint) return undefined;
  return {
    endpoint,
    path: `/v1/partners/${partnerId}/endpoints/${endpoint.id}`,
    told: (label) => endpoint.tell.find((one) => one.label.startsWith(label))?.value ?? '',
  };
}

/** The newest entries of an endpoint's log. */
export async function exchangesOf(look: Call, path: string): Promise<readonly Exchange[]> {
  const answer = await look(`${path}/exchanges?limit=100`);
  const { exchanges, detail } = (await answer.json()) as { exchanges?: Exchange[]; detail?: string };
  if (!exchanges) throw new ConfigError(`The hub does not show what was exchanged: ${detail ?? answer.status}`);
  return exchanges;
}
