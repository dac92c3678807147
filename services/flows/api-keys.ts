import { CodedError } from '../domain/errors.ts';
import { faultOfName } from '../domain/name.ts';
import { findKeyById, issueApiKey, revokeKeyById, type Scope } from '../store/api-keys.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Environment } from '../store/documents.ts';
import { lockOrganization } from '../store/users.ts';
import type { Context } from './context.ts';
import { refuseBody } from './refuse-body.ts';

const dayMs = 86_400_000;
const usualDays = 365;

export interface WantedKey {
  readonly environment: Environment;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresInDays?: number | undefined;
}

/** Makes an API key of a partner. @returns its id, and the key itself, which is kept nowhere. */
export async function createKey(
  context: Context,
  orgId: string,
  wanted: WantedKey,
  { actor, by }: ActedBy,
): Promise<{ readonly id: string; readonly key: string }> {
  const { environment, scopes, expiresInDays = usualDays } = wanted;
  const name = wanted.name.trim();
  const wrong = faultOfName('api-key', name);
  if (wrong !== undefined) refuseBody([{ place: 'body/name', message: wrong }]);
  const id = context.newId();
  const createdAt = context.now();
  const expiresAt = new Date(createdAt.getTime() + expiresInDays * dayMs);
  return context.db.scoped('*', async (tx) => {
    const kind = await lockOrganization(tx, orgId);
    if (!kind) throw new CodedError('http.not-found', { detail: 'No organisation has this id.' });
    if (kind === 'owner')
      throw new CodedError('http.conflict', { detail: 'API keys are for the machines of partners. Name a partner.' });
    const { key, prefix } = await issueApiKey(tx, { id, orgId, environment, name, scopes, createdAt, expiresAt });
    const after = { name, prefix, environment, scopes, expiresAt: expiresAt.toISOString() };
    const entry = { orgId, at: createdAt, actor, by, action: 'api-key.created' as const };
    await audit(tx, [{ ...entry, subject: { type: 'api-key', id }, detail: { before: null, after } }]);
    return { id, key };
  });
}

/** Revokes a key of an organisation; one that was revoked before stays so. @throws CodedError `http.not-found` */
export async function revokeKey(
  context: Context,
  { orgId, keyId }: { readonly orgId: string; readonly keyId: string },
  { actor, by }: ActedBy,
): Promise<void> {
  const at = context.now();
  await context.db.scoped('*', async (tx) => {
    await lockOrganization(tx, orgId);
    const found = await findKeyById(tx, orgId, keyId);
    if (!found) throw new CodedError('http.not-found', { detail: 'No API key of the organisation has this id.' });
    if (found.revokedAt) return;
    await revokeKeyById(tx, keyId, at);
    const { name, environment } = found;
    const detail = { name, environment, before: { revoked: false }, after: { revoked: true } };
    const entry = { orgId, at, actor, by, action: 'api-key.revoked' as const };
    await audit(tx, [{ ...entry, subject: { type: 'api-key', id: keyId }, detail }]);
  });
}
