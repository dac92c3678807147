import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { type ApiKey, findApiKey, hashKey } from '../store/api-keys.ts';
import type { LiveChanges } from '../store/changes.ts';
import { findSession } from '../store/sessions.ts';
import { type Caller, type KeyCaller, keyCaller, type SessionCaller, sessionCaller } from './caller.ts';
import type { Operation } from './contract.ts';
import { cookieOf, hashToken, sessionCookie } from './cookies.ts';

// Without the memory each document would cost a query more. What changes of a key is told at once; should word of it be lost, it holds after so long.
const keepKeyMs = 5_000;
const keptKeys = 10_000;

export interface Authenticator {
  /** Who calls, whether or not they may; undefined where the operation needs nobody. @throws CodedError `http.unauthorized`, `http.key-expired` or `http.csrf`. */
  caller(operation: Operation, request: Request): Promise<Caller | undefined> | Caller;
  /** The session of a request outside of the contract, such as the operators' board. */
  session(request: Request): Promise<SessionCaller | undefined>;
}

export function makeAuthenticator(context: Context, changes: LiveChanges): Authenticator {
  const kept = new Map<string, { readonly caller: KeyCaller; readonly at: number }>();

  let changesHeard = 0;
  changes.onKeyChange((keyHash) => {
    changesHeard += 1;
    kept.delete(Buffer.from(keyHash, 'hex').toString('latin1'));
  });

  // A burst with a key that is not remembered asks the database once.
  const asked = new Map<string, Promise<KeyCaller>>();

  function lookUp(key: string, keyHash: Buffer, now: Date): Promise<KeyCaller> {
    const underWay = asked.get(key) ?? ask(key, keyHash, now).finally(() => asked.delete(key));
    asked.set(key, underWay);
    return underWay;
  }

  async function ask(key: string, keyHash: Buffer, now: Date): Promise<KeyCaller> {
    const heardBefore = changesHeard;
    const found = await findApiKey(context.db.front, keyHash, now);
    if (!found) throw new CodedError('http.unauthorized', { detail: 'This API key is not known, or was revoked.' });
    refuseExpired(found, now);
    const caller = keyCaller(found);
    // What was read before a change must not be remembered after it.
    if (heardBefore !== changesHeard) return caller;
    // Oldest first: a Map keeps the order of insertion.
    if (kept.size >= keptKeys) kept.delete(kept.keys().next().value!);
    kept.delete(key);
    kept.set(key, { caller, at: now.getTime() });
    return caller;
  }

  function byKey(authorization: string): Promise<KeyCaller> | KeyCaller {
    const [, bearer] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
    if (!bearer) throw new CodedError('http.unauthorized');
    const keyHash = hashKey(bearer);
    const place = keyHash.toString('latin1');
    const now = context.now();
    const known = kept.get(place);
    // Two-sided: a clock that was set back must not keep a revoked key alive.
    if (known && Math.abs(now.getTime() - known.at) < keepKeyMs) return refuseExpired(known.caller, now);
    return lookUp(place, keyHash, now);
  }

  async function session(request: Request): Promise<SessionCaller | undefined> {
    const token = cookieOf(request, sessionCookie);
    if (!token) return undefined;
    const tokenHash = hashToken(token);
    const who = await findSession(context.db.front, tokenHash, context.now());
    return who && sessionCaller(who, tokenHash, context.entry);
  }

  async function bySession(request: Request): Promise<Caller> {
    const caller = await session(request);
    const { authorization } = request.headers;
    // Whoever sends a key where people are asked for is told so, and not that there is no session.
    if (!caller && authorization !== undefined) return byKey(authorization);
    if (!caller) throw new CodedError('http.unauthorized', { detail: 'Sign in: there is no session, or it is over.' });
    if (request.method !== 'GET' && request.method !== 'HEAD') checkCsrf(request, caller);
    return caller;
  }

  /** Whoever is signed in where a key is asked for; `authorize` says so. */
  async function instead(request: Request): Promise<SessionCaller> {
    const caller = await session(request);
    if (!caller) throw new CodedError('http.unauthorized');
    return caller;
  }

  return {
    session,
    caller: ({ access }, request) => {
      if (access.caller === 'nobody') return Promise.resolve(undefined);
      const { authorization } = request.headers;
      if (access.caller === 'session' || (access.caller === 'both' && authorization === undefined))
        return bySession(request);
      return authorization === undefined ? instead(request) : byKey(authorization);
    },
  };
}

function refuseExpired<Key extends ApiKey>(key: Key, now: Date): Key {
  if (key.expiresAt.getTime() > now.getTime()) return key;
  const day = key.expiresAt.toISOString().slice(0, 10);
  throw new CodedError('http.key-expired', {
    detail: `The API key ${key.name} expired on ${day}. Ask the team that runs the hub for a new one.`,
  });
}

function checkCsrf(request: Request, caller: SessionCaller): void {
  const given = Buffer.from(request.get('x-csrf-token') ?? '');
  const wanted = Buffer.from(caller.csrfToken);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new CodedError('http.csrf');
}
