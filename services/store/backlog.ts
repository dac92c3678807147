import type { Knex } from 'knex';

/** Documents of an organisation that were received and are not translated. */
export interface Backlog {
  readonly orgId: string;
  readonly documents: number;
  readonly bytes: number;
}

/** The backlog of every organisation that has one. */
export async function readBacklog(db: Knex): Promise<readonly Backlog[]> {
  const { rows } = await db.raw<{ rows: Backlog[] }>(
    `select org_id as "orgId", count(*) as documents, sum(size_bytes) as bytes from document where state = 'received' group by org_id`,
  );
  return rows;
}

/** The organisation that runs the hub; undefined before the set-up. */
export async function ownerId(db: Knex): Promise<string | undefined> {
  const row = await db('organization').where({ kind: 'owner' }).first<{ id: string } | undefined>('id');
  return row?.id;
}
