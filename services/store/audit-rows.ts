import type { Knex } from 'knex';
import { contentColumns } from './audit.ts';
import type { EntryContent } from './audit-keys.ts';

/** An entry with its place in the chain of its organisation; what is null is not there (yet). Bytes are hex. */
export interface ChainRow extends EntryContent {
  readonly id: number;
  readonly seq: number | null;
  readonly previousHash: string | null;
  readonly hash: string | null;
  readonly proof: string | null;
  readonly seal: string | null;
  readonly keyId: string | null;
}

const chainColumns = `id, ${contentColumns}, chain_seq as seq, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash,
  encode(proof, 'hex') as proof, encode(seal, 'hex') as seal, key_id as "keyId"`;
const batch = 2_000;

/** An organisation's entries: chained ones in their order, then those that wait for the chain. */
export async function* chainRows(db: Knex, orgId: string): AsyncGenerator<ChainRow> {
  for (let after = 0; ; ) {
    const { rows } = await db.raw<{ rows: ChainRow[] }>(
      `select ${chainColumns} from audit_entry where org_id = ? and chain_seq > ? order by chain_seq limit ?`,
      [orgId, after, batch],
    );
    yield* rows;
    if (rows.length < batch) break;
    after = rows.at(-1)!.seq!;
  }
  // Numbers below one are nobody's: they are told with those that have none.
  const { rows } = await db.raw<{ rows: ChainRow[] }>(
    `select ${chainColumns} from audit_entry where org_id = ? and (chain_seq is null or chain_seq < 1) order by id`,
    [orgId],
  );
  yield* rows;
}

/** Organisations by name, the hub's own included. */
export async function auditedOrganizations(db: Knex, name?: string): Promise<readonly { id: string; name: string }[]> {
  const query = db('organization').select('id', 'name').orderBy(['name', 'id']);
  if (name !== undefined) query.where({ name });
  return (await query) as { id: string; name: string }[];
}
