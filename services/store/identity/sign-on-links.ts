import type { Knex } from 'knex';

/** Who the subject of a server is. */
export async function linkedPerson(db: Knex, issuer: string, subject: string): Promise<string | undefined> {
  const row = await db('sign_on_link')
    .where({ issuer, subject })
    .first<{ userId: string } | undefined>({ userId: 'user_id' });
  return row?.userId;
}

export async function linkPerson(
  db: Knex,
  {
    issuer,
    subject,
    userId,
    at,
  }: { readonly issuer: string; readonly subject: string; readonly userId: string; readonly at: Date },
): Promise<void> {
  await db('sign_on_link').insert({ issuer, subject, user_id: userId, created_at: at });
}
