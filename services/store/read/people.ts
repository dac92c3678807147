import type { components } from '../../../specs/generated/openapi.ts';
import type { Scope } from '../api-keys.ts';
import { keyEndsSql } from '../api-keys.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';

export type UserView = components['schemas']['User'];
export type ApiKeyView = components['schemas']['ApiKey'];

interface UserRow extends Pick<UserView, 'id' | 'name' | 'email' | 'roles'> {
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  readonly temporaryUntil: Date | null;
  readonly disabledAt: Date | null;
}

/** People of an organisation by name, those who are disabled last; or the one with an id. */
export async function readUsers(tx: Tx, of: { readonly orgId: string; readonly id?: string }): Promise<UserView[]> {
  const { rows } = await tx.raw<{ rows: UserRow[] }>(
    `select u.id, u.name, u.email, m.roles, u.created_at as "createdAt", u.last_sign_in_at as "lastSignInAt",
       u.temporary_until as "temporaryUntil", u.disabled_at as "disabledAt"
     from membership m join app_user u on u.id = m.user_id
     where m.org_id = :orgId and (:id::uuid is null or u.id = :id) order by u.disabled_at is not null, u.name, u.id limit 5000`,
    { orgId: of.orgId, id: of.id ?? null },
  );
  return rows.map(({ createdAt, lastSignInAt, temporaryUntil, disabledAt, ...user }) => ({
    ...user,
    state: disabledAt ? 'disabled' : temporaryUntil ? 'new' : 'active',
    createdAt: createdAt.toISOString(),
    ...(lastSignInAt && { lastSignInAt: lastSignInAt.toISOString() }),
    ...(temporaryUntil && { temporaryUntil: temporaryUntil.toISOString() }),
    ...(disabledAt && { disabledAt: disabledAt.toISOString() }),
  }));
}

interface KeyRow extends Pick<ApiKeyView, 'id' | 'name' | 'prefix' | 'environment' | 'state'> {
  readonly scopes: Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface KeysOf {
  readonly orgId: string;
  readonly now: Date;
  readonly environment?: Environment | undefined;
  readonly id?: string;
}

/** API keys of an organisation, newest first and those that were revoked last; or the one with an id. */
export async function readApiKeys(tx: Tx, { orgId, now, environment, id }: KeysOf): Promise<ApiKeyView[]> {
  const { rows } = await tx.raw<{ rows: KeyRow[] }>(
    `select id, name, prefix, environment, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
       case when revoked_at is not null then 'revoked' when expires_at <= :now then 'expired' when ${keyEndsSql} <= :now then 'ending' else 'active' end as state
     from api_key where org_id = :orgId and (:environment::text is null or environment = :environment) and (:id::uuid is null or id = :id)
     order by revoked_at is not null, created_at desc, id limit 1000`,
    { orgId, now, environment: environment ?? null, id: id ?? null },
  );
  return rows.map(({ createdAt, expiresAt, lastUsedAt, revokedAt, ...key }) => ({
    ...key,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  }));
}
