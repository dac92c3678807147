import type { Knex } from 'knex';
import type { Role } from '../domain/roles.ts';

export type OrganizationKind = 'owner' | 'carrier' | '3pl' | 'carrier-3pl';

/** What sign-in needs to know of an account, with the organisation that it belongs to. */
export interface Account {
  readonly userId: string;
  readonly orgId: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** The account of an e-mail address, in whatever case it is written; undefined when there is none, it is disabled, or belongs to nobody. */
export async function findAccount(db: Knex, email: string): Promise<Account | undefined> {
  const { rows } = await db.raw<{ rows: Account[] }>(
    `select u.id as "userId", m.org_id as "orgId", u.email, u.password_hash as "passwordHash"
     from app_user u join membership m on m.user_id = u.id join organization o on o.id = m.org_id
     where lower(u.email) = lower(?) and u.disabled_at is null
     order by o.kind = 'owner' desc, o.name limit 1`,
    [email],
  );
  return rows[0];
}

export interface NewUser {
  readonly id: string;
  readonly orgId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Made by `hashPassword`. */
  readonly passwordHash: string;
}

/** Adds a person to an organisation. The e-mail address is unique in the hub, whatever its case. */
export async function addUser(db: Knex, user: NewUser): Promise<void> {
  await db.raw(
    `with person as (insert into app_user (id, email, name, password_hash) values (?, ?, ?, ?) returning id)
     insert into membership (user_id, org_id, roles) select id, ?, ?::text[] from person`,
    // An array is a value of its own here; the types of knex know it as that of one column only.
    [user.id, user.email, user.name, user.passwordHash, user.orgId, [...user.roles]] as never,
  );
}
