import { hash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Tx } from '../database.ts';

/** What is kept of the token in a link. */
export const hashLink = (token: string): Buffer => hash('sha256', token, 'buffer');

export type LinkPurpose = 'registration' | 'password-reset' | 'email-change';

export interface MailLink {
  readonly email: string;
  readonly userId: string | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export async function insertLink(
  db: Knex,
  of: {
    readonly token: string;
    readonly purpose: LinkPurpose;
    readonly email: string;
    readonly userId?: string | undefined;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  // Links of long ago go with the next one that is made.
  await db('mail_link')
    .where('expires_at', '<', new Date(of.createdAt.getTime() - 30 * 86_400_000))
    .delete();
  await db('mail_link').insert({
    ...{ token_hash: hashLink(of.token), purpose: of.purpose, email: of.email, user_id: of.userId ?? null },
    ...{ created_at: of.createdAt, expires_at: of.expiresAt },
  });
}

/** The link of a token, locked so that it is used once. */
export async function findLink(tx: Tx, purpose: LinkPurpose, token: string): Promise<MailLink | undefined> {
  return tx('mail_link')
    .where({ purpose, token_hash: hashLink(token) })
    .forUpdate()
    .first<MailLink | undefined>({ email: 'email', userId: 'user_id', expiresAt: 'expires_at', usedAt: 'used_at' });
}

/** Marks all links of one purpose for a person or address as used: the one that was, and any other that lies in a mailbox. */
export async function spendLinks(
  tx: Tx,
  purpose: LinkPurpose,
  of: { readonly userId: string } | { readonly email: string },
  at: Date,
): Promise<void> {
  const whose = 'userId' in of ? { user_id: of.userId } : { email: of.email };
  await tx('mail_link')
    .where({ purpose, ...whose })
    .whereNull('used_at')
    .update({ used_at: at });
}
