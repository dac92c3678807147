import type { Knex } from 'knex';
import type { Role } from '../domain/roles.ts';
import type { Environment } from './documents.ts';
import type { OrganizationKind } from './users.ts';

/** How somebody signed in; `code`: password and second factor. */
export type SessionMethod = 'password' | 'code' | 'passkey' | 'sign-on';

/** A signed-in person. */
export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly orgId: string;
  readonly orgName: string;
  readonly orgKind: OrganizationKind;
  /** Where the organisation exchanges documents; production first. */
  readonly environments: Environment[];
  readonly csrfToken: string;
  readonly expiresAt: Date;
  /** The password is one that somebody else has seen. */
  readonly hasTemporaryPassword: boolean;
  /** False for whoever signs in by single sign-on alone. */
  readonly hasPassword: boolean;
  /** There is an app for codes, or a passkey; or single sign-on minds it. */
  readonly hasSecondFactor: boolean;
  readonly method: SessionMethod;
}

export interface NewSession {
  /** SHA-256 of the token; the token itself is only in the cookie. */
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly orgId: string;
  readonly csrfToken: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** What the browser calls itself. */
  readonly browser?: string | undefined;
  readonly address?: string | undefined;
  /** With the password unless given. */
  readonly method?: SessionMethod;
}

/** Starts a session, and clears away the expired ones of the same person. */
export async function startSession(db: Knex, session: NewSession): Promise<void> {
  await db.raw(
    `with old as (delete from session where user_id = ? and expires_at <= ?)
     insert into session (token_hash, user_id, org_id, csrf_token, created_at, expires_at, browser, address, method) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[session.userId, session.createdAt],
      ...[session.tokenHash, session.userId, session.orgId, session.csrfToken, session.createdAt, session.expiresAt],
      ...[session.browser ?? null, session.address ?? null, session.method ?? 'password'],
    ],
  );
}

// As with API keys: a minute is exact enough to recognise a session by.
const lastUsedEveryMs = 60_000;

/** Who is signed in with a token; undefined when the session is over, or its person was disabled or has left the organisation. */
export async function findSession(db: Knex, tokenHash: Buffer, now: Date): Promise<SignedIn | undefined> {
  const { rows } = await db.raw<{ rows: (SignedIn & { lastUsedAt: Date | null })[] }>(
    `select u.id as "userId", u.name, u.email, m.roles, o.id as "orgId", o.name as "orgName", o.kind as "orgKind",
       s.csrf_token as "csrfToken", s.expires_at as "expiresAt", s.last_used_at as "lastUsedAt",
       u.temporary_until is not null as "hasTemporaryPassword", u.has_password as "hasPassword", s.method,
       s.method = 'sign-on' or exists (select from totp where user_id = u.id and confirmed_at is not null)
         or exists (select from passkey where user_id = u.id) as "hasSecondFactor",
       case when o.kind = 'owner' then array['production', 'sandbox'] else array(
         select environment from trading_identity where org_id = o.id union select environment from api_key where org_id = o.id
         union select environment from configuration_in_use where org_id = o.id order by 1
       ) end as environments
     from session s join app_user u on u.id = s.user_id join organization o on o.id = s.org_id
       join membership m on m.user_id = s.user_id and m.org_id = s.org_id
     where s.token_hash = ? and s.expires_at > ? and u.disabled_at is null`,
    [tokenHash, now],
  );
  if (!rows[0]) return undefined;
  const { lastUsedAt, ...who } = rows[0];
  if (!lastUsedAt || Math.abs(now.getTime() - lastUsedAt.getTime()) > lastUsedEveryMs)
    await db('session').where({ token_hash: tokenHash }).update({ last_used_at: now });
  return who;
}

export async function endSession(db: Knex, tokenHash: Buffer): Promise<void> {
  await db('session').where({ token_hash: tokenHash }).delete();
}

/** A session as its owner sees it. */
export interface SessionRow {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly browser: string | null;
  readonly address: string | null;
  readonly method: SessionMethod;
}

/** Sessions of a person that are not over, newest first. */
export async function sessionsOf(db: Knex, userId: string, now: Date): Promise<readonly SessionRow[]> {
  const { rows } = await db.raw<{ rows: SessionRow[] }>(
    `select id, token_hash as "tokenHash", created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", browser, address, method
     from session where user_id = ? and expires_at > ? order by created_at desc limit 200`,
    [userId, now],
  );
  return rows;
}

/** Ends sessions of a person: one, or all but one. @returns ids of those that ended */
export async function endSessionsOf(
  db: Knex,
  userId: string,
  which: { readonly id: string } | { readonly not: Buffer },
): Promise<readonly string[]> {
  const mine = db('session').where({ user_id: userId });
  const chosen = 'id' in which ? mine.where({ id: which.id }) : mine.whereNot({ token_hash: which.not });
  return (await chosen.delete('id')).map(({ id }: { id: string }) => id);
}
