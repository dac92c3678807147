import type { Knex } from 'knex';
import type { PartnerKind } from '../../domain/configuration/configuration.ts';
import type { Role } from '../../domain/roles.ts';
import type { Tx } from '../database.ts';
import { hashLink } from './links.ts';

/** The company that an invite is for, where it is not here yet. */
export interface InvitedCompany {
  readonly name: string;
  readonly kind: PartnerKind;
  readonly template: string;
}

export interface InviteRow {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly company: InvitedCompany | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type NewInvite = Omit<InviteRow, 'orgName' | 'acceptedAt' | 'revokedAt'> & { readonly token: string };

const columns = `i.id, i.org_id as "orgId", o.name as "orgName", i.email, i.name, i.roles, i.company, i.created_at as "createdAt",
  i.created_by as "createdBy", i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt"`;
const from = 'from invite i join organization o on o.id = i.org_id';

export async function insertInvite(tx: Tx, of: NewInvite): Promise<void> {
  await tx('invite').insert({
    ...{
      id: of.id,
      org_id: of.orgId,
      email: of.email,
      name: of.name,
      roles: [...of.roles],
      token_hash: hashLink(of.token),
    },
    company: of.company === null ? null : JSON.stringify(of.company),
    ...{ created_at: of.createdAt, created_by: of.createdBy, expires_at: of.expiresAt },
  });
}

/** Newest first; of one organisation, or of all. */
export async function invites(db: Knex, orgId?: string): Promise<readonly InviteRow[]> {
  const { rows } = await db.raw<{ rows: InviteRow[] }>(
    `select ${columns} ${from} where :orgId::uuid is null or i.org_id = :orgId order by i.id desc limit 500`,
    { orgId: orgId ?? null },
  );
  return rows;
}

export async function inviteById(tx: Tx, orgId: string, id: string): Promise<InviteRow | undefined> {
  const { rows } = await tx.raw<{ rows: InviteRow[] }>(
    `select ${columns} ${from} where i.org_id = ? and i.id = ? for update of i`,
    [orgId, id],
  );
  return rows[0];
}

/** The invite of a token, locked so that it is taken once. */
export async function inviteOf(tx: Tx, token: string): Promise<InviteRow | undefined> {
  const { rows } = await tx.raw<{ rows: InviteRow[] }>(
    `select ${columns} ${from} where i.token_hash = ? for update of i`,
    [hashLink(token)],
  );
  return rows[0];
}

export async function saveInvite(tx: Tx, id: string, of: { readonly acceptedAt: Date } | { readonly revokedAt: Date }) {
  await tx('invite')
    .where({ id })
    .update('acceptedAt' in of ? { accepted_at: of.acceptedAt } : { revoked_at: of.revokedAt });
}

/** Takes back what is open for an address in an organisation: another invite comes in its place. @returns ids */
export async function revokeOpenInvites(tx: Tx, orgId: string, email: string, at: Date): Promise<readonly string[]> {
  const rows = (await tx('invite')
    .where({ org_id: orgId })
    .whereRaw('lower(email) = lower(?)', [email])
    .whereNull('accepted_at')
    .whereNull('revoked_at')
    .where('expires_at', '>', at)
    .update({ revoked_at: at }, ['id'])) as { id: string }[];
  return rows.map(({ id }) => id);
}
