import type { Knex } from 'knex';
import { hashLink } from './links.ts';

export type ChallengePurpose = 'passkey-add' | 'passkey-sign-in' | 'sign-on';

/** Keeps what a browser was asked, under a token that only it has. */
export async function insertChallenge(
  db: Knex,
  of: {
    readonly token: string;
    readonly purpose: ChallengePurpose;
    readonly userId?: string;
    readonly data: object;
    readonly now: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await db('challenge').where('expires_at', '<=', of.now).delete();
  await db('challenge').insert({
    ...{ id_hash: hashLink(of.token), purpose: of.purpose, user_id: of.userId ?? null, expires_at: of.expiresAt },
    data: JSON.stringify(of.data),
  });
}

/** Takes it away: whatever the answer is, there is no second one. */
export async function takeChallenge<T>(
  db: Knex,
  of: { readonly token: string; readonly purpose: ChallengePurpose; readonly userId?: string; readonly now: Date },
): Promise<T | undefined> {
  const rows = (await db('challenge')
    .where({ id_hash: hashLink(of.token), purpose: of.purpose, ...(of.userId !== undefined && { user_id: of.userId }) })
    .where('expires_at', '>', of.now)
    .delete('data')) as { data: T }[];
  return rows[0]?.data;
}
