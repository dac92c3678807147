import { hash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { Environment } from './documents.ts';

/** What a key may do; one of these stands with each operation of the contract that takes keys. */
export const scopes = ['inbox:write', 'outbox:read', 'messages:read', 'events:write', 'work:read'] as const;
export type Scope = (typeof scopes)[number];

export interface ApiKey {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly name: string;
  readonly scopes: readonly string[];
  /** From then on the key opens nothing. */
  readonly expiresAt: Date;
}

/** A year: long enough to be no nuisance, short enough that a forgotten key ends. */
export const usualKeyLifeMs = 365 * 86_400_000;

/** Only the hash is kept. 256 random bits need no slow hash and no salt. */
export const hashKey = (key: string): Buffer => hash('sha256', key, 'buffer');

/**
 * Makes a key such as `cdk_x7kq2m9d_…`. It is shown once and never again.
 * @returns the key itself, and its first part, by which people recognise it.
 */
export async function issueApiKey(
  db: Knex,
  key: ApiKey & { readonly createdAt: Date },
): Promise<{ key: string; prefix: string }> {
  // Base 36 without a separator, so that the three parts stay apart; cut, because a name needs no more.
  const prefix = `cdk_${BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(8, '0')
    .slice(0, 8)}`;
  const secret = `${prefix}_${randomBytes(32).toString('base64url')}`;
  await addApiKey(db, { ...key, prefix, key: secret });
  return { key: secret, prefix };
}

/** Stores a key that was made elsewhere: for demonstrations whose keys stand in their text. */
export async function addApiKey(
  db: Knex,
  key: ApiKey & { readonly createdAt: Date; readonly prefix: string; readonly key: string },
): Promise<void> {
  await db('api_key').insert({
    id: key.id,
    org_id: key.orgId,
    environment: key.environment,
    name: key.name,
    prefix: key.prefix,
    key_hash: hashKey(key.key),
    scopes: [...key.scopes],
    created_at: key.createdAt,
    expires_at: key.expiresAt,
  });
}

// A row update per request would cost more than the request; a minute is exact enough to see which key is in use.
const lastUsedEveryMs = 60_000;

/** The key with a hash, unless it was revoked; one that has expired as well, so that its owner can be told. Notes the use, once a minute at most. */
export async function findApiKey(db: Knex, keyHash: Buffer, now: Date): Promise<ApiKey | undefined> {
  const { rows } = await db.raw<{ rows: (ApiKey & { lastUsedAt: Date | null })[] }>(
    `select id, org_id as "orgId", environment, name, scopes, expires_at as "expiresAt", last_used_at as "lastUsedAt" from api_key where key_hash = ? and revoked_at is null`,
    [keyHash],
  );
  if (!rows[0]) return undefined;
  const { lastUsedAt, ...key } = rows[0];
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > lastUsedEveryMs) {
    await db('api_key').where({ id: key.id }).update({ last_used_at: now });
  }
  return key;
}

/** The key of an organisation with this id, whatever became of it. */
export async function findKeyById(
  db: Knex,
  orgId: string,
  id: string,
): Promise<{ readonly name: string; readonly environment: Environment; readonly revokedAt: Date | null } | undefined> {
  return db('api_key').where({ org_id: orgId, id }).first('name', 'environment', 'revoked_at as revokedAt');
}

/** From the commit on the key opens nothing: a trigger tells every process. */
export async function revokeKeyById(tx: Knex, id: string, at: Date): Promise<void> {
  await tx('api_key').where({ id, revoked_at: null }).update({ revoked_at: at });
}

export interface EndingKey extends Pick<ApiKey, 'orgId' | 'environment' | 'name' | 'expiresAt'> {
  readonly prefix: string;
  readonly lastUsedAt: Date | null;
}

/** From when on somebody has to be reminded of a key's end. */
export const keyEndsSql = `expires_at - least(interval '30 days', (expires_at - created_at) / 4)`;

/** Keys that end within thirty days, or in the last quarter of a shorter life, or have ended; not those that were revoked or have a successor of the same name. */
export async function endingKeys(db: Knex, now: Date): Promise<readonly EndingKey[]> {
  const { rows } = await db.raw<{ rows: EndingKey[] }>(
    `with open_key as (
       select *, ${keyEndsSql} <= ? as ending from api_key where revoked_at is null
     )
     select k.org_id as "orgId", k.environment, k.name, k.prefix, k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"
     from open_key k where k.ending and not exists (
       select from open_key n where n.org_id = k.org_id and n.environment = k.environment and n.name = k.name and n.expires_at > k.expires_at and not n.ending)
     order by k.expires_at limit 1000`,
    [now],
  );
  return rows;
}
