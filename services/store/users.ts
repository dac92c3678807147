import type { Knex } from 'knex';
import type { Role } from '../domain/roles.ts';
import type { Tx } from './database.ts';

export type OrganizationKind = 'owner' | 'carrier' | '3pl' | 'carrier-3pl';

/** What sign-in needs to know of an account, with the organisation that it belongs to. */
export interface Account {
  readonly userId: string;
  readonly orgId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly temporaryUntil: Date | null;
}

/** The account of an e-mail address, in whatever case it is written; undefined when there is none, it is disabled, or belongs to nobody. */
export async function findAccount(db: Knex, email: string): Promise<Account | undefined> {
  const { rows } = await db.raw<{ rows: Account[] }>(
    `select u.id as "userId", m.org_id as "orgId", u.email, u.name, u.password_hash as "passwordHash", u.temporary_until as "temporaryUntil"
     from app_user u join membership m on m.user_id = u.id join organization o on o.id = m.org_id
     where lower(u.email) = lower(?) and u.disabled_at is null
     order by o.kind = 'owner' desc, o.name limit 1`,
    [email],
  );
  return rows[0];
}

/** The account of a person who may sign in, by the id. */
export async function accountOf(db: Knex, userId: string): Promise<Account | undefined> {
  const { rows } = await db.raw<{ rows: Account[] }>(
    `select u.id as "userId", m.org_id as "orgId", u.email, u.name, u.password_hash as "passwordHash", u.temporary_until as "temporaryUntil"
     from app_user u join membership m on m.user_id = u.id join organization o on o.id = m.org_id
     where u.id = ? and u.disabled_at is null order by o.kind = 'owner' desc, o.name limit 1`,
    [userId],
  );
  return rows[0];
}

export async function saveEmail(tx: Tx, userId: string, email: string): Promise<void> {
  await tx('app_user').where({ id: userId }).update({ email });
}

export interface NewUser {
  readonly id: string;
  readonly orgId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Made by `hashPassword`. */
  readonly passwordHash: string;
  /** Until when the password is good; only for one that somebody else has seen. */
  readonly temporaryUntil?: Date;
  /** False for whoever signs in by single sign-on alone. */
  readonly hasPassword?: boolean;
}

/** Adds a person to an organisation. The e-mail address is unique in the hub, whatever its case. */
export async function addUser(db: Knex, user: NewUser): Promise<void> {
  await db.raw(
    `with person as (insert into app_user (id, email, name, password_hash, temporary_until, has_password) values (?, ?, ?, ?, ?, ?) returning id)
     insert into membership (user_id, org_id, roles) select id, ?, ?::text[] from person`,
    // An array is a value of its own here; the types of knex know it as that of one column only.
    [
      ...[user.id, user.email, user.name, user.passwordHash, user.temporaryUntil ?? null, user.hasPassword ?? true],
      ...[user.orgId, [...user.roles]],
    ] as never,
  );
}

/** A person of one organisation, as the row is. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly disabledAt: Date | null;
  readonly passwordHash: string;
  /** False for whoever signs in by single sign-on alone. */
  readonly hasPassword: boolean;
  /** How many organisations the person belongs to. */
  readonly organizations: number;
}

/** Keeps everybody else from changing the people of an organisation until the transaction ends. @returns its kind; undefined where there is none. */
export async function lockOrganization(tx: Tx, orgId: string): Promise<OrganizationKind | undefined> {
  const row = await tx('organization')
    .where({ id: orgId })
    .forUpdate()
    .first<{ kind: OrganizationKind } | undefined>('kind');
  return row?.kind;
}

export async function findMember(db: Knex, orgId: string, userId: string): Promise<Member | undefined> {
  const { rows } = await db.raw<{ rows: Member[] }>(
    `select u.id, u.email, u.name, m.roles, u.disabled_at as "disabledAt", u.password_hash as "passwordHash", u.has_password as "hasPassword",
       (select count(*) from membership where user_id = u.id) as organizations
     from membership m join app_user u on u.id = m.user_id where m.org_id = ? and m.user_id = ?`,
    [orgId, userId],
  );
  return rows[0];
}

/** Whether somebody else of the organisation who can sign in has the role. */
export async function othersHave(tx: Tx, orgId: string, userId: string, role: Role): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: unknown[] }>(
    `select from membership m join app_user u on u.id = m.user_id
     where m.org_id = ? and m.user_id <> ? and ? = any(m.roles) and u.disabled_at is null limit 1`,
    [orgId, userId, role],
  );
  return rows.length > 0;
}

/** Whether the hub has an account with this e-mail address, in whatever case and organisation. */
export async function emailIsTaken(db: Knex, email: string): Promise<boolean> {
  return (await db('app_user').whereRaw('lower(email) = lower(?)', [email]).first('id')) !== undefined;
}

/** Who has an e-mail address, disabled or not. */
export async function personByEmail(db: Knex, email: string): Promise<string | undefined> {
  const row = await db('app_user').whereRaw('lower(email) = lower(?)', [email]).first<{ id: string } | undefined>('id');
  return row?.id;
}

export async function saveRoles(tx: Tx, orgId: string, userId: string, roles: readonly Role[]): Promise<void> {
  await tx('membership')
    .where({ org_id: orgId, user_id: userId })
    .update({ roles: [...roles] });
}

/** Disables a person from a moment on, which ends all sessions; null enables. */
export async function saveDisabled(tx: Tx, userId: string, at: Date | null): Promise<void> {
  await tx('app_user').where({ id: userId }).update({ disabled_at: at });
}

/** Sets another password, which ends all sessions. @param temporaryUntil for one that somebody else has seen */
export async function savePassword(tx: Tx, userId: string, passwordHash: string, temporaryUntil?: Date): Promise<void> {
  await tx('app_user')
    .where({ id: userId })
    .update({ password_hash: passwordHash, temporary_until: temporaryUntil ?? null, has_password: true });
}

/** @returns whether the person was here before. */
export async function noteSignIn(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { wasHere: boolean }[] }>(
    `update app_user u set last_sign_in_at = ? from (select id, last_sign_in_at from app_user where id = ? for update) before
     where u.id = before.id returning before.last_sign_in_at is not null as "wasHere"`,
    [at, userId],
  );
  return rows[0]?.wasHere ?? false;
}

/** E-mail addresses of all people of an organisation. */
export function emailsOf(db: Knex, orgId: string): Promise<readonly string[]> {
  return db('membership as m')
    .join('app_user as u', 'u.id', 'm.user_id')
    .where({ 'm.org_id': orgId })
    .pluck<string[]>('u.email');
}
