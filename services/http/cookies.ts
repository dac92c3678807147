import { hash, randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import type { SecretBox } from '../store/secret-box.ts';

export const sessionCookie = 'crossdock_session';
/** Tells a device from which an account was used before; opens nothing. */
const deviceCookie = 'crossdock_device';
/** Ties a single sign-on to the browser that began it. */
export const signOnCookie = 'crossdock_sign_on';
const deviceSeconds = 365 * 24 * 60 * 60;

/** What is kept of a session's token. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/** The cookie of a session, or, without a token, the one that takes it away. */
export function setSession(token: string | undefined, seconds: number, secure: boolean): string {
  return setCookie(sessionCookie, token ?? '', token === undefined ? 0 : seconds, '/', secure);
}

/** The cookie of a single sign-on that was begun, for ten minutes; without a token, the one that takes it away. */
export function setSignOn(token: string | undefined, secure: boolean): string {
  return setCookie(signOnCookie, token ?? '', token === undefined ? 0 : 600, '/v1/session', secure);
}

/** Whether the browser came by https: told by configuration, by the connection, or by a proxy that is trusted. */
export const cameSecurely = (request: Request, configured: boolean): boolean => configured || request.secure;

export const cookieOf = (request: Request, name: string): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[name] || undefined;

/** Marks a device as one of this account. */
export function setDevice(secrets: SecretBox, email: string, secure: boolean): string {
  const id = randomBytes(16).toString('base64url');
  return setCookie(
    deviceCookie,
    secrets.seal(`device ${id} ${email.toLowerCase()}`),
    deviceSeconds,
    '/v1/session',
    secure,
  );
}

/** The id of a device that has signed in to this account before; undefined for any other, and for a cookie that is not ours. */
export function deviceOf(secrets: SecretBox, request: Request, email: string): string | undefined {
  const sealed = cookieOf(request, deviceCookie);
  if (sealed === undefined) return undefined;
  try {
    const [what, id, owner] = secrets.open(sealed).split(' ');
    return what === 'device' && owner === email.toLowerCase() ? id : undefined;
  } catch {
    return undefined;
  }
}

function setCookie(name: string, value: string, maxAge: number, path: string, secure: boolean): string {
  return stringifySetCookie({ ...{ name, value, httpOnly: true, sameSite: 'lax', path, maxAge, secure } });
}
