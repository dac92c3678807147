import { setTimeout as wait } from 'node:timers/promises';
import type { components } from '../../../specs/generated/openapi.ts';

type Session = components['schemas']['Session'];

/** What the API says to a request that it refuses. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(method: string, path: string, status: number, problem: Partial<components['schemas']['Problem']>) {
    const { title, detail, code = '', requestId } = problem;
    const said = [title, detail].filter(Boolean).join(': ');
    super(`${method} ${path}: HTTP ${status}${said && ` · ${said}`}${requestId ? ` (request ${requestId})` : ''}`);
    this.status = status;
    this.code = code;
  }
}

/** Somebody who is signed in and calls the API as the portal does. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly organizationId: string;
  /** @throws Refused */
  call<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T>;
  /** Posts a file as it is. @throws Refused */
  upload<T>(path: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>): Promise<T>;
}

const pauseMs = 500;

/** @throws Refused; TypeError where nobody answers */
export async function signIn(
  url: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Person> {
  const { answer, body } = await ask(url, 'POST', '/v1/session', { email, password }, {});
  return personOf(url, body as Session, answer);
}

/** Whoever an answer has signed in, such as that to an invite. */
export function personOf(url: string, session: Session, answer: Response): Person {
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const headers = { cookie, 'x-csrf-token': session.csrfToken };
  return {
    email: session.user.email,
    name: session.user.name,
    organizationId: session.organization.id,
    call: async <T>(method: string, path: string, body?: object) =>
      (await ask(url, method, path, body, headers)).body as T,
    upload: async <T>(path: string, bytes: Uint8Array, more: Readonly<Record<string, string>>) =>
      (await ask(url, 'POST', path, bytes, { ...headers, ...more })).body as T,
  };
}

/** A request that has no session, or its headers with it. @throws Refused */
export async function ask(
  url: string,
  method: string,
  path: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly answer: Response; readonly body: unknown }> {
  const raw = body instanceof FormData || body instanceof Uint8Array ? body : undefined;
  const answer = await fetch(url + path, {
    method,
    headers: { ...(body && !raw && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: (raw as FormData | undefined) ?? JSON.stringify(body) }),
  });
  if (answer.status === 429) {
    await answer.arrayBuffer();
    await wait(pauseMs);
    return ask(url, method, path, body, headers);
  }
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const read = isJson ? (JSON.parse(text) as unknown) : text;
  if (!answer.ok)
    throw new Refused(method, path, answer.status, isJson ? (read as object) : { title: text.slice(0, 300) });
  return { answer, body: read };
}
