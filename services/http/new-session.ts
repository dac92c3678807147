import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { withoutDeceit } from '../domain/visible-text.ts';
import type { Context } from '../flows/context.ts';
import type { Tx } from '../store/database.ts';
import { type SessionMethod, startSession } from '../store/sessions.ts';
import { hashToken } from './cookies.ts';

export const sessionSeconds = 12 * 60 * 60;
const longestBrowserName = 300;

/** A session under a token that nobody has seen before; `start` begins it as part of a transaction. */
export function newSession(
  { now }: Context,
  { userId, orgId }: { readonly userId: string; readonly orgId: string },
  request: Request,
  method: SessionMethod,
): { readonly token: string; start(tx: Tx): Promise<void> } {
  const token = randomBytes(32).toString('base64url');
  const createdAt = now();
  const browser = request.get('user-agent');
  return {
    token,
    start: (tx) =>
      startSession(tx, {
        ...{ tokenHash: hashToken(token), csrfToken: randomBytes(24).toString('base64url'), userId, orgId, createdAt },
        ...{ method, expiresAt: new Date(createdAt.getTime() + sessionSeconds * 1000) },
        ...(browser && { browser: withoutDeceit(browser.slice(0, longestBrowserName)) }),
        ...(request.ip && { address: request.ip }),
      }),
  };
}
